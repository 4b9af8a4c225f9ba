"""Text for people, JSON for programs, annotations for GitHub: complete, and harmless."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import BOOK, checked, hard_report, report

from lint.checks import Fix, Related
from lint.finding import Checked, Finding, Report
from lint.report import FORMATS, ReportOptions, render
from lint.report.github import SHOWN
from lint.report.shown import columns, excerpt, visible
from lint.source import Edit, Source, Span

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _hostile(text: str) -> Report:
    """A report with a hostile text in every field that an article or a file name can fill."""
    source = Source(f"<p>{text} faulty {text}</p>", f"news/{text}.html")
    at = source.text.index("faulty")
    finding = Finding(
        "a-an", "error", f"m {text}", Span(at, at + 6), (Related(Span(at, at + 6), text),),
        (Fix(text, (Edit(Span(at, at + 6), text),)),), "why", f"do {text}", "paragraph", text, "0" * 32,
    )  # fmt: skip
    return Report(
        (
            Checked(source.path, source, (finding,), (f"notice {text}",)),
            Checked(f"{text}.html", error=f"error {text}"),
        ),
        BOOK.rules,
    )


@pytest.mark.parametrize("output_format", ["text", "concise", "github"])
def test_no_control_or_bidi_character_reaches_a_terminal(output_format: str) -> None:
    codes = [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x202E, 0x2066, 0x2029, 0xD800]
    for code in codes:
        text = render(_hostile(f"a{chr(code)}b"), output_format)
        assert not UNSAFE.search(text), hex(code)
        assert chr(0x2029) not in text
    painted = render(_hostile("a\x1bb"), output_format, ReportOptions(color=True))
    assert not UNSAFE.search(re.sub("\x1b\\[[0-9;]*m", "", painted))


@pytest.mark.parametrize("output_format", ["json", "sarif"])
def test_json_shows_a_terminal_no_control_and_keeps_each_character(output_format: str) -> None:
    for code in [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x202E, 0x2066, 0x2029]:
        hostile = f"a{chr(code)}b"
        text = render(_hostile(hostile), output_format)
        assert not UNSAFE.search(text), hex(code)
        assert chr(0x2029) not in text
        document = json.loads(text)
        if output_format == "json":
            kept = document["files"][0]["findings"][0]["fixes"][0]["edits"][0]["text"]
        else:
            (change,) = document["runs"][0]["results"][0]["fixes"][0]["artifactChanges"]
            kept = change["replacements"][0]["insertedContent"]["text"]
        assert kept == hostile


# The runner's rule (actions/runner): a line that begins, blanks aside, with "::" is a command.
COMMAND = re.compile(r"^\s*::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)$")
TEXTS = st.lists(
    st.sampled_from(list("a:,%\r\n\t #[]{}<>|") + ["::error::", "::stop-commands::x", "\u2028"]),
    max_size=30,
).map("".join)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_no_text_can_forge_a_workflow_command(text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", render(_hostile(text), "github"))
    commands = [match for line in lines if (match := COMMAND.match(line))]
    assert [each["name"] for each in commands] == ["error", "error"]
    keys = [re.findall(r"(?:^|,)(\w+)=", each["properties"]) for each in commands]
    assert keys == [["file"], ["file", "line", "endLine", "col", "endColumn", "title"]]
    for line in lines:
        assert COMMAND.match(line) or not line.lstrip().startswith("::")


def test_annotations_are_most_severe_first_and_the_rest_is_listed() -> None:
    source = Source("x\n" * 40)
    findings = [
        Finding("a-an", severity, f"{severity} {number}", Span(2 * number, 2 * number + 1))
        for severity in ("note", "error")
        for number in range(15)
    ]
    text = render(Report((Checked("a.html", source, tuple(findings)),), BOOK.rules), "github")
    commands = [line for line in text.splitlines() if line.startswith("::")]
    assert [line.split(" ")[0] for line in commands] == ["::error"] * SHOWN + ["::notice"] * SHOWN
    assert "  10 more findings are listed in the log" in text
    for finding in findings:
        assert finding.message in text


def test_a_finding_over_several_lines_has_no_column() -> None:
    finding = Finding("a-an", "error", "m", Span(0, 4))
    text = render(Report((Checked("a.html", Source("a\nb\nc"), (finding,)),), BOOK.rules), "github")
    assert "::error file=a.html,line=1,endLine=3,title=copydesk a-an::m" in text


def test_json_is_versioned_and_whole() -> None:
    given_report = hard_report()
    document = json.loads(render(given_report, "json", ReportOptions(version="0.1")))
    assert document["version"] == 1
    assert document["summary"]["errors"] == given_report.count("error")
    assert document["summary"]["notChecked"] == 1
    files = {each["path"]: each for each in document["files"]}
    assert files["picture.html"]["error"] == "binary data, not HTML"
    assert "never closes" in files["cut.html"]["notices"][0]
    source = given_report.files[1].source
    assert source is not None
    for finding in files["b.html"]["findings"]:
        place = finding["place"]
        assert source.position(place["start"]) == (place["line"], place["column"])
        assert re.fullmatch("[0-9a-f]{32}", finding["fingerprint"])
        assert finding["suppressed"] is None
    full = json.loads(render(given_report, "json", ReportOptions(show_suppressed=True)))
    reasons = {f["suppressed"] for each in full["files"] for f in each["findings"]}
    assert reasons == {None, "the letter has it so"}


def test_text_shows_place_excerpt_evidence_help_and_summary() -> None:
    html = (
        '<figure><img src="a.jpg" alt="The crew mends the long wall on March 3 2019">'
        "<figcaption>The crew mends the long wall on 3 March 2019 [Jo/AFP]</figcaption></figure>"
    )
    text = render(report(checked(html)), "text")
    assert text.startswith("a.html:1:63: error caption-alt-conflict [+]\n")
    lines = text.splitlines()
    marked = next(at for at, line in enumerate(lines) if "^" in line)
    start, end = lines[marked].index("^"), lines[marked].rindex("^") + 1
    assert lines[marked - 1][start:end] == "March 3 2019"
    evidence = next(at for at, line in enumerate(lines) if "----" in line)
    start, end = lines[evidence].index("-"), lines[evidence].rindex("-") + 1
    assert lines[evidence - 1][start:end] == "3 March 2019"
    assert "  help: Write it the same way in both." in lines
    assert lines[-2:] == ["Found 1 error in 1 file.", "1 fixable with --unsafe-fixes."]
    assert all(len(line) <= 80 for line in lines)


def test_a_clean_run_says_so_and_quiet_says_nothing() -> None:
    clean = report(checked("<p>Words.</p>"))
    assert render(clean, "text") == "1 file checked, nothing found.\n"
    assert render(clean, "text", ReportOptions(quiet=True)) == ""


def test_statistics_count_each_rule() -> None:
    text = render(
        report(checked("<p>It took a hour and a hour</p>")), "text", ReportOptions(statistics=True)
    )
    assert re.search(r"^ +2  error +a-an$", text, re.MULTILINE)


def test_suppressed_findings_are_shown_with_their_reason_where_asked_for() -> None:
    given_report = hard_report()
    assert "the letter has it so" not in render(given_report, "text")
    shown = render(given_report, "text", ReportOptions(show_suppressed=True))
    assert "let stand: the letter has it so" in shown


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([*"ab \t\n\r", "é", "e\u0301", "漢", "😀", "\x07"]), max_size=400).map(
        "".join
    ),
    st.integers(0, 400),
    st.integers(0, 60),
    st.integers(30, 90),
)
def test_an_excerpt_fits_and_its_caret_stands_under_the_span(
    text: str, start: int, length: int, width: int
) -> None:
    source = Source(text)
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    shown, at, marked = excerpt(source, span, width)
    assert columns(shown) <= width
    assert at + marked <= width + 1
    line = source.line_span(source.position(span.start).line)
    words = visible(text[span.start : max(span.start, min(span.end, line.end))].replace("\t", " "))
    if words and columns(words) <= width - 12:
        assert words in shown
        assert columns(shown[: _index_of_column(shown, at)]) == at


def _index_of_column(text: str, column: int) -> int:
    return next((i for i in range(len(text) + 1) if columns(text[:i]) >= column), len(text))


def test_a_long_line_is_shown_round_the_fault() -> None:
    html = (
        "<p>"
        + "of the sea " * 90_000
        + "it took a hour and then "
        + "to the bay " * 90_000
        + "</p>"
    )
    text = render(report(checked(html)), "text")
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "a hour" in text


def test_every_format_has_a_renderer() -> None:
    for name in FORMATS:
        assert render(Report(()), name) or name in ("text", "concise")
