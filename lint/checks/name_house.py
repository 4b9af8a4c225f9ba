"""Listed names in a form that the house does not use."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lint.article import Article, model
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.prose.words import Word, words

VALUES = ("name", "wanted")
CASES = ("quoted",)
_KINDS = (*model.COPY, model.PULL_QUOTE, model.DESCRIPTION, model.OG_TITLE, model.OG_DESCRIPTION)


class Options(CheckOptions):
    """``names``: each form that the house does not use, and the one that it does."""

    names: Mapping[str, str] = MappingProxyType({})


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield listed forms, whole words in these capitals; titles of works are let be."""
    by_first = _by_first(options)
    firsts = by_first.keys() & article.vocabulary
    for block in article.of(*_KINDS) if firsts else ():
        if firsts.isdisjoint(block.texts):
            continue
        found = block.words
        for at, word in enumerate(found):
            for parts, wanted in by_first.get(word.text, ()):
                last = found[at : at + len(parts)][-1]
                if not _matches(block.text, found[at : at + len(parts)], parts):
                    continue
                end = last.start + len(parts[-1])
                if block.is_inside(word.start, end, "i", "em", "cite", "code"):
                    continue
                quoted = block.is_quoted(word.start, end)
                fix = None if quoted else rewrite(block, word.start, end, wanted)
                values = {"name": block.text[word.start : end], "wanted": wanted}
                yield hit_in(
                    block, word.start, end,
                    case="quoted" if quoted else "", values=values, fixes=[fix],
                )  # fmt: skip
                break


@made_once
def _by_first(options: Options) -> dict[str, list[tuple[list[str], str]]]:
    """The forms by their first words, with and without a possessive ending."""
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for variant, wanted in options.names.items():
        parts = [word.text for word in words(variant)]
        if parts:
            bare = _bare(parts[0])
            for first in (bare, f"{bare}’s", f"{bare}'s"):
                by_first.setdefault(first, []).append((parts, wanted))
    return by_first


def _bare(text: str) -> str:
    """A word without a possessive ending."""
    return text[:-2] if text[-2:] in ("’s", "'s") else text


def _matches(text: str, found: list[Word], parts: list[str]) -> bool:
    if len(found) != len(parts):
        return False
    if any(one.text != part for one, part in zip(found[:-1], parts[:-1], strict=True)):
        return False
    if _bare(found[-1].text) != parts[-1] and found[-1].text != parts[-1]:
        return False
    return all(
        text[one.end : other.start] in (" ", "\u00a0") for one, other in itertools.pairwise(found)
    )
