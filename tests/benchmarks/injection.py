"""Plant one fault at a time in clean pages, and count which are found: recall, rule by rule.

``python tests/benchmarks/injection.py DIR`` takes the pages of DIR (``*.html``, ``*.html.gz``; a
``*.json`` beside a page gives its true paragraphs) and plants at least 40 faults for each rule. A
plant is found if a finding of that rule overlaps it that was not there before. Harmless edits are
planted, too: each finding about them is a false alarm. Seeds are fixed: two runs agree.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from making import HARMLESS_KINDS, MARKS, Plant, every_kind, harmless, plants_for
from pages import Page, read_pages

from lint.desk import check_text
from lint.finding import Finding
from lint.rulebook import Rulebook, load_rules

_SEED = 20_000


class Outcome(NamedTuple):
    """What became of a plant: found or not, and the other new findings, by rule."""

    plant: Plant
    found: bool
    others: tuple[str, ...]
    usable: bool  # False where the rule spoke about the page before


@dataclass
class Tally:
    """A row of the table."""

    plants: int = 0
    found: int = 0
    others: Counter[str] = field(default_factory=Counter)


def outcome(plant: Plant) -> Outcome:
    """Check the page before and after the edit."""
    text = MARKS.sub("", plant.marked)
    before = _before(plant.before)
    after = check_text(text, _book()).findings
    if not plant.is_harmless and any(each.rule == plant.kind for each in before):
        return Outcome(plant, False, (), False)
    known = Counter(_key(each, plant.before) for each in before)
    found, others = False, []
    places = _spans(plant.marked)
    for each in after:
        if known[_key(each, text)] > 0:
            known[_key(each, text)] -= 1
        elif each.rule == plant.kind and any(
            each.span.start <= end and start <= each.span.end for start, end in places
        ):
            found = True
        elif each.rule != plant.kind:
            others.append(each.rule)
        else:
            others.append(f"{each.rule} elsewhere")
    return Outcome(plant, found, tuple(others), True)


def run(pages: list[Page], rules: list[str], count: int, jobs: int) -> Iterator[Outcome]:
    """Plant ``count`` faults per rule, and as many harmless edits per kind; yield what came of it."""

    def plants() -> Iterator[list[Plant]]:
        for rule in rules:
            chance = random.Random(f"{_SEED} {rule}")
            mixed = chance.sample(pages, len(pages))
            yield list(islice(plants_for(rule, mixed, chance), 2 * count))
        for kind in HARMLESS_KINDS:
            chance = random.Random(f"{_SEED} {kind}")
            yield list(harmless(kind, chance.sample(pages, len(pages)), count, chance))

    if jobs == 1:
        for each in plants():
            yield from map(outcome, each)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for each in plants():  # kind by kind: each plant is a whole page
            yield from pool.map(outcome, each, chunksize=8)


def tallies(outcomes: Iterator[Outcome], count: int) -> tuple[dict[str, Tally], dict[str, Tally]]:
    """Add outcomes up: rules, and harmless kinds (where "found" counts the silent ones)."""
    rules: dict[str, Tally] = defaultdict(Tally)
    kinds: dict[str, Tally] = defaultdict(Tally)
    for each in outcomes:
        row = (kinds if each.plant.is_harmless else rules)[each.plant.kind]
        if not each.usable or row.plants >= count:
            continue
        row.plants += 1
        row.found += not each.others if each.plant.is_harmless else each.found
        row.others.update(each.others)
    return rules, kinds


@lru_cache(maxsize=1)
def _book() -> Rulebook:
    """Every rule, those that are off by default, too."""
    book = load_rules()
    return book.select(extend_select=[each.id for each in book.rules if each.severity == "off"])


@lru_cache(maxsize=64)
def _before(text: str) -> tuple[Finding, ...]:
    return tuple(check_text(text, _book()).findings)


def _key(finding: Finding, text: str) -> tuple[str, str, str]:
    return finding.rule, finding.message, text[finding.span.start : finding.span.end]


def _spans(marked: str) -> list[tuple[int, int]]:
    """The places between marks, in the text without marks."""
    places = [each.start() - number for number, each in enumerate(MARKS.finditer(marked))]
    return list(zip(places[::2], places[1::2], strict=True))


def table(rules: dict[str, Tally], kinds: dict[str, Tally], markdown: bool) -> Iterator[str]:
    """Yield the lines of both tables."""
    form = "| {:<26} | {:>6} | {:>6} | {:>6} | {} |" if markdown else "{:<26} {:>6} {:>6} {:>6}  {}"
    line = "| --- | ---: | ---: | ---: | --- |"
    yield form.format("rule", "plants", "found", "recall", "also reported")
    if markdown:
        yield line
    for rule, row in sorted(rules.items()):
        yield form.format(rule, row.plants, row.found, f"{row.found / row.plants:.2f}", _many(row.others))  # fmt: skip
    yield ""
    yield form.format("harmless edit", "plants", "silent", "", "false alarms")
    if markdown:
        yield line
    for kind, row in sorted(kinds.items()):
        yield form.format(kind, row.plants, row.found, "", _many(row.others))


def _many(others: Counter[str]) -> str:
    return ", ".join(f"{rule} {count}" for rule, count in others.most_common())


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plants", type=int, default=40, help="per rule")
    parser.add_argument("--rule", action="append", help="only this rule; may be given again")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--missed", action="store_true", help="also print what was not found")
    options = parser.parse_args()
    pages = read_pages(options.folder)
    missed: list[str] = []

    def outcomes() -> Iterator[Outcome]:
        for each in run(pages, options.rule or every_kind(), options.plants, options.jobs):
            wrong = bool(each.others) if each.plant.is_harmless else each.usable and not each.found
            if options.missed and wrong:
                missed.append(_missed(each))
            yield each

    sys.stdout.write(f"{len(pages)} pages\n")
    for line in [*table(*tallies(outcomes(), options.plants), options.markdown), *missed]:
        sys.stdout.write(f"{line}\n")
    return 0


def _missed(outcome: Outcome) -> str:
    marked = outcome.plant.marked
    at = marked.index("⟦") if "⟦" in marked else 0
    around = " ".join(marked[max(0, at - 80) : at + 100].split())
    others = "; ".join(outcome.others)
    return f"{outcome.plant.kind}\t{outcome.plant.page}\t{others}\t{around}"


if __name__ == "__main__":
    sys.exit(main())
