"""The files of a folder of rules: found, bounded, decoded, parsed; data, never code."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lint.patterns import lazy_pattern
from lint.rulebook.examples import KEYS
from lint.rulebook.model import RuleError, quoted

#: A list of names among the rules of a group: no rule, read by house.py.
HOUSE_LIST: Final = "house.toml"
_LARGEST: Final = 2_000_000  # bytes; far beyond any list that a person keeps
_NOT_GROUPS: Final = frozenset(["presets", "layouts"])
_BESIDE: Final = (".tsv", ".txt", ".md")  # what may stand beside rules: tables and notes
_FIRST_EXAMPLE = lazy_pattern(r"^\[\[(?:bad|good)\]\]", re.MULTILINE)


def rule_files(folder: Path) -> list[Path]:
    """List the rule files of a folder, ``<group>/<rule-id>.toml``, sorted; lists of names, too.

    Raises RuleError where there is none, for links that lead out of the folder, and for what is
    neither a rule nor may stand beside one: a rule must not be passed over for its place or name.
    """
    try:
        groups = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise RuleError(f"{folder}: no such folder of rules ({error.strerror})") from None
    files: list[Path] = []
    for entry in groups:
        if entry.name.startswith(".") or entry.name in _NOT_GROUPS:
            continue
        _keep_inside(entry, folder)
        if entry.is_dir():
            files += _group_files(Path(entry.path), folder)
        elif entry.name.lower().endswith(".toml"):
            raise RuleError(f"{entry.path}: a rule lies in a folder of its group, as in words/")
    if not files:
        raise RuleError(f"{folder}: no rules found; a rule is a file <group>/<rule-id>.toml")
    return files


def _group_files(group: Path, folder: Path) -> Iterator[Path]:
    for entry in sorted(os.scandir(group), key=lambda entry: entry.name):
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        _keep_inside(entry, folder)
        if entry.name.endswith(".toml"):
            yield Path(entry.path)
        elif entry.is_dir() or not entry.name.endswith(_BESIDE):
            raise RuleError(
                f"{entry.path}: a group holds rules (.toml) and their tables (.tsv), nothing else"
            )


def _keep_inside(entry: os.DirEntry[str], folder: Path) -> None:
    # What is no link lies where it stands; resolving each would cost more than reading it.
    if entry.is_symlink():
        keep_inside(Path(entry.path), folder, entry.path)


def keep_inside(path: Path, folder: Path, place: str) -> None:
    """Raise RuleError, naming ``place``, for a path that leads out of a folder."""
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, a null character
        inside = False
    if not inside:
        raise RuleError(f"{place}: leads out of the folder of rules")


def read_toml(path: Path, *, examples: bool = True) -> dict[str, Any]:
    """Parse a TOML file, without ``examples`` only up to the first. Raises RuleError.

    With them it makes sure that they come last, so that both readings say the same.
    """
    text = read_text(path)
    first = _FIRST_EXAMPLE.search(text)
    table = _parse(text[: first.start()] if first else text, path)
    if not examples:
        return {key: value for key, value in table.items() if key not in KEYS}
    if first is None:
        return table
    whole = _parse(text, path)
    if {key: value for key, value in whole.items() if key not in KEYS} != table:
        raise RuleError(f"{path}: examples come last; move what follows them before the first")
    return whole


def _parse(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: {error}") from None
    except RecursionError:
        raise RuleError(f"{path}: nested too deeply") from None


def read_text(path: Path) -> str:
    """Read a text file of the rules, its line ends as LF. Raises RuleError."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a pipe would never end
            raise RuleError(f"{path}: not a regular file")
        data = path.read_bytes() if about.st_size <= _LARGEST else None
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror}") from None
    if data is None:
        raise RuleError(f"{path}: larger than {_LARGEST} bytes")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None


def read_tables(options: Any, path: Path, folder: Path) -> None:
    """Put the content of a file beside ``path`` in the place of ``{ table = "name.tsv" }``.

    Raises RuleError for a file elsewhere.
    """
    if not isinstance(options, dict):
        return
    for key, value in options.items():
        if not isinstance(value, dict) or set(value) != {"table"}:
            continue
        name, place = value["table"], f"{path}: option {quoted(key)}"
        if not isinstance(name, str) or name in ("", ".", "..") or set(name) & set("/\\:\0"):
            raise RuleError(f"{place}: a table is a file beside the rule, as in “words.tsv”")
        keep_inside(path.parent / name, folder, f"{place}: {name}")
        options[key] = _rows(path.parent / name)


def _rows(path: Path) -> list[str] | dict[str, str]:
    rows: dict[str, str] = {}
    width = 0
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        width = width or len(cells)
        if len(cells) != width or width > 2:
            raise RuleError(f"{path}: line {number}: each line has one column, or each two")
        if not all(cells):
            raise RuleError(f"{path}: line {number}: a column is empty")
        if rows.setdefault(cells[0], cells[-1]) != cells[-1]:
            raise RuleError(f"{path}: line {number}: {quoted(cells[0])} stands there already")
    if not rows:
        raise RuleError(f"{path}: a table without a line")
    return rows if width == 2 else list(rows)
