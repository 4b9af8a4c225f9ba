"""How far a long run is, in one line of the terminal that is taken away at the end."""

from __future__ import annotations

import sys
import time
from typing import Final

_PATIENCE: Final = 2.0  # seconds: what is done by then needs no line
_PAUSE: Final = 0.1  # seconds between two changes of the line
_CLEAR: Final = "\r\x1b[K"


class Progress:
    """Counts articles done; nothing is shown in a pipe, under ``quiet``, or in a short run."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self._total = total
        self._done = 0
        self._next = time.monotonic() + _PATIENCE
        self._shown = False
        self._on = not quiet and sys.stderr.isatty()

    def add(self, count: int) -> None:
        """Count some articles more."""
        self._done += count
        if self._on and time.monotonic() >= self._next:
            share = f"{100 * self._done // max(self._total, 1)} %"
            sys.stderr.write(f"{_CLEAR}{self._done} of {self._total} articles, {share}")
            sys.stderr.flush()
            self._shown = True
            self._next = time.monotonic() + _PAUSE

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._shown = False
