"""The benchmark of words, small: what it counts as found, and that its table is filled."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parent / "benchmarks" / "words.py"
CLEAN = "The ferry left the berth in fog, & the gulls were silent."
SENTENCES = [
    ("R1 doubled", CLEAN.replace("the berth", "the the berth"), "the the", CLEAN),
    ("A1 a/an", "It took <two> lamps and a hour.", "a hour", "It took <two> lamps and an hour."),
    # Not found: the clean sentence has the same alert.
    ("N1 non-word", "He recieved it, and recieved it.", "and", "He recieved it, an recieved it."),
]
ARTICLE = {
    "aid": "uk/gulls",
    "title": "Gulls",
    "paras": ["## Fog", "The gulls have recieved bread."],
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("words")
    rows = []
    for kind, bad, error, clean in SENTENCES:
        start = bad.index(error)
        rows.append({"cls": kind, "aid": "uk/gulls", "clean": clean, "bad": bad, "s": start, "e": start + len(error)})  # fmt: skip
    for name, lines in (("planted.jsonl", rows), ("articles.jsonl", [ARTICLE])):
        (folder / name).write_text("".join(json.dumps(each) + "\n" for each in lines), "utf-8")
    command = [sys.executable, str(BENCHMARK), str(folder), "--alone", "--jobs", "1", "--alerts", "--missed", "all"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("kind", "recall"), [("R1 doubled", "100.0"), ("A1 a/an", "100.0"), ("N1 non-word", "0.0")]
)
def test_recall_counts_findings_that_the_clean_sentence_has_not(
    output: list[str], kind: str, recall: str
) -> None:
    assert [line.split()[-2] for line in output if line.startswith(f"{kind} ")] == [recall]


def test_alerts_on_the_articles_are_counted_and_shown(output: list[str]) -> None:
    assert any(line.startswith("alerts on clean") and line.split()[-2:] == ["1", "1"] for line in output)  # fmt: skip
    assert any(line.startswith("unjudged\tuk/gulls\tmisspelling\trecieved") for line in output)


def test_what_was_missed_is_shown(output: list[str]) -> None:
    assert "N1 non-word\tHe recieved it, ⟦and⟧ recieved it." in output
