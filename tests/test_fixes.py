"""Fixes: what is applied, in which order, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lint.desk
from lint.checks import Fix
from lint.desk import FixError, fix_text
from lint.finding import Finding
from lint.fixes import apply_fixes
from lint.rulebook import load_rules
from lint.source import Edit, Span

BOOK = load_rules()


def _finding(*edits: tuple[int, int, str], safe: bool = True, **more: object) -> Finding:
    changes = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    fix = Fix("Mend", changes, safe)
    return Finding("r", "error", "m", changes[0].span, fixes=(fix,), **more)  # type: ignore[arg-type]  # free keywords


def test_safe_fixes_are_applied_and_unsafe_ones_only_when_asked() -> None:
    findings = [_finding((0, 1, "A")), _finding((2, 3, "C"), safe=False)]
    assert apply_fixes("abc", findings) == ("Abc", findings[:1])
    assert apply_fixes("abc", findings, unsafe=True) == ("AbC", findings)


def test_what_a_stet_lets_stand_is_not_fixed() -> None:
    finding = _finding((0, 1, "A"), suppressed="as spoken")
    assert apply_fixes("abc", [finding], unsafe=True) == ("abc", [])


def test_a_fix_that_overlaps_waits() -> None:
    findings = [_finding((1, 4, "X")), _finding((0, 2, "Y")), _finding((4, 5, "Z"))]
    text, applied = apply_fixes("abcdef", findings)
    assert text == "YcdZf"
    assert applied == [findings[1], findings[2]]


def test_two_insertions_at_one_place_do_not_mix() -> None:
    text, applied = apply_fixes("ab", [_finding((1, 1, "X")), _finding((1, 1, "Y"))])
    assert text == "aXb"
    assert len(applied) == 1


def test_a_fix_with_two_edits_is_applied_whole_or_not_at_all() -> None:
    both = _finding((0, 1, "A"), (4, 5, "E"))
    text, applied = apply_fixes("abcde", [both, _finding((2, 3, "C"))])
    assert (text, applied) == ("AbcdE", [both])


@given(st.text(max_size=40), st.data())
def test_only_the_spans_of_applied_edits_change(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place), max_size=8))
    findings = [_finding((min(pair), max(pair), "\x00")) for pair in spans]
    changed, applied = apply_fixes(text, findings)
    kept, position = [], 0
    for finding in sorted(applied, key=lambda each: each.span):
        assert finding.span.start >= position
        kept.append(text[position : finding.span.start])
        position = finding.span.end
    kept.append(text[position:])
    assert "\x00".join(kept) == changed if applied else changed == text


def test_fixing_settles_and_says_what_was_mended() -> None:
    text, mended = fix_text("<p>It recieved the the the prize.</p>", BOOK)
    assert text == "<p>It received the prize.</p>"
    assert {each.rule for each in mended} == {"misspelling", "doubled-word"}
    assert fix_text(text, BOOK) == (text, ())


def test_a_text_without_faults_is_returned_as_it_is() -> None:
    html = "<p>The wall\r\nwas whole&nbsp;&mdash;&#32;by noon.\x00"
    assert fix_text(html, BOOK, unsafe=True)[0] == html


def test_fixes_that_never_settle_are_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def grow(text: str, findings: object, *, unsafe: bool = False) -> tuple[str, list[Finding]]:
        return text + " the the.", []

    monkeypatch.setattr(lint.desk, "apply_fixes", grow)
    with pytest.raises(FixError, match="doubled-word do not settle"):
        fix_text("<p>It hit the the wall.", BOOK)
