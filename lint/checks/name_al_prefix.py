"""The Arabic article in names: Al-, al-, el-, with a hyphen or a blank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.hit import Hit, Related, hit_in, rewrite, together
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.prose.words import starts_sentence

VALUES = ("name", "wanted", "style", "other")
CASES = ("house", "mixed")
_PREFIXED = lazy_pattern(
    r"(?<![\w’'-])(?P<article>[AaEe]l)(?P<link>[-‐‑ \u00a0])"
    r"(?P<name>[^\W\d_a-z][^\W\d_]+[’ʿ']?[^\W\d_]*)"
)
# Without one of these, a blank is no link either.
_HYPHENED = lazy_pattern(r"[AaEe]l[-‐‑][^\W\d_a-z]")
_BLANKS = " \u00a0"


class Options(CheckOptions):
    """``style``: how the house writes the article. ``exempt``: names that have a form of their own.

    Exempt are firms, clubs, places, movements ("Jazeera", "Qaeda"), and people whose first name is
    Al ("Gore"); given without the article.
    """

    style: Literal["Al-", "al-", "El-", "el-"] = "Al-"
    exempt: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield names with another form than the house's where an article mixes forms.

    The base case is one name in two forms, "mixed" are different names. An article that
    consistently follows another house yields one hit, "house", at its first name.
    """
    if not _HYPHENED.search(article.text):
        return  # most articles
    exempt = {name.casefold() for name in options.exempt}
    found = [
        (block, match)
        for block in article.of(*model.COPY)
        for match in _PREFIXED.finditer(block.text)
        if match["name"].casefold() not in exempt and _counts(block, match, options.style)
    ]
    # With a blank, "Al" is an article only if the same name has one elsewhere ("Al Capone").
    hyphened = {match["name"].casefold() for _, match in found if match["link"] not in _BLANKS}
    found = [
        each
        for each in found
        if each[1]["link"] not in _BLANKS or each[1]["name"].casefold() in hyphened
    ]
    found = _without_sentence_capitals(found)
    styles = Counter(_style(match) for _, match in found)
    if not styles:
        return
    if len(styles) == 1 and options.style not in styles:
        yield _hit(found, options.style, "house", None)
    elif len(styles) > 1:
        wanted = options.style if options.style in styles else styles.most_common(1)[0][0]
        right = [each for each in found if _style(each[1]) == wanted]
        evidence = right[0]
        by_name = {each[1]["name"]: each for each in reversed(right)}  # the first of each
        for block, match in found:
            if _style(match) == wanted:
                continue
            same = by_name.get(match["name"])
            yield _hit([(block, match)], wanted, "" if same else "mixed", same or evidence)


def _counts(block: Block, match: re.Match[str], style: str) -> bool:
    if block.is_quoted(*match.span()) or block.is_inside(*match.span(), "i", "em", "cite"):
        return False
    # Where a sentence begins, every house writes a capital.
    return not (style[0].islower() and starts_sentence(block.text, match.start()))


def _without_sentence_capitals(
    found: list[tuple[Block, re.Match[str]]],
) -> list[tuple[Block, re.Match[str]]]:
    """In an article that writes "al-", a capital where a sentence begins is no second form."""
    small = [(block, match) for block, match in found if match["article"][0].islower()]
    if not small or any(
        match["article"][0].isupper() and not starts_sentence(block.text, match.start())
        for block, match in found
    ):
        return found
    return small


def _style(match: re.Match[str]) -> str:
    return match["article"] + ("-" if match["link"] not in _BLANKS else " ")


def _hit(
    places: list[tuple[Block, re.Match[str]]],
    wanted: str,
    case: str,
    evidence: tuple[Block, re.Match[str]] | None,
) -> Hit:
    """One hit at the first place; its fix mends them all."""
    block, match = places[0]
    related = []
    other = wanted
    if evidence is not None:
        place, written = evidence
        related = [Related(place.span(*written.span()), "written the other way here")]
        other = written[0]
    values = {
        "name": match[0],
        "wanted": wanted + match["name"],
        "style": _style(match),
        "other": other,
    }
    fix = together(
        rewrite(each, found.start(), found.end(), wanted + found["name"]) for each, found in places
    )
    return hit_in(block, *match.span(), case=case, values=values, related=related, fixes=[fix])
