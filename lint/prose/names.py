"""Names in a text: which words are names, which stand together, and keys that fold spellings.

A key only proposes that two spellings are one name (measured on 1,586 Arabic names: the safe key
merges 3 % of true pairs, the bold one 78 % with every second article wrong); evidence decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Final

from lint.patterns import lazy_pattern
from lint.prose.words import APOSTROPHES, Words, fold, starts_sentence, words
from lint.tuples import NamedTuple

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
_NO_NAME = frozenset("@#/\\._&=")  # behind these stands part of an address or a handle
_LONGEST = 40  # letters of a word that is kept


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


class NamePart(NamedTuple):
    """A word of a name and which word of the text it is, before anybody asks where that stands."""

    at: int
    text: str
    base: str
    article: str


_new = partial(tuple.__new__, NamePart)  # half of the time that NamedTuple's own takes


def find_names(text: str, among: Words | None = None) -> list[NameWord]:
    """List the capitalised words of a text that may be names, with their neighbours.

    ``among`` are the text's words, where they are known already.
    """
    known = words(text) if among is None else among
    return [
        name_word(text, known, run, number)
        for run in find_runs(known.texts, known.gaps)
        for number in range(len(run))
    ]


def find_runs(texts: Sequence[str], gaps: Sequence[str]) -> list[list[NamePart]]:
    """List the words that may be names, those together that stand in one name.

    ``gaps`` tells what stands before each of the words.
    """
    runs: list[list[NamePart]] = []
    run: list[NamePart] = []
    last = -1  # the word behind which the name may go on; -1 behind the end of one
    for at, is_small in enumerate(map(str.islower, texts)):
        if is_small:  # as most words are
            continue
        raw, gap = texts[at], gaps[at]
        shape = _shape(raw) if len(raw) <= _LONGEST else _shape.__wrapped__(raw)
        if shape is None or (gap and gap[-1] in _NO_NAME):
            continue
        name, base, article, is_given = shape
        is_next = last >= 0 and at == last + 1
        if is_given and not is_next:
            continue
        part = _new((at, name, base, article))
        if (is_next and gap == " ") or (last >= 0 and _joins(texts, gaps, last, at)):
            run.append(part)
        else:
            run = [part]
            runs.append(run)
        last = at if len(name) == len(raw) else -1  # "Syria's Assad" is two
    return runs


def name_word(
    text: str, among: Words, run: Sequence[NamePart], number: int, first: int = 0
) -> NameWord:
    """Tell all that is known of a word of a run; ``first`` is where the words of ``text`` begin."""
    at, name, base, article = run[number]
    at -= first
    start, gap = among.bounds[2 * at], among.gaps[at]
    # A word behind a word or a comma begins no sentence.
    opens = (not at or gap not in (" ", ", ")) and starts_sentence(text, start)
    before = run[number - 1].base if number else ""
    after = run[number + 1].base if number + 1 < len(run) else ""
    return NameWord(name, base, article, start, start + len(name), before, after, opens)


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


@lru_cache(16_384)  # articles share many of their capitalised words
def _shape(raw: str) -> tuple[str, str, str, bool] | None:
    """The name, base and Arabic article of a word, and whether it is a name behind one only.

    None for a word that is no name.
    """
    if not (raw[0].isupper() or (raw[0] in _ARTICLES and "-" in raw)):
        return None
    name, article = raw, None
    if not (raw.isalpha() and raw.isascii()):  # most words are plain letters
        ending = _POSSESSIVE.search(raw)
        name = raw[: ending.start()] if ending else raw
        article = _ARTICLE.match(name)
    base = name[article.end() :] if article else name
    if len(base) < 2 or not base[0].isupper() or base.isupper():
        return None
    if base.isalpha():
        return name, base, article[0] if article else "", False
    if any(each.isdigit() for each in base):
        return None
    parts = re.split("[-‐‑]", base)
    is_given = any(part[:1].islower() for part in parts[1:] if len(part) > 2)
    if is_given and not _is_given(parts):
        return None  # "India-controlled", "Therm-a-rest"
    return name, base, article[0] if article else "", is_given


def _is_given(parts: list[str]) -> bool:
    """Tell whether parts are those of a given name like "Jin-ping", behind a surname."""
    return (
        len(parts) == 2
        and parts[1] not in _NO_SYLLABLES
        and all(_SYLLABLE.fullmatch(part.casefold()) for part in parts)
    )


def _joins(texts: Sequence[str], gaps: Sequence[str], one: int, other: int) -> bool:
    """Tell whether only blanks and particles stand between two words."""
    for at in range(one + 1, other + 1):
        if gaps[at] != " " and gaps[at].strip(" \u00a0"):
            return False
        if at < other and texts[at].casefold() not in PARTICLES:
            return False
    return True
