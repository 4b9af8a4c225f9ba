"""Any bytes give findings or one clear line, never a traceback; fixes touch only what they name."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.checks import hit
from lint.desk import check_bytes, check_text, fix_text
from lint.finding import Checked, Report
from lint.fixes import apply_fixes
from lint.report import FORMATS, ReportOptions, render
from lint.rulebook import load_rules

BOOK = load_rules().select()
COUNT = settings(max_examples=150, deadline=None, derandomize=True)

# Pieces that pages are made of, the faults that rules look for among them.
PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<b>", "</b>", "<em>", "</em>", "<br>", "<figure>", "</figure>", "<figcaption>",
        "</figcaption>", '<img src="a.jpg" alt="', '">', "<img src=b.png>", "<html>", "<body>", "<h1>",
        "</h1>", "<script>", "</script>", "<!-- stet a-an: so -->", "<!--", "-->", "<div class=credit>",
        "</div>", "<blockquote>", "<li>", "<table><tr><td>", "&amp;", "&rsquo;", "&#8217;", "&nbsp;", "&",
        "<", ">", '"', "'", "“", "”", " ", "\n", "\r\n", "\t", "\u00a0", "\u200b", "\x00", "é", "😀", "\ue000",
        " a hour ", " the the ", " January 23 2017 ", " 31 June 2024 ", " 23 January 2017 ", " recieved ",
        " Omar Al-Ja’ali ", " Omar al-Jali ", " [JO BLAKE - Anadolu]", " collision the damaged the wall ",
        " set up commission to ", " 2024-13-45 ", " 30.15.2024 ", " 00/00/2000 ", " 31/31/2024 ", " 0 May 0000 ",
        " an 8-", " a £1,800,", "1st ", " Mr ", "Mario", "Maria", "1", "e", "A", "[", "]", "(", ")", "/", ":", "©", "Exit mobile version", " said said ", " (Photo: Jo Blake)", ", ", ". ",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A \\u2019 b"}</script>',
    ]
)  # fmt: skip
PAGES = st.lists(PIECES, max_size=60).map("".join)


@COUNT
@given(st.one_of(st.binary(max_size=400), PAGES.map(lambda page: page.encode("utf-8"))))
def test_any_bytes_give_findings_or_one_clear_line(data: bytes) -> None:
    checked = check_bytes(data, "a.html", BOOK)
    assert isinstance(checked, Checked)
    if checked.error:
        assert "\n" not in checked.error
        assert checked.source is None
    else:
        _assert_sound(checked)
    report = Report((checked,), BOOK.rules)
    for name in FORMATS:
        render(report, name, ReportOptions(version="0"))


def _assert_sound(checked: Checked) -> None:
    assert checked.source is not None
    length = len(checked.source.text)
    assert list(checked.findings) == sorted(checked.findings, key=lambda f: (f.span, f.rule))
    for finding in checked.findings:
        spans = [finding.span, *(each.span for each in finding.related)]
        spans += [edit.span for fix in finding.fixes for edit in fix.edits]
        assert all(0 <= start <= end <= length for start, end in spans)
        assert finding.message
        assert not set("\x00\n\r\x1b") & set(finding.message)


@COUNT
@given(PAGES)
def test_fixes_change_only_their_own_spans_and_settle(page: str) -> None:
    fixed, _ = fix_text(page, BOOK, unsafe=True)
    assert fix_text(fixed, BOOK, unsafe=True)[0] == fixed
    findings = check_text(page, BOOK).findings
    once, applied = apply_fixes(page, findings, unsafe=True)
    edits = sorted(edit for finding in applied for edit in finding.fixes[0].edits)
    assert once == _by_hand(page, edits)


def _by_hand(page: str, edits: list[hit.Edit]) -> str:
    for span, new in reversed(edits):
        page = page[: span.start] + new + page[span.end :]
    return page


@COUNT
@given(PAGES)
def test_the_same_page_gives_the_same_report(page: str) -> None:
    reports = [render(Report((check_text(page, BOOK),)), "sarif") for _ in range(2)]
    assert reports[0] == reports[1]
