"""Names in a text: which words are names, which stand together, and keys that fold spellings.

A key only proposes that two spellings are one name (measured on 1,586 Arabic names: the safe key
merges 3 % of true pairs, the bold one 78 % with every second article wrong); evidence decides.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import Final, NamedTuple

from lint.patterns import lazy_pattern
from lint.prose.words import APOSTROPHES, Words, fold, starts_sentence, words

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


_new = partial(tuple.__new__, NameWord)
_Part = tuple[str, str, str, int, int, bool]  # what a name word has before its neighbours are known


def find_names(text: str, among: Words | None = None) -> list[NameWord]:
    """List the capitalised words of a text that may be names, with their neighbours.

    ``among`` are the text's words, where they are known already.
    """
    found: list[NameWord] = []
    run: list[_Part] = []
    known = words(text) if among is None else among
    texts, gaps, bounds = known.texts, known.gaps, known.bounds
    last = 0
    for at, is_small in enumerate(map(str.islower, texts)):
        if is_small:  # as most words are
            continue
        raw, gap = texts[at], gaps[at]
        shape = _shape(raw) if len(raw) <= _LONGEST else _shape.__wrapped__(raw)
        if shape is None or (gap and gap[-1] in _NO_NAME):
            continue
        name, base, article, is_given = shape
        is_next = bool(run) and at == last + 1
        if is_given and not is_next:
            continue
        start = bounds[2 * at]
        # A word behind a word or a comma begins no sentence.
        opens = (not at or gap not in (" ", ", ")) and starts_sentence(text, start)
        if run:
            if not is_next:
                has_particle = texts[last + 1].casefold() in PARTICLES
                gap = text[bounds[2 * last + 1] : start] if has_particle else "."
            if not (gap == " " or _joins(gap)) or run[-1][0][-1] in "’'":
                found += _linked(run)
                run = []
        run.append((name, base, article, start, start + len(name), opens))
        last = at
        if len(name) != len(raw):  # a possessive ends a name: "Syria's Assad" is two
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


def _joins(gap: str) -> bool:
    return gap in (" ", "\u00a0") or all(
        part in PARTICLES or not part for part in gap.replace("\u00a0", " ").casefold().split(" ")
    )


def _linked(run: list[_Part]) -> list[NameWord]:
    """Make the words of one name, each with the bases of its neighbours."""
    bases = ["", *[part[1] for part in run], ""]
    return [
        _new((name, base, article, start, end, before, after, opens))
        for (name, base, article, start, end, opens), before, after in zip(
            run, bases, bases[2:], strict=False
        )
    ]
