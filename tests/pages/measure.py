"""Run copydesk over a folder of real pages: counts per rule, precision, extraction, what changed.

``python tests/pages/measure.py DIR`` reads ``*.html`` and ``*.html.gz`` in DIR; a ``*.json`` beside
a page with its true body, title, date and pictures lets extraction be scored. The pages stay where
they are; ``verdicts.tsv`` keeps a judgement of each error and warning on them, by page and
fingerprint: right, wrong or debatable, and why.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from defects import print_recall
from extraction import Scores

from lint.desk import check_bytes
from lint.finding import NOTE, Checked, Finding
from lint.rulebook import load_rules

HERE = Path(__file__).parent
VERDICTS = HERE / "verdicts.tsv"


def pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each page's name and bytes, in order."""
    for path in sorted([*folder.glob("*.html"), *folder.glob("*.html.gz")]):
        data = path.read_bytes()
        yield path.name.split(".html")[0], gzip.decompress(data) if path.suffix == ".gz" else data


def read_verdicts() -> dict[tuple[str, str], str]:
    """Read the verdicts: (page, fingerprint) to "right", "wrong" or "debatable"."""
    rows = [line.split("\t") for line in VERDICTS.read_text("utf-8").splitlines()]
    return {(row[0], row[1]): row[3] for row in rows if len(row) > 3 and not row[0].startswith("#")}


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The 95 % interval of a proportion (Wilson, 1927)."""
    if not judged:
        return 0.0, 1.0
    z, share = 1.96, right / judged
    middle = share + z * z / (2 * judged)
    spread = z * math.sqrt(share * (1 - share) / judged + z * z / (4 * judged * judged))
    scale = 1 + z * z / judged
    return (middle - spread) / scale, (middle + spread) / scale


def main() -> int:
    """Print the tables; exit 1 if an error or warning has no verdict yet."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--preset", default="default")
    parser.add_argument("--defects", type=Path, help="a list of judged defects, as JSON")
    parser.add_argument("--markdown", action="store_true", help="the table of rules as Markdown")
    parser.add_argument("--last", type=Path, help="where to keep this run's findings for the next")
    options = parser.parse_args()
    book = load_rules(preset=options.preset).select()
    verdicts = read_verdicts()
    scores = Scores()
    words = 0
    pages_: dict[str, Checked] = {}
    found: list[tuple[str, Checked, Finding]] = []
    for name, data in pages(options.folder):
        checked = check_bytes(data, name, book)
        pages_[name] = checked
        found.extend((name, checked, each) for each in checked.findings)
        words += scores.add(name, data, options.folder / f"{name}.json")
    _print_rules(found, verdicts, words, len(pages_), options.markdown)
    scores.print()
    if options.defects:
        print_recall(options.defects, pages_)
    _print_changes(found, options.last)
    return _print_unjudged(found, verdicts)


def _print_rules(
    found: list[tuple[str, Checked, Finding]],
    verdicts: dict[tuple[str, str], str],
    words: int,
    pages_read: int,
    markdown: bool,
) -> None:
    form = "{:<24} {:<8} {:>5} {:>5} {:>8} {:>5} {:>5} {:>9} {:>20}"
    if markdown:
        form = "| {} | {} | {} | {} | {} | {} | {} | {} | {} |"
    columns = ("rule", "severity", "found", "pages", "/1,000 w", "right", "wrong", "debatable")
    _out(form.format(*columns, "precision (95 %)"))
    if markdown:
        _out("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
    by_rule: dict[tuple[str, str], list[tuple[str, Finding]]] = defaultdict(list)
    for name, _, finding in found:
        by_rule[finding.rule, finding.severity].append((name, finding))
    for (rule, severity), each in sorted(by_rule.items()):
        judged = Counter(verdicts.get((name, f.fingerprint), "") for name, f in each)
        right, wrong = judged["right"], judged["wrong"]
        low, high = wilson(right, right + wrong)
        precision = f"{right / (right + wrong):.2f} ({low:.2f}–{high:.2f})" if right + wrong else ""
        pages_ = len({name for name, _ in each})
        rate = f"{1000 * len(each) / max(words, 1):.3f}"
        debatable = judged["debatable"]
        _out(
            form.format(rule, severity, len(each), pages_, rate, right, wrong, debatable, precision)
        )
    strict = [(name, f) for name, _, f in found if f.severity != NOTE]
    judged = Counter(verdicts.get((name, f.fingerprint), "unjudged") for name, f in strict)
    counts = ", ".join(f"{count} {verdict}" for verdict, count in sorted(judged.items()))
    _out(f"{pages_read} pages, {words} words of copy; errors and warnings: {counts}")


def _print_changes(found: list[tuple[str, Checked, Finding]], last: Path | None) -> None:
    if last is None:
        return
    now = {f"{name} {f.rule} {f.fingerprint}": f.message for name, _, f in found}
    before = json.loads(last.read_text("utf-8")) if last.exists() else {}
    for key in sorted(now.keys() - before.keys()):
        _out(f"new   {key}: {now[key]}")
    for key in sorted(before.keys() - now.keys()):
        _out(f"gone  {key}: {before[key]}")
    last.write_text(json.dumps(now, ensure_ascii=False, indent=0), "utf-8")


def _print_unjudged(
    found: list[tuple[str, Checked, Finding]], verdicts: dict[tuple[str, str], str]
) -> int:
    unjudged = [
        (name, checked, f)
        for name, checked, f in found
        if f.severity != NOTE and (name, f.fingerprint) not in verdicts
    ]
    for name, checked, finding in unjudged:
        assert checked.source is not None
        text = checked.source.text
        start, end = finding.span
        around = f"{text[max(0, start - 60) : start]}⟦{text[start:end]}⟧{text[end : end + 60]}"
        _out(f"unjudged\t{name}\t{finding.fingerprint}\t{finding.rule}\t{finding.message}")
        _out(f"    {' '.join(around.split())[:240]}")
    return 1 if unjudged else 0


def _out(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
