"""A sorted file of lines, mapped into memory and searched by halving: nothing is read at start."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path

Lines = mmap.mmap | bytes


def open_lines(path: Path) -> Lines:
    """Map a file into memory; an empty file, which cannot be mapped, gives no lines.

    Raises OSError.
    """
    with path.open("rb") as file:
        if not file.seek(0, 2):
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def lines_with(lines: Lines, prefix: bytes) -> Iterator[bytes]:
    """Yield the lines that begin with ``prefix``, without their ends. Lines are sorted by bytes."""
    low = _first(lines, prefix)
    while low < len(lines):
        end = _end(lines, low)
        line = lines[low:end]
        if not line.startswith(prefix):
            return
        yield line
        low = end + 1


def block_with(lines: Lines, prefix: bytes) -> bytes:
    """Give all the lines that begin with ``prefix``, with their ends."""
    return lines[_first(lines, prefix) : _first(lines, prefix + b"\xff")]


def _first(lines: Lines, wanted: bytes) -> int:
    """Where the first line begins that is not before ``wanted``."""
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start = lines.rfind(b"\n", low, middle) + 1 or low
        end = _end(lines, start)
        if lines[start:end] < wanted:
            low = end + 1
        else:
            high = start
    return low


def _end(lines: Lines, start: int) -> int:
    end = lines.find(b"\n", start)
    return len(lines) if end < 0 else end
