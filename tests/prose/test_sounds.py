"""How English words begin when they are spoken."""

from __future__ import annotations

import pytest

from lint.prose.sounds import begins_with_vowel

VOWELS = (
    "hour hourly honest honour heir heirloom apple island owner umbrella uncle unanswered "
    "unimportant unironic uninformed unidentified unissued upset urban usher utmost ugly MP MPs "
    "FBI NHS EU EVs X-ray F1 M25 F-16 O'Brien O’Leary 8 80 80-minute 833-mile 8,000 11 11th 18 "
    "18-hole 11,000 18000 eleven onerous oncoming"
).split()
CONSONANTS = (
    "European euro ewe Ewan Ewing one one-off once ones onesie Ouija unanimous Unesco Unicef union "
    "unit united uniform university unilateral Ukip Ukrainian Ugandan Utah utensil utility useful "
    "usual Usain uterus ufologist ukulele ubiquitous Ulez Uranus uvular user UN UK US USB U-turn "
    "horse house hospital Honduran year youth yard Nato chip Rwandan Sri 100 110 180 1,200 1987 9"
).split()
EITHER = (
    "historic hotel habitual hors homage haute herb hilarious Uefa Ubisoft Uruguayan Utrecht "
    "Nvidia mpox Mbeki Nkosi Ngozi L’Oréal N’Golo Yves Ypres iPhone eBay McDonald FAQ SQL NASA "
    "0.8 1,800-mile 1,100 1865 1100 Xhosa élan ²"
).split()


@pytest.mark.parametrize("word", VOWELS)
def test_a_vowel_is_heard(word: str) -> None:
    assert begins_with_vowel(word) is True


@pytest.mark.parametrize("word", CONSONANTS)
def test_a_consonant_is_heard(word: str) -> None:
    assert begins_with_vowel(word) is False


@pytest.mark.parametrize("word", EITHER)
def test_where_english_has_both_nothing_is_said(word: str) -> None:
    assert begins_with_vowel(word) is None


def test_a_letter_past_the_second_may_have_an_accent() -> None:
    assert begins_with_vowel("café") is False
