"""Presets change what rules demand."""

from __future__ import annotations

import pytest

from lint.desk import check_text, fix_text
from lint.rulebook import RuleError, builtin_rules, load_rules
from lint.rulebook.loading import preset_names

AMERICAN = (
    "<p>The bridge opened on Jan. 23, 2017, said Omar al-Barudi. Its color is gray.</p>"
    '<figure><img src="a.jpg" alt="A crane"><figcaption>The crane fell. (AP Photo/Jo Blake)'
    "</figcaption></figure>"
)
BRITISH = (
    "<p>The bridge opened on 23 January 2017, said Omar Al-Barudi. Its colour is grey.</p>"
    '<figure><img src="a.jpg" alt="A crane"><figcaption>The crane at dawn [Jo Blake/Reuters]'
    "</figcaption></figure>"
)


def _rules(preset: str, html: str) -> set[str]:
    book = load_rules(preset=preset).select()
    return {finding.rule for finding in check_text(html, book).findings}


def test_each_preset_is_content_with_its_own_house() -> None:
    assert _rules("ap", AMERICAN) == set()
    assert _rules("default", BRITISH) == set()


def test_each_preset_reports_the_other_house() -> None:
    assert _rules("default", AMERICAN) == {"date-format", "name-al-prefix"}
    assert _rules("ap", BRITISH) == {"date-format", "name-al-prefix", "british-american"}


def test_a_preset_changes_what_a_fix_writes() -> None:
    html = "<p>The bridge opened on January 23 2017.</p>"
    assert "23 January 2017" in fix_text(html, load_rules().select(), unsafe=True)[0]
    assert "Jan. 23, 2017" in fix_text(html, load_rules(preset="ap").select(), unsafe=True)[0]


@pytest.mark.parametrize("name", preset_names(builtin_rules()))
def test_every_preset_loads(name: str) -> None:
    assert load_rules(preset=name).preset == name


def test_an_unknown_preset_is_refused_with_a_near_match() -> None:
    with pytest.raises(RuleError, match="unknown preset “defualt”; did you mean “default”"):
        load_rules(preset="defualt")


def test_settings_go_over_the_preset_and_take_cases_down_with_them() -> None:
    book = load_rules(preset="ap", settings={"name-variant": {"severity": "note"}})
    rule = book["name-variant"]
    assert rule.severity == "note"
    assert {case.severity for case in rule.cases.values()} == {"note"}
