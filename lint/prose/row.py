"""A text as the language model reads it: words, marks and sentence borders in a row."""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import Final

from lint.prose.language_model import END, START, Entry, entry
from lint.prose.words import Word, Words
from lint.tuples import NamedTuple

# What may make one word of two, or an address.
_JOINED: Final = frozenset("-‐‑–—/@#&_\\'’")
#: What stands between most words.
BLANKS: Final = (" ", "\u00a0")
_STOPS: Final = frozenset(".!?…")
_CLOSING: Final = frozenset('.!?…”"’)')


class Row(NamedTuple):
    """A text as the model reads it: ``entries`` with marks and sentence borders among the words.

    ``at`` gives each word's place; an entry is None for a mark or a word that the model lacks.
    ``capitals`` is 1 where a capitalised word or a number stands, ``marks`` where a mark does.
    Compact: a long article has millions of words.
    """

    entries: list[Entry | None]
    at: array[int]
    capitals: bytearray
    marks: bytearray


def normal(word: str) -> str:
    """A word as the model writes it."""
    word = word.lower()
    return word if word.isascii() else word.replace("’", "'")


@lru_cache(maxsize=65_536)
def known(word: str) -> Entry | None:
    """The entry of a word in any case, a genitive as its noun; None if the model lacks it."""
    found = entry(normal(word))
    if found.known:
        return found
    if word[-2:] in ("'s", "’s"):
        found = entry(normal(word[:-2]))
        return found if found.known else None
    return None


def ends_sentence(gap: str) -> bool:
    """Tell whether what stands between two words ends a sentence."""
    bare = _bare(gap)
    return bare[-1:] in _CLOSING and not _STOPS.isdisjoint(bare)


def beside(word: str, gap: str, border: Entry) -> Entry | None:
    """A neighbour as a row has it, ``gap`` away; ``border`` if a sentence ends between them."""
    if gap in BLANKS:
        return known(word)
    return border if ends_sentence(gap) else None


def _bare(gap: str) -> str:
    """What stands between two words without what opens the next."""
    return gap.rstrip(" \u00a0\"“‘([—–-'")


def read_row(words: Words, first: int = 0, end: int | None = None) -> Row:
    """Lay out a text's words for scoring, or some of them, from ``first`` to before ``end``."""
    start, stop = entry(START), entry(END)
    entries: list[Entry | None] = [None, None, None if first else start]
    capitals, marks = bytearray(3), bytearray(3)
    at = array("I")
    end = len(words) if end is None else min(end, len(words))
    for number in range(first, end):
        gap = words.gaps[number]
        if number == first:
            if gap:
                marks[-1] = 1
        elif gap not in BLANKS:
            if ends_sentence(gap):
                entries += (stop, start)
                capitals += bytes(2)
                marks += bytes((0, _bare(gap) != gap.rstrip(" \u00a0")))
            else:
                entries.append(None)
                capitals.append(False)
                marks.append(True)
        word = words.texts[number]
        at.append(len(entries))
        entries.append(known(word))
        capitals.append(not word[0].islower())
        marks.append(False)
    entries += (stop if end == len(words) else None, None, None)
    capitals += bytes(3)
    marks += bytes(3)
    return Row(entries, at, capitals, marks)


def opens(row: Row, at: int, word: Word) -> bool:
    """Tell whether a word has its capital because a sentence begins."""
    before = row.entries[at - 1]
    text = word.text
    return (
        before is not None
        and before.key == b"<s> "
        and text[:1].isupper()
        and (len(text) == 1 or text[1:].islower())
    )


def stands_alone(text: str, word: Word) -> bool:
    """Not part of a compound, an address or a handle, nor beside a quotation mark or bracket."""
    before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    if before and before not in (" ", "\u00a0"):
        return not word.text.islower() and before in "“\"‘'"
    if after[:1] in _JOINED:
        return False
    return not (after[:1] == "." and after[1:].isalnum())
