"""SARIF is valid, complete, and says nothing that is not so."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import BOOK, HARD, checked, hard_report, report

from lint.checks import Fix
from lint.desk import check_bytes
from lint.finding import Checked, Finding, Report
from lint.report import ReportOptions, render
from lint.report.linehash import line_hashes
from lint.report.sarif import MOST_RESULTS, place
from lint.report.sarif_rules import plain_message
from lint.source import Edit, Source, Span

SCHEMA = os.environ.get("COPYDESK_SARIF_SCHEMA", "")


def _log(given_report: Report | None = None, **options: Any) -> dict[str, Any]:
    text = render(given_report or hard_report(), "sarif", ReportOptions(version="0.1", **options))
    log: dict[str, Any] = json.loads(text)
    return log


def _run(given_report: Report | None = None, **options: Any) -> dict[str, Any]:
    run: dict[str, Any] = _log(given_report, **options)["runs"][0]
    return run


@pytest.mark.skipif(not SCHEMA, reason="COPYDESK_SARIF_SCHEMA names no copy of the schema")
@pytest.mark.parametrize("show_suppressed", [False, True])
@pytest.mark.parametrize("which", ["hard", "empty", "clean"])
def test_the_log_fits_the_schema_of_the_standard(which: str, *, show_suppressed: bool) -> None:
    import jsonschema

    schema = json.loads(Path(SCHEMA).read_text("utf-8"))
    reports = {"hard": hard_report(), "empty": Report(()), "clean": report(checked("<p>x</p>"))}
    jsonschema.validate(_log(reports[which], show_suppressed=show_suppressed), schema)


def test_the_log_fits_a_strict_model_of_the_format() -> None:
    from sarif_pydantic import Sarif

    for show_suppressed in (False, True):
        model = Sarif.model_validate(_log(show_suppressed=show_suppressed))
        assert model.runs[0].results


def test_every_rule_is_described_in_full_and_in_order() -> None:
    rules = _run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in BOOK.rules]
    for rule in rules:
        for key in ("shortDescription", "fullDescription", "help"):
            assert 0 < len(rule[key]["text"]) <= 1024
            assert "{" not in rule[key]["text"]
        assert "<" not in rule["help"]["markdown"].replace("\\<", "")
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["properties"]["tags"][0] == "editorial"
        assert "security" not in json.dumps(rule["properties"])
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")


def test_each_result_points_at_its_rule_and_at_its_own_words() -> None:
    given_report = hard_report()
    run = _run(given_report)
    rules = run["tool"]["driver"]["rules"]
    sources = {place(each.path)["uri"]: each.source for each in given_report.files}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        location = result["locations"][0]["physicalLocation"]
        index = location["artifactLocation"]["index"]
        artifact = run["artifacts"][index]["location"]["uri"]
        assert artifact == location["artifactLocation"]["uri"]
        source = sources[artifact]
        assert source is not None
        places = [
            location["region"],
            *(each["physicalLocation"]["region"] for each in result.get("relatedLocations", [])),
        ]
        for each in places:
            assert _by_lines(source, each) == _by_offset(source, each)
        assert _by_offset(source, location["region"]) == location["region"]["snippet"]["text"]
        assert len(result["locations"]) == 1


def _by_offset(source: Source, region: dict[str, int]) -> str:
    return source.text[region["charOffset"] : region["charOffset"] + region["charLength"]]


def _by_lines(source: Source, region: dict[str, int]) -> str:
    """Read a region in an independent way: cut the text into lines, then columns."""
    lines = source.text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n")
    starts, at = [], 0
    for line in lines:
        extra = line.startswith("\0")
        at += extra
        starts.append(at)
        at += len(line) - extra + 1
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return source.text[start : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_fixes_from_the_log_alone_give_what_the_findings_edits_give() -> None:
    source = checked(HARD).source
    assert source is not None
    run = _run(report(checked(HARD)))
    for finding, result in zip(_shown(checked(HARD)), run["results"], strict=True):
        assert len(result.get("fixes", [])) == len(finding.fixes)
        for fix, written in zip(finding.fixes, result.get("fixes", []), strict=True):
            replacements = written["artifactChanges"][0]["replacements"]
            edits = [
                (
                    each["deletedRegion"]["charOffset"],
                    each["deletedRegion"]["charLength"],
                    each["insertedContent"]["text"],
                )
                for each in replacements
            ]
            assert edits == [(e.span.start, e.span.end - e.span.start, e.text) for e in fix.edits]
            for each in replacements:
                region = each["deletedRegion"]
                assert _by_lines(source, region) == _by_offset(source, region)


def _shown(file: Checked) -> list[Finding]:
    return [each for each in file.findings if each.suppressed is None]


def test_artifacts_name_bytes_encoding_and_place() -> None:
    artifacts = {each["location"]["uri"]: each for each in _run()["artifacts"]}
    assert "news/%C3%87a%20va%20%E2%80%93%20100%20%25.html" in artifacts
    data = b"\xef\xbb\xbf" + HARD.encode()
    assert artifacts["b.html"]["length"] == len(data)
    assert artifacts["b.html"]["hashes"]["sha-256"] == sha256(data).hexdigest()
    assert artifacts["old.html"]["encoding"] == "windows-1252"
    assert not any(
        each["location"]["uri"].startswith(("/", "file:")) for each in artifacts.values()
    )


def test_what_was_not_checked_is_notified() -> None:
    invocation = _run(exit_code=2)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 2
    notified = {
        (each["level"], each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for each in invocation["toolExecutionNotifications"]
    }
    assert notified == {("error", "picture.html"), ("warning", "cut.html")}
    clean = _run(report(checked("<p>x</p>")))["invocations"][0]
    assert clean == {"executionSuccessful": True, "exitCode": 0}


def test_suppressed_results_are_left_out_unless_asked_for() -> None:
    plain, full = _run(), _run(show_suppressed=True)
    assert not any("suppressions" in each for each in plain["results"])
    assert len(full["results"]) > len(plain["results"])
    assert all("suppressions" in each for each in full["results"])
    reasons = [
        each["suppressions"][0]["justification"] for each in full["results"] if each["suppressions"]
    ]
    assert set(reasons) == {"the letter has it so"}


def test_of_too_many_results_the_most_severe_stay_and_the_rest_is_counted() -> None:
    source = Source("x" * 10)
    notes = [Finding("a-an", "note", f"n{number}", Span(0, 1)) for number in range(MOST_RESULTS)]
    many = Checked("a.html", source, (*notes, Finding("a-an", "error", "worst", Span(2, 3))))
    run = _run(Report((many,), BOOK.rules))
    assert len(run["results"]) == MOST_RESULTS
    assert "worst" in {each["message"]["text"] for each in run["results"]}
    texts = [
        each["message"]["text"] for each in run["invocations"][0]["toolExecutionNotifications"]
    ]
    assert any(text.startswith("1 results are left out") for text in texts)


def test_one_run_says_the_same_twice_and_names_its_category() -> None:
    first = render(hard_report(), "sarif", ReportOptions(version="1", category="pull-request"))
    assert first == render(
        hard_report(), "sarif", ReportOptions(version="1", category="pull-request")
    )
    assert json.loads(first)["runs"][0]["automationDetails"]["id"] == "copydesk/pull-request/"


def test_messages_hold_no_link_no_placeholder_and_no_html() -> None:
    text = plain_message("a [b](http://c) {0} \\ <img src=x> \x1b[0m\u202e")
    assert text == "a \\[b\\](http://c) {{0}} \\\\ ‹img src=x› \\\\x1b\\[0m\\\\u202e"


def test_a_pure_deletion_still_says_what_is_inserted() -> None:
    fix = Fix("Remove", (Edit(Span(0, 1), ""),))
    finding = Finding("a-an", "error", "m", Span(0, 1), fixes=(fix,))
    run = _run(Report((Checked("a.html", Source("xy"), (finding,)),), BOOK.rules))
    replacement = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": ""}


LINES = st.lists(
    st.sampled_from(["\r\n", "\n", "\r", " ", "\t", "a", "b", "é", "😀", "\u2028"]), max_size=250
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(LINES.map("".join), st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_the_line_hash_is_the_rolling_one_of_code_scanning(text: str, bom: bytes) -> None:
    rolled = _rolled((bom.decode("utf-8") + text).encode("utf-16-le"))
    assert line_hashes(Source(text, bom=bom), rolled) == rolled


def _rolled(units: bytes) -> dict[int, str]:
    """The definition as a machine that reads one unit after another, with a window of 100."""
    window, starts = [0] * 100, [0] * 100
    value, at, line, begins, after_return = 0, 0, 0, True, False
    seen: dict[int, int] = {}
    found: dict[int, str] = {}

    def give() -> None:
        seen[value] = seen.get(value, 0) + 1
        found[starts[at]] = f"{value:x}:{seen[value]}"
        starts[at] = 0

    codes = [int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2)]
    for code in [*codes, 65535]:
        if code in (32, 9) or (after_return and code == 10):
            after_return = False
            continue
        after_return = code == 13
        code = 10 if code == 13 else code
        if starts[at]:
            give()
        if begins:
            line += 1
            starts[at], begins = line, False
        begins = code == 10
        value = (value * 37 + code - window[at] * 37**100) % 2**64
        window[at], at = code, (at + 1) % 100
    for _ in range(100):
        if starts[at]:
            give()
        value = (value * 37 - window[at] * 37**100) % 2**64
        window[at], at = 0, (at + 1) % 100
    return found


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("./a b.html", "a%20b.html"),
        ("news\\é.html", "news/%C3%A9.html"),
        ("a:b.html", "a%3Ab.html"),
        ("-x%.html", "-x%25.html"),
        ("q?#.html", "q%3F%23.html"),
    ],
)
def test_paths_are_relative_uris(path: str, written: str) -> None:
    assert place(path) == {"uri": written, "uriBaseId": "SRCROOT"}


def test_absolute_paths_below_the_folder_of_the_run_are_made_relative() -> None:
    assert place("/repo/news/a.html", "/repo")["uri"] == "news/a.html"
    run = _run(report(checked("<p>It took a hour</p>", "/repo/a.html")), root="/repo")
    assert run["artifacts"][0]["location"]["uri"] == "a.html"
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "a.html"


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/repository/a b.html", "file:///repository/a%20b.html"),
        ("../news/a.html", "file:///news/a.html"),
        ("../repo/a.html", "a.html"),
        ("C:\\news\\é.html", "file:///C:/news/%C3%A9.html"),
    ],
)
def test_a_path_out_of_the_folder_of_the_run_is_a_file_uri(path: str, written: str) -> None:
    where = place(path, "/repo")
    assert where["uri"] == written
    assert ("uriBaseId" in where) is (":" not in written)


def test_a_file_whose_encoding_is_a_guess_has_line_hashes_and_no_digest() -> None:
    mixed = "<p>It took a hour in the café 😀</p>".encode() + b"\n<p>caf\xe9</p>"
    run = _run(report(check_bytes(mixed, "mixed.html", BOOK)))
    assert run["results"][0]["partialFingerprints"]["primaryLocationLineHash"].endswith(":1")
    assert "hashes" not in run["artifacts"][0]
