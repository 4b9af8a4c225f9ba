"""What sort of fact two versions of one sentence disagree about."""

from __future__ import annotations

import re

from lint.prose.likeness import Difference
from lint.prose.words import Word, fold

_NEGATIONS = frozenset("not no never without nobody none cannot isnt wasnt didnt dont".split())
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
    if (
        bool(_NEGATIONS & set(mine)) != bool(_NEGATIONS & set(yours))
        and len(mine) + len(yours) <= 2
    ):
        return "negation"
    if len(ours) == len(theirs) == 1 and _is_name(ours[0], one) and _is_name(theirs[0], other):
        return "name" if _close(_bare(ours[0]), _bare(theirs[0])) else ""
    return ""


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
