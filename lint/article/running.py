"""Running words: those of many blocks in one row, so that a check looks through them at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import compress, count

from lint.article.block import Block
from lint.lazy import lazy
from lint.prose.clause import BREAK, Line, read_line


class Running:
    """The words of some blocks in a row, behind those of each block a BREAK.

    ``texts`` are the words and breaks, ``gaps`` what stands before each of them in its block.
    ``blocks`` are those of the blocks that have words, ``firsts`` the places where they begin.
    """

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = [block for block in blocks if block.words]
        self.firsts: list[int] = []
        self.texts: list[str] = []
        self.gaps: list[str] = []
        for block in self.blocks:
            self.firsts.append(len(self.texts))
            self.texts += block.words.texts
            self.texts.append(BREAK)
            self.gaps += block.words.gaps

    def which(self, is_wanted: Callable[[str], object]) -> Iterator[int]:
        """Yield the places of the words that are wanted."""
        return compress(count(), map(is_wanted, self.texts))

    def place(self, at: int) -> tuple[Block, int]:
        """The block in which a word stands, and which of its words it is."""
        number = bisect_right(self.firsts, at) - 1
        return self.blocks[number], at - self.firsts[number]

    @lazy
    def line(self) -> Line:
        """The words as grammar reads them, in the same places."""
        return read_line(self.texts, self.gaps, self.firsts)
