"""The packed dictionary: what it knows of words, and that its list is sound."""

from __future__ import annotations

from array import array
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from lint.prose import dictionary
from lint.prose.build_dictionary import bits_of
from lint.prose.dictionary import (
    ADJECTIVE,
    BASE,
    NAME,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    SINGULAR,
    THIRD,
    VERB,
    frequency,
    is_known,
    is_word,
    look_up,
    main_class,
    maybe_known,
    neighbours,
)

DATA = Path(dictionary.__file__).parent / "data"
LIST = (DATA / "words.bin").read_bytes()


@pytest.mark.parametrize(
    "word",
    "colour color organise organize theatre theater centre kerb manoeuvre mpox livestream".split(),
)
def test_british_american_and_new_words_are_words(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["recieve", "goverment", "protectted", "", "\n", "Zz", "colou"])
def test_what_is_no_word_is_unknown(word: str) -> None:
    assert not is_word(word)
    assert not is_known(word)


@pytest.mark.parametrize("word", ["ingrid", "zlib", "verizon"])
def test_names_firms_and_terms_are_known_but_no_words(word: str) -> None:
    assert is_known(word)
    assert not is_word(word)


@pytest.mark.parametrize(
    ("word", "can", "cannot"),
    [
        ("ferry", SINGULAR, PLURAL | THIRD),
        ("ferries", PLURAL | THIRD, SINGULAR),
        ("men", PLURAL, SINGULAR),
        ("people", SINGULAR | PLURAL, PAST),
        ("say", BASE, THIRD),
        ("says", THIRD, BASE),
        ("went", PAST, PARTICIPLE),
        ("gone", PARTICIPLE, PAST),
        ("said", PAST | PARTICIPLE, BASE),
        ("quick", ADJECTIVE, THIRD),
        ("ingrid", NAME, 0),
    ],
)
def test_forms_tell_what_a_word_can_be(word: str, can: int, cannot: int) -> None:
    assert look_up(word) & can == can
    assert not look_up(word) & cannot


def test_the_bits_leave_out_no_word_of_the_list() -> None:
    bits = (DATA / "words.bits").read_bytes()
    assert bits == bits_of(LIST), "python -m lint.prose.build_dictionary writes both"
    words = ["harbour", "thequick", "ofthe", "the", "Zz", "müsli", "xqzvw"]
    assert {0, 3} <= set(maybe_known(words)) < set(range(len(words)))


def test_the_likeliest_class_of_a_word() -> None:
    assert main_class("police") == NOUN
    assert main_class("says") == VERB
    assert main_class("zlib") == 0


def test_the_entries_stand_in_order_and_once() -> None:
    entries = array("Q", LIST)
    keys = [entry >> 32 for entry in entries]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", ["words.bin", "words.bits", "common.txt"])
def test_the_notice_has_the_checksum_of_each_list(name: str) -> None:
    assert sha256((DATA / name).read_bytes()).hexdigest() in (DATA / "NOTICE").read_text("utf-8")


def test_british_forms_are_as_common_as_american_ones() -> None:
    assert frequency("the") > 7
    assert frequency("the") > frequency("harbour") > frequency("protuberances") > 0
    assert frequency("organised") == frequency("organized")
    assert frequency("recieve") == 0


def test_neighbours_are_one_edit_away_and_the_commonest_come_first() -> None:
    assert "buildings" in neighbours("buidlings")  # swapped
    assert "commitment" in neighbours("committment")  # a letter more
    assert neighbours("agains")[:2] == ["again", "against"]  # a letter less
    assert "harbour" in neighbours("harbout")  # another letter
    assert "harbour" not in neighbours("harbour")
    assert "colour" in neighbours("colou")
    assert "organised" in neighbours("organsied")
    assert neighbours("x" * 1000) == []


def test_threads_may_ask_at_once() -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(is_word, ["harbour", "harbuor"] * 500))
    assert answers == [True, False] * 500
