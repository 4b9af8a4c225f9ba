"""Capitalised words are names, with the words beside them; keys fold their spellings."""

from __future__ import annotations

import pytest

from lint.prose.names import find_names, is_one_edit, plain_key, sound_key
from lint.prose.words import fold, starts_sentence, words


def _found(text: str) -> list[tuple[str, str, str, str]]:
    return [(each.base, each.article, each.before, each.after) for each in find_names(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "met Bashar Al-Ja’afari’s aide",
            [("Bashar", "", "", "Ja’afari"), ("Ja’afari", "Al-", "Bashar", "")],
        ),
        ("met Hassan bin Salim", [("Hassan", "", "", "Salim"), ("Salim", "", "Hassan", "")]),
        ("Syria’s Assad", [("Syria", "", "", ""), ("Assad", "", "", "")]),
        ("the anti-Assad side", []),
        ("an India-controlled part", []),
        ("the NATO base of R20bn", []),
        ("see @Blake and blake.Example", []),
        ("the Clintons’ house", [("Clintons", "", "", "")]),
    ],
)
def test_names_are_found_with_their_neighbours(
    text: str, names: list[tuple[str, str, str, str]]
) -> None:
    assert _found(text) == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ja’afari", "Jaafari"),
        ("Erdoğan", "Erdogan"),
        ("O'Brien", "O’Brien"),
        ("Abu-Deeb", "Abudeeb"),
    ],
)
def test_the_plain_key_folds_typing(one: str, other: str) -> None:
    assert plain_key(one) == plain_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alloush", "Aloush"),
        ("Yousuf", "Yusuf"),
        ("Khalid", "Kalid"),
        ("Bryan", "Brian"),
        ("Qasim", "Kasim"),
    ],
)
def test_the_sound_key_folds_transcription(one: str, other: str) -> None:
    assert plain_key(one) != plain_key(other)
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("narker", "narkers", True), ("abcd", "abdc", True), ("abcd", "abxd", True), ("abcd", "bcd", True),
        ("abcd", "abcd", False), ("abcd", "acbe", False), ("ab", "abcd", False), ("", "a", True),
    ],
)  # fmt: skip
def test_one_edit_is_one_edit(one: str, other: str, *, verdict: bool) -> None:
    assert is_one_edit(one, other) is verdict
    assert is_one_edit(other, one) is verdict


def test_words_keep_inner_apostrophes_and_hyphens() -> None:
    assert [word.text for word in words("Al-Ja’afari’s 3 boats’ – don't, x-ray.")] == [
        "Al-Ja’afari’s", "3", "boats", "don't", "x-ray",
    ]  # fmt: skip
    assert fold("Al-Ja’Áfari") == "aljaafari"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("It fell. Then", True), ("It fell! “Then", True), ("the Then", False), ("Mr. Then", False),
        ("at 5 p.m. Then", False), ("J. Then", False), ("said: “Then", True), ("the wall, Then", False),
        ("Then", True),
    ],
)  # fmt: skip
def test_sentence_starts_are_known(text: str, *, verdict: bool) -> None:
    assert starts_sentence(text, text.index("Then")) is verdict
