"""Edges of the wording rules that need more than one paragraph, or that look at fixes."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lint.desk import check_text
from lint.finding import Finding
from lint.rulebook import load_rules

RULES = {rule.id: rule for rule in load_rules().select().rules}


def findings(rule: str, html: str) -> list[Finding]:
    checked = check_text(html, [RULES[rule]])
    assert not checked.error
    return list(checked.findings)


def marked(rule: str, html: str) -> list[str]:
    return [html[found.span.start : found.span.end] for found in findings(rule, html)]


def is_safe(finding: Finding) -> bool:
    return any(fix.safe for fix in finding.fixes)


@pytest.mark.parametrize(
    ("rule", "html", "safe"),
    [
        ("a-an", "<p>It was a old wall.</p>", True),
        ("a-an", "<p>It was an wall.</p>", True),
        ("a-an", "<p>Fish an chips, he said.</p>", False),  # "and"
        ("a-an", "<p>“It was a old wall,” he said.</p>", False),
        ("doubled-word", "<p>It fell on the the quay.</p>", True),
        ("doubled-word", "<p>It was meant for for the quay.</p>", False),
        ("doubled-word", "<p>The wall wall fell.</p>", False),
        ("misspelling", "<p>They recieve oil.</p>", True),
        ("misspelling", "<p>Goverment oil is dear.</p>", False),  # a capital may begin a name
        ("misspelling", "<p>“They recieve oil,” he said.</p>", False),
        ("missing-word", "<p>They want to set up commission to look.</p>", False),
        ("wrong-word", "<p>A wave the damaged the wall came.</p>", False),
    ],
)
def test_a_fix_is_safe_only_where_there_is_one_reading(rule: str, html: str, safe: bool) -> None:
    found = findings(rule, html)
    assert [is_safe(each) for each in found] == [safe]


@pytest.mark.parametrize("text", ["an the wall", "a of oil", "an to see", "a a wall"])
def test_a_an_is_silent_where_the_article_itself_is_the_slip(text: str) -> None:
    assert marked("a-an", f"<p>There is {text} here.</p>") == []


def test_an_unknown_word_that_comes_back_is_the_house_s_own() -> None:
    once = "<p>The harbourr was shut.</p>"
    assert marked("misspelling", once) == ["harbourr"]
    assert marked("misspelling", f"{once}<p>A harbourr it was.</p>") == []
    assert marked("misspelling", f"{once}<p>At Harbourr it was.</p>") == []


def test_an_unknown_word_of_the_title_or_the_byline_is_let_be() -> None:
    page = (
        "<html><head><title>{}</title><meta name=description content='The harbourr was shut'></head>"
        "<body><article><h1>Shut in fog</h1><p>The harbourr was shut in fog on Thursday, and the "
        "ferries stayed at sea all night, the office said.</p></article></body></html>"
    )
    assert marked("misspelling", page.format("Shut in fog")) == ["harbourr"]
    assert marked("misspelling", page.format("The harbourr, shut")) == []


def test_the_suggestion_for_an_unknown_word_is_a_common_word() -> None:
    (found,) = findings("misspelling", "<p>They can erach it.</p>")
    assert found.severity == "warning"
    assert found.message == "No dictionary has “erach”; perhaps “reach”"
    assert not is_safe(found)


def test_a_finding_without_unknown_words_loads_no_spellchecker() -> None:
    code = (
        "import sys; from lint.desk import check_text; from lint.rulebook import load_rules; "
        "found = check_text('<p>They recieve the the oil.</p>', load_rules().select()).findings; "
        "assert len(found) == 2, found; sys.exit('spellchecker' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_headlines_may_drop_articles_and_body_text_may_not() -> None:
    text = "Mayor to set up commission to look into lights"
    assert marked("missing-word", f"<h1>{text}</h1><h2>{text}</h2><ul><li>{text}</li></ul>") == []
    assert marked("missing-word", f"<p>{text}</p>") == ["set up commission"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Exit mobile version</p>",
        "<p>Site icon Port Ellery Courier</p>",
        "<div>Share this:</div>",
        "<p>It fell in March.</p><p>ADVERTISEMENT</p>",
    ],
)
def test_furniture_in_a_fragment_is_a_fault(html: str) -> None:
    assert len(findings("leftover-furniture", html)) == 1


def test_the_frame_of_a_full_page_is_no_fault() -> None:
    page = (
        "<html><body><header><div>Site icon</div></header><article><h1>Wall to be mended</h1>"
        "<p>The harbour wall is to be mended in June, the harbour office said on Thursday.</p>"
        "<p>It fell in March, when a ferry struck it in fog, as the inquiry heard.</p></article>"
        "<footer><a href='/?full'>Exit mobile version</a></footer></body></html>"
    )
    assert marked("leftover-furniture", page) == []


def test_where_a_character_was_lost_other_rules_are_silent() -> None:
    html = '<p>He wouldn\ufffdt come, accusing them of \ufffddrama." It\ufffds late, he said.</p>'
    assert marked("misspelling", html) == []
    assert marked("quote-unbalanced", html) == []
    assert marked("mojibake", html) == ["\ufffd"]
