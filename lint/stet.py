"""Stet, "let it stand": comments in the article that let a finding stand, with a reason.

``<!-- stet rule-id: reason -->`` covers the element that follows it, ``<!-- stet-file rule-id:
reason -->`` the whole file. A sub-editor writes *stet* to cancel a correction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.checks import Fix, Hit
from lint.document import Document
from lint.document.markup import COMMENT, END, START, TEXT
from lint.finding import Finding
from lint.linter import make_findings
from lint.rulebook import Rule
from lint.source import Edit, Span
from lint.tuples import NamedTuple

_KEYWORDS = ("stet-file", "stet")
_CHECK = "stet"

_Cover = dict[int, int]  # number of a finding: number of its stet


class Stet(NamedTuple):
    """One comment: the rules or groups that it names, its reason, and the span that it covers."""

    span: Span
    names: tuple[str, ...]
    reason: str
    covered: Span | None


def read_stets(document: Document) -> list[Stet]:
    """Read the stet comments of a document, in source order."""
    text = document.source.text
    following: dict[int, int] | None = None
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
            if following is None:
                following = _following(document)
            element = document.owner(following[number]) if number in following else None
            covered = None if element is None else document.element_span(element)
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
    covers = _cover(findings, stets, groups)
    marked = [
        finding._replace(suppressed=stets[covers[place]].reason) if place in covers else finding
        for place, finding in enumerate(findings)
    ]
    used = set(covers.values())
    rule = next((each for each in rules if each.check == _CHECK), None)
    if rule is not None:
        hits = [
            _hit(stet, case, document.source.text)
            for index, stet in enumerate(stets)
            if (case := _fault(stet, groups, known, is_used=index in used)) is not None
        ]
        marked.extend(make_findings(rule, hits))
    return sorted(marked, key=lambda each: (each.span, each.rule))


def _begins(words: str, keyword: str) -> bool:
    head, tail = words[: len(keyword)], words[len(keyword) : len(keyword) + 1]
    return head.lower() == keyword and (not tail or tail in " \t\r\n:")


def _following(document: Document) -> dict[int, int]:
    """Find the start tag that follows each comment, unless an end tag or words come first."""
    text = document.source.text
    found: dict[int, int] = {}
    start: int | None = None
    for number in range(len(document.tokens) - 1, -1, -1):
        token = document.tokens[number]
        if token.kind == START:
            start = number
        elif token.kind == END or (token.kind == TEXT and text[token.start : token.end].strip()):
            start = None
        elif token.kind == COMMENT and start is not None:
            found[number] = start
    return found


def _cover(findings: Sequence[Finding], stets: Sequence[Stet], groups: Mapping[str, str]) -> _Cover:
    """Find the innermost stet that covers each finding, by number: one sweep, linear in both."""
    waiting = sorted(
        ((*stet.covered, index) for index, stet in enumerate(stets) if stet.covered),
        reverse=True,
    )
    open_stets: dict[str, list[tuple[int, int]]] = {}  # by name: (end, number), latest start last
    covers: _Cover = {}
    for place in sorted(range(len(findings)), key=lambda each: findings[each].span.start):
        finding = findings[place]
        while waiting and waiting[-1][0] <= finding.span.start:
            _, end, index = waiting.pop()
            stet = stets[index]
            for name in stet.names if stet.reason else ():
                open_stets.setdefault(name, []).append((end, index))
        for name in (finding.rule, groups.get(finding.rule, "")):
            stack = open_stets.get(name, [])
            while stack and stack[-1][0] <= finding.span.start:
                stack.pop()
            if stack and place not in covers:
                covers[place] = stack[-1][1]
    return covers


def _fault(
    stet: Stet, groups: dict[str, str], known: frozenset[str], *, is_used: bool
) -> str | None:
    """Name the case of the check "stet" that a stet is; None if it is as it should be."""
    if is_used:
        return None
    if not stet.reason or not stet.names:
        return "no-reason"
    if known and not known.issuperset(stet.names):
        return "unknown-rule"
    applied = {*groups, *groups.values()}
    return None if applied.isdisjoint(stet.names) else ""


def _hit(stet: Stet, case: str, text: str) -> Hit:
    names = ", ".join(stet.names) or "nothing"
    # A stet written wrongly was meant to let something stand: that wants mending, not removing.
    fixes = () if case else (Fix("Remove the comment", (Edit(_removed(stet.span, text), ""),)),)
    return Hit(stet.span, {"names": names}, case, (), fixes, "comment", f"stet {names}")


def _removed(span: Span, text: str) -> Span:
    """What goes with a comment: its line, if nothing else stands on it, and that line's end."""
    start, end = span
    while start and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    if (start and text[start - 1] not in "\r\n") or text[end : end + 1] not in ("\r", "\n"):
        return span
    return Span(start, end + (2 if text.startswith("\r\n", end) else 1))
