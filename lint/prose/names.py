"""Names in a text: which words are names, which stand together, and keys that fold spellings.

A key only proposes that two spellings are one name (measured on 1,586 Arabic names: the safe key
merges 3 % of true pairs, the bold one 78 % with every second article wrong); evidence decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from lint.patterns import lazy_pattern
from lint.prose.words import APOSTROPHES, Word, fold, starts_sentence, words

#: Small words inside names; they join what stands on both sides.
PARTICLES: Final = frozenset(
    "bin ibn bint abu al el de del della di da do dos das du van von der den ter la le".split()
)
_ARTICLE = lazy_pattern(r"(?:[AaEe]l|[Aa]d|[Aa]n|[Aa]r|[Aa]s|[Aa]sh|[Aa]t|[Aa]z)-(?=[^\W\d_a-z])")
_ARTICLES = frozenset("ae")  # how an Arabic article in small letters begins
_POSSESSIVE = lazy_pattern(rf"[{APOSTROPHES}]s$|(?<=s)[{APOSTROPHES}]$")
_FOLDS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ey", "i"), ("ph", "f"),
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("ck", "k"), ("ch", "sh"), ("tch", "sh"), ("dj", "j"),
    ("y", "i"), ("q", "k"), ("c", "k"), ("z", "s"), ("w", "v"),
)  # fmt: skip
# One syllable, as in "Jin-ping", "Ki-moon", "Ing-wen": what a hyphen joins in a given name.
_SYLLABLE = lazy_pattern(r"(?:[bcdfghjklmnpqrstwxyz]h?)?[aeiouy]{1,3}(?:ng|[nklmpth])?")
_NO_SYLLABLES = frozenset("run hit ban win man men like pop".split())
_DOUBLED = lazy_pattern(r"(.)\1+")


class NameWord(NamedTuple):
    """One capitalised word of a name: ``text[start:end]``, possessive ending left out.

    ``base`` is without an Arabic article ("Al-"), ``article`` that article. ``before`` and
    ``after`` are the bases of the name words beside it in the same name, empty if there are none.
    ``opens`` tells that it begins a sentence, where any word is capitalised.
    """

    text: str
    base: str
    article: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    opens: bool = False


_new = partial(tuple.__new__, NameWord)


def find_names(text: str, among: Sequence[Word] | None = None) -> list[NameWord]:
    """List the capitalised words of a text that may be names, with their neighbours.

    ``among`` are the text's words, where they are known already.
    """
    found: list[NameWord] = []
    run: list[NameWord] = []
    known = words(text) if among is None else among
    last = gap_from = 0
    for at, word in enumerate(known):
        raw = word[0]
        first = raw[0]
        if not (first.isupper() or (first in _ARTICLES and "-" in raw)):
            continue
        name = _name_word(text, word, bool(run) and at == last + 1)
        if name is None:
            continue
        if run:
            gap = text[gap_from : word.start]
            # A particle may stand between; what is no particle needs no closer look.
            near = at == last + 1 or known[last + 1].text.casefold() in PARTICLES
            if not near or not _joins(gap) or run[-1].text.endswith(("’", "'")):
                found += _linked(run)
                run = []
        run.append(name)
        last, gap_from = at, word.end
        if name.end != word.end:  # a possessive ends a name: "Syria's Assad" is two
            found += _linked(run)
            run = []
    found += _linked(run)
    return found


def plain_key(base: str) -> str:
    """Fold what is only typing: case, diacritics, apostrophes, hyphens."""
    return fold(base)


def sound_key(base: str) -> str:
    """Fold what transcription varies: doubled letters, ou/u, ee/i, kh/k, y/i, q/k, c/k, z/s."""
    key = fold(base)
    for old, new in _FOLDS:
        key = key.replace(old, new)
    return _DOUBLED.sub(r"\1", key)


def is_one_edit(one: str, other: str) -> bool:
    """Tell whether one letter more, less or other, or two swapped, makes one of the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    head = 0
    shortest = min(len(one), len(other))
    while head < shortest and one[head] == other[head]:
        head += 1
    if len(one) == len(other):
        if one[head + 1 :] == other[head + 1 :]:
            return True
        swapped = one[head : head + 2] == other[head : head + 2][::-1]
        return swapped and one[head + 2 :] == other[head + 2 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[head + 1 :] == shorter[head:]


def _name_word(text: str, word: Word, is_behind: bool) -> NameWord | None:
    raw = word.text
    before = text[word.start - 1 : word.start]
    if before and before in "@#/\\._&=":
        return None
    name, article = raw, None
    if not (raw.isalpha() and raw.isascii()):  # most words are plain letters
        ending = _POSSESSIVE.search(raw)
        name = raw[: ending.start()] if ending else raw
        article = _ARTICLE.match(name)
    base = name[article.end() :] if article else name
    if len(base) < 2 or not base[0].isupper() or base.isupper():
        return None
    if base is not raw or not base.isalpha():
        if any(each.isdigit() for each in base):
            return None
        parts = re.split("[-‐‑]", base)
        if any(part[:1].islower() for part in parts[1:] if len(part) > 2) and not (
            is_behind and _is_given(parts)
        ):
            return None  # "India-controlled", "Therm-a-rest"
    start = word.start
    shown = article[0] if article else ""
    opens = starts_sentence(text, start)
    return _new((name, base, shown, start, start + len(name), "", "", opens))


def _is_given(parts: list[str]) -> bool:
    """Tell whether parts are those of a given name like "Jin-ping", behind a surname."""
    return (
        len(parts) == 2
        and parts[1] not in _NO_SYLLABLES
        and all(_SYLLABLE.fullmatch(part.casefold()) for part in parts)
    )


def _joins(gap: str) -> bool:
    return gap in (" ", "\u00a0") or all(
        part in PARTICLES or not part for part in gap.replace("\u00a0", " ").casefold().split(" ")
    )


def _linked(run: list[NameWord]) -> list[NameWord]:
    if len(run) < 2:
        return run
    bases = ["", *[each.base for each in run], ""]
    return [_new((*each[:5], bases[at], bases[at + 2], each.opens)) for at, each in enumerate(run)]
