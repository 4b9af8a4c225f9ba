"""What may stand in the place of a word of a phrase: the word, one of some, or one of a kind.

Kinds are written in capitals: those in WORDS are a few words each, the others go by grammar.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    BASE,
    ING,
    MODIFIER,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    SINGULAR,
    THIRD,
    VERB,
    look_up,
    main_class,
)
from lint.prose.sounds import begins_with_vowel
from lint.prose.too import MOMENTS

#: Stands behind the last word of a phrase that ends its clause, or stands before any mark; before
#: the first of one that opens its clause, or stands behind a mark.
STOP, PAUSE, START = "STOP", "PAUSE", "START"
#: Before words that must not stand there.
NOT = "!"
WORDS: Mapping[str, tuple[str, ...]] = {
    kind: tuple(words.split())
    for kind, words in {
        "THE": "a an the his her its my our your their",
        "ITS": "a an its his my our your their",
        "BE": "is are was were be been being am it's that's he's she's they're we're you're i'm "
        "isn't aren't wasn't weren't",
        "HAVE": "have has had having i've we've they've you've",
        "CAN": "can can't cannot could couldn't may might must should shouldn't will won't would "
        "wouldn't didn't don't doesn't",
        "WHAT": "what how why who where when which",
        "WHO": "i he she we they",
        "HIM": "me him her us them",
        "TWO": "two three four five six seven eight nine ten eleven twelve dozens hundreds "
        "thousands millions",
        "HOURS": "second seconds minute minutes hour hours day days night nights week weeks month "
        "months year years decade decades century centuries",
        "EVENING": "own free sudden evening afternoon night morning lunchtime day weekend "
        "weeknight monday tuesday wednesday thursday friday saturday sunday summer summer's winter "
        "winter's cold warm dark quiet wet certain",
    }.items()
} | {"MOMENT": MOMENTS}


def is_enumerable(token: str) -> bool:
    """Tell whether the words that a token of a phrase stands for are few."""
    return token.islower() or KINDS.keys().isdisjoint(token.split("|"))


@cache
def members(token: str) -> tuple[str, ...]:
    """The words that an enumerable token stands for."""
    if token.islower():
        return tuple(token.split("|"))
    found: list[str] = []
    for each in token.split("|"):
        found += WORDS.get(each, (each,))
    return tuple(found)


@cache
def fits(token: str) -> Callable[[str], bool]:
    """What tells whether a word may stand for a token."""
    kinds = [each for each in token.split("|") if each in KINDS]
    words = frozenset(members("|".join(each for each in token.split("|") if each not in KINDS)))
    if not kinds:
        return words.__contains__
    return lambda word: word in words or any(KINDS[each](word) for each in kinds)


def is_base(word: str) -> bool:
    """Tell whether a word is a verb's base form, and nothing that "too" stands before."""
    fact = look_up(word)
    if word in ("be", "have", "do"):
        return True
    is_plain = fact & (BASE | ADJECTIVE | ADVERB) == BASE and word != "overcome"
    return is_plain and main_class(word) == VERB


def _is_ing(word: str) -> bool:
    return word.endswith("ing") and look_up(word) & ING != 0


def _is_participle(word: str) -> bool:
    """Tell whether a word is a verb's participle, and no noun or base form."""
    fact = look_up(word)
    return fact & (PARTICIPLE | BASE | SINGULAR | PLURAL) == PARTICIPLE


def _is_past(word: str) -> bool:
    """Tell whether a word is a verb's past form, and no noun, adjective or base form."""
    fact = look_up(word)
    return fact & (PAST | BASE | SINGULAR | PLURAL | ADJECTIVE) == PAST


def _is_noun(word: str) -> bool:
    """Tell whether a word is a noun, and no form of a verb."""
    fact = look_up(word)
    return main_class(word) == NOUN and not fact & (BASE | THIRD | PAST | ADVERB)


def _is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective first of all, and no form of a verb."""
    fact = look_up(word)
    return main_class(word) == MODIFIER and fact & (ADJECTIVE | BASE | THIRD | PAST) == ADJECTIVE


def _is_plural(word: str) -> bool:
    """Tell whether a word is a plural noun, and no form of a verb."""
    fact = look_up(word)
    return fact & (PLURAL | SINGULAR | BASE | THIRD) == PLURAL and main_class(word) == NOUN


def _is_egg(word: str) -> bool:
    """Tell whether "an" can stand before a word: a single noun or an adjective, and no verb."""
    return bool(begins_with_vowel(word)) and (
        _is_adjective(word) or (_is_noun(word) and look_up(word) & PLURAL == 0)
    )


def _is_eggs(word: str) -> bool:
    return _is_plural(word) and bool(begins_with_vowel(word))


def _is_number(word: str) -> bool:
    return word[:1].isdecimal()


KINDS: Mapping[str, Callable[[str], bool]] = {
    "DO": is_base,
    "ING": _is_ing,
    "DONE": _is_participle,
    "DID": _is_past,
    "NOUN": _is_noun,
    "NICE": _is_adjective,
    "THINGS": _is_plural,
    "EGG": _is_egg,
    "EGGS": _is_eggs,
    "NUM": _is_number,
}
