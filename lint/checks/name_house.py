"""Listed names in a form that the house does not use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lint.article import Article, model
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.patterns import lazy_pattern
from lint.prose.words import APOSTROPHES, HYPHENS, words

VALUES = ("name", "wanted")
CASES = ("quoted",)
# A word goes on, but not by a possessive ending.
_GOES_ON = lazy_pattern(rf"(?![’']s(?!\w))(?:\w|[{HYPHENS}{APOSTROPHES}\u00ad][^\W_])")
_KINDS = (*model.COPY, model.PULL_QUOTE, model.DESCRIPTION, model.OG_TITLE, model.OG_DESCRIPTION)


class Options(CheckOptions):
    """``names``: each form that the house does not use, and the one that it does."""

    names: Mapping[str, str] = MappingProxyType({})


def problems(options: Options) -> Iterator[str]:
    """Yield what is wrong with options: what would be changed again and again."""
    for variant, wanted in options.names.items():
        parts, whole = variant.split(), wanted.split()
        if variant in wanted and any(
            whole[at : at + len(parts)] == parts for at in range(len(whole))
        ):
            yield f"option “names”: “{wanted}” contains “{variant}”; take that out"
        if wanted in options.names and house_form(options.names, wanted) in options.names:
            yield f"option “names”: “{variant}” and “{wanted}” are changed into one another"


def house_form(names: Mapping[str, str], written: str) -> str:
    """The form that the house writes; one list may change what another one wants."""
    passed = {written}
    while (written := names.get(written, written)) not in passed:
        passed.add(written)
    return written


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield listed forms, whole words in these capitals; titles of works are let be."""
    by_first = _by_first(options)
    firsts = by_first.keys() & article.vocabulary
    for block in article.of(*_KINDS) if firsts else ():
        if firsts.isdisjoint(block.texts):
            continue
        for word in block.words:
            for variant in by_first.get(word.text, ()):
                end = word.start + len(variant)
                if not _stands(block.text, word.start, end, variant):
                    continue
                if block.is_inside(word.start, end, "i", "em", "cite", "code"):
                    continue
                quoted = block.is_quoted(word.start, end)
                wanted = house_form(options.names, variant)
                fix = None if quoted else rewrite(block, word.start, end, wanted)
                values = {"name": block.text[word.start : end], "wanted": wanted}
                yield hit_in(
                    block, word.start, end,
                    case="quoted" if quoted else "", values=values, fixes=[fix],
                )  # fmt: skip
                break


@made_once
def _by_first(options: Options) -> dict[str, list[str]]:
    """The forms that the house does not use, by their first words; one may be possessive."""
    by_first: dict[str, list[str]] = {}
    for variant in options.names:
        first, _, rest = variant.partition(" ")
        if not first.isalpha():
            first = next((word.text for word in words(variant)), "")
        for key in (first,) if rest else (first, f"{first}’s", f"{first}'s"):
            by_first.setdefault(key, []).append(variant)
    return by_first


def _stands(text: str, start: int, end: int, variant: str) -> bool:
    """Tell whether a variant stands in a place, and its last word ends there."""
    return text[start:end].replace("\u00a0", " ") == variant and not _GOES_ON.match(text, end)
