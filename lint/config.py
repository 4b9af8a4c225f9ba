"""The configuration: ``copydesk.toml`` or ``[tool.copydesk]``, read strictly; data, never code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from lint.finding import ERROR, SEVERITIES
from lint.rulebook.model import near
from lint.tuples import NamedTuple

_OWN_FILE: Final = "copydesk.toml"
_SHARED_FILE: Final = "pyproject.toml"
_LARGEST: Final = 1_000_000  # bytes
_LISTS: Final = ("select", "ignore", "extend-select", "exclude", "rule-folders", "layouts")
_INDEXES: Final = {"names-index": "names.jsonl", "words-index": "words.jsonl"}
_KEYS: Final = ("preset", "fail-on", "rules", *_INDEXES, *_LISTS)
FAIL_ON: Final = (*SEVERITIES, "never")


class ConfigError(ValueError):
    """A configuration that cannot be used; one line names file and key."""


class Config(NamedTuple):
    """How a newsroom runs copydesk.

    ``path`` is the file that says so (None: the defaults), ``root`` its folder: patterns under
    ``exclude`` are relative to it, ``rule_folders`` and ``layouts`` lie below it. ``rules`` are the
    tables ``[rules.<id>]``: severity and options. ``names_index`` is the index of names, and
    ``words_index`` the counts of words: the files that are named, else "names.jsonl" and
    "words.jsonl" beside the configuration, if they are there.
    """

    path: Path | None = None
    root: Path = Path()
    preset: str = "default"
    fail_on: str = ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rule_folders: tuple[Path, ...] = ()
    layouts: tuple[Path, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    names_index: Path | None = None
    words_index: Path | None = None


def load_config(folder: Path, *, file: str | None = None) -> Config:
    """Read ``file``, or else the nearest configuration from ``folder`` upwards, or the defaults.

    In one folder copydesk.toml goes before pyproject.toml; a pyproject.toml without
    ``[tool.copydesk]`` is passed over. Raises ConfigError.
    """
    if file is not None:
        path = Path(file)
        table: Mapping[str, Any] = _read(path)
        if path.name == _SHARED_FILE:
            own = _own_table(table, path)
            if own is None:
                raise ConfigError(f"{path}: has no [tool.copydesk]")
            table = own
        return _config(table, path)
    absolute = folder.absolute()
    for place in (absolute, *absolute.parents):
        path = place / _OWN_FILE
        if path.is_file():
            return _config(_read(_no_way_out(path)), path)
        path = place / _SHARED_FILE
        # Parsing TOML is slow: a project's file that never says the name need not be parsed.
        if path.is_file() and b"copydesk" in _bytes(_no_way_out(path)):
            own = _own_table(_read(path), path)
            if own is not None:
                return _config(own, path)
    return Config(root=absolute)


def _no_way_out(path: Path) -> Path:
    """Refuse a configuration that was found, not named, and is a link out of its folder."""
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
        raise ConfigError(f"{path}: a link out of its folder; name it with --config")
    return path


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise ConfigError(f"{path}: not a regular file")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, ConfigError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(f"{path}: cannot be read: {reason}") from None
    if len(data) > _LARGEST:
        raise ConfigError(f"{path}: larger than {_LARGEST} bytes")
    return data


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_bytes(path).decode("utf-8").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: {error}") from None


def _own_table(table: Mapping[str, Any], path: Path) -> Mapping[str, Any] | None:
    tools = table.get("tool")
    own = tools.get("copydesk") if isinstance(tools, Mapping) else None
    if own is not None and not isinstance(own, Mapping):
        raise ConfigError(f"{path}: [tool.copydesk] must be a table")
    return own


def _config(table: Mapping[str, Any], path: Path) -> Config:
    for key in table:
        if key not in _KEYS:
            raise ConfigError(f"{path}: unknown key “{key}”{near(key, _KEYS)}")
    lists = {key: _texts(table.get(key, []), f"{path}: “{key}”") for key in _LISTS}
    rules = table.get("rules", {})
    if not isinstance(rules, Mapping):
        raise ConfigError(
            f"{path}: “rules” holds tables [rules.<id>]; folders go under “rule-folders”"
        )
    for rule_id, settings in rules.items():
        if not isinstance(settings, Mapping):
            raise ConfigError(f"{path}: “rules.{rule_id}” must be a table: [rules.{rule_id}]")
    preset, fail_on = table.get("preset", "default"), table.get("fail-on", ERROR)
    if not isinstance(preset, str):
        raise ConfigError(f"{path}: “preset” must be a text")
    if fail_on not in FAIL_ON:
        raise ConfigError(f"{path}: “fail-on” must be one of {', '.join(FAIL_ON)}")
    root = path.absolute().parent
    return Config(
        path=path,
        root=root,
        preset=preset,
        fail_on=fail_on,
        select=lists["select"],
        ignore=lists["ignore"],
        extend_select=lists["extend-select"],
        exclude=lists["exclude"],
        rule_folders=tuple(
            _below(root, name, f"{path}: “rule-folders”", folder=True)
            for name in lists["rule-folders"]
        ),
        layouts=tuple(_below(root, name, f"{path}: “layouts”") for name in lists["layouts"]),
        rules=rules,
        names_index=_index(root, table, "names-index", path),
        words_index=_index(root, table, "words-index", path),
    )


def _index(root: Path, table: Mapping[str, Any], key: str, file: Path) -> Path | None:
    name, usual, place = table.get(key), _INDEXES[key], f"{file}: “{key}”"
    if name is None:
        return _below(root, usual, place) if (root / usual).is_file() else None
    if not isinstance(name, str) or not name:
        raise ConfigError(f"{place} must be a text")
    path = _below(root, name, place)
    if not path.is_file():
        raise ConfigError(f"{place}: “{name}” is no regular file")
    return path


def _texts(value: Any, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise ConfigError(f"{place} must be a list of texts")
    return tuple(value)


def _below(root: Path, name: str, place: str, *, folder: bool = False) -> Path:
    """Give a path below the configuration's folder: a pull request reaches nowhere else."""
    given = Path(name)
    is_foreign = "://" in name or "\\" in name or "\0" in name or ":" in name[:2]
    if is_foreign or given.is_absolute() or ".." in given.parts:
        raise ConfigError(f"{place}: “{name}” must lie below the configuration's own folder")
    path = root / given
    try:
        resolved = path.resolve()
    except (OSError, RuntimeError):
        raise ConfigError(f"{place}: “{name}” cannot be read") from None
    if not resolved.is_relative_to(root.resolve()):
        raise ConfigError(f"{place}: “{name}” leads out of the configuration's folder")
    if not (path.is_dir() if folder else path.exists()):
        raise ConfigError(f"{place}: there is no {'folder' if folder else 'file'} “{name}”")
    return path
