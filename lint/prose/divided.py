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


def long_names(names: Sequence[NameWord], apart: Container[str]) -> Iterator[Divided]:
    """Yield the names of three words and more; ``apart`` are titles, which end what is before."""
    run: list[NameWord] = []
    for at, name in enumerate(names):
        if not name.before:
            # Most names stand alone, or two together.
            run = [name] if len(names) > at + 2 and names[at + 2].before else []
            continue
        if name.base.casefold() in apart:
            run = []
        elif run:
            run.append(name)
            for length in range(3, min(_LONGEST, len(run)) + 1):
                last = run[-length:]
                words = " ".join(fold(each.base) for each in last)
                yield Divided(words, last[0].start, last[-1].end)
        else:
            run = [name]


def short_names(
    names: Sequence[NameWord], letters: Container[str], ends: Container[str]
) -> Iterator[Divided]:
    """Yield each run of two to four name words that has the letters of one of the names given.

    ``ends`` are the last two letters of each: most names are passed over for them.
    """
    for at, name in enumerate(names):
        if not name.before or (name.base.isascii() and name.base[-2:].lower() not in ends):
            continue
        words = fold(name.base)
        for first in range(at - 1, max(-1, at - _LONGEST), -1):
            if not names[first + 1].before:
                break
            words = f"{fold(names[first].base)} {words}"
            if words.replace(" ", "") in letters:
                yield Divided(words, names[first].start, name.end)
