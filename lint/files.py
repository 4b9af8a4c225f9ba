"""Files: which articles a run reads, and their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import Final

from lint.tuples import NamedTuple

#: Bytes; a larger file is refused.
LARGEST: Final = 20_000_000
SUFFIXES: Final = (".html", ".htm", ".xhtml")
_SKIPPED_FOLDERS: Final = frozenset(["node_modules", "__pycache__"])


class FileError(Exception):
    """A file that cannot be read or written; the message says why and what to do."""


class Found(NamedTuple):
    """A path to check; ``error`` says why it cannot be, ``excluded`` that it shall not be."""

    path: str
    error: str = ""
    excluded: bool = False


class Exclude(NamedTuple):
    """A pattern (``*``, ``?``, ``[…]``) of paths below ``root`` that are not checked.

    Without a slash it is compared with every part of the path, else with the path from its start.
    """

    root: str
    pattern: str

    def matches(self, path: str) -> bool:
        """Tell whether a path, or a folder that it is in, is excluded."""
        relative = os.path.relpath(path, self.root).replace(os.sep, "/")
        pattern = self.pattern.removeprefix("./").rstrip("/")
        parts = relative.split("/")
        if "/" not in pattern:
            return any(fnmatchcase(part, pattern) for part in parts)
        pattern = pattern.removeprefix("/")
        heads = ("/".join(parts[: count + 1]) for count in range(len(parts)))
        return any(fnmatchcase(head, pattern) for head in heads)


def find_articles(
    paths: Sequence[str], exclude: Sequence[Exclude] = (), *, force_exclude: bool = False
) -> Iterator[Found]:
    """Yield what to check: named files as they are, folders walked in sorted order, each once.

    A walk takes ``*.html``, ``*.htm`` and ``*.xhtml`` in any case, and skips hidden files and
    folders, node_modules, symbolic links, and what ``exclude`` names. A path that is named itself
    is excluded only with ``force_exclude``.
    """
    seen: set[str] = set()
    for path in paths:
        if force_exclude and any(each.matches(path) for each in exclude):
            yield Found(path, excluded=True)
        elif os.path.isdir(path):  # also for names that are no valid text
            any_found = False
            for found in _walk(path, exclude):
                any_found = True
                if _is_new(found.path, seen):
                    yield found
            if not any_found:
                yield Found(path, "no articles in this folder (*.html, *.htm, *.xhtml)")
        elif _is_new(path, seen):
            yield Found(path)


def _is_new(path: str, seen: set[str]) -> bool:
    key = os.path.abspath(path)  # links stay: the name is what a report shows
    is_new = key not in seen
    seen.add(key)
    return is_new


def _walk(top: str, exclude: Sequence[Exclude]) -> Iterator[Found]:
    problems: list[OSError] = []
    for folder, folders, names in os.walk(top, onerror=problems.append):
        place = "" if folder == "." else folder.removeprefix("./")
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _SKIPPED_FOLDERS
            and not any(each.matches(os.path.join(folder, name)) for each in exclude)
        )
        for name in sorted(names):
            path = os.path.join(place, name)  # Path would drop a leading "./"
            if (
                name.lower().endswith(SUFFIXES)
                and not name.startswith(".")
                and not os.path.islink(path)
                and not any(each.matches(path) for each in exclude)
            ):
                yield Found(path)
    for problem in problems:
        yield Found(str(problem.filename), f"cannot be listed: {reason(problem)}")


def read_bytes(path: str) -> bytes:
    """Read a regular file of at most 20 MB. Raises FileError; never waits for a pipe."""
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except FileNotFoundError:
        raise FileError("no such file; check the spelling of the path") from None
    except (OSError, ValueError) as error:
        raise FileError(f"cannot be read: {reason(error)}") from None
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        if stat.S_ISDIR(mode):
            raise FileError("a folder, not a file")
        raise FileError("not a regular file; to check a stream, pipe it in and name “-”")
    with os.fdopen(handle, "rb") as file:
        try:
            data = file.read(LARGEST + 1)
        except OSError as error:
            raise FileError(f"cannot be read: {reason(error)}") from None
    if len(data) > LARGEST:
        raise FileError(f"larger than {LARGEST // 1_000_000} MB; split it, or exclude it")
    return data


def reason(error: OSError | ValueError) -> str:
    """Say in a few words what the system said."""
    strerror = getattr(error, "strerror", None)
    text = strerror if isinstance(strerror, str) else str(error)
    return text[:1].lower() + text[1:]


_BINARY: Final = getattr(os, "O_BINARY", 0)  # Windows would turn CRLF into LF
