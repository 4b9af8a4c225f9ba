"""Writing: bytes put in the place of a file's, whole or not at all, whatever happens meanwhile.

A file is written under another name beside its own, and then takes its name: whoever looks, or
pulls the plug, finds the old bytes or the new. Runs of copydesk at the same time wait for one
another (``flock``) between the last look at a file and its change, so that none undoes what another
did. Windows has no such lock, and other programs do not ask for it: what they write within those
microseconds is lost. A run that is killed may leave its other name behind; the next run that writes
there takes it away.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from lint.files import FileError, read_bytes, reason

_TEMPORARY: Final = ".copydesk-{}.tmp"
_LEFT: Final = re.compile(r"\.copydesk-[0-9a-f]{16}\.tmp")
_PATIENCE: Final = 10.0  # seconds, for another program to let go of a file
_PAUSE: Final = 0.01  # seconds
# Neither through a link nor waiting for a pipe; Windows would turn CRLF into LF.
_FLAGS: Final = os.O_RDWR | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)
_CHANGED: Final = "not written: it changed while it was being checked; run again"


def write_bytes(path: str, old: bytes, new: bytes) -> None:
    """Put ``new`` in the place of a file that still holds ``old``, whole or not at all.

    The mode is kept; owner and extended attributes are, where the system lets us. Raises FileError
    where the path is a symbolic or hard link or no regular file, may not be written, or has changed
    since it was read; the file is then as it was. One that another run has changed to ``new``
    already is left as it is.
    """
    if old == new:
        return
    try:
        status = os.lstat(path)
    except OSError as error:
        raise FileError(f"not written: {reason(error)}") from None
    _refuse(status)
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
        raise FileError(f"not written: {reason(error)}") from None
    if stat.S_ISREG(status.st_mode):
        _replace(path, data, status, None)
        return
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise FileError(f"not written: {reason(error)}") from None


def take_away_leftovers(folder: str) -> None:
    """Take away what runs that were killed left in a folder; nothing of a run under way.

    Only regular files with names such as :func:`write_bytes` gives, and without another name.
    """
    with suppress(OSError):
        names = [name for name in os.listdir(folder or ".") if _LEFT.fullmatch(name)]
        for name in names:
            _take_away(os.path.join(folder, name))


def _take_away(path: str) -> None:
    with suppress(OSError):
        if os.name == "nt":  # where a file that is open cannot be taken away
            os.unlink(path)
            return
        handle = os.open(path, _FLAGS)
        try:
            about = os.fstat(handle)
            if stat.S_ISREG(about.st_mode) and about.st_nlink == 1:
                _lock(handle, wait=False)  # a run under way holds it
                if os.path.samestat(about, os.lstat(path)):
                    os.unlink(path)
        finally:
            os.close(handle)


def _refuse(status: os.stat_result) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise FileError("not written: a symbolic link; name the file that it leads to")
    if not stat.S_ISREG(status.st_mode):
        raise FileError("not written: not a regular file")
    if status.st_nlink > 1:
        raise FileError("not written: a hard link; its other names would keep the old text")


def _replace(path: str, data: bytes, status: os.stat_result | None, old: bytes | None) -> None:
    folder, name = os.path.split(path)
    temporary, handle = "", -1
    try:
        temporary, handle = _open_beside(folder)
        _like(handle, path, status)
        _fill(handle, data)
        with _held(path, is_article=old is not None) as now:
            if old is not None and now not in (old, data):
                raise FileError(_CHANGED)
            if now != data:
                if os.name == "nt":  # where a file that is open keeps its name
                    os.close(handle)
                    handle = -1
                os.replace(temporary, os.path.join(folder, name))
                temporary = ""
                _sync_folder(folder or ".")
    except OSError as error:
        raise FileError(f"not written: {reason(error)}") from None
    finally:
        _let_go(handle, temporary)


def _let_go(handle: int, temporary: str) -> None:
    if os.name == "nt" and handle >= 0:
        os.close(handle)
        handle = -1
    if temporary:  # while it is held: else another run might be taking it away, too
        with suppress(OSError):
            os.unlink(temporary)
    if handle >= 0:
        os.close(handle)


def _open_beside(folder: str) -> tuple[str, int]:
    """Make a file of a new name in a folder, and hold it, so that it is known to be in use."""
    while True:
        path = os.path.join(folder, _TEMPORARY.format(os.urandom(8).hex()))
        handle = os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with suppress(OSError):
                _lock(handle)
            if os.fstat(handle).st_nlink:  # else it was taken away before it was held
                return path, handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _fill(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


@contextmanager
def _held(path: str, *, is_article: bool) -> Iterator[bytes | None]:
    """Keep other runs from changing an article, and give the bytes that it has now.

    Nothing is held, and nothing given, where it is no article. Raises FileError and OSError.
    """
    if not is_article:
        yield None
        return
    if os.name == "nt":
        yield read_bytes(path)
        return
    while True:
        handle = os.open(path, _FLAGS)
        try:
            about = os.fstat(handle)
            _refuse(about)
            try:
                _lock(handle)
            except BlockingIOError:
                raise FileError("not written: another program holds it; run again") from None
            except OSError:  # a file system without locks
                pass
            # Whoever held it before may have put another file in its place.
            if os.path.samestat(about, os.lstat(path)):
                yield read_bytes(path)
                return
        finally:
            os.close(handle)


def _lock(handle: int, *, wait: bool = True) -> None:
    """Lock an open file until it is closed, or its process dies.

    Raises BlockingIOError if another has it for too long, OSError where there are no locks.
    """
    from fcntl import LOCK_EX, LOCK_NB, flock  # Windows lacks it

    limit = time.monotonic() + (_PATIENCE if wait else 0)
    while True:
        try:
            flock(handle, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= limit:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _like(handle: int, path: str, status: os.stat_result | None) -> None:
    """Give a new file the mode of the old; owner and attributes, where the system lets us."""
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
        if sys.platform == "linux":  # labels of SELinux, access control lists, what users noted
            with suppress(OSError):
                for name in os.listxattr(path, follow_symlinks=False):
                    with suppress(OSError):
                        os.setxattr(handle, name, os.getxattr(path, name, follow_symlinks=False))
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
