"""Folders of rule files into a Rulebook, with a preset and a configuration applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from lint.rulebook.model import Rule, Rulebook, RuleError, near, quoted
from lint.rulebook.options import known_keys
from lint.rulebook.reading import HOUSE_LIST, read_tables, read_toml, rule_files
from lint.rulebook.remembered import recall, remember, state_of
from lint.rulebook.strict import make_rule, with_settings
from lint.version import __version__

_PRESETS: Final = "presets"
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
    cache: Path | None = None,
) -> Rulebook:
    """Load copydesk's rules and those of more folders, then apply a preset, then settings.

    A folder holds groups, each a folder of ``<rule-id>.toml`` files; a ``house.toml`` among them is
    a list of names, added to the rule "name-house". A preset is a name, and
    ``settings`` are ``{rule id: {"severity": …, "do": …, option: …}}`` as in a configuration, whose
    name for errors is ``settings_place``; an option that is a table is added to what the rule has,
    any other takes its place. Without ``examples`` a file is read up to its first example, and the
    parsed files are remembered in the folder ``cache``, if there is one. Raises RuleError, naming
    file and key.
    """
    builtin = builtin_rules()
    rules: dict[str, Rule] = {}
    presets: dict[str, Any] = {}
    houses: dict[str, Any] = {}
    for folder in (builtin, *folders):
        remembered = cache if not examples else None
        tables = _tables(folder, remembered, examples=examples, presets=folder is builtin)
        for name, table in tables.items():
            path = Path(name)
            if path.parent.name == _PRESETS:
                presets[path.stem] = table
                continue
            if path.name == HOUSE_LIST:
                houses[name] = table
                continue
            if path.stem in rules:
                raise RuleError(
                    f"{path}: there is a rule “{path.stem}” already; change it in the "
                    f"configuration, under [rules.{path.stem}], or give yours another name"
                )
            rules[path.stem] = make_rule(table, path.stem, path.parent.name, name)
    groups = {rule.group for rule in rules.values()}
    for rule in rules.values():
        if rule.id in groups or "all" in (rule.id, rule.group):
            raise RuleError(
                f"{rule.path}: rules, groups and “all” are chosen by name: take another"
            )
        for name in set(rule.yields_to) - rules.keys():
            place = f"{rule.path}: “yields-to”"
            raise RuleError(f"{place}: unknown rule {quoted(name)}{near(name, rules)}")
    for name, table in houses.items():
        _apply(rules, table, name)
    _apply(rules, *_preset(presets, preset, builtin))
    _apply(rules, settings or {}, settings_place)
    ordered = sorted(rules.values(), key=lambda rule: (rule.group, rule.id))
    return Rulebook(tuple(ordered), preset, frozenset([*rules, *groups]))


def _parsed(folder: Path, *, examples: bool, presets: bool) -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for path in rule_files(folder):
        if path.name == HOUSE_LIST:
            from lint.rulebook.house import settings_of  # most runs remember what it says

            tables[str(path)] = settings_of(path)
            continue
        table = read_toml(path, examples=examples)
        read_tables(table.get("options"), path, folder)
        tables[str(path)] = table
    for path in sorted((folder / _PRESETS).glob("*.toml") if presets else ()):
        tables[str(path)] = table = read_toml(path)
        known_keys(table, _PRESET_KEYS, str(path))
        if not isinstance(table.get("rules", {}), Mapping):
            raise RuleError(f"{path}: “rules” must be a table")
        for settings in table.get("rules", {}).values():
            read_tables(settings, path, folder)
    return tables


def _tables(folder: Path, cache: Path | None, *, examples: bool, presets: bool) -> dict[str, Any]:
    """The tables of a folder's files, as they were last parsed if nothing changed since."""
    parse = partial(_parsed, folder, examples=examples, presets=presets)
    if cache is None:
        return parse()
    try:
        state = state_of(folder, __version__)
    except OSError:
        return parse()
    tables = recall(cache, folder, state)
    if tables is None:
        tables = parse()
        remember(cache, folder, state, tables)
    return tables


def preset_names(builtin: Path) -> list[str]:
    """List the presets that there are."""
    return sorted(path.stem for path in (builtin / "presets").glob("*.toml"))


def with_options(rule: Rule, options: Mapping[str, Any]) -> Rule:
    """Give a rule with some options changed, as its examples may ask."""
    return with_settings(rule, options, rule.path) if options else rule


def _apply(rules: dict[str, Rule], tables: Mapping[str, Any], place: str) -> None:
    for rule_id, table in tables.items():
        if rule_id not in rules:
            raise RuleError(f"{place}: unknown rule {quoted(rule_id)}{near(rule_id, rules)}")
        if not isinstance(table, Mapping):
            raise RuleError(f"{place}: [rules.{rule_id}] must be a table")
        rules[rule_id] = with_settings(rules[rule_id], table, f"{place}: [rules.{rule_id}]")


def _preset(presets: Mapping[str, Any], name: str, builtin: Path) -> tuple[Mapping[str, Any], str]:
    if name not in presets:
        hint = near(name, presets) or f"; there are {', '.join(sorted(presets))}"
        raise RuleError(f"unknown preset {quoted(name)}{hint}")
    return presets[name].get("rules", {}), str(builtin / _PRESETS / f"{name}.toml")
