"""The strict reading of rule files: every key, type and value is checked, with its place named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from lint.checks import CHECKS, Check, load_check
from lint.patterns import lazy_pattern
from lint.rulebook.examples import KEYS, read_examples
from lint.rulebook.model import SEVERITIES, Case, Example, Rule, RuleError, near, quoted
from lint.rulebook.options import known_keys, make_options, one_of, texts

_LINES: Final = ("title", "severity", "check", "message")  # texts of one line
_TEXTS: Final = ("why", "do")
_OPTIONAL_TEXTS: Final = ("source", "precision")
_KEYS: Final = frozenset(
    [*_LINES, *_TEXTS, *_OPTIONAL_TEXTS, "languages", "yields-to", "options", "cases", *KEYS]
)
_PLACEHOLDER = lazy_pattern(r"\{([^{}]*)\}")
_BRACES = lazy_pattern(r"[{}]")
_CONTROLS = lazy_pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNEVEN = lazy_pattern(r"  |[\t\n]")
_KEBAB = lazy_pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LANGUAGE = lazy_pattern(r"\*|[a-z]{2,3}")
_PRECISIONS = ("", "very-high", "high", "medium", "low")
_LONGEST_MESSAGE: Final = 80


def make_rule(table: Mapping[str, Any], rule_id: str, group: str, path: str) -> Rule:
    """Make a rule of a parsed file. Raises RuleError, naming file and key."""
    for name, what in ((rule_id, "file name is its id"), (group, "folder is its group")):
        if not _KEBAB.fullmatch(name):
            raise RuleError(f"{path}: a rule's {what}: small letters and hyphens only")
    known_keys(table, _KEYS, path)
    words = _words(table, path)
    one_of(words["severity"], SEVERITIES, f"{path}: “severity”")
    one_of(words["precision"], _PRECISIONS, f"{path}: “precision”")
    name = words["check"]
    if name not in CHECKS:
        raise RuleError(f"{path}: unknown check {quoted(name)}{near(name, CHECKS)}")
    check = load_check(name)
    _message(words["message"], check, path)
    _placeholders(words["do"], check.VALUES, f"{path}: “do”")
    for key in ("title", "why", "source"):
        _placeholders(words[key], (), f"{path}: “{key}”")
    settings = table.get("options", {})
    rule = Rule(
        id=rule_id,
        group=group,
        languages=_languages(table.get("languages", ["en"]), path),
        yields_to=texts(table.get("yields-to", []), f"{path}: “yields-to”"),
        options=make_options(check, settings, path),
        settings=settings,
        cases=_cases(table.get("cases", {}), check, path),
        path=path,
        **words,
    )
    bad, good = (tuple(read_examples(table, kind, path)) for kind in KEYS)
    for example in (*bad, *good):
        _provable(rule, example)
    return rule._replace(bad=bad, good=good)


def with_settings(rule: Rule, table: Mapping[str, Any], place: str) -> Rule:
    """Change a rule as a preset's or a configuration's table says: severity, ``do``, options.

    An option that is a table is added to the rule's own, where an empty text takes an entry away;
    any other takes the place of the rule's own. Raises RuleError, naming ``place`` and the key.
    """
    settings = {key: value for key, value in table.items() if key not in ("severity", "do")}
    if "severity" in table:
        one_of(table["severity"], SEVERITIES, f"{place}: “severity”")
        rule = rule.with_severity(table["severity"])
    check = load_check(rule.check)
    if "do" in table:
        do = _text(table, "do", place)
        _placeholders(do, check.VALUES, f"{place}: “do”")
        cases = {name: case._replace(do="") for name, case in rule.cases.items()}
        rule = rule._replace(do=do, cases=cases)
    if not settings:
        return rule
    merged = {key: _merged(rule.settings.get(key), value) for key, value in settings.items()}
    merged = {**rule.settings, **merged}
    return rule._replace(options=make_options(check, merged, place), settings=merged)


def _merged(own: Any, given: Any) -> Any:
    if not isinstance(own, Mapping) or not isinstance(given, Mapping):
        return given
    return {key: value for key, value in {**own, **given}.items() if value != ""}


def _words(table: Mapping[str, Any], path: str) -> dict[str, Any]:
    words = {key: _text(table, key, path) for key in (*_LINES, *_TEXTS)}
    for key in _OPTIONAL_TEXTS:
        words[key] = _text(table, key, path) if key in table else ""
    for key in _LINES:
        if "\n" in table[key].strip():
            raise RuleError(f"{path}: “{key}” must be one line")
    return words


def _text(table: Mapping[str, Any], key: str, place: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise RuleError(f"{place}: “{key}” is missing: it must be a text")
    if value.isprintable() and value[0] != " " != value[-1] and "  " not in value:
        return value  # as most are
    if _CONTROLS.search(value):
        raise RuleError(f"{place}: “{key}” has a control character")
    if value[0] != " " != value[-1] and not _UNEVEN.search(value):
        return value
    return " ".join(part for part in re.split(r"[ \t\n]+", value) if part)


def _languages(value: Any, path: str) -> tuple[str, ...]:
    languages = texts(value, f"{path}: “languages”")
    if not languages or not all(_LANGUAGE.fullmatch(each) for each in languages):
        raise RuleError(f'{path}: “languages” must be a list such as ["en"], or ["*"] for all')
    return languages


def _cases(table: Any, check: Check, path: str) -> dict[str, Case]:
    if not isinstance(table, Mapping):
        raise RuleError(f"{path}: “cases” must be a table")
    cases = {}
    for name, case in table.items():
        place = f"{path}: case {quoted(name)}"
        if name not in check.CASES:
            listed = ", ".join(check.CASES) or "none"
            raise RuleError(
                f"{place}: the check has no such case{near(name, check.CASES)}; it has: {listed}"
            )
        if not isinstance(case, Mapping):
            raise RuleError(f"{place}: must be a table [cases.{name}]")
        known_keys(case, ("severity", "message", "do"), place)
        words = {key: _text(case, key, place) for key in case}
        if "severity" in words:
            one_of(words["severity"], SEVERITIES, f"{place}: “severity”")
        if "message" in words:
            _message(words["message"], check, place)
        _placeholders(words.get("do", ""), check.VALUES, f"{place}: “do”")
        cases[name] = Case(**words)
    return cases


def _message(text: str, check: Check, place: str) -> None:
    if len(text) > _LONGEST_MESSAGE:
        raise RuleError(
            f"{place}: a message has at most {_LONGEST_MESSAGE} characters: {quoted(text)}"
        )
    if text.endswith("."):
        raise RuleError(f"{place}: a message ends without a full stop: {quoted(text)}")
    _placeholders(text, check.VALUES, f"{place}: “message”")


def _placeholders(text: str, known: Iterable[str], place: str) -> None:
    if "{" not in text and "}" not in text:
        return
    listed = ", ".join(f"{{{each}}}" for each in known) or "none"
    for name in _PLACEHOLDER.findall(text):
        if name not in known:
            raise RuleError(f"{place} has the unknown placeholder {{{name}}}; known: {listed}")
    if _BRACES.search(_PLACEHOLDER.sub("", text)):
        raise RuleError(f"{place} has a brace without its other half; placeholders: {listed}")


def _provable(rule: Rule, example: Example) -> None:
    """Raise RuleError for an example whose options the rule's check does not take."""
    if example.options:
        with_settings(rule, example.options, f"{rule.path}: an example's options")
