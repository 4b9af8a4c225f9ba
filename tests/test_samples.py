"""The samples, in every format, held to what was read and approved.

To approve a changed output, run the tests with COPYDESK_APPROVE=1 and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint.desk import check_bytes
from lint.finding import Report
from lint.report import FORMATS, ReportOptions, render
from lint.rulebook import load_rules

ROOT = Path(__file__).parent.parent
SNAPSHOTS = Path(__file__).parent / "snapshots"
BOOK = load_rules().select()


def _report(*names: str) -> Report:
    files = tuple(
        check_bytes((ROOT / "samples" / name).read_bytes(), f"samples/{name}", BOOK)
        for name in names
    )
    found = {finding.rule for file in files for finding in file.findings}
    # Rules that found nothing are left out, so that a new rule leaves the approved output as it is.
    return Report(files, tuple(rule for rule in BOOK.rules if rule.id in found))


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("name", ["flawed", "clean"])
def test_a_sample_is_reported_as_approved(name: str, output_format: str) -> None:
    report = _report(f"{name}.html")
    options = ReportOptions(version="0", exit_code=report.exit_code())
    text = render(report, output_format, options)
    snapshot = SNAPSHOTS / f"{name}.{output_format}"
    if os.environ.get("COPYDESK_APPROVE"):
        snapshot.write_text(text, "utf-8", newline="")
    assert text == snapshot.read_bytes().decode("utf-8")


def test_the_flawed_sample_shows_every_family() -> None:
    groups = {rule.id: rule.group for rule in BOOK.rules}
    shown = {groups[finding.rule] for _, finding in _report("flawed.html").findings()}
    assert shown >= {"captions", "names", "dates", "credits", "typos", "furniture"}


def test_the_clean_samples_have_no_finding() -> None:
    names = [path.name for path in sorted((ROOT / "samples").glob("clean*.html"))]
    assert len(names) > 1
    report = _report(*names)
    assert [finding.message for _, finding in report.findings(suppressed=True)] == []
