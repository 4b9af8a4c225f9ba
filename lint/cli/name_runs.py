"""Names of an index in files that are put by and merged: memory stays bounded."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO, Any

from lint.cli.archive import opened, put_by
from lint.prose.name_index import Entry, IndexLineError, place, read_entry, written


class IndexFileError(Exception):
    """An index that cannot be used; one line names file and line."""


def by_name(entry: Entry) -> bytes:
    """What the lines of an index are sorted by."""
    return place(entry.name)


def read_index(path: str, stack: ExitStack) -> Iterator[Entry]:
    """Read the names of an index as they are asked for; ``stack`` closes it.

    Raises FileError; IndexFileError, when it is reached, for a line that is no name or not in its
    place.
    """
    return _lines(opened(path, stack), path)


def put_names_by(entries: Iterable[Entry], stack: ExitStack) -> Callable[[], Iterator[Entry]]:
    """Write names into a file that is gone when ``stack`` closes; give what reads them again."""
    file = put_by(map(written, entries), stack)

    def read() -> Iterator[Entry]:
        file.seek(0)
        return map(read_entry, file)

    return read


def resorted(
    entries: Iterator[Entry], key: Callable[[Entry], Any], most: int, stack: ExitStack
) -> Iterator[Entry]:
    """Sort names in another way, with ``most`` of them in memory."""
    runs = []
    while held := sorted(islice(entries, most), key=key):
        runs.append(put_names_by(held, stack)())
    return heapq.merge(*runs, key=key)


def _lines(file: IO[bytes], path: str) -> Iterator[Entry]:
    last = b""
    for number, line in enumerate(file, 1):
        try:
            entry = read_entry(line)
        except IndexLineError as problem:
            raise IndexFileError(f"{path}: line {number}: {problem}") from None
        if by_name(entry) <= last:
            raise IndexFileError(f"{path}: line {number}: not in its place; sort by bytes")
        last = by_name(entry)
        yield entry
