"""The real article that the project began from, where COPYDESK_SEED names a folder with it.

Its words belong to somebody and stay out of the project; only a few are named here as evidence.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from lint.desk import check_text, fix_text
from lint.finding import Finding
from lint.rulebook import load_rules

FOLDER = os.environ.get("COPYDESK_SEED", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="COPYDESK_SEED names no folder")
BOOK = load_rules().select()


def _page() -> str:
    return (Path(FOLDER) / "syria-talks-amp.html").read_text("utf-8")


def _found(html: str) -> list[tuple[str, str, Finding]]:
    return [
        (each.rule, html[each.span.start : each.span.end], each)
        for each in check_text(html, BOOK).findings
    ]


def test_the_page_has_its_faults_reported_exactly_where_they_are() -> None:
    html = _page()
    found = {(rule, text) for rule, text, _ in _found(html)}
    assert {
        ("caption-alt-conflict", "January 23 2017"),
        ("wrong-word", "the"),
        ("missing-word", "set up commission"),
        ("related-link", "Syria 6 years on: What does the future hold?"),
        ("credit-agency", "Anadolu"),
    } <= found
    wrong = next(each for rule, _, each in _found(html) if rule == "wrong-word")
    assert html[wrong.span.start :].startswith("the targeted the Palace")
    assert wrong.fixes[0].edits[0].text in ("that", "at")


def test_the_two_dates_are_shown_together_with_a_fix_to_the_house_form() -> None:
    html = _page()
    conflict = next(each for rule, _, each in _found(html) if rule == "caption-alt-conflict")
    place = conflict.related[0].span
    assert html[place.start : place.end] == "23 January 2017"
    fixed, _ = fix_text(html, BOOK.select(["caption-alt-conflict"]), unsafe=True)
    assert fixed.count("January 23 2017") == html.count("January 23 2017") - 1
    assert fixed.count("23 January 2017") == html.count("23 January 2017") + 1


def test_nothing_is_said_of_names_quotations_and_the_pages_own_frame() -> None:
    html = _page()
    assert not [rule for rule, _, each in _found(html) if rule.startswith("name-")]
    silent = re.compile(
        "Ja.*afari|Al-Assad|anti-Assad|Mistura|Lavrentiev|Kamaldinov|Site icon|Exit"
    )
    assert not [text for _, text, _ in _found(html) if silent.search(text)]


def test_a_fragment_of_its_text_has_furniture_in_it() -> None:
    text = (Path(FOLDER) / "syria-talks.txt").read_text("utf-8")
    html = "\n".join(f"<p>{part.strip()}</p>" for part in text.split("\n\n"))
    found = [(rule, text) for rule, text, _ in _found(html)]
    furniture = [text for rule, text in found if rule == "leftover-furniture"]
    assert [text[:9] for text in furniture] == ["Site icon", "Exit mobi"]
    assert ("missing-word", "set up commission") in found
    assert ("wrong-word", "the") in found
    assert not [rule for rule, _ in found if rule.startswith("name-")]


def test_a_fragment_of_its_markup_has_the_related_link() -> None:
    html = _page()
    start = html.index('<div class="amp-wp-article-content">')
    fragment = html[start : html.index("<footer", start)]
    assert ("related-link", "Syria 6 years on: What does the future hold?") in {
        (rule, text) for rule, text, _ in _found(fragment)
    }
