"""Words written for others: what the news speaks for."""

from __future__ import annotations

import random

import pytest

from lint.prose.fingers import is_easy, is_swap
from lint.prose.row import read_row
from lint.prose.slip_evidence import CONTEXT, FEATURES
from lint.prose.slip_fitting import fit, fit_signs
from lint.prose.slip_pairs import function_pairs, is_variety, pairs, typed_for
from lint.prose.slip_plants import look, table_of
from lint.prose.slips import candidates, suggestions, weights
from lint.prose.slots import signs, speaks_for
from lint.prose.words import words


def _best(text: str, written: str) -> tuple[float, str]:
    found = words(text)
    row = read_row(found)
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
    assert all(each.word != "center" for each in candidates("centre").many)


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


def test_signs_tell_two_words_apart() -> None:
    pytest.importorskip("sklearn")
    of, off = [[b"a cup", b"always"]] * 20, [[b"a took", b"always"]] * 20
    found = fit_signs(of, off, b"always")
    assert found[b"a took"] - found.get(b"a cup", 0.0) > 0.5
    assert b"a rare" not in fit_signs([*of, [b"a rare"]], off, b"always")


def test_the_place_speaks_for_the_word_that_stands_there() -> None:
    text = "The lamps of the quay were lit."
    found = words(text)
    row = read_row(found)
    assert speaks_for("off", "of", signs(row, row.at[2])) > 0
    assert speaks_for("of", "off", signs(row, row.at[2])) < 0
    assert speaks_for("quay", "of", signs(row, row.at[2])) == 0


def test_every_pair_has_a_weight_for_every_kind_of_evidence() -> None:
    pairs_ = [
        f"{written} {each.word}"
        for written in function_pairs()
        for each in candidates(written).many
        if each.kind == "function"
    ]
    assert len(pairs_) > 100
    for name in ("content", *pairs_):
        assert len(weights(name)) == len(FEATURES) + len(CONTEXT)


def test_slips_are_planted_in_a_text_and_seen_there() -> None:
    table = table_of({("pubic", "public"): 1, ("of", "off"): 0})
    text = "He ran for public office in the spring, and took off his hat."
    seen = look(text, table, random.Random(1))
    assert {each.pair for each in seen.planted} == {("pubic", "public"), ("of", "off")}
    assert all(len(each.features) == len(FEATURES) + len(CONTEXT) for each in seen.planted)
    assert not seen.clean
    assert [word for word, _ in seen.places] == ["off"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("form", "from"),
        ("you", "your"),
        ("its", "it's"),
        ("or", "for"),
        ("is", "us"),
        ("to", "two"),
    ],
)
def test_what_fingers_and_ears_make_is_easy(written: str, meant: str) -> None:
    assert is_easy(written, meant)


@pytest.mark.parametrize(("written", "meant"), [("one", "on"), ("has", "as"), ("any", "and")])
def test_a_letter_too_many_or_from_elsewhere_is_not(written: str, meant: str) -> None:
    assert not is_easy(written, meant)
    assert not is_swap(written, meant)
