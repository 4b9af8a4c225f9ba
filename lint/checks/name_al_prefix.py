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
from lint.prose.dictionary import is_word
from lint.prose.names import NameWord
from lint.prose.words import starts_sentence

VALUES = ("name", "wanted", "style", "other")
CASES = ("house", "mixed")
_PREFIXED = lazy_pattern(
    r"(?<![\w’'-])(?P<article>[AaEe]l)(?P<link>[-‐‑ \u00a0])"
    r"(?P<name>[^\W\d_a-z][^\W\d_]+(?:[’ʿ'](?!s(?!\w))[^\W\d_]+)?)"
)
# Without one of these, a blank is no link either.
_HYPHENED = lazy_pattern(r"[AaEe]l[-‐‑][^\W\d_a-z]")
_BLANKS = " \u00a0"
_ARTICLES = ("al", "el")
_REACH = 40
_NEXT_WORD = lazy_pattern(r"[ \u00a0]([^\W\d_]+)")
_Place = tuple[Block, "re.Match[str]"]


class Options(CheckOptions):
    """``style``: how the house writes the article. ``exempt``: names that have a form of their own.

    Exempt are firms, clubs, places, movements ("Jazeera", "Qaeda"), and people whose first name is
    Al ("Gore"); given without the article. ``titles`` are no first names. ``before`` and ``behind``
    are words beside names of places and organisations, which keep their own form ("Jabal al-Tur",
    "al-Noor mosque").
    """

    style: Literal["Al-", "al-", "El-", "el-"] = "Al-"
    exempt: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield names with another form than the house's where an article mixes forms.

    The base case is one name in two forms, "mixed" are different names. An article that
    consistently follows another house yields one hit, "house", at its first name.
    """
    if not _HYPHENED.search(article.text):
        return  # most articles
    exempt = {name.casefold() for name in options.exempt}
    before, behind = set(options.before), set(options.behind)
    found = [
        (block, match)
        for block in article.of(*model.COPY)
        for match in _PREFIXED.finditer(block.text)
        if match["name"].casefold() not in exempt
        and _counts(block, match, options.style)
        and not _is_thing(block, match, before, behind)
    ]
    # With a blank, "Al" is an article only if the same name has one elsewhere ("Al Capone").
    hyphened = {match["name"].casefold() for _, match in found if match["link"] not in _BLANKS}
    found = [
        each
        for each in found
        if each[1]["link"] not in _BLANKS or each[1]["name"].casefold() in hyphened
    ]
    found = _without_sentence_capitals(found)
    if len({_style(match) for _, match in found}) > 1:
        found = _without_own_forms(found, {title.casefold() for title in options.titles})
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


def _is_thing(block: Block, match: re.Match[str], before: set[str], behind: set[str]) -> bool:
    """Tell whether the words beside a name make it that of a place or an organisation."""
    text = block.text
    left = text[max(0, match.start() - _REACH) : match.start()].replace("\u00a0", " ")
    if left.endswith(" ") and left[:-1].rpartition(" ")[2].casefold() in before:
        return True
    after = _NEXT_WORD.match(text, match.end())
    return after is not None and after[1].casefold() in behind


def _without_own_forms(found: list[_Place], titles: set[str]) -> list[_Place]:
    """Leave out people of one surname who each have a form of their own: a family is no rule.

    A bare surname is of the one who has this form, else of the one who was named last.
    """
    names: dict[str, list[_Place]] = {}
    for place in found:
        names.setdefault(place[1]["name"].casefold(), []).append(place)
    own: set[int] = set()
    for places in names.values():
        firsts = [_first_name(*place, titles) for place in places]
        styles: dict[str, set[str]] = {}
        for first, (_, match) in zip(firsts, places, strict=True):
            if first:
                styles.setdefault(first, set()).add(_style(match))
        if len(styles) < 2:
            continue
        for first, place in zip(firsts, places, strict=True):
            style = _style(place[1])
            if styles[first] == {style} if first else {style} in styles.values():
                own.add(id(place))
    return [place for place in found if id(place) not in own]


def _first_name(block: Block, match: re.Match[str], titles: set[str]) -> str:
    """The first name before a name with its article, in small letters; empty if there is none."""
    last: NameWord | None = None
    for name in block.names:
        if name.start in (match.start(), match.start("name")):
            break
        if name.base.casefold() not in _ARTICLES:
            last = name
    else:
        return ""
    first = last.base.casefold() if last and name.before else ""
    if not last or first in titles or (last.opens and is_word(first)):
        return ""  # "Later Al-Sayed left"
    return first


def _counts(block: Block, match: re.Match[str], style: str) -> bool:
    if block.is_quoted(*match.span()) or block.is_inside(*match.span(), "i", "em", "cite"):
        return False
    # Where a sentence begins, every house writes a capital.
    return not (style[0].islower() and starts_sentence(block.text, match.start()))


def _without_sentence_capitals(
    found: list[_Place],
) -> list[_Place]:
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
    places: list[_Place],
    wanted: str,
    case: str,
    evidence: _Place | None,
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
