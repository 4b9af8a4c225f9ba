"""Files: which articles a run reads, their bytes, and bytes written back without harm."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final, NamedTuple

#: Bytes; a larger file is refused.
LARGEST: Final = 20_000_000
SUFFIXES: Final = (".html", ".htm", ".xhtml")
_SKIPPED_FOLDERS: Final = frozenset(["node_modules", "__pycache__"])
_TEMPORARY: Final = ".copydesk-"


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
        yield Found(str(problem.filename), f"cannot be listed: {_reason(problem)}")


def read_bytes(path: str) -> bytes:
    """Read a regular file of at most 20 MB. Raises FileError; never waits for a pipe."""
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except FileNotFoundError:
        raise FileError("no such file; check the spelling of the path") from None
    except (OSError, ValueError) as error:
        raise FileError(f"cannot be read: {_reason(error)}") from None
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
            raise FileError(f"cannot be read: {_reason(error)}") from None
    if len(data) > LARGEST:
        raise FileError(f"larger than {LARGEST // 1_000_000} MB; split it, or exclude it")
    return data


def write_bytes(path: str, old: bytes, new: bytes) -> None:
    """Put ``new`` in the place of a file that still holds ``old``, whole or not at all.

    The mode is kept, and the owner where the system lets us. Raises FileError where the path is a
    symbolic or hard link, may not be written, or has changed since it was read; the file is then as
    it was.
    """
    if old == new:
        return
    try:
        status = os.lstat(path)
    except OSError as error:
        raise FileError(f"not written: {_reason(error)}") from None
    if stat.S_ISLNK(status.st_mode):
        raise FileError("not written: a symbolic link; name the file that it leads to")
    if status.st_nlink > 1:
        raise FileError("not written: a hard link; its other names would keep the old text")
    if not os.access(path, os.W_OK):
        raise FileError("not written: no permission to write")
    _replace(path, new, status, old)


def write_output(path: str, data: bytes) -> None:
    """Write a report to a file, whole or not at all. Raises FileError.

    A symbolic link, device or pipe is written to directly, as the shell's ``>`` would.
    """
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        _replace(path, data, None, None)
        return
    except OSError as error:
        raise FileError(f"not written: {_reason(error)}") from None
    if stat.S_ISREG(status.st_mode):
        _replace(path, data, status, None)
        return
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise FileError(f"not written: {_reason(error)}") from None


def _replace(path: str, data: bytes, status: os.stat_result | None, old: bytes | None) -> None:
    from tempfile import mkstemp  # costs 10 ms: only a run that writes pays

    folder, name = os.path.split(path)
    temporary = ""
    try:
        handle, temporary = mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=folder or ".")
        with os.fdopen(handle, "wb") as file:
            _like(file.fileno(), status)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if old is not None and read_bytes(path) != old:
            raise FileError("not written: it changed while it was being checked; run again")
        os.replace(temporary, os.path.join(folder, name))
        temporary = ""
        _sync_folder(folder or ".")
    except OSError as error:
        raise FileError(f"not written: {_reason(error)}") from None
    finally:
        if temporary:
            os.unlink(temporary)


def _like(handle: int, status: os.stat_result | None) -> None:
    """Give a new file the mode and, where the system lets us, the owner of the old."""
    if status is None:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    else:
        mode = stat.S_IMODE(status.st_mode)
        made = os.fstat(handle)
        if hasattr(os, "fchown") and (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
            with suppress(PermissionError):
                os.fchown(handle, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)


def _sync_folder(folder: str) -> None:
    # Only so does the new name survive a power cut; not every system can open a folder.
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    with suppress(OSError):
        os.fsync(handle)
    os.close(handle)


def _reason(error: OSError | ValueError) -> str:
    strerror = getattr(error, "strerror", None)
    text = strerror if isinstance(strerror, str) else str(error)
    return text[:1].lower() + text[1:]


_BINARY: Final = getattr(os, "O_BINARY", 0)  # Windows would turn CRLF into LF
