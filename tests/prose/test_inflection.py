from __future__ import annotations

import pytest

from lint.prose.inflection import plural_of, singular_of, verb


@pytest.mark.parametrize(
    ("third", "plain"),
    [
        ("says", "say"), ("goes", "go"), ("watches", "watch"), ("carries", "carry"),
        ("is", "are"), ("was", "were"), ("has", "have"), ("doesn't", "don't"),
    ],
)  # fmt: skip
def test_a_verb_has_a_form_for_either_number(third: str, plain: str) -> None:
    one, many = verb(third), verb(plain)
    assert one is not None
    assert many is not None
    assert (one.is_third, one.other) == (True, plain)
    assert (many.is_third, many.other) == (False, third)


@pytest.mark.parametrize("word", ["put", "hit", "said", "lamp-post", "the", "near", "better", ""])
def test_what_has_one_form_or_is_no_verb_tells_nothing(word: str) -> None:
    assert verb(word) is None


@pytest.mark.parametrize("word", ["is", "say", "says", "studies"])
def test_a_verb_that_may_be_a_noun_says_so(word: str) -> None:
    found = verb(word)
    assert found is not None
    assert found.is_noun is (word not in ("is", "says"))


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("lamp", "lamps"), ("city", "cities"), ("bus", "buses"), ("man", "men"),
        ("child", "children"), ("crisis", "crises"), ("knife", "knives"),
    ],
)  # fmt: skip
def test_a_noun_has_a_form_for_either_number(one: str, many: str) -> None:
    assert plural_of(one) == many
    assert singular_of(many) == one
    assert plural_of(many) == singular_of(one) == ""


@pytest.mark.parametrize("word", ["series", "news", "sheep", "of", "xyzzy", ""])
def test_a_noun_with_one_form_has_no_other(word: str) -> None:
    assert plural_of(word) == singular_of(word) == ""
