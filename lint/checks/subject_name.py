"""Named people and the verb behind them: "Mr Blake say", "the coach Jo Blake have"."""

from __future__ import annotations

from lint.checks.subject import CONJUNCTIONS, DETERMINERS, REPORTS, Words, Wrong, verb_behind
from lint.prose.clause import BLANK, BORDER, Line
from lint.prose.dictionary import MODIFIER, NOUN, VERB, main_class
from lint.prose.inflection import singular_of

_STOPPED = frozenset("mr mrs ms dr sen gov rep prof".split())  # they may have a stop
_NEVER = frozenset("watch see hear help let make have market league world industry sector".split())
_MOST_NAMES, _MOST_BEFORE = 3, 6


def named(line: Line, at: int, words: Words) -> Wrong | None:
    """Judge a title or an office, a name behind it, and a plural verb."""
    title = line.words[at]
    place, names = at, 0
    while place + 1 < len(line.words) and names <= _MOST_NAMES:
        gap = line.gaps[place + 1]
        if gap != BLANK and not (gap == BORDER and place == at and title in _STOPPED):
            return None
        if not line.texts[place + 1][0].isupper():
            break
        place, names = place + 1, names + 1
    # An office needs a full name: "the leader Oban" might be a club.
    if not (1 if title in words.titles else 2) <= names <= _MOST_NAMES:
        return None
    last = line.words[place]
    if last.endswith(("'s", "s'")) or line.texts[place].isupper():
        return None
    if last in words.collectives or singular_of(last):
        return None  # "Sir Jo Blake School", "Dr Martens"
    behind = verb_behind(line, place)
    if behind is None or behind[1].is_third or behind[1].is_auxiliary:
        return None
    at_verb, found = behind
    written = line.words[at_verb]
    if main_class(written) != VERB:
        return None
    return Wrong(at_verb, place, found.other) if _is_subject(line, at, words) else None


def _is_subject(line: Line, at: int, words: Words) -> bool:
    """Tell whether the phrase of a title begins a clause that is no question and no demand."""
    first = at
    while line.gaps[first] == BLANK and at - first < _MOST_BEFORE:
        before = line.words[first - 1]
        if singular_of(before) or before in _NEVER:
            return False  # "the twins", "watch the coach", "the market leader British Gas"
        is_name = line.texts[first - 1][0].isupper() and line.gaps[first - 1] != BORDER
        if not (is_name or before in DETERMINERS or main_class(before) in (NOUN, MODIFIER)):
            break
        if before in CONJUNCTIONS:
            break
        first -= 1
    before = line.before(first)
    if before in ("and", "but", "so", "yet"):
        if line.gaps[first - 1] == BLANK:
            return False  # "Mr Kell and Mr Blake say"
    elif before and before not in CONJUNCTIONS:
        return False
    if before == "that" and line.before(first - 1) not in REPORTS:
        return False  # "asked that Mr Blake stay"
    if before in ("if", "unless", "whether"):
        return False
    return not line.sentence_has(first, words.demands)
