"""The commands explain and rules: what a rule wants, and which rules there are."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

from lint.checks.name_house import house_form
from lint.cli.settings import SETTINGS_ERRORS, all_rules, configuration
from lint.cli.streams import complain, emit
from lint.desk import check_text
from lint.linter import in_general
from lint.prose.words import fold
from lint.report.shown import visible
from lint.rulebook import Example, Rule, builtin_rules
from lint.rulebook.house import HOUSE_OPTION, HOUSE_RULE, HouseName, house_lists
from lint.rulebook.loading import with_options

HouseList = tuple[Path, tuple[HouseName, ...]]

_WIDTH: Final = 80
_MOST_SHOWN: Final = 12  # of the entries of a long option


def run_explain(options: Namespace) -> int:
    """Print one rule, with the options that it has here, and its examples."""
    try:
        config = configuration(options)
        rule = all_rules(options, config, examples=True)[options.rule]
        is_house = rule.id == HOUSE_RULE
        lists = house_lists([builtin_rules(), *config.rule_folders]) if is_house else []
    except SETTINGS_ERRORS as error:
        complain(str(error))
        return 2
    emit("\n".join(_explanation(rule, lists)) + "\n")
    return 0


def run_rules(options: Namespace) -> int:
    """Print a table of all rules, or the same as JSON."""
    try:
        rules = all_rules(options, configuration(options), examples=True).rules
    except SETTINGS_ERRORS as error:
        complain(str(error))
        return 2
    if options.output_format == "json":
        import json

        emit(json.dumps([_facts(rule) for rule in rules], indent=2) + "\n")
        return 0
    width = max(len(rule.id) for rule in rules)
    group = ""
    for rule in rules:
        if rule.group != group:
            emit(f"{'' if not group else chr(10)}{rule.group}\n")
            group = rule.group
        mark = "[*]" if rule.fixable else "   "
        emit(f"  {rule.id:<{width}}  {rule.severity:<7}  {mark}  {visible(rule.title)}\n")
    emit("\n[*] has a fix. `copydesk explain RULE` says more.\n")
    return 0


def _facts(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "group": rule.group,
        "severity": rule.severity,
        "fixable": rule.fixable,
        "title": rule.title,
        "why": rule.why,
        "do": rule.do,
        "source": rule.source,
        "check": rule.check,
        "languages": list(rule.languages),
    }


def _explanation(rule: Rule, lists: Sequence[HouseList]) -> Iterator[str]:
    yield f"{rule.id} ({rule.group}, {rule.severity}{', has a fix' if rule.fixable else ''})"
    yield ""
    yield from _wrapped(f"{rule.title}.")
    yield ""
    yield from _wrapped(rule.why)
    yield from _wrapped(in_general(rule.do))
    if rule.source:
        yield ""
        yield from _wrapped(f"Source: {rule.source}")
    if rule.yields_to:
        yield ""
        yield from _wrapped(f"Silent where {' or '.join(rule.yields_to)} speaks.")
    values = {key.replace("_", "-"): value for key, value in rule.options._asdict().items()}
    if lists:
        yield ""
        yield from _names(values.pop(HOUSE_OPTION), lists)
    if values:
        yield ""
        yield f"Options, under [rules.{rule.id}]:"
        for name, value in values.items():
            yield from _wrapped(f"{name} = {_toml(value)}", "  ", "    ")
    for heading, examples in (("Reported:", rule.bad), ("Let be:", rule.good)):
        yield ""
        yield heading
        for example in examples:
            yield from _wrapped(_marked(example), "  - ", "    ")
            for key, value in example.options.items():
                yield from _wrapped(f"with {key} = {_toml(value)}", "    ", "      ")
            for said in _said(rule, example):
                yield from _wrapped(said, "    ", "      ")
            if example.fixed is not None:
                yield from _wrapped(f"→ {example.fixed}", "    ", "      ")


def _said(rule: Rule, example: Example) -> list[str]:
    """What the rule says of an example, here and now: each message once."""
    applied = rule if rule.severity != "off" else rule.with_severity("warning")
    findings = check_text(example.html, [with_options(applied, example.options)]).findings
    return list(dict.fromkeys(f"{each.severity}: {each.message}" for each in findings))


def _names(changed: Mapping[str, str], lists: Sequence[HouseList]) -> Iterator[str]:
    """The names of a house's lists as they hold here: a form, what is changed to it, its note."""
    variants: dict[str, list[str]] = {}
    notes: dict[str, str] = {}
    for path, names in lists:
        yield from _wrapped(f"Names, of {path}:" if path == lists[0][0] else f"and of {path}:")
        for form, _, note in names:
            variants.setdefault(form, [])
            notes[form] = note or notes.get(form, "")
    for variant in changed:
        variants.setdefault(house_form(changed, variant), []).append(variant)
    for form in sorted(variants.keys() - changed.keys(), key=fold):
        yield from _wrapped(form, "  ", "  ")
        if variants[form]:
            yield from _wrapped(f"not {', '.join(variants[form])}", "    ", "    ")
        if notes.get(form):
            yield from _wrapped(notes[form], "    ", "    ")


def _marked(example: Example) -> str:
    parts: list[str] = []
    position = 0
    for start, end in example.marks:
        parts += (example.html[position:start], "⟦", example.html[start:end], "⟧")
        position = end
    return "".join(parts) + example.html[position:]


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping):
        shown = [f'"{key}" = "{word}"' for key, word in list(value.items())[:_MOST_SHOWN]]
        return f"{{ {', '.join(shown)}{_rest(len(value))} }}"
    if isinstance(value, tuple | list):
        shown = [_toml(each) for each in value[:_MOST_SHOWN]]
        return f"[{', '.join(shown)}{_rest(len(value))}]"
    return str(value)


def _rest(count: int) -> str:
    return f", … {count - _MOST_SHOWN} more" if count > _MOST_SHOWN else ""


def _wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    return wrap(
        visible(text.replace("\n", " ")), _WIDTH, initial_indent=first, subsequent_indent=others
    )
