"""Shapes that once cost the square or the cube of their length: at this size each took minutes."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from html import escape

import pytest
from own_patterns import own_patterns
from pumping import pumped

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
        ("<h1>", "9 ", 60_000),  # a number that counts nothing, looked for among all words
        (f"<p>{'] ' * 10_000}</p><p>", "] ", 20_000),  # brackets that another paragraph might open
    ],
)
def test_the_whole_line_grows_with_the_length_only(before: str, piece: str, size: int) -> None:
    page = before + piece * (size // len(piece))
    checked = check_bytes(page.encode(), "a.html", load_rules().select())
    assert checked.source is not None
    assert not checked.error


LENGTH = 4_000  # characters, in each of some twenty places
SAMPLE = 40  # of some ten thousand; `--long` tries all
NOTICEABLE = 0.2  # seconds of processor time
GROWTH = 8  # four times as long may take so many times as long: what is quadratic takes 16


def in_every_place(text: str) -> bytes:
    """An article that has a text as its headline, caption, credit and so on."""
    html, data = escape(text), json.dumps(text).replace("<", "\\u003c")
    return (
        f'<html lang="en"><head><title>{html}</title><meta name="description" content="{html}">'
        f'<meta property="og:title" content="{html}"><script type="application/ld+json">{{"@type":'
        f'"NewsArticle","headline":{data},"datePublished":{data},"author":{{"name":{data}}}}}</script>'
        f'</head><body><article><h1>{html}</h1><p class="standfirst">{html}</p><p class="byline">'
        f'{html}</p><time datetime="{html}">{html}</time><p>{html}</p><p>The ferry hit the wall.</p>'
        f"<h2>{html}</h2><ul><li>{html}</li></ul><blockquote><p>{html}</p></blockquote><figure>"
        f'<img src="{html}" alt="{html}"><figcaption>{html} <span class="credit">{html}</span>'
        f'</figcaption></figure><p>“{html}” said <a href="{html}">{html}</a>.</p></article></body></html>'
    ).encode("utf-8", "replace")


def test_what_makes_a_pattern_work_hard_costs_an_article_its_length_only(
    long: bool, counted: Callable[[int, str], None]
) -> None:
    texts = sorted({text for own in own_patterns() for text in pumped(own.pattern, LENGTH)})
    book = load_rules().select()

    def seconds(text: str) -> float:
        began = time.process_time()
        check_bytes(in_every_place(text), "a.html", book)
        return time.process_time() - began

    sample = texts if long else random.Random(5).sample(texts, SAMPLE)
    for text in sample:
        whole = seconds(text)
        if whole > NOTICEABLE:
            quarter = min(seconds(text[: len(text) // 4]) for _ in range(2))
            growth = min(whole, seconds(text)) / quarter
            assert growth < GROWTH, f"{text[:40]!r} of {len(text)}: {growth:.1f} times"
    counted(len(sample), f"articles with a pumped string of {LENGTH:,} characters in every place")
