"""Sentences that the tables of phrases are held to: what may be printed is let be, slips are told.

A phrase joins a table when nobody can write a right sentence that holds it; the sentences that were
thought of stand here. To add a phrase, add those that it might tell.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from lint.desk import check_text
from lint.rulebook import load_rules

RULES = tuple(
    rule for rule in load_rules().select().rules if rule.id in ("wrong-word", "missing-word")
)
HERE = Path(__file__).parent


def _told(name: str) -> tuple[list[str], set[int]]:
    """The sentences of a file, and the numbers of those that are told."""
    lines = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    sentences = [line for line in lines if not line.startswith("#")]
    page = "".join(f"<p>{escape(sentence, quote=False)}</p>\n" for sentence in sentences)
    findings = check_text(page, RULES).findings
    return sentences, {page.count("\n", 0, finding.span.start) for finding in findings}


@pytest.mark.parametrize(
    ("name", "least", "is_told"),
    [("right_sentences", 5_000, False), ("wrong_sentences", 2_000, True)],
)
def test_slips_are_told_and_nothing_else(name: str, least: int, is_told: bool) -> None:
    sentences, told = _told(name)
    assert len(sentences) >= least
    assert [each for number, each in enumerate(sentences) if (number in told) != is_told] == []
