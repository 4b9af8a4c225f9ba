"""A report as GitHub workflow commands, which show as annotations on a pull request."""

from __future__ import annotations

from typing import Final

from lint.finding import ERROR, NOTE, SEVERITIES, WARNING, Checked, Finding, Report
from lint.report.options import ReportOptions
from lint.report.plain import summary
from lint.report.shown import begun, below, visible

_COMMANDS: Final = {ERROR: "error", WARNING: "warning", NOTE: "notice"}
#: GitHub shows so many annotations of each kind and step, and drops the rest in silence.
SHOWN: Final = 10


def render(report: Report, options: ReportOptions) -> str:
    """Render one command a finding, most severe first, then the summary.

    What GitHub would drop is listed as plain lines instead, and the last annotation says so.
    Escaped as the runner's toolkit does it (actions/toolkit, command.ts); lines that are no
    commands are indented, so that no text of an article can begin one.
    """
    findings = sorted(
        report.findings(), key=lambda each: SEVERITIES.index(each[1].severity)
    )  # stable: by file and place within a severity
    lines = [
        f"::error file={_property(below(c.path, options.root))}::{_data(c.error)}"
        for c in report.errors
    ]
    shown = dict.fromkeys(SEVERITIES, SHOWN)
    shown[ERROR] -= min(len(report.errors), SHOWN)
    rest: list[tuple[Checked, Finding]] = []
    for checked, finding in findings:
        if shown[finding.severity] > 0:
            shown[finding.severity] -= 1
            lines.append(_command(checked, finding, options))
        else:
            rest.append((checked, finding))
    lines.extend(_plain(checked, finding) for checked, finding in rest)
    if rest:
        last = f"{len(rest)} more findings are listed in the log; GitHub shows {SHOWN} of a kind"
        lines.append(f"  {last}")
    lines.extend(
        f"  {begun(visible(c.path))}: {visible(n)}" for c in report.files for n in c.notices
    )
    if not options.quiet:
        lines.extend(f"  {line}" for line in summary(report))
    return "\n".join(lines) + "\n"


def _command(checked: Checked, finding: Finding, options: ReportOptions) -> str:
    assert checked.source is not None
    first = checked.source.position(finding.span.start)
    last = checked.source.position(finding.span.end)
    properties = [f"file={_property(below(checked.path, options.root))}", f"line={first.line}"]
    if last.line > first.line:  # a column is allowed within one line only
        properties.append(f"endLine={last.line}")
    else:
        properties += [f"endLine={last.line}", f"col={first.column}", f"endColumn={last.column}"]
    properties.append(f"title={_property(f'copydesk {finding.rule}')}")
    text = finding.message + (f"\n{finding.do}" if finding.do else "")
    return f"::{_COMMANDS[finding.severity]} {','.join(properties)}::{_data(text)}"


def _plain(checked: Checked, finding: Finding) -> str:
    assert checked.source is not None
    line, column = checked.source.position(finding.span.start)
    where = f"{begun(visible(checked.path))}:{line}:{column}"
    return f"  {where}: {finding.severity} {finding.rule} {visible(finding.message)}"


def _data(text: str) -> str:
    parts = [visible(part) for part in text.split("\n")]
    return "%0A".join(part.replace("%", "%25") for part in parts)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
