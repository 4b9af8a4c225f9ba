"""The last word on what may be meant: few weights, and how far each pair is trusted."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from lint.prose.build_judge import _read
from lint.prose.doubt import is_open
from lint.prose.judge import CONTEXT_WEIGHED, DERIVED, _table, derived, effort, is_hopeless, judge
from lint.prose.slip_evidence import FEATURES
from lint.prose.slips import candidates, listed
from lint.prose.words import words


def test_there_is_a_weight_for_every_kind_of_evidence() -> None:
    weights, trusts = _table()
    assert len(weights) == len(FEATURES) + CONTEXT_WEIGHED + len(DERIVED)
    assert len(trusts) > 100


def test_a_pair_that_is_trusted_more_is_likelier() -> None:
    evidence, context = [1.0] * len(FEATURES), [0.0] * CONTEXT_WEIGHED
    trusts = _table()[1]
    assert trusts["off of"] > trusts["of on"]
    # The same effort, so that nothing but the trust differs.
    assert effort("form", "from") == effort("trial", "trail") < 0 < effort("one", "on")
    likelier = judge(1.0, ("form", "from"), evidence, context)
    assert likelier > judge(1.0, ("trial", "trail"), evidence, context)
    assert derived(9.0, ("of", "off"), evidence, 0.5)[2] == 4.0


def test_what_never_says_enough_is_not_asked_about() -> None:
    assert is_hopeless("of", "on")
    assert "on" in {each.word for each in listed("of")}
    assert "on" not in {each.word for each in candidates("of").many}


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("Be they rich or poor, all pay.", "they", "the"),
        ("The alkali metals form salts.", "form", "from"),
        ("The rivers form a lake.", "form", "from"),
        ("It can also form in fog.", "form", "from"),
        ("The islanders too say so.", "too", "to"),
        ("In May the crews too have to go.", "too", "to"),
        ("The storm hit the fleet off Oban.", "off", "of"),
        ("They saw a fleet off the coast.", "off", "of"),
        ("They took the chairman off the board.", "off", "of"),
        ("It left five members off duty.", "off", "of"),
        ("She signed it, not too unhappily.", "too", "to"),
        ("It may by some plan be mended.", "by", "be"),
        ("It may by fair means be mended.", "by", "be"),
        ("It shows the will to mend it.", "the", "they"),
        ("It was worth more then than now.", "then", "than"),
        ("They insist he rest.", "he", "the"),
        ("By this the board it simply meant pays.", "it", "is"),
        ("They spent a lot on oil.", "on", "of"),
        ("Their boats sail.", "Their", "there"),
        ("It will bring you greetings.", "you", "your"),
        ("If they stay then the light is lit.", "then", "the"),
        ("Its important harbour is new.", "Its", "it's"),
        ("Ports begin a cautious return.", "begin", "being"),
    ],
)
def test_what_may_well_stay_is_not_asked_about(text: str, written: str, meant: str) -> None:
    found = words(text)
    at = found.texts.index(written)
    candidate = next(each for each in listed(written.lower()) if each.word == meant)
    assert not is_open(text, found, at, candidate, Counter())


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("They buy goods any services.", "any", "and"),
        ("It could by used again.", "by", "be"),
        ("The letters form Oban are late.", "form", "from"),
        ("She stepped down form the board.", "form", "from"),
        ("They made efforts too mend it.", "too", "to"),
        ("He spoke to the majority off them.", "off", "of"),
    ],
)
def test_what_can_hardly_stay_is_asked_about(text: str, written: str, meant: str) -> None:
    found = words(text)
    at = found.texts.index(written)
    candidate = next(each for each in listed(written.lower()) if each.word == meant)
    assert is_open(text, found, at, candidate, Counter())


def test_samples_are_slips_or_text_as_it_was() -> None:
    clean, bad = "He ran for public office in May.", "He ran for pubic office in May."
    row = {"aid": "a", "clean": clean, "bad": bad, "s": 11, "e": 16, "cls": "W2"}
    (sample,) = _read(json.dumps(row), [])
    assert (sample.pair, sample.wanted, sample.weight) == (("pubic", "public"), 1.0, 1.0)
    article = json.dumps({"aid": "b", "paras": [f"{bad} It is well."]})
    pairs = {each.pair: each.wanted for each in _read(article, []) if not each.wanted}
    assert pairs == {("pubic", "public"): 0.0}
    left = [each for each in _read(article, ["b\tran for "]) if not each.wanted]
    assert left == []
