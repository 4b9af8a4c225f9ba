"""Shapes that once cost the square or the cube of their length: at this size each took minutes."""

from __future__ import annotations

import pytest

from lint.desk import check_bytes
from lint.rulebook import load_rules


@pytest.mark.parametrize(
    ("before", "piece", "size"),
    [
        ("<p>OBAN, April 25 (", "F", 20_000),  # letters shared out over three words
        ("<p>", "1", 200_000),  # a number without an end, begun anew at each figure
        ("<p>", "a<br>", 200_000),
        ("<p>", "the the ", 60_000),  # a fix for every word of one paragraph
        ("<p>", "the &lsquo;90s ", 60_000),
        ("", "<blockquote>x", 200_000),
        ("", "<ul><li>x", 100_000),
        ("", '<div><img src="one.gif"><img src="two.gif"><p>x</p>', 60_000),
    ],
)
def test_the_whole_line_grows_with_the_length_only(before: str, piece: str, size: int) -> None:
    page = before + piece * (size // len(piece))
    checked = check_bytes(page.encode(), "a.html", load_rules().select())
    assert checked.source is not None
    assert not checked.error
