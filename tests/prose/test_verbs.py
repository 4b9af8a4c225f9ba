"""Forms of verbs."""

from __future__ import annotations

import pytest

from lint.prose.verbs import base_of, participle_of


@pytest.mark.parametrize(
    ("form", "base", "participle"),
    [
        ("focuses", "focus", "focused"),
        ("tries", "try", "tried"),
        ("goes", "go", "gone"),
        ("went", "go", "gone"),
        ("stopped", "stop", "stopped"),
        ("planning", "plan", "planned"),
        ("making", "make", "made"),
        ("applied", "apply", "applied"),
        ("left", "leave", "left"),
        ("is", "be", "been"),
        ("took", "take", "taken"),
        ("mended", "mend", "mended"),
    ],
)
def test_a_form_has_its_base_and_participle(form: str, base: str, participle: str) -> None:
    assert base_of(form) == base
    assert participle_of(form) == participle


def test_a_plain_form_has_a_participle_only() -> None:
    assert base_of("create") == ""
    assert participle_of("create") == "created"
    assert participle_of("run") == "run"
    assert participle_of("come") == "come"


def test_what_is_no_verb_has_neither() -> None:
    assert base_of("harbours") == "harbour"
    assert base_of("lamplight") == base_of("xyzzed") == base_of("the") == ""
    assert participle_of("xyzzed") == ""
