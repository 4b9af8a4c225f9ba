"""Agencies in credits under a name that the house does not use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lint.article import Article, Block
from lint.checks.hit import Hit, Related, hit_in, rewrite, together
from lint.checks.options import CheckOptions
from lint.prose.credits import read_credit

VALUES = ("name", "wanted")
CASES = ()


class Options(CheckOptions):
    """``agencies``: each name that the house does not use, and the one that it does."""

    agencies: Mapping[str, str] = MappingProxyType({})


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield each listed name once, with all its places: "AFP via Getty Images" has two parties."""
    places: dict[str, list[tuple[Block, int, int]]] = {}
    for picture in article.pictures:
        if picture.credit is None:
            continue
        block, offset = picture.credit.block, picture.credit.start
        credit = read_credit(picture.credit.text)
        for start, end in credit.parts if credit else ():
            name = picture.credit.text[start:end].strip(" .")
            if picture.credit.text[end : end + 5] == " via ":
                continue  # "Anadolu via Getty Images": who sent it wrote the name
            if options.agencies.get(name, name) != name:
                at = offset + start
                places.setdefault(name, []).append((block, at, at + len(name)))
    for name, found in places.items():
        wanted = options.agencies[name]
        fix = together(rewrite(block, start, end, wanted) for block, start, end in found)
        block, start, end = found[0]
        others = [Related(each.span(*where), "here as well") for each, *where in found[1:4]]
        yield hit_in(
            block,
            start,
            end,
            values={"name": name, "wanted": wanted},
            related=others,
            fixes=[fix],
        )
