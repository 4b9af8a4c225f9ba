"""Full names in the same letters, divided in two ways: Xi Jinping, Xi Jin Ping."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from lint.prose.names import NamePart
from lint.prose.words import fold
from lint.tuples import NamedTuple

_LONGEST: Final = 4  # words


class Divided(NamedTuple):
    """A name of two words and more, from first to last; ``words`` are folded, one blank apart."""

    words: str
    first: NamePart
    last: NamePart

    @property
    def letters(self) -> str:
        """The name without divisions."""
        return self.words.replace(" ", "")


def long_names(runs: Sequence[list[NamePart]], apart: Container[str]) -> Iterator[Divided]:
    """Yield the names of three words and more that others of the words may divide otherwise.

    ``apart`` are titles, which end what is before.
    """
    long = [run for run in runs if len(run) > 2]
    known = frozenset(fold(part.base) for run in runs for part in run) if long else frozenset()
    for run in long:
        name = run[:1]
        for part in run[1:]:
            if part.base.casefold() in apart:
                name = []
                continue
            name.append(part)
            for length in range(3, min(_LONGEST, len(name)) + 1):
                last = name[-length:]
                words = [fold(each.base) for each in last]
                if _may_be_divided(words, known):
                    yield Divided(" ".join(words), last[0], last[-1])


def _may_be_divided(words: list[str], known: frozenset[str]) -> bool:
    """Tell whether a longer or a shorter word is known that begins where one of some does."""
    letters, at = "".join(words), 0
    for word in words:
        for end in range(at + 1, len(letters) + 1):
            if end != at + len(word) and letters[at:end] in known:
                return True
        at += len(word)
    return False


def short_names(
    runs: Sequence[list[NamePart]], letters: Container[str], ends: Container[str]
) -> Iterator[Divided]:
    """Yield each two to four words of a run that have the letters of one of the names given.

    ``ends`` are the last two letters of each: most names are passed over for them.
    """
    for run in runs:
        for at in range(1, len(run)):
            base = run[at].base
            if base.isascii() and base[-2:].lower() not in ends:
                continue
            words = fold(base)
            for first in range(at - 1, max(-1, at - _LONGEST), -1):
                words = f"{fold(run[first].base)} {words}"
                if words.replace(" ", "") in letters:
                    yield Divided(words, run[first], run[at])
