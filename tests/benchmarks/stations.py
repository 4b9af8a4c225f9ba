"""What each import, each station and each rule costs: ``python tests/benchmarks/stations.py DIR``.

DIR holds pages (``*.html``, ``*.html.gz``). Imports are told in milliseconds, as Python itself
measures them in a run over one page; stations and rules in CPU, as a ratio to a bare ``lxml.etree``
parse of the same page, of the median page. What several rules share, such as the words of a block,
is told of the first that asks for it.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from lint.article import Article, read_article
from lint.checks import load_check
from lint.desk import builtin_layouts
from lint.document import read_document
from lint.linter import lint_article, make_findings
from lint.rulebook import Rulebook, load_rules
from lint.source import Source, decode
from lint.stet import apply_stets

_TIMES = 3
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| (\s*)(\S+)")


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=25, help="lines of a table")
    options = parser.parse_args()
    paths = sorted([*options.folder.glob("*.html"), *options.folder.glob("*.html.gz")])
    pages = [_read(path) for path in paths]
    if not pages:
        parser.error(f"{options.folder} holds no page")
    _print("import, with what only it needs", "ms", imports(pages[0]), options.most)
    book = load_rules().select()
    stations: dict[str, list[float]] = defaultdict(list)
    rules: dict[str, list[float]] = defaultdict(list)
    for source in pages:
        parse = _best(lambda page=source: _parse(page))
        for name, seconds in cost_of_stations(source, book):
            stations[name].append(seconds / parse)
        for name, seconds in cost_of_rules(source, book).items():
            rules[name].append(seconds / parse)
    for title, costs in (("station", stations), ("rule", rules)):
        medians = {name: statistics.median(each) for name, each in costs.items()}
        _print(title, "x lxml", medians, options.most)


def imports(source: Source) -> dict[str, float]:
    """The milliseconds that each import takes of its own, in a run over one page."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(source.text, "utf-8")
        command = [sys.executable, "-X", "importtime", "-m", "lint", "check", "--isolated"]
        run = subprocess.run(
            [*command, "--no-cache", str(page)], capture_output=True, text=True, check=False
        )
    found = (_IMPORT.match(line) for line in run.stderr.splitlines())
    return {match[4]: int(match[1]) / 1000 for match in found if match}


def cost_of_stations(source: Source, book: Rulebook) -> Iterator[tuple[str, float]]:
    """Yield the CPU seconds of each station, the shortest of a few times."""
    layouts = builtin_layouts()
    times: dict[str, float] = {}
    for _ in range(_TIMES):
        gc.collect()
        gc.disable()
        marks = [time.process_time()]
        document = read_document(source)
        marks.append(time.process_time())
        article = read_article(document, layouts)
        marks.append(time.process_time())
        findings = lint_article(article, book.rules)
        marks.append(time.process_time())
        apply_stets(document, findings, book.rules, book.names)
        marks.append(time.process_time())
        del document, article, findings
        marks.append(time.process_time())
        gc.enable()
        names = ("document", "article", "checks and linter", "stet", "letting go of the page")
        for name, start, end in zip(names, marks, marks[1:], strict=False):
            times[name] = min(times.get(name, float("inf")), end - start)
    yield from times.items()


def cost_of_rules(source: Source, book: Rulebook) -> dict[str, float]:
    """The CPU seconds of each rule, the shortest of a few times."""
    times: dict[str, float] = {}
    for _ in range(_TIMES):
        article = read_article(read_document(source), builtin_layouts())
        views: dict[tuple[str, ...], Article] = {}
        for rule in book.rules:
            if rule.severity == "off":
                continue
            start = time.process_time()
            view = views.get(rule.languages)
            if view is None:
                view = views[rule.languages] = article.in_languages(rule.languages)
            make_findings(rule, load_check(rule.check).check(view, rule.options))
            seconds = time.process_time() - start
            times[rule.id] = min(times.get(rule.id, float("inf")), seconds)
    return times


def _read(path: Path) -> Source:
    data = path.read_bytes()
    return decode(gzip.decompress(data) if path.suffix == ".gz" else data, path.name)


def _parse(source: Source) -> object:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    return etree.fromstring(source.text.encode(), parser)


def _best(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_TIMES):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _print(title: str, unit: str, costs: dict[str, float], most: int) -> None:
    sys.stdout.write(f"{title:<40} {unit:>9}\n")
    ordered = sorted(costs.items(), key=lambda each: -each[1])
    for name, cost in ordered[:most]:
        sys.stdout.write(f"{name:<40} {cost:>9.3f}\n")
    if len(ordered) > most:
        rest = sum(cost for _, cost in ordered[most:])
        sys.stdout.write(f"{f'{len(ordered) - most} others':<40} {rest:>9.3f}\n")
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
