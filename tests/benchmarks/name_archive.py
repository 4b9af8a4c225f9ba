"""An archive of invented articles: is its index the same however it is built, in how much memory?

``python tests/benchmarks/name_archive.py`` makes 10,000 articles of invented people, builds their index
with one worker, with four, and with four and shuffled files, compares the bytes, and says what each
took. Then it checks one article with and without an index of 10 MB. Memory: the largest process
(``ru_maxrss``), and the sum over all processes at the worst moment (proportional set size, which
counts shared pages once; sampled, Linux only).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_SEED: Final = 4
_ONSETS: Final = "b br d dr f g gr h k kr l m n p r s st t tr v w z sh kh".split()
_VOWELS: Final = "a e i o u ai ei ou".split()
_ENDS: Final = "n r l s nd rt m th sh ski rov berg dal man ton".split()
_FIRST: Final = 400
_SENTENCES: Final = (
    "{0} told the council that the bridge would be mended before the winter.",
    "The harbour master, {0}, and his deputy, {1}, walked along the wall in the rain.",
    "“We saw the ferry leave,” said {0}, who had waited on the quay for an hour.",
    "In March {0} wrote to {1} about the price of the tickets and had no answer.",
    "A neighbour of {0} remembered that the lamps had been out since the storm.",
    "The letter, signed by {0}, was read out by {1} in the small hall.",
    "Nobody but {0} knew the way through the marshes, and {1} followed.",
    "Later {0} left the room, and the clerk wrote down what had been said.",
)


class Cost(NamedTuple):
    """What a run took: seconds of processors, megabytes of the largest process and of all."""

    seconds: float
    largest: float
    together: float
    status: int


def people(count: int, chance: random.Random) -> list[str]:
    """Invent people: a first name of some hundred, a surname of two syllables and an ending."""

    def word(ends: list[str]) -> str:
        parts = (
            chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.choice((1, 2)))
        )
        return ("".join(parts) + chance.choice(ends)).capitalize()

    firsts = [word(_ENDS[:8]) for _ in range(_FIRST)]
    # A few first names are those of many: one person in seven has the commonest.
    return [f"{firsts[int(_FIRST * chance.random() ** 3)]} {word(_ENDS)}" for _ in range(count)]


def article(number: int, names: list[str], chance: random.Random) -> str:
    """Invent one article, of some 4 KB."""
    # A few people are in many articles, most in one or two.
    known = [names[int(len(names) * chance.random() ** 3)] for _ in range(12)]
    paragraphs = (
        "".join(
            chance.choice(_SENTENCES).format(*chance.sample(known, 2)) + " "
            for _ in range(chance.randint(2, 5))
        )
        for _ in range(12)
    )
    body = "\n".join(f"<p>{paragraph.strip()}</p>" for paragraph in paragraphs)
    day = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Report {number}</title><meta property='
        f'"article:published_time" content="{day}T09:00:00Z"></head><body><article>'
        f"<h1>Report {number} from the harbour</h1>\n{body}\n</article></body></html>\n"
    )


def write_articles(folder: Path, count: int) -> list[str]:
    """Write invented articles; give their paths."""
    chance = random.Random(_SEED)
    names = people(3 * count, chance)
    paths = []
    for number in range(count):
        path = folder / f"{number // 1000:03}" / f"{number:06}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(article(number, names, chance), "utf-8")
        paths.append(str(path))
    return paths


def write_index(path: Path, size: int) -> int:
    """Write an index of invented names, of ``size`` bytes; give the number of names."""
    chance = random.Random(_SEED)
    lines: list[str] = []
    for name in people(size // 100, chance):
        # As in an archive: most people are in a few articles.
        articles = int(1 / (1 - chance.random() * 0.999))
        fields = {
            "name": name.casefold(), "articles": articles, "first": "2011-02-03",
            "last": "2024-05-06", "forms": {name: articles},
        }  # fmt: skip
        lines.append(json.dumps(fields) + "\n")
    unique = {json.loads(line)["name"]: line for line in lines}
    ordered = sorted(unique.values(), key=lambda line: line.encode().split(b", ")[0])
    path.write_text("".join(ordered), "utf-8")
    return len(unique)


def cost(command: list[str], folder: Path) -> Cost:
    """Run a command to its end, and say what it took."""
    start = os.times()
    process = subprocess.Popen(
        [sys.executable, "-m", "lint", *command], cwd=folder, stdout=subprocess.DEVNULL
    )
    together = 0
    while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        together = max(together, sum(_pss(pid) for pid in _tree(process.pid)))
        time.sleep(0.05)
    end = os.times()
    process.returncode = os.waitstatus_to_exitcode(ended[1])
    seconds = end.children_user + end.children_system - start.children_user - start.children_system
    return Cost(seconds, ended[2].ru_maxrss / 1024, together / 1024, process.returncode)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [each for task in tasks for each in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _builds(folder: Path, paths: list[str]) -> bool:
    shuffled = random.Random(_SEED).sample(paths, len(paths))
    ways = {
        "one worker": ["--jobs", "1", str(folder / "articles")],
        "four workers": ["--jobs", "4", str(folder / "articles")],
        "four, shuffled": ["--jobs", "4", *shuffled],
    }
    sums = set()
    _say(f"{'':<18}{'CPU s':>8}{'largest MB':>12}{'all MB':>9}  sha256 of names.jsonl")
    for number, (way, options) in enumerate(ways.items()):
        index = folder / f"{number}.jsonl"
        took = cost(["names", "build", "--isolated", "-o", str(index), *options], folder)
        digest = hashlib.sha256(index.read_bytes()).hexdigest()[:16]
        sums.add(digest)
        _say(f"{way:<18}{took.seconds:8.1f}{took.largest:12.0f}{took.together:9.0f}  {digest}")
    took = cost(["names", "check", "--isolated", "--index", str(folder / "0.jsonl")], folder)
    _say(f"{'names check':<18}{took.seconds:8.1f}{took.largest:12.0f}{took.together:9.0f}")
    size = (folder / "0.jsonl").stat().st_size
    count = (folder / "0.jsonl").read_bytes().count(b"\n")
    _say(
        f"{count} names, {size / 1e6:.1f} MB; {'the same bytes' if len(sums) == 1 else 'DIFFERENT'}"
    )
    return len(sums) == 1


def _checks(folder: Path, megabytes: int, runs: int) -> None:
    place = folder / "desk"
    place.mkdir()
    (place / "copydesk.toml").write_text("", "utf-8")
    chance = random.Random(_SEED)
    (place / "a.html").write_text(article(1, people(40, chance), chance), "utf-8")
    command = ["check", "--exit-zero", "--no-cache", "a.html"]
    least: dict[str, float] = {}
    names = write_index(folder / "big.jsonl", megabytes * 1_000_000)
    for _ in range(runs):
        for way in ("without", "with"):
            index = place / "names.jsonl"
            if way == "with":
                index.hardlink_to(folder / "big.jsonl")
            took = cost(command, place).seconds * 1000
            index.unlink(missing_ok=True)
            least[way] = min(took, least.get(way, took))
    more = least["with"] - least["without"]
    _say(
        f"one article: {least['without']:.0f} ms of CPU without an index, {more:+.0f} ms with one of "
        f"{names} names, {megabytes} MB (least of {runs})"
    )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Print the tables; 1 if the same articles gave different indexes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--megabytes", type=int, default=10, help="of the index for a check")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        paths = write_articles(folder / "articles", options.articles)
        same = _builds(folder, paths)
        _checks(folder, options.megabytes, options.runs)
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
