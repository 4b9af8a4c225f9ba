"""Rule files already parsed, remembered between runs: TOML is read ten times slower than JSON.

What is remembered is what the files say, not what it means: every value is checked again. A file
that is missing, damaged, foreign or stale is passed over, and made anew.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

_FORMAT: Final = 2  # raise it when reading changes: what older versions remembered is passed over
_RACY: Final = 2_000_000_000  # nanoseconds: a file so young may change again at the same time
_LARGEST: Final = 16_000_000  # bytes
VARIABLE: Final = "COPYDESK_CACHE_DIR"


def cache_folder() -> Path | None:
    """Where copydesk keeps what it can make anew; None if nowhere.

    $COPYDESK_CACHE_DIR (empty: nowhere), else the place that the system has for caches.
    """
    if VARIABLE in os.environ:
        named = os.environ[VARIABLE]
        return Path(named) if named else None
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        home = os.path.expanduser("~")
        if not os.path.isabs(home):
            return None
        base = os.path.join(home, "Library/Caches" if sys.platform == "darwin" else ".cache")
    return Path(base, "copydesk")


def state_of(folder: Path, version: str) -> list[Any]:
    """What tells that nothing below a folder changed: each file's path, time and size."""
    state: list[Any] = []
    folders = [os.fspath(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    about = entry.stat()
                    state.append([entry.path, about.st_mtime_ns, about.st_size])
    state.sort()
    return [_FORMAT, version, state]


def recall(cache: Path, folder: Path, state: list[Any]) -> dict[str, Any] | None:
    """The tables of a folder's files by path, if they were remembered in this state."""
    try:
        data = _place(cache, folder).read_bytes()
        known = json.loads(data) if len(data) <= _LARGEST else {}
        tables = known["tables"]
        if known["state"] == state and all(isinstance(each, dict) for each in tables.values()):
            return dict(tables)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return None


def remember(cache: Path, folder: Path, state: list[Any], tables: Mapping[str, Any]) -> None:
    """Keep the tables of a folder's files; where that cannot be, the next run parses again."""
    newest = max((entry[1] for entry in state[2]), default=0)
    if newest > time.time_ns() - _RACY:
        return
    with suppress(OSError, TypeError, ValueError):  # a TOML date is no JSON
        import tempfile  # rarely: it takes as long as all that is remembered

        text = json.dumps({"state": state, "tables": tables}, ensure_ascii=False)
        cache.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=cache, prefix=".rules-")
        try:
            with open(handle, "wb") as file:
                file.write(text.encode("utf-8"))
            os.replace(temporary, _place(cache, folder))
        except BaseException:
            os.unlink(temporary)
            raise


def _place(cache: Path, folder: Path) -> Path:
    number = zlib.crc32(os.fsencode(os.path.abspath(folder)))  # a clash only parses again
    return cache / f"rules-{number:08x}.json"
