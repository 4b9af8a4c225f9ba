"""Whether "too" may stand where the language model would rather have "to"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lint.prose.dictionary import PARTICIPLE, PAST, PLURAL, look_up
from lint.prose.words import Word

# "They too do", "so too do the boats".
_SUBJECTS: Final = frozenset("i we they you so those these he she".split())
# What many do too: "the islanders too have to go".
_HELD: Final = frozenset("have do say want need think know feel believe are were seem".split())
_ARTICLES: Final = frozenset("the these those his her its their our my your many some all".split())
_FEW: Final = 3  # words back to a subject
#: "She listened too the whole time", "they contributed too a great deal".
MOMENTS: Final = tuple(
    "next following last previous same other whole first second third entire very few couple "
    "little day days night morning evening afternoon week weekend month year decade century "
    "moment minute hour fortnight season summer winter spring autumn time generation good full "
    "mere long short lot bit fair way most least instant great".split()
)
#: What may be a thing, or a person: "is access too a problem?", "her relative too a victim".
THINGS: Final = frozenset(
    "access regard relation addition relative prior link links talk talks response reply hostility "
    "deference loyalty submission subject listening contrary".split()
)


def may_be_too(found: Sequence[Word], at: int, before: str, after: str) -> bool:
    """Tell whether a "too" is right; ``before`` and ``after`` are its neighbours in lower case."""
    if (
        after == "that"
        or after.endswith("ly")
        or before in _SUBJECTS
        or before in ("not", "either")
    ):
        return True  # "she claimed too that it leaked"
    fact = look_up(before)
    if fact & PLURAL:
        return after in _HELD or _opens_clause(found, at)
    if before == "have" or fact & (PAST | PARTICIPLE):
        # "The skills needed too have changed", "the songs she chose too go well".
        earlier = [word.text.lower() for word in found[max(0, at - _FEW) : at - 1]]
        if any(look_up(word) & PLURAL or word in _ARTICLES for word in earlier):
            return True
    beyond = found[at + 2].text.lower() if at + 2 < len(found) else ""
    if after in ("the", "a", "an") and (beyond in MOMENTS or before in THINGS):
        return True
    return before == "right" and found[max(0, at - 2)].text.lower() == "the"


def _opens_clause(found: Sequence[Word], at: int) -> bool:
    """Tell whether a word or two before another begin its text or sentence: "The islanders too"."""
    return at < _FEW or any(
        word.text[0].isupper() and word.text.lower() in _ARTICLES for word in found[at - 2 : at]
    )
