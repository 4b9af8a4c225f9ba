"""Small words that the grammar shows to be left out: "he been there", "able go", "a lot people".

Where another reading is possible nothing is told: body text only, and no title or saying.
"""

from __future__ import annotations

from collections.abc import Callable

from lint.checks.auxiliaries import is_being
from lint.checks.left_out_verb import VERB_PATTERNS, Gap, may_end_clause, without_to
from lint.checks.modal_verb import INVERSIONS, is_subject
from lint.checks.verb_clause import FOLLOWERS, PRONOUNS, REACH, may_be_noun, may_end, sentence
from lint.prose.clause import BORDER, Line
from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    BASE,
    ING,
    NOUN,
    PARTICIPLE,
    PLURAL,
    SINGULAR,
    THIRD,
    look_up,
    main_class,
)

_BEFORE_LOT = frozenset(
    "is are was were have has had with for in do does did take takes took spend spent spends get "
    "gets got make makes made need needs needed cost costs lose loses lost and still also be been "
    "includes include give gives gave know knows knew".split()
)
_MANY = frozenset("hundreds thousands millions billions dozens scores".split())
_BEST = frozenset(
    "most best worst biggest largest greatest oldest highest longest richest poorest smallest "
    "youngest strongest finest fastest busiest deadliest wealthiest earliest".split()
)
_OWNING = frozenset("the those these their his her its our my of in by for".split())
# What shows that "people" begins a clause of its own.
_CLAUSE = frozenset(
    "have had has don't do did didn't can can't cannot could would need want wanted spend spent "
    "pay paid lose lost owe save saved invest invested simply never already will won't".split()
)
# "There will no doubt be", "there will some day be".
_SOME_DAY = frozenset("doubt day days time times".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten twelve".split())
_SPANS = frozenset("day week month year".split())
_MODALS = frozenset("will would could should must may might can".split())
_CLAUSES = frozenset("and but that because".split())
_LONG = 40
_THESE = frozenset("these those".split())


def _second(line: Line, at: int) -> str:
    """The second word behind another; empty if anything but blanks stands between them."""
    return line.after(at + 1) if line.after(at) else ""


def _lot(line: Line, at: int) -> Gap | None:
    before, after = line.before(at), line.after(at)
    if before not in _BEFORE_LOT or not line.is_lower(at):
        return None
    is_more = after == "more" or (after.endswith("er") and look_up(after) & ADJECTIVE)
    if after != "of" and not is_more and (before, after) != ("have", "in"):
        return None
    return Gap(at - 1, at, f"{line.texts[at - 1]} a lot")


def _many(line: Line, at: int) -> Gap | None:
    """Find a plural noun right behind a number: "thousands people"."""
    after = line.after(at)
    fact = look_up(after)
    is_plural = fact & PLURAL and not fact & (SINGULAR | BASE | THIRD | ADJECTIVE | ADVERB)
    if not is_plural and (after != "people" or line.before(at) in ("the", "by", "in")):
        return None
    if not line.is_lower(at + 1) or main_class(after) != NOUN or after in _MANY:
        return None
    if after == "others" or after.startswith("separator"):
        return None
    if after == "people" and (
        line.words[at] == "scores" or line.before(at) in _OWNING or _second(line, at) in _CLAUSE
    ):
        return None  # "the millions people spend", "it costs thousands people don't have"
    return Gap(at, at + 1, f"{line.texts[at]} of {after}")


def _one(line: Line, at: int) -> Gap | None:
    after = line.after(at)
    if after in _THESE and line.before(at) in ("", "is", "was", "only", "have"):
        counted = _second(line, at)
        if look_up(counted) & PLURAL and main_class(counted) == NOUN:
            return Gap(at, at + 1, f"{line.texts[at]} of {after}")
    best = _second(line, at)
    if best in _BEST and after == "of" and line.is_lower(at + 2) and _is_counted(line, at + 3):
        return Gap(at, at + 2, f"{line.texts[at]} of the {best}")
    return None


def _is_counted(line: Line, at: int) -> bool:
    """Tell whether a plural stands at a place, or behind a word or two: "best known players"."""
    for place in range(at, min(at + 3, len(line.words) - 1)):
        if not line.after(place - 1) or line.words[place] in FOLLOWERS:
            return False  # "one of most interest to farmers"
        fact = look_up(line.words[place])
        if fact & PLURAL and not fact & SINGULAR:
            return True
        if not fact & (ADJECTIVE | ADVERB | SINGULAR | PARTICIPLE | ING):
            return False
    return False


def _times(line: Line, at: int) -> Gap | None:
    """Find what is counted by the day or the week: "six days week"."""
    before, after = line.before(at), line.after(at)
    if (before not in _NUMBERS and not before.isdigit()) or after not in _SPANS:
        return None
    if _second(line, at) in _SPANS or after == "year":
        return None
    return Gap(at, at + 1, f"{line.texts[at]} a {after}")


def _there(line: Line, at: int) -> Gap | None:
    """Find an article where "be" belongs: "there will a vote"."""
    modal, after = line.after(at), _second(line, at)
    if modal in _MODALS and after in ("a", "an"):
        return Gap(at, at + 2, f"{line.texts[at]} {modal} be {after}")
    if modal in _MODALS and after in ("no", "any", "some", "many", "plenty"):
        noun = line.after(at + 2)
        fact = look_up(noun)
        is_thing = fact & (SINGULAR | PLURAL) and not fact & ADVERB and noun not in _SOME_DAY
        is_last = is_thing and line.gaps[at + 4] == BORDER
        if is_last or (is_thing and not fact & BASE and line.after(at + 3) in FOLLOWERS):
            return Gap(at, at + 2, f"{line.texts[at]} {modal} be {after}")
    before = line.before(at)
    is_many = after in ("lot", "number", "couple") and line.after(at + 2) == "of"
    if modal == "a" and is_many and before in ("", *_CLAUSES):
        return Gap(at, at + 1, f"{line.texts[at]} are a")
    if modal == "no" and before in _CLAUSES and after not in ("longer", "one"):
        return Gap(at, at + 1, f"{line.texts[at]} is no")
    return None


def _modal(line: Line, at: int) -> Gap | None:
    """Find an article where "be" belongs: "it will a long day"."""
    after, subject = line.words[at + 1], line.before(at)
    if after not in ("a", "an") or not line.after(at) or subject == "there":
        return None
    is_sure = subject in PRONOUNS or is_subject(line, at, subject, line.words[at])
    if subject == "," or any(
        line.words[place] in INVERSIONS for place in sentence(line, at, _LONG)
    ):
        return None  # "only when the board agrees will a wall be built"
    if not line.is_lower(at) or not is_sure or may_end(line, at) or _is_compared(line, at):
        return None
    return Gap(at, at + 1, f"{line.words[at]} be {after}")


def _able(line: Line, at: int) -> Gap | None:
    """Find an adjective where "be" belongs, or "to" behind it: "will able to", "is able go"."""
    modal, word = line.before(at), line.words[at]
    if modal not in _MODALS:
        is_state = is_being(modal) or modal == "not"
        if word == "available" or not is_state or may_end_clause(line, at):
            return None
        return without_to(line, at)
    if word != "available" and line.after(at) != "to":
        return None
    subject = line.before(at - 1)
    if not line.is_lower(at - 1) or not (subject in PRONOUNS or may_be_noun(subject)):
        return None
    return Gap(at - 1, at, f"{modal} be {word}")


def _is_compared(line: Line, at: int) -> bool:
    return any(line.words[place] in ("as", "like", "so") for place in sentence(line, at, REACH))


def _this(line: Line, at: int) -> Gap | None:
    """Find an article behind a sentence's first word: "This a great day"."""
    after = line.after(at) if line.gaps[at] == BORDER else ""
    if after not in ("a", "an", "another") and (line.words[at], after) != ("it", "the"):
        return None
    if not line.texts[at].istitle():  # "IT the world over"
        return None
    return Gap(at, at + 1, f"{line.texts[at]} is {after}")


def _according(line: Line, at: int) -> Gap | None:
    before, after = line.before(at), line.after(at)
    if after not in ("the", "a", "an", "his", "her", "their", "its", "this") or (
        before in FOLLOWERS and before not in ("", ",")
    ):
        return None
    return Gap(at, at + 1, f"{line.texts[at]} to {after}")


PATTERNS: dict[str, Callable[[Line, int], Gap | None]] = {
    **VERB_PATTERNS,
    "lot": _lot,
    **dict.fromkeys(_MANY, _many),
    "one": _one,
    **dict.fromkeys(("days", "hours", "times", "nights"), _times),
    "there": _there,
    **dict.fromkeys(("will", "would", "could", "should"), _modal),
    **dict.fromkeys(("able", "unable", "available"), _able),
    "this": _this,
    "it": _this,
    "according": _according,
}
