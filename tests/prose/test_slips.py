"""Words written for others: what the news speaks for."""

from __future__ import annotations

import pytest

from lint.prose.build_slips import fit, is_variety, pairs, typed_for
from lint.prose.row import read_row
from lint.prose.slips import candidates, suggestions
from lint.prose.words import words


def _best(text: str, written: str) -> tuple[float, str]:
    found = words(text)
    row = read_row(text, found)
    index = next(at for at, word in enumerate(found) if word.text == written)
    odds = [(value, each.word) for value, each in suggestions(row, row.at[index], written)]
    return max(odds, default=(-99.0, ""))


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("He ran for pubic office in the spring.", "pubic", "public"),
        ("It was to late for the crew to turn.", "to", "too"),
        ("The mayor took of his hat.", "of", "off"),
    ],
)
def test_what_is_meant_is_likelier_than_what_is_written(
    text: str, written: str, meant: str
) -> None:
    odds, word = _best(text, written)
    assert word == meant
    assert odds > 0


def test_a_right_word_is_let_be() -> None:
    assert _best("The mayor held a public meeting.", "public")[0] < 0


def test_british_and_american_forms_are_never_put_against_each_other() -> None:
    assert is_variety("centre", "center")
    assert is_variety("organise", "organize")
    assert is_variety("kilometres", "kilometers")
    assert not is_variety("trial", "trail")
    assert all(each.word != "center" for each in candidates("centre"))


def test_pairs_are_one_slip_of_a_finger_apart() -> None:
    found = pairs(["trial"])
    assert ("trail", "trial") in found
    assert "trail" in set(typed_for("trial", {}))


def test_weights_tell_apart_what_differs() -> None:
    pytest.importorskip("numpy")
    rows = [[1.0, float(value)] for value in range(-10, 11)]
    weights = fit(rows, [float(row[1] > 2) for row in rows], clean_weight=1.0)
    assert weights[1] > 0
    assert weights[0] < 0
