"""Full names in the same letters, divided in two ways: Xi Jinping, Xi Jin Ping."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from lint.prose.names import NameWord
from lint.prose.words import fold

_LONGEST: Final = 4  # words


class Divided(NamedTuple):
    """A name of two words and more: ``text[start:end]``; ``words`` are folded, one blank apart."""

    words: str
    start: int
    end: int

    @property
    def letters(self) -> str:
        """The name without divisions."""
        return self.words.replace(" ", "")


def long_names(names: Sequence[NameWord], apart: set[str]) -> Iterator[Divided]:
    """Yield the names of three words and more; ``apart`` are titles, which end what is before."""
    for at in range(2, len(names)):
        if not (names[at - 1].before and names[at].before):
            continue
        for length in range(3, _LONGEST + 1):
            run = names[max(0, at + 1 - length) : at + 1]
            if len(run) == length and _is_one(run) and apart.isdisjoint(_small(run)):
                yield Divided(" ".join(fold(each.base) for each in run), run[0].start, run[-1].end)


def short_names(names: Sequence[NameWord], letters: Container[str]) -> Iterator[Divided]:
    """Yield each run of two to four name words that has the letters of one of the names given."""
    for at, name in enumerate(names):
        words = fold(name.base)
        for first in range(at - 1, max(-1, at - _LONGEST), -1):
            if not names[first + 1].before:
                break
            words = f"{fold(names[first].base)} {words}"
            if words.replace(" ", "") in letters:
                yield Divided(words, names[first].start, name.end)


def _is_one(run: Sequence[NameWord]) -> bool:
    return all(name.before for name in run[1:])


def _small(run: Sequence[NameWord]) -> Iterator[str]:
    return (name.base.casefold() for name in run)
