"""The tables of words.py: recall by class, alerts and their verdicts, and what was missed."""

from __future__ import annotations

import html
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from planted import Alert, Published, Sentence, count_words

VERDICTS = Path(__file__).parent / "words-verdicts.tsv"
Verdicts = dict[tuple[str, str, str], str]


class Column(NamedTuple):
    """A tool's row of the result: what it found, its alerts on the clean articles, its cost."""

    name: str
    found: list[list[Alert]]
    alerts: list[list[Alert]]
    cost: float  # ms of CPU per 800 words


def table(columns_: Sequence[Column], articles: Sequence[Published], sentences: Sequence[Sentence], markdown: bool) -> Iterator[str]:  # fmt: skip
    """Yield recall by class, then the alerts on clean text and the cost, a column for each tool."""
    widths = [max(10, len(each.name)) for each in columns_]

    def line(first: str, count: str, values: Iterable[str]) -> str:
        if markdown:
            return f"| {first} | {count} | {' | '.join(values)} |"
        cells = (value.rjust(width) for value, width in zip(values, widths, strict=True))
        return f"{first:<30} {count:>6} {' '.join(cells)}"

    yield line("recall, %", "n", (each.name for each in columns_))
    if markdown:
        yield "| --- | ---: |" + " ---: |" * len(columns_)
    kinds: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(sentences):
        kinds[each.kind].append(number)
        kinds["~all"].append(number)
        if each.kind[0] in "ADFGRW":
            kinds["~real words (A D F G R W)"].append(number)
    for kind, numbers in sorted(kinds.items()):
        shares = (sum(bool(each.found[n]) for n in numbers) / len(numbers) for each in columns_)
        yield line(kind.lstrip("~"), str(len(numbers)), (f"{100 * share:.1f}" for share in shares))
    words = sum(map(count_words, articles))
    if words:
        counts = [sum(map(len, each.alerts)) for each in columns_]
        yield line("alerts on clean articles", "", map(str, counts))
        yield line("… per 10,000 words", str(words), (f"{1e4 * n / words:.2f}" for n in counts))
        yield line("CPU, ms per 800 words", "", (f"{each.cost:.1f}" for each in columns_))


def by_rule(column: Column, articles: Sequence[Published], verdicts: Verdicts) -> Iterator[str]:  # fmt: skip
    """Yield for each rule how many planted errors it found, and its alerts on clean text, judged."""
    hits = Counter(rule for found in column.found for rule in {each.rule for each in found})
    alerts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for article, some in zip(articles, column.alerts, strict=True):
        for each in some:
            verdict = verdicts.get(_key(article, each), "unjudged")
            alerts[each.rule, each.severity][verdict] += 1
    for rule in sorted(hits.keys() | {rule for rule, _ in alerts}):
        judged = (
            f"{severity}: {', '.join(f'{n} {verdict}' for verdict, n in sorted(counts.items()))}"
            for (name, severity), counts in sorted(alerts.items())
            if name == rule
        )
        yield f"{rule:<16} {hits[rule]:>5} found; alerts on clean text: {'; '.join(judged) or 'none'}"


def _key(article: Published, alert: Alert) -> tuple[str, str, str]:
    text = html.unescape(article.page[alert.start : alert.end])
    return article.name, alert.rule, " ".join(text.split())


def read_verdicts() -> Verdicts:
    """Read the verdicts: (article, rule, words) to "right", "wrong" or "debatable"."""
    if not VERDICTS.exists():
        return {}
    rows = [line.split("\t") for line in VERDICTS.read_text("utf-8").splitlines()]
    return {(row[0], row[1], row[2]): row[4] for row in rows if len(row) > 4}


def print_alerts(column: Column, articles: Sequence[Published], verdicts: Verdicts) -> None:  # fmt: skip
    """Print each alert on a clean article, with what stands round it and its verdict."""
    for article, some in zip(articles, column.alerts, strict=True):
        text = article.page
        for each in some:
            _, rule, words = key = _key(article, each)
            verdict = verdicts.get(key, "unjudged")
            _out(f"{verdict}\t{article.name}\t{rule}\t{words}\t{each.severity}\t{each.message}")
            _out(f"    {_around(text, each.start, each.end)}")


def print_missed(column: Column, sentences: Sequence[Sentence], kind: str) -> None:
    """Print the planted errors of a class (its short name, or "all") that were not found."""
    for found, each in zip(column.found, sentences, strict=True):
        if not found and kind in ("all", each.kind.split()[0]):
            _out(f"{each.kind}\t{_around(each.bad, each.start, each.end)}")


def _around(text: str, start: int, end: int) -> str:
    around = f"{text[max(0, start - 70) : start]}⟦{text[start:end]}⟧{text[end : end + 60]}"
    return " ".join(around.split())


def _out(line: str) -> None:
    sys.stdout.write(f"{line}\n")
