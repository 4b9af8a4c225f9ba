"""Words that are made of others: compounds and derivations that no list need have."""

from __future__ import annotations

from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    BASE,
    ING,
    PARTICIPLE,
    PAST,
    PLAIN,
    SINGULAR,
    THIRD,
    frequency,
    is_word,
    look_up,
)

_PREFIXES = frozenset((
    "anti", "auto", "bio", "co", "counter", "cyber", "de", "dis", "down", "eco", "ex", "extra",
    "geo", "hydro", "hyper", "in", "inter", "kilo", "macro", "mega", "meta", "micro", "mid", "mini",
    "mis", "mono", "multi", "nano", "neo", "neuro", "non", "off", "out", "over", "photo", "poly",
    "post", "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub",
    "super", "tele", "therm", "thermo", "trans", "turbo", "ultra", "un", "under", "uni", "up",
))  # fmt: skip
_LONGEST_PREFIX = max(map(len, _PREFIXES))
#: How new words end.
SUFFIXES = frozenset((
    "able", "ably", "ability", "age", "cracy", "dom", "ed", "er", "ers", "ese", "esque", "ess",
    "fest", "free", "ful", "fully", "gate", "hood", "ian", "ians", "ic", "ification", "ified",
    "ify", "ing", "ings", "ism", "isms", "ist", "ists", "ish", "ity", "ization", "isation",
    "ize", "ise", "ized", "ised", "less", "like", "ly", "maker", "makers", "man", "ment", "ness",
    "omics", "phile", "phobia", "phobic", "proof", "r", "s", "ship", "speak", "style", "tech",
    "ville", "ward", "wards", "ware", "wide", "wise", "y",
))  # fmt: skip
# Before these a stem loses its e.
_ELIDING = frozenset(
    "ed er ers est ing ings able ably ability ism isms ist ists ish ize ise".split()
)
_SHORTEST = 4  # letters of what a word is derived from
_USED = 1.5  # how common it is
_OF_VERBS = BASE | THIRD | PAST | PARTICIPLE | ING


def is_derived(word: str) -> bool:
    """Tell whether a word is made of known ones, such as "superfan" or "unwalkable"."""
    for at in range(2, _LONGEST_PREFIX + 1):
        prefix, rest = word[:at], word[at:]
        if prefix in _PREFIXES and len(rest) >= _SHORTEST and _is_base(rest):
            if prefix == "re" and not look_up(rest) & _OF_VERBS:
                continue  # "resons" is no derivation of sons
            return True
    for at in range(_SHORTEST, len(word) - 1):
        stem, suffix = word[:at], word[at:]
        if suffix not in SUFFIXES or (stem[-1] == "e" and suffix in _ELIDING):
            continue  # "fireed"
        if _is_base(stem) or _is_base(stem + "e") or _is_doubled(stem):
            return True
    if word.endswith("y") and _makes_adjective(word[:-1]):
        return True
    if word.endswith("ies") and _is_base(word[:-3] + "y"):
        return True  # a plural that no list has
    for suffix in ("ier", "iest", "ily", "iness"):  # "barfier", of a barf that nobody has seen
        if word.endswith(suffix) and look_up(word[: -len(suffix)]) & PLAIN:
            return True
    halves = ((word[:at], word[at:]) for at in range(4, len(word) - 3))
    return any(look_up(one) & look_up(other) & PLAIN for one, other in halves)


def _makes_adjective(stem: str) -> bool:
    """Tell whether a stem is a noun: "a gasoliney smell". "Slighty" is a slip."""
    fact = look_up(stem)
    return _is_base(stem) and bool(fact & SINGULAR) and not fact & (ADJECTIVE | ADVERB)


def _is_base(word: str) -> bool:
    return is_word(word) and frequency(word) >= _USED


def _is_doubled(stem: str) -> bool:
    """A stem whose last consonant is doubled by rule, as in "vlogg" of "vlogging"."""
    one_vowel = stem[-3] in "aeiou" and stem[-4] not in "aeiou"
    return stem[-1] == stem[-2] not in "wxy" and one_vowel and is_word(stem[:-1])
