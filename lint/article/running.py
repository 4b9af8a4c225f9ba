"""Running words: those of many blocks in one row, so that a check looks through them at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import compress, count

from lint.article.block import Block
from lint.lazy import lazy
from lint.prose.clause import BREAK, Line, read_line
from lint.prose.names import NamePart, NameWord, find_runs, name_word


class Running:
    """The words of some blocks in a row, behind those of each block a BREAK.

    ``texts`` are the words and breaks, ``gaps`` what stands before each of them in its block.
    ``among`` are the blocks, ``blocks`` those that have words, ``firsts`` the places where these
    begin.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.among = blocks
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
    def names(self) -> list[list[NamePart]]:
        """The words that may be names, those together that stand in one name."""
        return find_runs(self.texts, self.gaps)

    def name_word(self, run: list[NamePart], number: int) -> tuple[Block, NameWord]:
        """All that is known of a word of a name, and the block in which it stands."""
        block, at = self.place(run[number].at)
        first = run[number].at - at
        return block, name_word(block.text, block.words, run, number, first)

    @lazy
    def line(self) -> Line:
        """The words as grammar reads them, in the same places."""
        return read_line(self.texts, self.gaps, self.firsts)
