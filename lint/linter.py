"""An Article and rules into Findings, sorted by place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lint.article import Article
from lint.checks import Hit, load_check
from lint.finding import SEVERITIES, Finding, same_excerpt
from lint.patterns import lazy_pattern
from lint.rulebook import Rule
from lint.source import merged, touches

_PLACEHOLDER = lazy_pattern(r"\{([a-z_]+)\}")
_BLANKS = lazy_pattern(r"\s+")
_UNSHOWN = lazy_pattern("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_LONGEST_VALUE = 70


def lint_article(article: Article, rules: Iterable[Rule]) -> list[Finding]:
    """Check an article against rules; findings come sorted by place, none twice.

    A rule sees the blocks in its languages only; one that is off sees none. Where a rule yields to
    another that has a finding at the same place, the fault is told once.
    """
    chosen = list(rules)
    views: dict[tuple[str, ...], Article] = {}
    findings: list[Finding] = []
    for rule in chosen:
        if rule.severity == "off":
            continue
        view = views.get(rule.languages)
        if view is None:
            view = views[rule.languages] = article.in_languages(rule.languages)
        hits = load_check(rule.check).check(view, rule.options)
        findings.extend(make_findings(rule, hits))
    findings.sort(key=lambda each: (each.span, each.rule))
    return _told_once(findings, {rule.id: rule.yields_to for rule in chosen if rule.yields_to})


def _told_once(findings: list[Finding], yields: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """Leave out what yields to another rule's finding, as severe or more, at the same place."""
    if yields.keys().isdisjoint(each.rule for each in findings):
        return findings
    rank = SEVERITIES.index
    places = {
        (name, severity): merged(
            each.span
            for each in findings
            if each.rule == name and rank(each.severity) <= rank(severity)
        )
        for name in {name for names in yields.values() for name in names}
        for severity in SEVERITIES
    }
    return [
        each
        for each in findings
        if not any(
            touches(places[name, each.severity], *each.span) for name in yields.get(each.rule, ())
        )
    ]


def make_findings(rule: Rule, hits: Iterable[Hit]) -> list[Finding]:
    """Turn a rule's hits in one article into findings, with its words and severity."""
    findings: list[Finding] = []
    seen: set[tuple[int, int]] = set()
    occurrences: dict[tuple[str, str], int] = {}
    for hit in sorted(hits, key=lambda each: each.span):
        case = rule.cases.get(hit.case)
        severity = case.severity if case and case.severity else rule.severity
        if severity == "off" or hit.span in seen:
            continue
        seen.add(hit.span)
        key = (hit.kind, same_excerpt(hit.excerpt))
        occurrences[key] = occurrences.get(key, 0) + 1
        findings.append(
            Finding(
                rule=rule.id,
                severity=severity,
                message=fill((case and case.message) or rule.message, hit.values),
                span=hit.span,
                related=hit.related,
                fixes=hit.fixes,
                why=rule.why,
                do=fill((case and case.do) or rule.do, hit.values),
                kind=hit.kind,
                excerpt=hit.excerpt,
                occurrence=occurrences[key],
            )
        )
    return findings


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into the {placeholders} of a text; long ones are cut, controls left out."""
    return _PLACEHOLDER.sub(lambda match: _shown(values.get(match[1], match[0])), text)


def in_general(text: str) -> str:
    """Show in general what findings say of one place: "Write “{wanted}”." as "Write “…”."."""
    return _PLACEHOLDER.sub("…", text)


def _shown(value: str) -> str:
    value = _BLANKS.sub(" ", _UNSHOWN.sub("", value))
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"
