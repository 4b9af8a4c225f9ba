"""The language model against what its source says: the values come from pocketsphinx's own API."""

from __future__ import annotations

import random

import pytest

from lint.prose.build_language_model import pack, read_source
from lint.prose.fuse import fingerprint, make_table, places
from lint.prose.language_model import END, START, entry, pair, seen, triple


@pytest.mark.parametrize(
    ("words", "logarithm"),
    [("the", -1.389), ("of", -1.741), ("'cause", -4.578), ("states", -3.562), ("zurich", -5.975)],
)
def test_words_have_the_probability_of_the_source(words: str, logarithm: float) -> None:
    assert entry(words).probability == pytest.approx(logarithm, abs=0.1)


@pytest.mark.parametrize(
    ("one", "other", "logarithm"),
    [
        ("of", "the", -0.699),
        ("the", "of", -3.747),
        ("the", "president", -2.896),
        (START, "the", -1.269),
        ("a", "the", -3.46),
        ("zurich", "in", -2.011),
    ],
)
def test_pairs_have_the_probability_of_the_source(one: str, other: str, logarithm: float) -> None:
    # "the of" is P(of | the); a pair that the source lacks falls back.
    assert pair(entry(one), entry(other)) == pytest.approx(logarithm, abs=0.35)


def test_a_triple_is_likelier_than_its_last_pair_where_the_source_has_it() -> None:
    the, united, states = entry("the"), entry("united"), entry("states")
    assert triple(the, united, states) == pytest.approx(-0.053, abs=0.5)
    assert triple(entry("as"), entry("well"), entry("as")) > pair(entry("well"), entry("as"))


def test_a_pair_that_never_was_is_not_seen_and_falls_back() -> None:
    one, other = entry("zurich"), entry("zydeco")
    assert seen(one, other) is None
    assert pair(one, other) == one.backoff + other.probability


def test_unknown_words_are_known_as_such() -> None:
    unknown = entry("xqzzv")
    assert not unknown.known
    assert pair(entry("the"), unknown) < -6
    assert entry(END).known
    assert entry("\ud800").known is False


def test_hardly_any_pair_passes_for_seen_by_chance() -> None:
    words = [f"xq{number}z" for number in range(2000)]
    by_chance = sum(seen(entry("the"), entry(word)) is not None for word in words)
    assert by_chance < 25  # one in 256 is 8


def test_a_table_gives_back_what_was_laid_down() -> None:
    chance = random.Random(7)
    values = {chance.getrandbits(32): chance.getrandbits(20) for _ in range(3000)}
    shape, cells = make_table(values)
    for key, value in values.items():
        first, second, third = places(key, *shape)
        assert cells[first] ^ cells[second] ^ cells[third] == fingerprint(key) | value << 8
    assert shape.cells < 1.4 * len(values)


def test_a_small_source_is_packed_into_a_file_that_the_model_can_read(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path

    from lint.prose import language_model
    from lint.prose.build_language_model import Source

    assert isinstance(tmp_path, Path)
    source = Source(
        [b"the", b"ferry", b"sails"],
        [(-1.0, -0.5), (-2.0, -0.25), (-3.0, 0.0)],
        {(0, 1): -0.5, (1, 2): -0.75},
        iter([(0, 1, 2, -0.125)]),
    )
    (tmp_path / "news.lm").write_bytes(pack(source))
    pair(entry("the"), entry("ferry"))  # what the model of the package answered is forgotten, too
    monkeypatch.setattr(language_model, "_FILE", tmp_path / "news.lm")
    language_model.close()
    try:
        the, ferry, sails = entry("the"), entry("ferry"), entry("sails")
        assert the[2:] == (-1.0, -0.5, True)
        assert pair(the, ferry) == -0.5
        assert seen(ferry, the) is None
        assert triple(the, ferry, sails) == -0.125
    finally:
        monkeypatch.undo()
        language_model.close()


def test_what_is_no_model_of_sphinx_is_refused() -> None:
    with pytest.raises(ValueError, match="trie format"):
        read_source(b"\\data\\\nngram 1=2\n")
