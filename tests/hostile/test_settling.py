"""10,000 generated articles full of faults: their fixes settle, and a second run changes nothing.

The articles are made of the examples that rules give of faults they mend, side by side and run
together in one paragraph. `--long` makes ten times as many, and applies every rule, not only those
that mend.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from lint.article.layout import Layout
from lint.desk import FixError, builtin_layouts, fix_text
from lint.rulebook import Rule, load_rules

ARTICLES, MANY_ARTICLES = 10_000, 100_000
SLICE = 250
_PARAGRAPH = re.compile(r"</?p>|<p [^>]*>")
_BETWEEN = ("", " ", " ", "  ", "\n", "&nbsp;", " “", "” ", " - ", ", ", ". ", "<br>", "</b> <b>", "&rsquo;")  # fmt: skip


@cache
def _faults() -> tuple[str, ...]:
    rules = load_rules(examples=True).rules
    return tuple(
        each.html
        for rule in rules
        for each in rule.bad
        if each.fixed is not None and not each.options
    )


@cache
def _rules(every: bool) -> tuple[Rule, ...]:
    chosen = load_rules(examples=True).select().rules
    return tuple(rule for rule in chosen if every or rule.fixable)


@cache
def _layouts() -> tuple[Layout, ...]:
    return builtin_layouts()


def generated(seed: int) -> str:
    """An article of some faults: each by itself, or all in one paragraph."""
    chance = random.Random(seed)
    faults = chance.choices(_faults(), k=chance.choice((1, 2, 2, 2, 3)))
    if chance.random() < 0.4:
        return "\n".join(faults)
    texts = [_PARAGRAPH.sub("", fault) for fault in faults]
    if chance.random() < 0.5:  # words of one among those of another
        cut = [text.split(" ") for text in texts]
        at = chance.randrange(len(cut))
        texts = [" ".join(words[:at] + words[at + 1 :]) for words in cut]
    return "<p>" + "".join(text + chance.choice(_BETWEEN) for text in texts) + "</p>"


def _settle_slice(first: int, every: bool) -> Counter[str]:
    counts: Counter[str] = Counter()
    for seed in range(first, first + SLICE):
        unsafe = bool(seed % 3)
        try:
            text, mended = fix_text(
                generated(seed), _rules(every), unsafe=unsafe, layouts=_layouts()
            )
        except FixError as error:
            raise AssertionError(f"article {seed}: {error}") from None
        counts["settled"] += 1
        counts["mended"] += bool(mended)
        counts["faults"] += len(mended)
        if seed % 10 == 0:
            again = fix_text(text, _rules(every), unsafe=unsafe, layouts=_layouts())
            assert again == (text, ()), f"article {seed} changes again"
    return counts


def test_the_fixes_of_ten_thousand_articles_settle(
    long: bool, counted: Callable[[int, str], None]
) -> None:
    count = MANY_ARTICLES if long else ARTICLES
    starts = range(0, count, SLICE)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        counts = sum(pool.map(_settle_slice, starts, [long] * len(starts)), Counter[str]())
    assert counts["settled"] == count
    assert counts["mended"] > count * 0.7  # else the fixes of too few would be tried
    counted(count, f"generated articles whose {counts['faults']:,} fixes settle in 8 passes")
