"""Folders of rule files into a Rulebook, with a preset and a configuration applied."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from lint.rulebook.model import Rule, Rulebook, RuleError, near
from lint.rulebook.strict import known_keys, make_rule, with_settings

_LARGEST: Final = 2_000_000  # bytes; far beyond any list that a person keeps
_NOT_GROUPS: Final = frozenset(["presets", "layouts"])
_PRESET_KEYS: Final = ("title", "why", "rules")


def builtin_rules() -> Path:
    """The folder of copydesk's own rules: packaged beside the code, else that of a checkout.

    Raises RuleError where neither is there: without rules, nothing would ever be found.
    """
    package = Path(__file__).parent.parent
    for folder in (package / "rules", package.parent / "rules"):
        if (folder / "presets").is_dir():
            return folder
    raise RuleError(f"copydesk's own rules are missing beside {package}; install it again")


def load_rules(
    folders: Sequence[Path] = (),
    *,
    preset: str = "default",
    settings: Mapping[str, Any] | None = None,
    settings_place: str = "configuration",
    examples: bool = False,
) -> Rulebook:
    """Load copydesk's rules and those of more folders, then apply a preset, then settings.

    A folder holds groups, each a folder of ``<rule-id>.toml`` files. A preset is a name, and
    ``settings`` are ``{rule id: {"severity": …, option: …}}`` as in a configuration, whose name for
    errors is ``settings_place``. Without ``examples`` a file is read up to its first example.
    Raises RuleError, naming file and key.
    """
    builtin = builtin_rules()
    rules: dict[str, Rule] = {}
    for folder in (builtin, *folders):
        for path in _rule_files(folder):
            if path.stem in rules:
                raise RuleError(
                    f"{path}: there is a rule “{path.stem}” already; change it in the "
                    f"configuration, under [rules.{path.stem}], or give yours another name"
                )
            table = _read(path, examples=examples)
            _read_tables(table, path, folder)
            rules[path.stem] = make_rule(table, path.stem, path.parent.name, str(path))
    if not rules:
        raise RuleError(f"{builtin}: no rules found")
    place, tables = _preset(builtin, preset)
    _apply(rules, tables, place)
    _apply(rules, settings or {}, settings_place)
    ordered = sorted(rules.values(), key=lambda rule: (rule.group, rule.id))
    names = frozenset(name for rule in ordered for name in (rule.id, rule.group))
    return Rulebook(tuple(ordered), preset, names)


def preset_names(builtin: Path) -> list[str]:
    """List the presets that there are."""
    return sorted(path.stem for path in (builtin / "presets").glob("*.toml"))


def with_options(rule: Rule, options: Mapping[str, Any]) -> Rule:
    """Give a rule with some options changed, as its examples may ask."""
    return with_settings(rule, options, rule.path) if options else rule


def _apply(rules: dict[str, Rule], tables: Mapping[str, Any], place: str) -> None:
    for rule_id, table in tables.items():
        if rule_id not in rules:
            raise RuleError(f"{place}: unknown rule “{rule_id}”{near(rule_id, rules)}")
        if not isinstance(table, Mapping):
            raise RuleError(f"{place}: [rules.{rule_id}] must be a table")
        rules[rule_id] = with_settings(rules[rule_id], table, f"{place}: [rules.{rule_id}]")


def _preset(builtin: Path, name: str) -> tuple[str, Mapping[str, Any]]:
    names = preset_names(builtin)
    if name not in names:
        hint = near(name, names) or f"; there are {', '.join(names)}"
        raise RuleError(f"unknown preset “{name}”{hint}")
    path = builtin / "presets" / f"{name}.toml"
    table = _read(path, examples=True)
    known_keys(table, _PRESET_KEYS, str(path))
    tables = table.get("rules", {})
    if not isinstance(tables, Mapping):
        raise RuleError(f"{path}: “rules” must be a table")
    return str(path), tables


def _rule_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such folder of rules")
    inside = folder.resolve()
    files = []
    for path in sorted(folder.glob("*/*")):
        if path.parent.name in _NOT_GROUPS or path.name.startswith("."):
            continue
        if path.suffix == ".toml":
            if not path.resolve().is_relative_to(inside):
                raise RuleError(f"{path}: leads out of the folder of rules")
            files.append(path)
    return files


def _read(path: Path, *, examples: bool) -> dict[str, Any]:
    text = _text(path)
    if not examples:
        ends = [at for mark in ("\n[[bad]]", "\n[[good]]") if (at := text.find(mark)) >= 0]
        text = text[: min(ends)] if ends else text
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: {error}") from None


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror}") from None
    if len(data) > _LARGEST:
        raise RuleError(f"{path}: larger than {_LARGEST} bytes")
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None


def _read_tables(table: dict[str, Any], path: Path, folder: Path) -> None:
    """Put the content of a tab-separated file in the place of ``{ table = "name.tsv" }``."""
    options = table.get("options")
    if not isinstance(options, dict):
        return
    for key, value in options.items():
        if not isinstance(value, dict) or set(value) != {"table"}:
            continue
        name = value["table"]
        place = path.parent / str(name)
        if not isinstance(name, str) or "/" in name or "\\" in name or name in ("", ".", ".."):
            raise RuleError(f"{path}: option “{key}”: a table is a file beside the rule")
        if not place.resolve().is_relative_to(folder.resolve()):
            raise RuleError(f"{path}: option “{key}”: {name} leads out of the folder of rules")
        options[key] = _rows(place)


def _rows(path: Path) -> list[str] | dict[str, str]:
    rows = [
        line.split("\t")
        for line in _text(path).split("\n")
        if line.strip() and not line.startswith("#")
    ]
    for row in rows:
        if len(row) != len(rows[0]) or len(row) > 2:
            raise RuleError(f"{path}: each line has one or two columns, like the first: {row!r}")
    if rows and len(rows[0]) == 2:
        return {row[0].strip(): row[1].strip() for row in rows}
    return [row[0].strip() for row in rows]
