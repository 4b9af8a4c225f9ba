"""Too for to before a verb: "the plan of the board too buy it"."""

from __future__ import annotations

from lint.checks.phrase_words import is_base
from lint.prose.clause import Line
from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    PARTICIPLE,
    PAST,
    PLURAL,
    SINGULAR,
    look_up,
)

# What may have a base form behind "too": "they too say".
_SUBJECTS = frozenset(
    "i you he she it we they who that which this these those one ones all some many most few both "
    "others and or but so nor that's us them him her me".split()
)
# Behind these a single noun has a base form: "let the mayor too say", "will the mayor too say".
LETTING = frozenset(
    "let lets make makes made help helps helped see sees saw hear heard watch watched have has had "
    "do does did will would can could may might should must shall and or nor that demand demands "
    "demanded".split()
)


def is_to(line: Line, at: int) -> bool:
    """Tell whether "too" stands for "to": before a verb's base form, where nobody can "do it too".

    A single noun is no subject of a base form, but behind "let" or "will".
    """
    after = line.after(at)
    if not after or not is_base(after):
        return False
    before = line.before(at)
    if not before:
        return True  # "Too get through the winter"
    fact = look_up(before)
    if not fact or not line.is_lower(at - 1) or before in _SUBJECTS or has_subject(line, at):
        return False
    if after in ("have", "do"):
        return False  # "The problems they face too have grown"
    return not fact & SINGULAR or not line.sentence_has(at, LETTING)


def has_subject(line: Line, at: int) -> bool:
    """Tell whether a verb's base form behind "too" may have its subject before it.

    "The islanders here too say", "the methods used too change", "the poor too want change".
    """
    before = line.before(at)
    fact = look_up(before)
    if before == "have" or fact & (PLURAL | PAST | PARTICIPLE | ADVERB):
        return True
    return fact & ADJECTIVE != 0 and line.before(at - 1) == "the"
