"""Standard streams: results as text or bytes, problems in one line each, colour or none."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from lint.report.shown import visible

_WIDTH = 80
_WIDEST = 120


def complain(message: str) -> None:
    """Write one line on what went wrong to stderr; nothing in it can move the cursor."""
    line = f"copydesk: {visible(message)}\n"
    encoding = sys.stderr.encoding or "ascii"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))


def emit(text: str) -> None:
    """Write results to stdout in the terminal's encoding; what it lacks is escaped."""
    encoding = sys.stdout.encoding or "ascii"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def emit_bytes(data: bytes) -> None:
    """Write bytes to stdout as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def wants_color(choice: str, *, is_terminal: bool, environment: Mapping[str, str]) -> bool:
    """Decide on colour: the option, then NO_COLOR, then FORCE_COLOR, then the terminal.

    The order is ruff's: an option that says always or never wins over every variable, and
    FORCE_COLOR or CLICOLOR_FORCE colours a pipe, too. Empty variables and "0" (for those that
    force) count as not set.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(
        environment.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    ):
        return True
    return is_terminal and environment.get("TERM") != "dumb"


def terminal_width() -> int:
    """The columns that a report may take: the terminal's, between 40 and 120; 80 elsewhere."""
    if not sys.stdout.isatty():
        return _WIDTH
    try:
        return max(40, min(os.get_terminal_size(sys.stdout.fileno()).columns or _WIDTH, _WIDEST))
    except OSError:
        return _WIDTH
