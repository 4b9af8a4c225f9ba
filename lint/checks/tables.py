"""Tables that a check makes of a rule's options: made once, not for each article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

_MOST: Final = 64  # rules that one check may serve before their tables are made again

Options = TypeVar("Options")
Table = TypeVar("Table")


def made_once(make: Callable[[Options], Table]) -> Callable[[Options], Table]:
    """Keep what ``make`` makes of options, by their identity: they may hold mappings, not hashable.

    The options themselves are kept beside it, so that no others can take their place in memory.
    """
    kept: dict[int, tuple[Options, Table]] = {}

    def made(options: Options) -> Table:
        known = kept.get(id(options))
        if known is None:
            if len(kept) >= _MOST:
                kept.clear()
            known = kept[id(options)] = (options, make(options))
        return known[1]

    return made
