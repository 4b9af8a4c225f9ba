"""Phrases that are never right: how a table is read, and where its phrases are found."""

from __future__ import annotations

import pytest

from lint.checks.phrase_words import KINDS, members
from lint.checks.phrases import Phrases, faults, find_phrases, take_apart
from lint.checks.too_verb import is_to
from lint.checks.wrong_word import Options, problems
from lint.prose.clause import line_of
from lint.prose.words import words
from lint.rulebook import load_rules


def _found(text: str, table: dict[str, str]) -> list[tuple[int, str, int]]:
    line = line_of(words(text))
    return [(at, p.wanted, p.words) for at, p in find_phrases(line, Phrases(table))]


@pytest.mark.parametrize(
    ("text", "table", "found"),
    [
        ("Of coarse it is.", {"of coarse": "of course"}, [(1, "course", 1)]),
        ("Of, coarse it is.", {"of coarse": "of course"}, []),
        ("It is in tact.", {"in tact": "intact"}, [(2, "intact", 2)]),
        ("We must by kept.", {"CAN by DONE": "CAN be DONE"}, [(2, "be", 1)]),
        ("We must by rights.", {"CAN by DONE": "CAN be DONE"}, []),
        ("He came, the said.", {"the said STOP": "they said STOP"}, [(2, "they", 1)]),
        ("He saw the said man.", {"the said STOP": "they said STOP"}, []),
        ("He is able too", {"able too DO": "able to DO"}, []),
        ("able too go", {"able too DO": "able to DO"}, [(1, "to", 1)]),
        ("It was unaware off", {"unaware off": "unaware of"}, [(3, "of", 1)]),
        ("They fended of it.", {"fend|fended [of]": "off"}, [(2, "off", 1)]),
        ("They ended of it.", {"fend|fended [of]": "off"}, []),
        ("Know where he is", {"[know where] he": "no matter where"}, [(0, "no matter where", 2)]),
        ("a day of, say, rest", {"day|week [of] STOP": "off"}, []),
        ("It is a day of. She", {"day|week [of] STOP": "off"}, [(4, "off", 1)]),
        ("They kicked it of the pier", {"it [of] the|STOP": "off"}, [(3, "off", 1)]),
        ("They kicked it of. The pier", {"it [of] the|STOP": "off"}, [(3, "off", 1)]),
        ("They kicked it of piers", {"it [of] the|STOP": "off"}, []),
        ("They sat in middle of it", {"in [] middle of": "the"}, [(3, "the", 0)]),
        ("on an arm-in middle of it", {"in [] middle of": "the"}, []),
        ("Of readers an editors of it", {"[an] EGGS of|STOP": "and"}, [(2, "and", 1)]),
        ("in front off it", {"front [off] !the": "of"}, [(2, "of", 1)]),
        ("in front off the", {"front [off] !the": "of"}, []),
        ("in front off", {"front [off] !the": "of"}, [(2, "of", 1)]),
        ("one of is friends", {"!one of [is] DO|THINGS": "his"}, []),
        ("two of is friends", {"!one of [is] DO|THINGS": "his"}, [(2, "his", 1)]),
        ("said, off the roof", {"!or [off] THE": "of"}, [(1, "of", 1)]),
        ("Up form 6.", {"START up [form] NUM": "from"}, [(1, "from", 1)]),
        ("It rose, up form 6.", {"START up [form] NUM": "from"}, [(3, "from", 1)]),
        ("Those who sign up form 6.", {"START up [form] NUM": "from"}, []),
        ("less than hour, it says", {"than [] hour PAUSE": "an"}, [(2, "an", 0)]),
        ("less than hour. It says", {"than [] hour PAUSE": "an"}, [(2, "an", 0)]),
        ("less than hour it says", {"than [] hour PAUSE|ago": "an"}, []),
        ("less than hour, it says", {"than [] hour STOP": "an"}, []),
        ("get to high, and", {"!from|, [to] high": "too"}, [(1, "too", 1)]),
        ("he went, to high", {"!from|, [to] high": "too"}, []),
    ],
)
def test_a_phrase_is_found_where_its_words_stand_together(
    text: str, table: dict[str, str], found: list[tuple[int, str, int]]
) -> None:
    assert _found(text, table) == found


@pytest.mark.parametrize(
    "table",
    [
        {"coarse": "course"},
        {"of course": "of course"},
        {"BEES a": "BEES b"},
        {"a|BEES [b]": "c"},
        {"a b": " "},
        {"a [b": "c"},
    ],
)
def test_a_faulty_table_is_told(table: dict[str, str]) -> None:
    assert list(faults(table))


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("Too get there they sailed.", True),
        ("The plan of the board too buy it failed.", True),
        ("Let the board too buy it.", False),
        ("The islanders too say so.", False),
        ("The board was too slow.", False),
    ],
)
def test_too_before_a_base_form_is_to_where_nobody_does_it_too(text: str, is_meant: bool) -> None:
    line = line_of(words(text))
    at = next(at for at, word in enumerate(line.words) if word == "too")
    assert is_to(line, at) is is_meant


@pytest.mark.parametrize("name", ["wrong-word", "missing-word"])
def test_each_phrase_of_our_tables_is_found_by_words_of_its_own(name: str) -> None:
    rule = next(rule for rule in load_rules().select().rules if rule.id == name)
    table: dict[str, str] = rule.options.phrases
    found: dict[str, set[str]] = {}
    for word, rows in Phrases(table).by_word.items():
        for written, _ in rows:
            found.setdefault(written, set()).add(word)
    for written, meant in table.items():
        parts = take_apart(written, meant)
        tokens = {each for token in parts.tokens for each in token.split("|")}
        around = {*parts.before.split("|"), *parts.behind.split("|")}
        assert found[written] == set(members(parts.tokens[parts.anchor])), written
        assert tokens.isdisjoint(("START", "STOP", "PAUSE")), written
        assert around.isdisjoint(KINDS), written
        assert meant != " ".join(parts.tokens[parts.back : parts.back + parts.wrong]), written


def test_a_phrase_of_wrong_words_has_some_in_its_brackets() -> None:
    told = list(problems(Options(phrases={"in [] middle of": "the", "of [coarse]": "course"})))
    assert told == ["option “phrases”: “in [] middle of”: the wrong words stand in the brackets"]
