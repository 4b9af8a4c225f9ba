"""Stets: which finding a comment lets stand, and which comments are faults themselves."""

from __future__ import annotations

import pytest

from lint.desk import check_text, fix_text
from lint.document import read_document
from lint.rulebook import load_rules
from lint.source import Source
from lint.stet import read_stets

BOOK = load_rules().select(["doubled-word", "date-impossible", "unused-stet"])
FAULT = "The the wall fell."


def _findings(html: str, *rules: str) -> list[tuple[str, str | None]]:
    book = BOOK.select(rules) if rules else BOOK
    return [(each.rule, each.suppressed) for each in check_text(html, book).findings]


def _covered(html: str) -> list[str | None]:
    stets = read_stets(read_document(Source(html)))
    return [html[slice(*stet.covered)] if stet.covered else None for stet in stets]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- stet doubled-word: a line of verse -->",
        "<!--stet doubled-word:a line of verse-->",
        "<!--  STET   Doubled-Word  :  a line of verse  -->",
        "<!-- stet typos: a line of verse -->",
        "<!-- stet date-impossible doubled-word: a line of verse -->",
        "<!-- stet date-impossible, doubled-word: a line of verse -->",
        "<!--\n  stet\n  doubled-word: a line of verse\n-->",
    ],
)
@pytest.mark.parametrize("between", ["", "\n  ", "<!-- another comment -->"])
def test_a_stet_lets_the_element_that_follows_stand(comment: str, between: str) -> None:
    assert _findings(f"{comment}{between}<p>{FAULT}</p>") == [("doubled-word", "a line of verse")]


def test_a_finding_is_marked_and_not_dropped() -> None:
    plain = check_text(f"<p>{FAULT}</p>", BOOK).findings
    marked = check_text(f"<!-- stet typos: verse --><p>{FAULT}</p>", BOOK).findings
    assert [each.fingerprint for each in plain] == [each.fingerprint for each in marked]


def test_a_stet_covers_its_element_only() -> None:
    html = f"<!-- stet doubled-word: verse --><p>{FAULT}</p><p>{FAULT}</p>"
    assert _findings(html) == [("doubled-word", "verse"), ("doubled-word", None)]


def test_a_stet_covers_all_that_its_element_holds() -> None:
    html = f"<!-- stet doubled-word: verse --><div><p>{FAULT}</p><p>{FAULT}</p></div>"
    assert _findings(html) == [("doubled-word", "verse")] * 2


def test_a_stet_covers_the_attributes_of_its_element() -> None:
    html = f'<!-- stet doubled-word: verse --><img src="wall.jpg" alt="{FAULT}">'
    assert _findings(html) == [("doubled-word", "verse")]


def test_a_stet_for_the_file_covers_what_stands_before_it() -> None:
    html = f"<p>{FAULT}</p><p>{FAULT}</p><!-- stet-file doubled-word: verse -->"
    assert _findings(html) == [("doubled-word", "verse")] * 2


def test_the_innermost_stet_gives_its_reason() -> None:
    html = (
        "<!-- stet-file typos: the whole poem -->"
        f"<!-- stet doubled-word: a line of verse --><p>{FAULT}</p><p>{FAULT}</p>"
    )
    assert _findings(html) == [
        ("doubled-word", "a line of verse"),
        ("doubled-word", "the whole poem"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{FAULT}<!-- stet doubled-word: too late --></p>",
        f"<div><!-- stet doubled-word: in the wrong box --></div><p>{FAULT}</p>",
        f"<!-- stet doubled-word: words between --> so it is <p>{FAULT}</p>",
    ],
)
def test_a_stet_before_an_end_tag_or_words_covers_nothing_and_is_unused(html: str) -> None:
    assert sorted(_findings(html)) == [("doubled-word", None), ("unused-stet", None)]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- stet doubled-word -->", "gives a reason"),
        ("<!-- stet doubled-word: -->", "gives a reason"),
        ("<!-- stet: the poet wrote so -->", "gives a reason"),
        ("<!-- stet dubbled-word: verse -->", "no rule dubbled-word"),
        ("<!-- stet date-impossible: verse -->", "lets nothing stand"),
    ],
)
def test_a_stet_that_does_nothing_says_why(comment: str, message: str) -> None:
    findings = check_text(f"{comment}<p>{FAULT}</p>", BOOK).findings
    assert [each.rule for each in findings] == ["unused-stet", "doubled-word"]
    assert message in findings[0].message
    assert findings[0].span == (0, len(comment))
    assert findings[1].suppressed is None


def test_a_stet_for_a_rule_that_did_not_run_is_not_unused() -> None:
    html = "<!-- stet doubled-word: verse --><p>The wall fell.</p>"
    assert _findings(html, "date-impossible", "unused-stet") == []
    assert _findings(html) == [("unused-stet", None)]


def test_other_comments_are_no_stets() -> None:
    html = "<!-- stets --><!-- stetson: a hat --><!-- let it stet --><!---->"
    assert read_stets(read_document(Source(html))) == []


def test_removing_an_unused_stet_is_a_fix_for_a_person_to_choose() -> None:
    (finding,) = check_text("<!-- stet typos: verse --><p>The wall.</p>", BOOK).findings
    assert finding.safe_fix is None
    assert [fix.edits for fix in finding.fixes] == [((finding.span, ""),)]


@pytest.mark.parametrize(
    ("html", "fixed"),
    [
        ("<p>1</p>\n  @ \n<p>2</p>\n", "<p>1</p>\n<p>2</p>\n"),
        ("<p>1</p>\r\n@\r\n<p>2</p>", "<p>1</p>\r\n<p>2</p>"),
        ("@\r<p>2</p>", "<p>2</p>"),
        ("<p>1</p> @\n<p>2</p>", "<p>1</p> \n<p>2</p>"),
        ("<p>1</p>\n@<p>2</p>", "<p>1</p>\n<p>2</p>"),
        ("<p>1</p>\n@", "<p>1</p>\n"),
    ],
)
def test_a_stet_that_is_removed_takes_its_line_with_it(html: str, fixed: str) -> None:
    given = html.replace("@", "<!-- stet typos: verse -->")
    assert fix_text(given, BOOK, unsafe=True)[0] == fixed


@pytest.mark.parametrize("comment", ["<!-- stet typos -->", "<!-- stet dubbled-word: verse -->"])
def test_no_fix_removes_a_stet_that_is_written_wrongly(comment: str) -> None:
    finding = check_text(f"{comment}<p>{FAULT}</p>", BOOK).findings[0]
    assert (finding.rule, finding.fixes) == ("unused-stet", ())


def test_nested_and_void_elements_are_covered_exactly() -> None:
    html = "<!-- stet a: b --><img src=x><p>1</p><!-- stet a: b --><div><div>2</div></div>3"
    assert _covered(html) == ["<img src=x>", "<div><div>2</div></div>"]


def test_many_stets_and_findings_take_one_sweep() -> None:
    # Quadratic, this would take minutes: 20,000 comments in a row, then 2,000 findings.
    html = "<!--stet typos:x-->" * 20_000 + f"<p>{'The the wall fell. ' * 2_000}</p>"
    findings = check_text(html, BOOK.select(["doubled-word"])).findings
    assert len(findings) == 2_000
    assert {each.suppressed for each in findings} == {"x"}
