"""A text as the language model reads it: words, marks and sentence borders in a row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from lint.prose.language_model import END, START, Entry, entry
from lint.prose.words import Word
from lint.tuples import NamedTuple

# What may make one word of two, or an address.
_JOINED: Final = frozenset("-‐‑–—/@#&_\\'’")


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


def read_row(text: str, words: Sequence[Word]) -> Row:
    """Lay out a text's words for scoring."""
    start, end = entry(START), entry(END)
    entries: list[Entry | None] = [None, None, start]
    capitals, marks = bytearray(3), bytearray(3)
    at = array("I")
    last = 0
    for word in words:
        gap = text[last : word.start]
        if not last:
            if gap:
                marks[-1] = 1
        elif gap not in (" ", "\u00a0"):
            bare = gap.rstrip(" \u00a0\"“‘([—–-'")
            if bare and bare[-1] in '.!?…”"’)' and any(each in bare for each in ".!?…"):
                entries += (end, start)
                capitals += bytes(2)
                marks += bytes((0, bare != gap.rstrip(" \u00a0")))
            else:
                entries.append(None)
                capitals.append(False)
                marks.append(True)
        at.append(len(entries))
        entries.append(known(word.text))
        capitals.append(not word.text[0].islower())
        marks.append(False)
        last = word.end
    entries += (end, None, None)
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
