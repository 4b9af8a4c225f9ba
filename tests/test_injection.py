"""The injection benchmark, small: no rule is silent by construction, no harmless edit is reported."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from lint.rulebook import load_rules

BENCHMARK = Path(__file__).parent / "benchmarks" / "injection.py"

PARAGRAPHS = (
    "The harbour board of Marrick voted on Monday to mend the eastern pier, which has been closed to walkers since a storm in the winter.",
    "“We have waited for this since my children were small,” said Oskar Brandel, who keeps the bait shop. “It’s the heart of the town, and it’s ours.”",
    "Ingrid Sallow, the engineer in charge, announced a plan in three parts (divers first, then cranes, then carpenters). More than half of the timber is rotten.",
    "Oskar Brandel said that he would believe it when he saw a crane. The board’s chairman, Piet Holloway, asked for patience, because it needed to find a builder.",
    "The pier was built for the herring trade and became a place for anglers, brass bands and, in the summer, a small café with a piano that nobody tunes.",
    "Ingrid Sallow has mended four piers on this coast. The last of them, at Dunmorrow, took longer than anybody had expected, as it was built on mud.",
    "Piet Holloway said one of the lessons was to begin in the spring. “You can’t fight the sea in the winter,” he said, “and you shouldn’t try.”",
    "Some residents wanted the money to go to the swimming pool instead. The pool has its own committee, with its own list of repairs, as Piet Holloway knows, and no roof.",
    "Ingrid Sallow will begin when the divers have finished, as Oskar Brandel hopes. Visitors are asked to use the western pier, where a ferry calls in the afternoon.",
)


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("pages")
    body = "\n".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    page = f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Pier to be mended</title><meta property="article:published_time" content="2024-03-12T08:00:00Z"></head><body><article><h1>Pier to be mended</h1>\n{body}\n</article></body></html>'
    (folder / "pier.html").write_text(page, "utf-8")
    command = [
        sys.executable,
        str(BENCHMARK),
        str(folder),
        "--plants",
        "8",
        "--jobs",
        "1",
        "--markdown",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    table = [line[1:-1].split("|") for line in done.stdout.splitlines() if line.startswith("| ")]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in table}


# Without an archive name-index has nothing to say: tests/cli/test_names.py has one.
@pytest.mark.parametrize(
    "rule", [rule.id for rule in load_rules().rules if rule.id != "name-index"]
)
def test_each_rule_finds_what_is_planted_for_it(rule: str, rows: dict[str, list[str]]) -> None:
    plants, found, recall, _ = rows[rule]
    assert int(plants) == 8
    assert float(recall) == round(int(found) / 8, 2)
    assert int(found) >= (1 if rule in ("missing-word", "misspelling", "wrong-word") else 4)


def test_harmless_edits_are_let_be(rows: dict[str, list[str]]) -> None:
    kinds = list(rows)[list(rows).index("harmless edit") + 1 :]
    assert len(kinds) == 15
    assert {kind: rows[kind] for kind in kinds} == {kind: ["8", "8", "", ""] for kind in kinds}


def test_a_plant_without_its_rule_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARK.parent))
    import injection
    from pages import Page, Place

    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    places, at = [], 0
    for each in PARAGRAPHS:
        places.append(Place(at + 3, at + 3 + len(each), at + 7 + len(each)))
        at += 7 + len(each)
    page = Page("pier", text, tuple(places))
    plant = next(injection.plants_for("doubled-word", [page], random.Random(1)))
    assert injection.outcome(plant).found
    assert not injection.outcome(
        plant._replace(marked=plant.before + "<p>⟦All⟧ is well.</p>")
    ).found
