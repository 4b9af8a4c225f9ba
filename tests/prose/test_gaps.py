"""Words left out: where one may be, which, and how likely."""

from __future__ import annotations

import pytest

from lint.prose.build_gaps import _gaps
from lint.prose.gaps import FEATURES, WORDS, Gap, possible, suggestions, weights
from lint.prose.row import read_row
from lint.prose.slots import class_at
from lint.prose.words import words


def _best(text: str, before: str) -> tuple[float, str]:
    found = words(text)
    row = read_row(found)
    at = next(place for place, word in zip(row.at, found, strict=True) if word.text == before)
    may = possible(class_at(row, at), class_at(row, at + 1))
    return max(suggestions(row, Gap(at, at + 1), may), default=(-99.0, ""))


@pytest.mark.parametrize(
    ("text", "before", "missing"),
    [
        ("The crew has been trying reach the quay.", "trying", "to"),
        ("The lamps will replaced in the spring.", "will", "be"),
        ("A number boats were lost in the storm.", "number", "of"),
    ],
)
def test_what_is_missing_is_found(text: str, before: str, missing: str) -> None:
    odds, word = _best(text, before)
    assert word == missing
    assert odds > 2


@pytest.mark.parametrize("before", ["crew", "has", "trying", "to", "reach", "the"])
def test_where_nothing_is_missing_nothing_is_likely(before: str) -> None:
    assert _best("The crew has been trying to reach the quay.", before)[0] < 0


def test_every_word_has_a_weight_for_every_kind_of_evidence() -> None:
    for word in WORDS:
        assert len(weights(word)) == len(FEATURES)


def test_gaps_of_a_text_are_between_its_words_and_where_small_words_stand() -> None:
    _, gaps = _gaps("It was trying to turn, and sank.")
    assert [word for word, _ in gaps if word] == ["was", "to"]
    assert len(gaps) == 2 + 5
