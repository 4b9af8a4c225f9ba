"""The words of a text as grammar reads them: what stands beside a word, and where clauses begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import compress, count
from typing import Final

from lint.prose.words import ABBREVIATIONS, Words
from lint.tuples import NamedTuple

#: Stands behind the words of a text, in the place of one; it is no word.
BREAK: Final = "\n"
#: What stands before a word, or behind the last one: a blank alone, a mark, a mark after which a
#: clause begins, or what may make one word of two: an apostrophe, a stroke without blanks.
BLANK, MARK, BORDER, JOINT = range(4)
_BORDERS = frozenset(".!?…:;")
_QUOTES = frozenset("“\"‘'«„")
_REACH: Final = 30  # words that a sentence is looked back over
# Names follow these; behind other abbreviations a capital begins a sentence.
_TITLES = frozenset("mr mrs ms dr prof st gen col sgt capt lt maj adm gov sen rep rev hon".split())
_MOST, _LONGEST = 65_536, 40  # words that are kept, and letters of those


class Line(NamedTuple):
    """The words of texts in lower case with straight apostrophes, and the gap before each.

    ``texts`` are the words as written. Behind those of each text stands a BREAK.
    """

    texts: Sequence[str]
    words: list[str]
    gaps: list[int]

    def which(self, is_wanted: Callable[[str], object]) -> Iterator[int]:
        """Yield the places of the words that are wanted."""
        return compress(count(), map(is_wanted, self.words))

    def borders(self) -> Iterator[int]:
        """Yield the places where clauses begin."""
        return compress(count(), map(BORDER.__eq__, self.gaps))

    def before(self, at: int) -> str:
        """The word before another; "," behind a mark, empty where a clause begins."""
        gap = self.gaps[at]
        return self.words[at - 1] if gap == BLANK else "" if gap == BORDER else ","

    def after(self, at: int) -> str:
        """The word behind another; empty if anything but a blank stands between them."""
        return self.words[at + 1] if self.gaps[at + 1] == BLANK else ""

    def is_lower(self, at: int) -> bool:
        """Tell whether a word is written in lower case."""
        return self.texts[at].islower()

    def sentence_has(self, at: int, words: frozenset[str]) -> bool:
        """Tell whether any of some words stands earlier in the sentence."""
        for index in range(at - 1, max(-1, at - _REACH), -1):
            if self.gaps[index + 1] == BORDER:
                return False
            if self.words[index] in words:
                return True
        return False


class _Small(dict[str, str]):
    """Words in lower case with straight apostrophes, as they are met."""

    def __missing__(self, word: str) -> str:
        small = word.lower().replace("’", "'")
        if len(self) < _MOST and len(word) <= _LONGEST:
            self[word] = small
        return small


class _Gaps(dict[str, int]):
    """What gaps between words are, as they are met: most are one of a few."""

    def __missing__(self, gap: str) -> int:
        kind = BLANK if gap in (" ", "\u00a0") else _mark(gap)
        if len(self) < _MOST and len(gap) <= _LONGEST:
            self[gap] = kind
        return kind


# Kept, because articles share most of their words and of what stands between them.
_small, _kinds = _Small(), _Gaps()


def read_line(texts: Sequence[str], gaps: Sequence[str], firsts: Sequence[int] = (0,)) -> Line:
    """Lay out the words of texts, each with its BREAK; ``firsts`` tells where the texts begin.

    ``gaps`` tells what stands before each word and BREAK in its text.
    """
    kinds = list(map(_kinds.__getitem__, gaps))
    ends = [first - 1 for first in firsts[1:]] + [len(texts) - 1] * bool(firsts)
    for first, end in zip(firsts, ends, strict=True):
        kinds[first] = BORDER
        kinds[end] = JOINT if gaps[end].lstrip()[:1] in ("'", "’") else BORDER
    words = list(map(_small.__getitem__, texts))
    for at in compress(count(), map(". ".__eq__, gaps)):
        if _goes_on(words[at - 1], texts[at]):
            kinds[at] = BLANK
    return Line(texts, words, kinds)


def _goes_on(before: str, text: str) -> bool:
    """Tell whether a sentence goes on behind a full stop: "U.S. exports", "George W. Bush"."""
    if len(before) == 1:
        return before.isalpha()
    return before in (ABBREVIATIONS if text.islower() else _TITLES)


def line_of(found: Words) -> Line:
    """Lay out the words of one text."""
    return read_line([*found.texts, BREAK], found.gaps)


def _mark(gap: str) -> int:
    if not gap or gap[0] in "'’" or " " not in gap:
        return MARK if "—" in gap or "–" in gap else JOINT
    if not _BORDERS.isdisjoint(gap):
        return BORDER
    # “…, “the minister” begins a clause, and “a “minister” does not.
    return BORDER if "," in gap and not _QUOTES.isdisjoint(gap) else MARK
