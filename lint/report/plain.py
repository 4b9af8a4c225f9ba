"""A report for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lint.finding import ERROR, NOTE, SEVERITIES, WARNING, Checked, Finding, Report
from lint.report.options import ReportOptions
from lint.report.shown import begun, columns, excerpt, visible
from lint.source import Source, Span

_COLORS = {ERROR: "1;31", WARNING: "1;33", NOTE: "1;36", "dim": "2", "bold": "1", "good": "32"}


class _Painter:
    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, color: str) -> str:
        return f"\x1b[{_COLORS[color]}m{text}\x1b[0m" if self._on and text else text


def render(report: Report, options: ReportOptions) -> str:
    """Render the findings file by file, each with its place in the source, then a summary."""
    paint = _Painter(on=options.color)
    lines: list[str] = []
    for checked in report.files:
        shown = [
            each for each in checked.findings if each.suppressed is None or options.show_suppressed
        ]
        for finding in shown:
            lines.extend(_finding(checked, finding, options, paint))
            lines.append("")
        for notice in checked.notices:
            name = begun(visible(checked.path))
            lines.append(f"{name}: {paint('notice', 'dim')} {visible(notice)}")
            lines.append("")
    if options.statistics:
        lines.extend(_statistics(report))
    if not options.quiet:
        lines.extend(summary(report, paint))
    return "\n".join(lines) + "\n" if lines else ""


def summary(report: Report, paint: _Painter | None = None) -> Iterator[str]:
    """Yield the closing lines: how much was found, and what can be fixed."""
    paint = paint or _Painter(on=False)
    checked = [each for each in report.files if not each.error]
    counts = [(report.count(severity), severity) for severity in SEVERITIES]
    total = sum(count for count, _ in counts)
    files = _number(len(checked), "file")
    if report.fixed:
        yield f"Fixed {_number(report.fixed, 'finding')}."
    if total:
        listed = ", ".join(
            paint(_number(count, severity), severity) for count, severity in counts if count
        )
        affected = sum(any(f.suppressed is None for f in each.findings) for each in checked)
        where = files if affected == len(checked) else f"{affected} of {files}"
        yield f"Found {listed} in {where}."
        safe, unsafe = _fixable(report)
        hints = [f"{safe} fixable with --fix"] if safe else []
        hints += [f"{unsafe} {'more' if safe else 'fixable'} with --unsafe-fixes"] if unsafe else []
        if hints:
            yield paint(f"{', '.join(hints)}.", "dim")
    elif checked:
        yield paint(f"{files[0].upper()}{files[1:]} checked, nothing found.", "good")
    suppressed = sum(f.suppressed is not None for each in checked for f in each.findings)
    if suppressed:
        yield paint(f"{_number(suppressed, 'finding')} let stand by a stet.", "dim")
    if report.errors:
        yield paint(f"{_number(len(report.errors), 'file')} could not be checked.", ERROR)


def _finding(
    checked: Checked, finding: Finding, options: ReportOptions, paint: _Painter
) -> Iterator[str]:
    source = checked.source
    assert source is not None
    line, column = source.position(finding.span.start)
    place = paint(f"{begun(visible(checked.path))}:{line}:{column}:", "bold")
    mark = " [*]" if finding.safe_fix else " [+]" if finding.fixes else ""
    head = (
        f"{place} {paint(finding.severity, finding.severity)} {paint(finding.rule, 'bold')}{mark}"
    )
    yield head
    if finding.suppressed is not None:
        yield f"  let stand: {visible(finding.suppressed)}"
    for part in _wrapped(visible(finding.message), options.width - 2):
        yield f"  {begun(part)}"
    gutter = len(str(_last_line(source, finding)))
    yield from _quote(source, finding.span, gutter, options.width, paint, finding.severity)
    for related in finding.related:
        yield f"{' ' * gutter}  {paint('—', 'dim')} {visible(related.message)}:"
        yield from _quote(source, related.span, gutter, options.width, paint, "dim", "-")
    for number, part in enumerate(_wrapped(visible(finding.do), options.width - 8)):
        yield f"  {paint('      ' if number else 'help: ', 'dim')}{begun(part)}"


def _wrapped(text: str, width: int) -> Iterable[str]:
    if len(text) <= width:
        return [text.rstrip()] if text.strip() else []
    from textwrap import wrap  # its pattern takes a while: most runs need none

    return wrap(text, width)


def _last_line(source: Source, finding: Finding) -> int:
    spans = [finding.span, *(each.span for each in finding.related)]
    return max(source.position(span.start).line for span in spans)


def _quote(
    source: Source,
    span: Span,
    gutter: int,
    width: int,
    paint: _Painter,
    color: str,
    mark: str = "^",
) -> Iterator[str]:
    text, at, length = excerpt(source, span, width - gutter - 4)
    number = str(source.position(span.start).line).rjust(gutter)
    yield f" {paint(f'{number} |', 'dim')} {text}"
    yield f" {paint(' ' * gutter + ' |', 'dim')} {' ' * at}{paint(mark * length, color)}"
    assert columns(text) <= width


def _statistics(report: Report) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for _, finding in report.findings())
    for (rule, severity), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield f"{count:>6}  {severity:<8} {rule}"
    if counts:
        yield ""


def _fixable(report: Report) -> tuple[int, int]:
    findings = [finding for _, finding in report.findings()]
    safe = sum(finding.safe_fix is not None for finding in findings)
    return safe, sum(bool(finding.fixes) and finding.safe_fix is None for finding in findings)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
