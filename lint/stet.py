"""Stet, "let it stand": comments in the article that let a finding stand, with a reason.

``<!-- stet rule-id: reason -->`` covers the element that follows it, ``<!-- stet-file rule-id:
reason -->`` the whole file. A sub-editor writes *stet* to cancel a correction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lint.checks import Fix, Hit
from lint.document import Document
from lint.finding import Finding
from lint.linter import make_findings
from lint.rulebook import Rule
from lint.source import Edit, Span

_KEYWORDS = ("stet-file", "stet")
_CHECK = "stet"


@dataclass(frozen=True, slots=True)
class Stet:
    """One comment: the rules or groups that it names, its reason, and the span that it covers."""

    span: Span
    names: tuple[str, ...]
    reason: str
    covered: Span | None


def read_stets(document: Document) -> list[Stet]:
    """Read the stet comments of a document, in source order."""
    text = document.source.text
    starts: list[int] | None = None
    found = []
    for token, number in document.comments():
        words = text[token.start + 4 : token.end].removesuffix("-->").strip()
        keyword = next((each for each in _KEYWORDS if _begins(words, each)), None)
        if keyword is None:
            continue
        names, _, reason = words[len(keyword) :].partition(":")
        if keyword == "stet-file":
            covered: Span | None = Span(0, len(text))
        else:
            if starts is None:
                starts = [
                    index for index, each in enumerate(document.tokens) if each.kind == "start"
                ]
            covered = _following(document, number, starts)
        named = tuple(name.lower() for name in names.replace(",", " ").split())
        found.append(Stet(Span(token.start, token.end), named, reason.strip(), covered))
    return found


def apply_stets(
    document: Document,
    findings: Sequence[Finding],
    rules: Sequence[Rule],
    known: frozenset[str] = frozenset(),
) -> list[Finding]:
    """Mark the findings that a stet lets stand, and report the stets that do nothing.

    A stet without a reason, or for an unknown rule, lets nothing stand. One for a rule that this
    run does not apply is not called unused. ``known`` are the ids and groups of all rules that
    there are, applied or not; without it no name is called unknown.
    """
    stets = read_stets(document)
    if not stets:
        return list(findings)
    groups = {rule.id: rule.group for rule in rules}
    used = [False] * len(stets)
    marked = []
    for finding in findings:
        for index, stet in enumerate(stets):
            if _covers(stet, finding, groups.get(finding.rule, "")):
                used[index] = True
                finding = replace(finding, suppressed=stet.reason)
                break
        marked.append(finding)
    rule = next((each for each in rules if each.check == _CHECK), None)
    if rule is not None:
        hits = [
            _hit(stet, case)
            for stet, is_used in zip(stets, used, strict=True)
            if (case := _fault(stet, groups, known, is_used=is_used)) is not None
        ]
        marked.extend(make_findings(rule, hits))
    return sorted(marked, key=lambda each: (each.span, each.rule))


def _begins(words: str, keyword: str) -> bool:
    head, tail = words[: len(keyword)], words[len(keyword) : len(keyword) + 1]
    return head.lower() == keyword and (not tail or tail in " \t\r\n:")


def _following(document: Document, number: int, starts: list[int]) -> Span | None:
    """The span of the next element, unless an end tag or words come first."""
    position = bisect_right(starts, number)
    if position == len(starts):
        return None
    between = document.tokens[number + 1 : starts[position]]
    text = document.source.text
    for token in between:
        if token.kind == "end" or token.kind == "text" and text[token.start : token.end].strip():
            return None
    element = document.owner(starts[position])
    return None if element is None else document.element_span(element)


def _covers(stet: Stet, finding: Finding, group: str) -> bool:
    if not stet.reason or stet.covered is None:
        return False
    named = finding.rule in stet.names or bool(group) and group in stet.names
    return named and stet.covered.start <= finding.span.start < stet.covered.end


def _fault(
    stet: Stet, groups: dict[str, str], known: frozenset[str], *, is_used: bool
) -> str | None:
    """The case of the check "stet" that a stet is; None if it is as it should be."""
    if is_used:
        return None
    if not stet.reason or not stet.names:
        return "no-reason"
    if known and not known.issuperset(stet.names):
        return "unknown-rule"
    applied = {*groups, *groups.values()}
    return None if applied.isdisjoint(stet.names) else ""


def _hit(stet: Stet, case: str) -> Hit:
    names = ", ".join(stet.names) or "nothing"
    remove = Fix("Remove the comment", (Edit(stet.span, ""),))
    return Hit(stet.span, {"names": names}, case, (), (remove,), "comment", f"stet {names}")
