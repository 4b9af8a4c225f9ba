"""The strict reading of rule files: every key, type and value is checked, with its place named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from lint.checks import CHECKS, Check, load_check
from lint.rulebook.model import Case, Example, Rule, RuleError, near

SEVERITIES: Final = ("error", "warning", "note", "off")
_TEXTS: Final = ("title", "severity", "check", "message", "why", "do")
_OPTIONAL_TEXTS: Final = ("source", "precision")
_KEYS: Final = frozenset(
    [*_TEXTS, *_OPTIONAL_TEXTS, "languages", "options", "cases", "bad", "good"]
)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PRECISIONS = ("", "very-high", "high", "medium", "low")
_LONGEST_MESSAGE: Final = 80


def make_rule(table: Mapping[str, Any], rule_id: str, group: str, path: str) -> Rule:
    """Make a rule of a parsed file. Raises RuleError, naming file and key."""
    if not _KEBAB.fullmatch(rule_id):
        raise RuleError(f"{path}: a rule's file name is its id: small letters and hyphens only")
    known_keys(table, _KEYS, path)
    for key in _TEXTS:
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise RuleError(f"{path}: “{key}” is missing: it must be a text")
    for key in _OPTIONAL_TEXTS:
        if not isinstance(table.get(key, ""), str):
            raise RuleError(f"{path}: “{key}” must be a text")
    one_of(table["severity"], SEVERITIES, f"{path}: “severity”")
    one_of(table.get("precision", ""), _PRECISIONS, f"{path}: “precision”")
    if table["check"] not in CHECKS:
        raise RuleError(f"{path}: unknown check “{table['check']}”{near(table['check'], CHECKS)}")
    check = load_check(table["check"])
    settings = table.get("options", {})
    cases = _cases(table.get("cases", {}), check, path)
    for text in (table["message"], *(case.message for case in cases.values())):
        _message(text, check, path)
    for text in (table["do"], *(case.do for case in cases.values())):
        _placeholders(text, check, f"{path}: “do”")
    return Rule(
        id=rule_id,
        group=group,
        title=table["title"],
        severity=table["severity"],
        check=table["check"],
        message=table["message"],
        why=table["why"],
        do=table["do"],
        source=table.get("source", ""),
        languages=_texts(table.get("languages", ["en"]), f"{path}: “languages”"),
        precision=table.get("precision", ""),
        options=make_options(check, settings, path),
        settings=settings,
        cases=cases,
        bad=tuple(_example(each, path, is_bad=True) for each in _tables(table, "bad", path)),
        good=tuple(_example(each, path, is_bad=False) for each in _tables(table, "good", path)),
        path=path,
    )


def with_settings(rule: Rule, table: Mapping[str, Any], place: str) -> Rule:
    """Change a rule as a preset's or a configuration's table says: severity and options.

    Raises RuleError, naming ``place`` and the key.
    """
    settings = {key: value for key, value in table.items() if key != "severity"}
    severity = table.get("severity", rule.severity)
    one_of(severity, SEVERITIES, f"{place}: “severity”")
    if "severity" in table:
        # A rule set to a lower severity as a whole takes its cases down with it.
        rank = SEVERITIES.index
        cases = {
            name: case._replace(severity=max(case.severity or severity, severity, key=rank))
            for name, case in rule.cases.items()
        }
        rule = rule._replace(severity=severity, cases=cases)
    if not settings:
        return rule
    merged = {**rule.settings, **settings}
    options = make_options(load_check(rule.check), merged, place)
    return rule._replace(options=options, settings=merged)


def make_options(check: Check, settings: Mapping[str, Any], place: str) -> Any:
    """Make a check's Options of TOML values. Raises RuleError, naming ``place`` and the key."""
    if not isinstance(settings, Mapping):
        raise RuleError(f"{place}: “options” must be a table")
    hints = get_type_hints(check.Options)
    names = {name.replace("_", "-"): name for name in check.Options._fields}
    known_keys(settings, names, f"{place}: options")
    values = {
        names[key]: _typed(value, hints[names[key]], f"{place}: option “{key}”")
        for key, value in settings.items()
    }
    options = check.Options(**values)
    for problem in getattr(check, "problems", lambda _: ())(options):
        raise RuleError(f"{place}: {problem}")
    return options


def known_keys(table: Iterable[str], known: Collection[str], place: str) -> None:
    """Raise RuleError for a key that is not known, with a near match."""
    for key in table:
        if key not in known:
            raise RuleError(f"{place}: unknown key “{key}”{near(key, known)}")


def one_of(value: Any, known: Collection[str], place: str) -> None:
    """Raise RuleError for a value that is not one of the known."""
    if value not in known:
        listed = ", ".join(each for each in known if each)
        raise RuleError(f"{place} must be one of {listed}; it is {value!r}")


def _typed(value: Any, hint: Any, place: str) -> Any:
    if get_origin(hint) is Literal:
        one_of(value, get_args(hint), place)
        return value
    if hint is bool or hint is str:
        if not isinstance(value, hint):
            raise RuleError(f"{place} must be {'true or false' if hint is bool else 'a text'}")
        return value
    if hint in (int, float):
        if isinstance(value, bool) or not isinstance(value, int | hint):
            raise RuleError(f"{place} must be a number")
        return value
    if get_origin(hint) is tuple:
        return _texts(value, place)
    if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
        raise RuleError(f"{place} must be a table of texts")
    return dict(value)


def _texts(value: Any, place: str) -> tuple[str, ...]:
    if isinstance(value, str):  # single words, written as one text: quicker to read and to type
        return tuple(value.split())
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise RuleError(f"{place} must be a list of texts, or one text of single words")
    return tuple(value)


def _cases(table: Any, check: Check, path: str) -> dict[str, Case]:
    if not isinstance(table, Mapping):
        raise RuleError(f"{path}: “cases” must be a table")
    cases = {}
    for name, case in table.items():
        if name not in check.CASES:
            listed = ", ".join(check.CASES) or "none"
            raise RuleError(f"{path}: the check has no case “{name}”; its cases are: {listed}")
        known_keys(case, ("severity", "message", "do"), f"{path}: case “{name}”")
        if "severity" in case:
            one_of(case["severity"], SEVERITIES, f"{path}: case “{name}”: “severity”")
        cases[name] = Case(**case)
    return cases


def _message(text: str, check: Check, path: str) -> None:
    if len(_PLACEHOLDER.sub("", text)) > _LONGEST_MESSAGE:
        raise RuleError(f"{path}: a message has at most {_LONGEST_MESSAGE} characters: {text!r}")
    if text.rstrip().endswith("."):
        raise RuleError(f"{path}: a message ends without a full stop: {text!r}")
    _placeholders(text, check, f"{path}: “message”")


def _placeholders(text: str, check: Check, place: str) -> None:
    for name in _PLACEHOLDER.findall(text):
        if name not in check.VALUES:
            listed = ", ".join(f"{{{each}}}" for each in check.VALUES) or "none"
            raise RuleError(f"{place} has the unknown placeholder {{{name}}}; known: {listed}")


def _tables(table: Mapping[str, Any], key: str, path: str) -> list[Mapping[str, Any]]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        raise RuleError(f"{path}: “{key}” must be [[{key}]] tables")
    return value


def _example(table: Mapping[str, Any], path: str, *, is_bad: bool) -> Example:
    kind = "bad" if is_bad else "good"
    known_keys(table, ("html", "fixed", "options"), f"{path}: [[{kind}]]")
    html = table.get("html")
    if not isinstance(html, str):
        raise RuleError(f"{path}: [[{kind}]]: “html” is missing: it must be a text")
    marks: list[tuple[int, int]] = []
    parts: list[str] = []
    length = start = 0
    for part in re.split("([⟦⟧])", html):
        if part == "⟦":
            start = length
        elif part == "⟧":
            marks.append((start, length))
        else:
            parts.append(part)
            length += len(part)
    if html.count("⟦") != html.count("⟧") or bool(marks) != is_bad:
        wanted = "marks the fault with ⟦ and ⟧" if is_bad else "has no ⟦ and ⟧"
        raise RuleError(f"{path}: a {kind} example {wanted}: {html[:60]!r}")
    return Example("".join(parts), tuple(marks), table.get("fixed"), table.get("options", {}))
