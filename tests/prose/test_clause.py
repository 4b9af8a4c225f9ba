from __future__ import annotations

import pytest

from lint.prose.clause import BORDER, BREAK, JOINT, Line, read_line
from lint.prose.clause import line_of as line_of_words
from lint.prose.words import words


def line_of(text: str) -> Line:
    return line_of_words(words(text))


def test_a_word_is_told_what_stands_beside_it() -> None:
    line = line_of("The lamp, he says, burns. Gulls cry")
    assert [line.before(at) for at in range(7)] == ["", "the", ",", "he", ",", "", "gulls"]
    assert [line.after(at) for at in range(7)] == ["lamp", "", "says", "", "", "cry", ""]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Late. He says", True),
        ("late: he says", True),
        ("said, “he says", True),
        ("a “he says", False),
        ("late – he says", False),
        ("late (he says", False),
    ],
)
def test_a_clause_begins_behind_a_stop_and_a_quotation(text: str, begins: bool) -> None:
    assert (line_of(text).before(1) == "") is begins


@pytest.mark.parametrize("text", ["the writers’ room", "the writers' room", "three lamps/bulbs"])
def test_an_apostrophe_or_a_stroke_keeps_words_together(text: str) -> None:
    line = line_of(text)
    assert line.before(2) == ","
    assert line.after(1) == ""


def test_a_sentence_is_looked_back_over_but_not_the_one_before() -> None:
    line = line_of("He asked. They, too, wanted that she go.")
    asked = frozenset(["asked"])
    assert not line.sentence_has(7, asked)
    assert line.sentence_has(7, frozenset(["wanted"]))
    assert line.sentence_has(2, asked) is False


def test_curly_apostrophes_are_straight_and_capitals_small() -> None:
    assert line_of("Don’t go").words == ["don't", "go", BREAK]


def test_no_sentence_goes_on_in_the_next_text() -> None:
    both = [words("the lamps’"), words("Gulls cry")]
    texts = [text for found in both for text in (*found.texts, BREAK)]
    gaps = [gap for found in both for gap in found.gaps]
    line = read_line(texts, gaps, [0, 3])
    assert [line.before(at) for at in (0, 1, 3, 4)] == ["", "the", "", "gulls"]
    assert [line.after(at) for at in (1, 4)] == ["", ""]
    assert (line.gaps[2], line.gaps[5]) == (JOINT, BORDER)
