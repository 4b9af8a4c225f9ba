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


def _word(chance: random.Random, letters: int = 6) -> str:
    pairs = range(letters // 2)
    return "".join(chance.choice("bcdfghklmnprstvz") + chance.choice("aeiou") for _ in pairs)


# What an article may have many of, each another one: whoever compares all with all pays the square.
MANY: dict[str, Callable[[int, Callable[..., str]], str]] = {
    "pictures": lambda at, word: (
        f'<figure><img src="{word()}{at}.jpg" alt="Workers inspect the {word()} wall in {word()}">'
        f"<figcaption>Workers inspect the {word()} wall [Jo {word().title()}/Reuters]</figcaption></figure>"
    ),
    "articles before names": lambda at, word: (
        f"<p>Yusuf al-{word(4).title()} said; Al {word(4).title()} fell {at}.</p>"
    ),
    "names": lambda at, word: f"<p>{word().title()} {word(8).title()} said it fell {at}.</p>",
    "names alike": lambda at, word: f"<p>Yusuf Ja{word(4)}ri said the wall fell {at}.</p>",
    "surnames": lambda at, word: f"<p>Mr {word(8).title()} said the wall fell {at}.</p>",
    "dates": lambda at, word: (
        f"<p>It fell on {at % 28 + 1} March {1500 + at % 500} and May {at % 28 + 1}, {1600 + at % 400}.</p>"
    ),
    "captions alike": lambda at, word: (
        f'<figure><img src="{word()}{at}.jpg" alt="Workers inspect the wall {at}"><figcaption>Workers '
        f"inspect the old wall in the harbour of Oban {at} [Jo Blake/Reuters]</figcaption></figure>"
    ),
    "misspellings": lambda at, word: f"<p>The {word(10)} {word(8)} fell.</p>",
    "links": lambda at, word: (
        f'<p>It <a href="http://{word()}.example/{at}">fell {word()}</a>.</p>'
    ),
    "quotations": lambda at, word: f"<p>“It fell {word()},” he said. ‘It is’ {at}</p>",
    "headings": lambda at, word: f"<h2>Wall {word()} {at}</h2><p>It fell.</p>",
    "headlines": lambda at, word: f"<h1>{at} killed in {word().title()}</h1><p>{at + 3} dead.</p>",
    "stets": lambda at, word: f"<!-- stet a-an: {word()} --><p>It took a hour {at}.</p>",
    "numbers": lambda at, word: f"<p>{at} people were killed, {at * 3} percent of {at}m.</p>",
    "data": lambda at, word: (
        f'<meta property="article:published_time" content="2024-01-{at % 28 + 1:02}"><script type='
        f'"application/ld+json">{{"@type":"NewsArticle","headline":"{word()} {at}"}}</script>'
    ),
}
IN_EACH_RUN = 2  # the first ones; `--long` tries all, and more of each


@pytest.mark.parametrize("kind", MANY)
def test_many_of_a_kind_cost_an_article_their_number_only(
    kind: str, long: bool, counted: Callable[[int, str], None]
) -> None:
    if not long and list(MANY).index(kind) >= IN_EACH_RUN:
        pytest.skip("takes seconds; --long runs it")
    number = 6_000 if long else 2_400
    chance = random.Random(1)
    pieces = [MANY[kind](at, lambda letters=6: _word(chance, letters)) for at in range(number)]
    book = load_rules().select()

    def seconds(count: int) -> float:
        began = time.process_time()
        check_bytes("".join(pieces[:count]).encode(), "a.html", book)
        return time.process_time() - began

    seconds(10)
    assert seconds(number) / seconds(number // 4) < GROWTH
    counted(number, "pictures, names and other things of which one article has many")
