"""The packed dictionary: what it knows, and that its lists are sound."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from lint.prose import dictionary
from lint.prose.dictionary import common_words, is_word, neighbours

DATA = Path(dictionary.__file__).parent / "data"
ENGLISH = (DATA / "english.txt").read_bytes()


@pytest.mark.parametrize(
    "word", "colour color organise organize theatre theater centre kerb mpox livestream".split()
)
def test_british_american_and_new_words_are_known(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["recieve", "goverment", "protectted", "", "\n", "Zz", "colou"])
def test_what_is_no_word_is_unknown(word: str) -> None:
    assert not is_word(word)


def test_the_first_the_last_and_every_thousandth_word_are_found() -> None:
    lines = ENGLISH.decode().split()
    assert all(is_word(word) for word in (lines[0], lines[-1], *lines[::1000]))


def test_no_word_holds_a_capital_an_apostrophe_or_a_blank() -> None:
    lines = ENGLISH.decode().split("\n")
    assert lines.pop() == ""
    # Only the built-in list of young words may have a hyphen.
    assert all(word.replace("-", "").isalpha() and word == word.lower() for word in lines)


def test_the_words_stand_in_the_order_of_their_bytes_and_once() -> None:
    lines = ENGLISH.split()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("name", ["english.txt", "common.txt"])
def test_the_notice_has_the_checksum_of_each_list(name: str) -> None:
    digest = sha256((DATA / name).read_bytes()).hexdigest()
    assert digest in (DATA / "NOTICE").read_text("utf-8")


def test_common_words_are_words_and_the_commonest_come_first() -> None:
    ranks = common_words()
    assert ranks["the"] < ranks["harbour"]
    assert all(map(is_word, ranks))


def test_neighbours_are_one_edit_away() -> None:
    assert "buildings" in neighbours("buidlings")  # swapped
    assert "commitment" in neighbours("committment")  # a letter more
    assert "against" in neighbours("agains")  # a letter less
    assert "harbour" in neighbours("harbout")  # another letter
    assert "harbour" not in neighbours("harbour")


@pytest.mark.parametrize(("slip", "word"), [("colou", "colour"), ("organsied", "organised")])
def test_british_forms_are_common_words_too(slip: str, word: str) -> None:
    assert word in neighbours(slip)


def test_threads_may_ask_at_once() -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(is_word, ["harbour", "harbuor"] * 500))
    assert answers == [True, False] * 500
