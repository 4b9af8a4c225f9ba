"""Agencies in credits under a name that the house does not use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lint.article import Article
from lint.checks.hit import Hit, hit_in, rewrite
from lint.prose.credits import read_credit

VALUES = ("name", "wanted")
CASES = ()


@dataclass(frozen=True, slots=True)
class Options:
    """``agencies``: each name that the house does not use, and the one that it does."""

    agencies: Mapping[str, str] = field(default_factory=dict)


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield parties of a credit that are listed, as a whole: "AFP via Getty Images" has two."""
    for picture in article.pictures:
        if picture.credit is None:
            continue
        block, offset = picture.credit.block, picture.credit.start
        credit = read_credit(picture.credit.text)
        if credit is None:
            continue
        for start, end in credit.parts:
            name = picture.credit.text[start:end].strip(" .")
            wanted = options.agencies.get(name)
            if wanted is None or wanted == name:
                continue
            at = offset + start
            fix = rewrite(block, at, at + len(name), wanted)
            values = {"name": name, "wanted": wanted}
            yield hit_in(block, at, at + len(name), values=values, fixes=[fix])
