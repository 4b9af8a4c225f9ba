"""Findings: sorted, told apart by fingerprints that outlive edits, worded safely."""

from __future__ import annotations

import re

from lint.checks import Hit
from lint.desk import check_text
from lint.finding import WARNING, Checked, Finding, Report
from lint.linter import fill, make_findings
from lint.rulebook import load_rules
from lint.source import Span

BOOK = load_rules().select()


def _found(html: str) -> tuple[Finding, ...]:
    return check_text(html, BOOK).findings


def test_findings_are_sorted_by_place_and_none_comes_twice() -> None:
    findings = _found("<p>It took a hour and and a hour, on 31 June 2024.</p>")
    assert list(findings) == sorted(findings, key=lambda each: (each.span, each.rule))
    assert len({(each.span, each.rule) for each in findings}) == len(findings) == 4


def test_a_fingerprint_outlives_edits_round_the_fault() -> None:
    (first,) = _found("<p>It took a hour.</p>")
    (moved,) = _found("<p>New words.</p>\n\n<p>Again it took <b>a</b>  hour, he says.</p>")
    assert re.fullmatch("[0-9a-f]{32}", first.fingerprint)
    assert moved.fingerprint == first.fingerprint


def test_equal_faults_of_one_article_have_fingerprints_of_their_own() -> None:
    findings = _found("<p>It took a hour.</p><p>It took a hour.</p><h1>A hour</h1>")
    assert len({each.fingerprint for each in findings}) == len(findings) == 3


def test_a_fingerprint_tells_rule_and_role_apart() -> None:
    rule = BOOK["a-an"]
    hits = [Hit(Span(at, at + 1), {}, kind=kind, excerpt="x") for at, kind in enumerate("ab")]
    assert len({each.fingerprint for each in make_findings(rule, hits)}) == 2
    other = make_findings(BOOK["misspelling"], hits)
    assert other[0].fingerprint != make_findings(rule, hits)[0].fingerprint


def test_a_case_has_its_own_severity_and_words() -> None:
    rule = BOOK["a-an"]
    hits = [Hit(Span(0, 1)), Hit(Span(1, 2), case="quoted")]
    assert [each.severity for each in make_findings(rule, hits)] == ["error", WARNING]


def test_values_are_cut_and_freed_of_controls_and_hold_no_placeholders() -> None:
    assert fill("“{a}”", {"a": "x\x1b[0m\u202ey\n z"}) == "“x[0my z”"
    assert fill("{a}", {"a": "y" * 200}) == "y" * 69 + "…"
    assert fill("{a} {b}", {"a": "{b}", "b": "c"}) == "{b} c"
    assert fill("{unknown}", {}) == "{unknown}"


def test_a_fault_that_two_rules_see_is_told_once() -> None:
    html = "<p>The mine shut on 2 April 1993 and opened on {}.</p>"
    for date, told in (("June 3rd, 1997", ["date-format"]), ("3 June 1997", [])):
        assert [each.rule for each in _found(html.format(date))] == told
    alone = BOOK.select(ignore=["date-format"])
    (mixed,) = check_text(html.format("June 3rd, 1997"), alone).findings
    assert mixed.rule == "date-mixed"


def test_a_finding_is_not_left_out_for_a_lesser_one() -> None:
    notes = [each.with_severity("note") if each.id == "date-format" else each for each in BOOK]
    found = check_text("<p>It shut on 2 April 1993 and again on June 3rd, 1997.</p>", notes)
    assert [each.rule for each in found.findings] == ["date-format", "date-mixed"]


def test_a_rule_sees_only_blocks_in_its_languages() -> None:
    html = '<p lang="fr">Il y a an et the the.</p><p>It took a hour.</p>'
    assert [each.rule for each in _found(html)] == ["a-an"]
    impossible = '<p lang="fr">Le 31 June 2024.</p>'
    assert [each.rule for each in _found(impossible)] == ["date-impossible"]


def test_no_english_wording_rule_speaks_on_other_languages() -> None:
    pages = [
        '<html lang="ar"><body><article><h1>سقوط الجدار</h1>'
        + "<p>سقط جدار الميناء في مارس.</p>" * 9,
        "<h1>दीवार गिरी</h1>" + "<p>बंदरगाह की दीवार मार्च में गिर गई।</p>" * 9,
        '<html lang="de"><body><h1>Mauer</h1>'
        + "<p>Die Mauer in Oban ist in der Nacht gefallen.</p>" * 9,
        "<p>Die Mauer ist nicht hoch, und das Boot lag in in der Bucht, sagte er. Nun recieved.</p>",
    ]
    for page in pages:
        assert {each.rule for each in _found(page)} <= {"date-impossible", "date-weekday"}


def test_a_report_counts_and_decides_the_exit_code() -> None:
    def report(*severities: str) -> Report:
        findings = tuple(Finding("r", each, "m", Span(0, 1)) for each in severities)
        return Report((Checked("a.html", findings=findings),))

    assert report("note", "warning").exit_code() == 0
    assert report("warning").exit_code("warning") == 1
    assert report("note").exit_code("note") == 1
    assert report("error").exit_code("never") == 0
    assert Report((Checked("a.html", error="gone"),)).exit_code("never") == 2
