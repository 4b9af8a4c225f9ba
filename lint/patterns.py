"""Patterns that are compiled when they are first used.

Copydesk has some two hundred; most runs use half of them, and to compile all at each start took a
sixth of it.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False  # as checkers of types read it
if TYPE_CHECKING:
    from typing import Any

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class LazyPattern:
    """Stands for an ``re.Pattern``: has its methods, and its attributes, from the first use on."""

    def __init__(self, text: str, flags: int) -> None:
        self._made_of = (text, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copy and pickle ask for what no pattern has
            raise AttributeError(name)
        made = re.compile(*self._made_of)
        # From now on nothing stands between: a method is found where Python looks first.
        self.__dict__.update({each: getattr(made, each) for each in _METHODS})
        return getattr(made, name)


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when it is first used; ``re.error`` is raised only then."""
    untyped: Any = LazyPattern(text, flags)  # it has a pattern's methods; ``cast`` loads typing
    pattern: re.Pattern[str] = untyped
    return pattern
