"""Text and findings into corrected text: only what a fix names is changed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from lint.checks.hit import Fix
from lint.finding import Finding
from lint.source import Edit


def apply_fixes(
    text: str, findings: Iterable[Finding], *, unsafe: bool = False
) -> tuple[str, list[Finding]]:
    """Apply the first fix of each finding in one sweep; give the new text and who was fixed.

    Safe fixes only, unless ``unsafe``. A fix that overlaps one applied before it waits for the next
    sweep. Findings that a stet lets stand are left alone.
    """
    chosen: list[tuple[Fix, Finding]] = []
    for finding in findings:
        fix = chosen_fix(finding, unsafe=unsafe)
        if fix is not None and fix.edits:
            chosen.append((fix, finding))
    chosen.sort(key=lambda each: each[0].edits[0].span)
    edits: list[Edit] = []
    applied: list[Finding] = []
    end = -1
    for fix, finding in chosen:
        spans = sorted(edit.span for edit in fix.edits)
        if spans[0].start < end or (spans[0].start == end and spans[0].end == end):
            continue
        if any(one.end > two.start for one, two in pairwise(spans)):
            continue
        end = spans[-1].end
        edits.extend(fix.edits)
        applied.append(finding)
    parts: list[str] = []
    position = 0
    for span, new in sorted(edits):
        parts += (text[position : span.start], new)
        position = span.end
    return "".join(parts) + text[position:], applied


def chosen_fix(finding: Finding, *, unsafe: bool = False) -> Fix | None:
    """Give the fix that would be applied to a finding, if any."""
    if finding.suppressed is not None or not finding.fixes:
        return None
    return finding.fixes[0] if unsafe else finding.safe_fix
