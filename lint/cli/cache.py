"""What was found in articles already checked, remembered between runs in a SQLite database.

An entry is found again by the bytes of the article together with everything that decides what is
found in them: copydesk's own code and data, the libraries that it stands on, rules, layouts, and
whatever else a run reads (``inputs``). So nothing is ever stale, only unused. A database that is
damaged, locked or somebody else's is passed over: then everything is checked anew.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from lint.article.layout import Layout
from lint.checks import Fix, Related
from lint.finding import SEVERITIES, Checked, Finding
from lint.rulebook import Rulebook
from lint.rulebook.remembered import state_of
from lint.source import Edit, Source, SourceError, Span, decode
from lint.version import __version__

_NAME: Final = "checked.sqlite"
_MARK: Final = 0x636F7079  # "copy", SQLite's application_id
_MARKS: Final = ("application_id", "user_version")
_FORMAT: Final = 1  # raise it when what is stored changes; SQLite's user_version
_TABLE: Final = "CREATE TABLE checked (key BLOB PRIMARY KEY, day INTEGER, said TEXT)"
_MOST: Final = 50_000  # entries; the longest unused go first
_LONGEST: Final = 200_000  # characters of an entry
_WAIT: Final = 5.0  # seconds, for another process to have written
_LIBRARIES: Final = ("lxml", "re2", "spellchecker", "bs4")


def run_key(book: Rulebook, layouts: Sequence[Layout], inputs: Iterable[Path] = ()) -> bytes:
    """Digest what decides the findings of a run, other than the article.

    ``inputs`` are more files that the run reads, such as an index of names. Raises OSError where
    one cannot be read.
    """
    package = Path(__file__).parent.parent
    parts: list[object] = [_FORMAT, __version__, sys.version, state_of(package, __version__)]
    for name in _LIBRARIES:
        spec = find_spec(name)
        origin = spec.origin if spec else None
        about = Path(origin).stat() if origin else None
        parts.append((name, origin, about and (about.st_mtime_ns, about.st_size)))
    # The options are made of the settings, of which the text is certain.
    parts += [rule._replace(options=None, path="") for rule in book.rules]
    parts += [sorted(book.names), layouts]
    parts += [blake2b(path.read_bytes()).digest() for path in inputs]
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=20).digest()


class Cache:
    """The findings of articles as they were last checked. Use :func:`open_cache`."""

    def __init__(self, database: sqlite3.Connection, run: bytes, rules: Iterable[str]) -> None:
        self._database = database
        self._run = run
        self._rules = frozenset(rules)
        self._day = int(time.time()) // 86_400
        self._used: list[tuple[bytes, int]] = []
        self._new: list[tuple[bytes, int, str]] = []

    def recall(self, digest: bytes, data: bytes, path: str) -> Checked | None:
        """Give what was found in these bytes; None if that is not known, or not to be trusted."""
        key = self._key(digest)
        try:
            row = self._database.execute(
                "SELECT day, said FROM checked WHERE key = ?", (key,)
            ).fetchone()
            checked = None if row is None else self._read(row[1], data, path)
        except (sqlite3.Error, SourceError, ValueError, TypeError, LookupError, RecursionError):
            return None
        if checked is not None and row[0] != self._day:
            self._used.append((key, self._day))
        return checked

    def remember(self, digest: bytes, checked: Checked) -> None:
        """Keep what was found in bytes with this digest; written by :meth:`close`."""
        if digest and checked.source is not None:
            said = json.dumps(_said(checked), separators=(",", ":"))
            if len(said) <= _LONGEST:
                self._new.append((self._key(digest), self._day, said))

    def close(self) -> None:
        """Write what is new, in one go; where that cannot be, the next run checks again."""
        with suppress(sqlite3.Error):
            if self._new or self._used:
                self._write()
            self._database.close()

    def _write(self) -> None:
        run = self._database
        run.execute("BEGIN IMMEDIATE")
        run.executemany(
            "UPDATE checked SET day = ? WHERE key = ?", [(day, key) for key, day in self._used]
        )
        run.executemany("INSERT OR REPLACE INTO checked VALUES (?, ?, ?)", self._new)
        surplus = run.execute("SELECT count(*) FROM checked").fetchone()[0] - _MOST
        if surplus > 0:
            run.execute(
                "DELETE FROM checked WHERE key IN (SELECT key FROM checked ORDER BY day LIMIT ?)",
                (surplus,),
            )
        run.execute("COMMIT")

    def _key(self, digest: bytes) -> bytes:
        return blake2b(self._run + digest, digest_size=20).digest()

    def _read(self, said: str, data: bytes, path: str) -> Checked:
        source = decode(data, path)
        found, notices = json.loads(said)
        findings = tuple(_finding(each, source) for each in found)
        if any(
            each.rule not in self._rules or each.severity not in SEVERITIES for each in findings
        ):
            raise ValueError("not of this run")
        return Checked(path, source, findings, tuple(map(_text, notices)))


def open_cache(folder: Path, run: bytes, rules: Iterable[str]) -> Cache | None:
    """Open the database in a folder, made if it is not there; None where that cannot be."""
    place = folder / _NAME
    database = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(place, timeout=_WAIT, isolation_level=None)
        database.execute("PRAGMA trusted_schema = OFF")
        if _is_ours(database):
            return Cache(database, run, rules)
        database.close()
    except sqlite3.OperationalError:  # locked, no permission, no room
        if database is not None:
            database.close()
    except sqlite3.DatabaseError:  # damaged: it goes, and the next run begins anew
        if database is not None:
            database.close()
        with suppress(OSError):
            place.unlink()
    except OSError:
        pass
    return None


def _is_ours(database: sqlite3.Connection) -> bool:
    if _schema(database) == []:
        database.execute("BEGIN IMMEDIATE")
        if _schema(database) == []:  # else another process was quicker
            database.execute(_TABLE)
            database.execute(f"PRAGMA application_id = {_MARK}")
            database.execute(f"PRAGMA user_version = {_FORMAT}")
        database.execute("COMMIT")
    marks = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS]
    return marks == [_MARK, _FORMAT] and _schema(database) == [(_TABLE,)]


def _schema(database: sqlite3.Connection) -> list[Any]:
    return database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()


def _said(checked: Checked) -> list[Any]:
    return [
        [
            [*each[:3], each.span, each.related, each.fixes, *each[6:]]  # tuples become lists
            for each in checked.findings
        ],
        checked.notices,
    ]


def _finding(said: Any, source: Source) -> Finding:
    """Make a Finding of what was stored. Raises ValueError or TypeError where it is none."""
    rule, severity, message, span, related, fixes, why, do, kind, excerpt, occurrence, reason = said
    return Finding(
        _text(rule),
        _text(severity),
        _text(message),
        _span(span, source),
        tuple(Related(_span(place, source), _text(text)) for place, text in related),
        tuple(
            Fix(
                _text(title),
                tuple(Edit(_span(place, source), _text(text)) for place, text in edits),
                safe is True,
            )
            for title, edits, safe in fixes
        ),
        _text(why),
        _text(do),
        _text(kind),
        _text(excerpt),
        int(occurrence),
        None if reason is None else _text(reason),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _span(value: Any, source: Source) -> Span:
    start, end = value
    if not 0 <= start <= end <= len(source.text):
        raise ValueError("not in this article")
    return Span(int(start), int(end))
