"""What holds of every answer of copydesk, whatever the input; raises AssertionError."""

from __future__ import annotations

import json

from lint.desk import check_bytes
from lint.finding import Checked, Report
from lint.report import FORMATS, ReportOptions, render
from lint.rulebook import Rulebook
from lint.source import Source, Span


def check_soundly(data: bytes, book: Rulebook) -> Checked:
    """Check bytes, render the answer in every format, and make sure that it is a sound one."""
    checked = check_bytes(data, "a.html", book)
    if checked.error:
        assert checked.source is None
        assert not checked.findings
        assert "\n" not in checked.error
    else:
        assert checked.source is not None
        for finding in checked.findings:
            spans = [finding.span, *(each.span for each in finding.related)]
            spans += [edit.span for fix in finding.fixes for edit in fix.edits]
            for span in spans:
                _place(checked.source, span)
    found = {finding.rule for finding in checked.findings}  # to describe the others takes long
    report = Report((checked,), tuple(rule for rule in book if rule.id in found))
    for name in FORMATS:
        text = render(report, name, ReportOptions(version="0", show_suppressed=True))
        if name == "sarif":
            _regions(json.loads(text), checked.source)
    return checked


def _place(source: Source, span: Span) -> None:
    text = source.text
    assert 0 <= span.start <= span.end <= len(text)
    for offset in span:
        line, column = source.position(offset)
        assert source.line_starts[line - 1] + column - 1 == offset
        # Counted anew, in another way: a CRLF is one end of a line, and so is each half alone.
        before = text[:offset].replace("\r\n", "\n") if text[:offset][-1:] != "\r" else None
        if before is not None:
            assert line == 1 + before.count("\n") + before.count("\r")


def _regions(log: dict, source: Source | None) -> None:  # type: ignore[type-arg]  # parsed JSON
    (run,) = log["runs"]
    for result in run["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            region = location["physicalLocation"]["region"]
            assert source is not None
            start = (region["startLine"], region["startColumn"])
            end = (region["endLine"], region["endColumn"])
            assert (1, 1) <= start <= end
            assert region["endLine"] <= len(source.line_starts)
            assert 0 <= region["charOffset"] <= len(source.text) - region["charLength"]
            assert source.position(region["charOffset"]) == start
            assert source.position(region["charOffset"] + region["charLength"]) == end
