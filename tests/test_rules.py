"""Every rule, held to the examples in its own file."""

from __future__ import annotations

from pathlib import Path

import pytest

import lint.checks
from lint.checks import CHECKS, load_check
from lint.desk import check_text
from lint.fixes import apply_fixes
from lint.rulebook import Example, Rule, Rulebook, load_rules
from lint.rulebook.loading import with_options

BOOK = load_rules(examples=True)
RULES = {rule.id: rule for rule in BOOK.rules}
PLAIN_BOOK = load_rules()  # what a run loads: without examples


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(_switched_on(rule), example, id=f"{rule.id}-{number}")
        for rule in BOOK.rules
        for number, example in enumerate(getattr(rule, kind), 1)
    ]


def _switched_on(rule: Rule) -> Rule:
    return rule.with_severity("warning") if rule.severity == "off" else rule


def _places(html: str, rule: Rule) -> list[tuple[int, int]]:
    checked = check_text(html, [rule])
    assert not checked.error
    return [tuple(finding.span) for finding in checked.findings if finding.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), _cases("bad"))
def test_a_bad_example_is_reported_exactly_where_it_is_marked(rule: Rule, example: Example) -> None:
    rule = with_options(rule, example.options)
    assert _places(example.html, rule) == list(example.marks)


@pytest.mark.parametrize(
    ("rule", "example"), [case for case in _cases("bad") if case.values[1].fixed is not None]
)
def test_a_fix_gives_the_fixed_example_which_is_clean_and_stable(
    rule: Rule, example: Example
) -> None:
    rule = with_options(rule, example.options)
    fixed = _fix(example.html, rule)
    assert fixed == example.fixed
    assert _fix(fixed, rule) == fixed
    assert not [place for place in _places(fixed, rule) if _has_fix(fixed, rule, place)]


def _fix(html: str, rule: Rule) -> str:
    findings = [each for each in check_text(html, [rule]).findings if each.rule == rule.id]
    return apply_fixes(html, findings, unsafe=True)[0]


def _has_fix(html: str, rule: Rule, place: tuple[int, int]) -> bool:
    return any(each.span == place and each.fixes for each in check_text(html, [rule]).findings)


@pytest.mark.parametrize(("rule", "example"), _cases("good"))
def test_a_good_example_is_let_be(rule: Rule, example: Example) -> None:
    assert _places(example.html, with_options(rule, example.options)) == []


@pytest.mark.parametrize(
    ("rule", "example"), [case for case in _cases("good") if not case.values[1].options]
)
def test_a_good_example_is_let_be_by_every_rule(rule: Rule, example: Example) -> None:
    checked = check_text(example.html, PLAIN_BOOK.select().rules)
    assert [(f.rule, f.message) for f in checked.findings if f.suppressed is None] == []


@pytest.mark.parametrize("rule", BOOK.rules, ids=list(RULES))
def test_a_rule_has_bad_and_good_examples(rule: Rule) -> None:
    assert rule.bad
    assert rule.good


@pytest.mark.parametrize("rule", BOOK.rules, ids=list(RULES))
def test_a_rule_says_what_why_and_what_to_do(rule: Rule) -> None:
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.do.endswith(".")
    assert rule.message[0].isupper() or rule.message[0] in "“{"


def test_every_check_in_the_table_is_a_module_and_every_module_in_the_table() -> None:
    folder = Path(lint.checks.__file__).parent
    modules = {path.stem for path in folder.glob("*.py") if "\nCASES = " in path.read_text("utf-8")}
    assert modules == set(CHECKS.values())


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_documents_its_options_and_gives_each_a_default(name: str) -> None:
    check = load_check(name)
    check.Options()
    for option in check.Options._fields:
        assert option != "severity", "a preset could not tell the option from the severity"
        assert f"``{option}``" in (check.Options.__doc__ or "")


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_is_used_by_a_rule_or_is_there_for_houses_own_rules(name: str) -> None:
    assert name == "pattern" or any(rule.check == name for rule in BOOK.rules)


def test_what_a_run_loads_is_what_the_examples_prove() -> None:
    assert isinstance(PLAIN_BOOK, Rulebook)
    plain = {rule.id: (rule.options, rule.severity, rule.message) for rule in PLAIN_BOOK.rules}
    assert plain == {r.id: (r.options, r.severity, r.message) for r in BOOK.rules}
