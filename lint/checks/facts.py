"""What sort of fact two versions of one sentence disagree about."""

from __future__ import annotations

import re

from lint.prose.likeness import Difference
from lint.prose.words import Word, fold

_NEGATIONS = frozenset("not no never without nobody none cannot isnt wasnt didnt dont".split())
_AUXILIARIES = frozenset(
    "do does did is are was were be been has have had will would can could should to".split()
)
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand".split()
)


def kind_of_fact(difference: Difference, one: str, other: str) -> str:
    """Name the fact that a difference is about: "number", "negation", "name"; empty if none.

    ``one`` and ``other`` are the two texts. Names must be alike: two spellings, not two people.
    """
    ours, theirs = difference
    if len(ours) > 3 or len(theirs) > 3:
        return ""
    mine, yours = [fold(w.text) for w in ours], [fold(w.text) for w in theirs]
    if _numbers(mine) and _numbers(yours) and len(mine) == len(yours):
        return "number"
    if _denies(mine, yours) or _denies(yours, mine):
        return "negation"
    if len(ours) == len(theirs) == 1 and _is_name(ours[0], one) and _is_name(theirs[0], other):
        return "name" if _close(_bare(ours[0]), _bare(theirs[0])) else ""
    return ""


def _denies(one: list[str], other: list[str]) -> bool:
    """Tell whether one side says of the other that it is not so: "not", "does not open"/"opens"."""
    if not _NEGATIONS & set(one) or _NEGATIONS & set(other):
        return False
    left = [word for word in one if word not in _NEGATIONS and word not in _AUXILIARIES]
    right = [word for word in other if word not in _AUXILIARIES]
    if len(one) + len(other) <= 2 or not left + right:
        return True
    return len(left) == len(right) == 1 and _same_verb(left[0], right[0])


def _same_verb(one: str, other: str) -> bool:
    """One verb in two forms, as "open" and "opens", "opened", "opening"."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(shorter) >= 3 and (
        longer.removeprefix(shorter) in ("", "s", "es", "d", "ed", "ing")
        or longer == f"{shorter[:-1]}ing"
        or longer in (f"{shorter[:-1]}ies", f"{shorter[:-1]}ied")
    )


def _numbers(folded: list[str]) -> bool:
    return bool(folded) and all(word.isdigit() or word in _NUMBER_WORDS for word in folded)


def _is_name(word: Word, text: str) -> bool:
    return word.start > 0 and word.text[:1].isupper() and not word.text.isupper()


def _bare(word: Word) -> str:
    """A name without its genitive, which is no other spelling."""
    return fold(re.sub(r"[’']s?$", "", word.text))


def _close(one: str, other: str) -> bool:
    """Two spellings of one name rather than two names: same first letter, much the same letters."""
    if one == other or one[:1] != other[:1] or min(len(one), len(other)) < 4:
        return False
    shared = sum(min(one.count(letter), other.count(letter)) for letter in set(one))
    return shared >= 0.75 * max(len(one), len(other))
