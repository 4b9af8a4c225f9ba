"""A report as JSON, with a version: for programs."""

from __future__ import annotations

import json
from typing import Any, Final

from lint.finding import SEVERITIES, Checked, Finding, Report
from lint.patterns import lazy_pattern
from lint.report.options import ReportOptions
from lint.source import Source, Span

#: Grows when a field changes its meaning or goes; new fields do not change it.
VERSION: Final = 1
# What JSON does not escape itself: DEL, C1 and bidirectional controls, ends of lines, surrogates.
_STEERING: Final = lazy_pattern(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
    r"|#(?=#\[)"  # with which a command to GitHub's runner begins
)


def render(report: Report, options: ReportOptions) -> str:
    """Render the whole report; lines and columns count from 1, offsets from 0, in code points.

    Suppressed findings are in it only where asked for, then with the reason of their stet.
    """
    document = {
        "version": VERSION,
        "tool": {"name": "copydesk", "version": options.version},
        "summary": {
            "files": len(report.files),
            "notChecked": len(report.errors),
            **{f"{severity}s": report.count(severity) for severity in SEVERITIES},
            "fixed": report.fixed,
        },
        "files": [_file(checked, options) for checked in report.files],
    }
    return written(document)


def written(document: Any) -> str:
    """Write JSON that a terminal may show: what could steer it stands as an escape."""
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    # Outside strings JSON is ASCII, so that each of these stands in one.
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _file(checked: Checked, options: ReportOptions) -> dict[str, Any]:
    return {
        "path": checked.path,
        "error": checked.error or None,
        "notices": list(checked.notices),
        "findings": [
            _finding(checked.source, finding)
            for finding in checked.findings
            if checked.source is not None
            and (finding.suppressed is None or options.show_suppressed)
        ],
    }


def _finding(source: Source, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "why": finding.why,
        "do": finding.do,
        "place": place(source, finding.span),
        "kind": finding.kind,
        "excerpt": finding.excerpt,
        "related": [
            {"message": each.message, "place": place(source, each.span)} for each in finding.related
        ],
        "fixes": [
            {
                "title": fix.title,
                "safe": fix.safe,
                "edits": [
                    {"place": place(source, edit.span), "text": edit.text} for edit in fix.edits
                ],
            }
            for fix in finding.fixes
        ],
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
    }


def place(source: Source, span: Span) -> dict[str, int]:
    """Give a span as lines, columns and offsets."""
    first, last = source.position(span.start), source.position(span.end)
    return {
        "line": first.line,
        "column": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "start": span.start,
        "end": span.end,
    }
