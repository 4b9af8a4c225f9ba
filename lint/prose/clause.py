"""The words of a text as grammar reads them: what stands beside a word, and where clauses begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from lint.prose.words import Word

#: What stands before a word, or behind the last one: a blank alone, a mark, a mark after which a
#: clause begins, or what may make one word of two: an apostrophe, a stroke without blanks.
BLANK, MARK, BORDER, JOINT = range(4)
_BORDERS = frozenset(".!?…:;")
_QUOTES = frozenset("“\"‘'«„")
_REACH: Final = 30  # words that a sentence is looked back over


class Line(NamedTuple):
    """A text's words in lower case with straight apostrophes, and the gap before each.

    ``gaps`` has one more entry than ``words``: what stands behind the last of them.
    """

    found: Sequence[Word]
    words: list[str]
    gaps: list[int]

    def before(self, at: int) -> str:
        """The word before another; "," behind a mark, empty where a clause begins."""
        gap = self.gaps[at]
        return self.words[at - 1] if gap == BLANK else "" if gap == BORDER else ","

    def after(self, at: int) -> str:
        """The word behind another; empty if anything but a blank stands between them."""
        return self.words[at + 1] if self.gaps[at + 1] == BLANK else ""

    def is_lower(self, at: int) -> bool:
        """Tell whether a word is written in lower case."""
        return self.found[at].text.islower()

    def sentence_has(self, at: int, words: frozenset[str]) -> bool:
        """Tell whether any of some words stands earlier in the sentence."""
        for index in range(at - 1, max(-1, at - _REACH), -1):
            if self.gaps[index + 1] == BORDER:
                return False
            if self.words[index] in words:
                return True
        return False


def read_line(text: str, found: Sequence[Word]) -> Line:
    """Lay out the words of a text."""
    words = [each.text.lower() for each in found]
    if not text.isascii():
        words = [each if each.isascii() else each.replace("’", "'") for each in words]
    gaps = [BORDER] * (len(found) + 1)
    for at in range(1, len(found)):
        gap = text[found[at - 1].end : found[at].start]
        gaps[at] = BLANK if gap in (" ", "\u00a0") else _mark(gap)
    if found and text[found[-1].end :].lstrip()[:1] in ("'", "’"):
        gaps[-1] = JOINT
    return Line(found, words, gaps)


def _mark(gap: str) -> int:
    if gap[0] in "'’" or " " not in gap:
        return MARK if "—" in gap or "–" in gap else JOINT
    if not _BORDERS.isdisjoint(gap):
        return BORDER
    # “…, “the minister” begins a clause, and “a “minister” does not.
    return BORDER if "," in gap and not _QUOTES.isdisjoint(gap) else MARK
