"""A report with one line a finding, for editors and for grep."""

from __future__ import annotations

from lint.finding import Report
from lint.report.options import ReportOptions
from lint.report.plain import summary
from lint.report.shown import begun, visible


def render(report: Report, options: ReportOptions) -> str:
    """Render ``path:line:column: severity rule message``, then the summary."""
    lines = []
    for checked, finding in report.findings(suppressed=options.show_suppressed):
        assert checked.source is not None
        line, column = checked.source.position(finding.span.start)
        mark = " [*]" if finding.safe_fix else " [+]" if finding.fixes else ""
        stet = " (let stand)" if finding.suppressed is not None else ""
        where = f"{begun(visible(checked.path))}:{line}:{column}"
        lines.append(
            f"{where}: {finding.severity} {finding.rule}{mark} {visible(finding.message)}{stet}"
        )
    for checked in report.files:
        name = begun(visible(checked.path))
        lines.extend(f"{name}: notice {visible(n)}" for n in checked.notices)
    if not options.quiet:
        lines.extend(summary(report))
    return "\n".join(lines) + "\n" if lines else ""
