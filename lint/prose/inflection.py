"""Forms of verbs and nouns: which number a form has, and what the other number's form is."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from lint.prose.dictionary import (
    ADVERB,
    BASE,
    LONGEST,
    NOUN,
    PAST,
    PLURAL,
    SINGULAR,
    THIRD,
    VERB,
    look_up,
    main_class,
)
from lint.tuples import NamedTuple

_AUXILIARIES: Final = {
    "is": "are", "was": "were", "has": "have", "does": "do",
    "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
_PLAIN_AUXILIARIES: Final = {plain: third for third, plain in _AUXILIARIES.items()}
# Plurals without an s, which no rule makes.
_IRREGULAR: Final = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "wife": "wives",
    "life": "lives", "knife": "knives", "wolf": "wolves", "half": "halves", "shelf": "shelves",
    "leaf": "leaves", "thief": "thieves", "loaf": "loaves", "foot": "feet", "tooth": "teeth",
    "crisis": "crises", "analysis": "analyses", "basis": "bases", "criterion": "criteria",
}  # fmt: skip
_IRREGULAR_BACK: Final = {plural: singular for singular, plural in _IRREGULAR.items()}


class Verb(NamedTuple):
    """A finite form of the present, or "was" and "were".

    ``is_third``: it goes with a singular; ``other`` is the form of the other number. ``is_noun``:
    the form may be a noun as well; ``is_auxiliary``: it is one of be, have and do.
    """

    is_third: bool
    other: str
    is_noun: bool
    is_auxiliary: bool


@lru_cache(16_384)
def verb(word: str) -> Verb | None:
    """Read a lower-case word as a finite verb; None for what is none, or has one form for both."""
    other = _AUXILIARIES.get(word)
    if other:
        return Verb(True, other, False, True)
    other = _PLAIN_AUXILIARIES.get(word)
    if other:
        return Verb(False, other, False, True)
    if not 1 < len(word) < LONGEST or not word.isalpha():
        return None
    fact = look_up(word)
    if fact & PAST or not fact & (BASE | THIRD):
        return None
    is_noun = main_class(word) != VERB or fact & (SINGULAR | PLURAL) != 0
    if fact & THIRD and not fact & BASE:
        for base in (word[:-1], word[:-2], word[:-3] + "y"):
            if look_up(base) & BASE and _third(base) == word:
                return Verb(True, base, is_noun, False)
        return None
    if fact & THIRD or fact & ADVERB or main_class(word) not in (VERB, NOUN):
        return None
    third = _third(word)
    return Verb(False, third, is_noun, False) if look_up(third) & THIRD else None


def _third(base: str) -> str:
    return base + "es" if base.endswith("o") and look_up(base + "es") & THIRD else _with_s(base)


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


@lru_cache(16_384)
def plural_of(word: str) -> str:
    """The plural of a lower-case word that is a singular noun and no plural; empty for others."""
    fact = look_up(word)
    if not fact & SINGULAR or fact & PLURAL or len(word) < 3:
        return ""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for each in (_with_s(word), word + "es"):
        if look_up(each) & PLURAL:
            return each
    return ""


@lru_cache(16_384)
def singular_of(word: str) -> str:
    """The singular of a lower-case word that is a plural noun and no singular; empty for others."""
    fact = look_up(word)
    if not fact & PLURAL or fact & SINGULAR:
        return ""
    if word in _IRREGULAR_BACK:
        return _IRREGULAR_BACK[word]
    if not word.endswith("s"):
        return ""
    for each in (word[:-1], word[:-2], word[:-3] + "y"):
        if len(each) > 2 and plural_of(each) == word:
            return each
    return ""
