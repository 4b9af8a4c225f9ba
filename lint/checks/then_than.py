"""Then for than, behind a comparative: "more then ten", "rather then the mayor"."""

from __future__ import annotations

from lint.article.running import Running
from lint.checks.near import Lists, Pattern, near
from lint.checks.phrase_words import WORDS
from lint.prose.clause import BREAK
from lint.prose.dictionary import ADJECTIVE, MODIFIER, SINGULAR, look_up, main_class

_THAN = frozenset(
    "the a an any ever half expected those that his her their our its usual before previous most "
    "many just double twice one two three four five six seven eight nine ten it they he she we "
    "ours theirs anyone anything me him them us other others people".split()
)
_COMPARED = _THAN | frozenset("men women not".split())
_MORE = frozenset(("more", "less"))
_CONDITIONS = frozenset("if when whenever once unless until since because as after".split())
# "He was rather then the star", "his wife, or rather then his girlfriend".
_BEFORE_RATHER = frozenset(
    "is are was were be been or seem seems seemed look looks looked feel feels felt".split()
)
_OWNERS = frozenset("a an the his her its my our your their this that".split())
_BEFORE_COMPARED = frozenset(
    "is are was were be been being it's he's she's they're much far even slightly significantly "
    "considerably lot bit no little".split()
)
_HOURS, _NUMBERS = frozenset(WORDS["HOURS"]), frozenset(WORDS["TWO"])
_LATER = frozenset("later after afterwards ago before earlier on from".split())
_BEHIND_EXPECTED = ("", *"in by at on to for from and but when because during after".split())
_SHORTEST = 2
_REACH = 15  # words before "then" in which its "if" may stand


def _before(row: Running, at: int) -> list[str]:
    """The nearest words before another in its text."""
    words = row.texts[max(0, at - _REACH) : at]
    while BREAK in words:
        words = words[words.index(BREAK) + 1 :]
    return words


def then_than(row: Running, at: int, lists: Lists) -> Pattern | None:
    """The pattern of a "then" behind a comparative, unless it tells what came next."""
    earlier, before = near(row, at, -2).lower(), near(row, at, -1).lower()
    after = near(row, at, 1)
    is_number = _is_number(row, at + 1)
    if earlier in _MORE and main_class(before) == MODIFIER:
        if after not in _COMPARED:
            return None  # "less likely then men"
    elif before == "rather":
        if after in ("", "that") or earlier in _BEFORE_RATHER:
            return None
    elif not _is_comparative(earlier, before, lists) or not (is_number or after in _THAN):
        return None
    elif before == "other":
        if earlier in ("the", "each", "one", "every"):
            return None  # "first one, then the other then the third"
    elif _comes_next(row, at, earlier, is_number):
        return None
    if is_number or before in ("rather", "other"):
        return Pattern("than", "than")
    is_condition = any(word.lower() in _CONDITIONS for word in _before(row, at))
    return None if is_condition else Pattern("than", "than")  # "If they want more then it pays."


def _is_comparative(earlier: str, word: str, lists: Lists) -> bool:
    """Tell whether a word is a comparative: one that is listed, or an adjective with -er."""
    fact = look_up(word)
    if earlier in _OWNERS and fact & SINGULAR:
        return False  # "his lighter then his pipe"
    if word in lists.comparatives:
        return True
    if earlier not in _BEFORE_COMPARED or not word.endswith("er") or word in ("later", "earlier"):
        return False  # "the sky grew darker then the rain came"
    if not fact & ADJECTIVE or fact & SINGULAR:
        return False
    stems = (word[:-2], word[:-1], f"{word[:-3]}y", word[:-3])
    return any(look_up(stem) & ADJECTIVE for stem in stems if len(stem) > _SHORTEST)


def _comes_next(row: Running, at: int, earlier: str, is_number: bool) -> bool:
    """Tell whether "then" may tell what came next: "he felt better then two days later fell"."""
    after, beyond = near(row, at, 1), near(row, at, 2)
    if earlier == "the" and after == "the":
        return True  # "the older then the younger brother"
    if earlier in _HOURS or earlier == "nothing":
        return True  # "bake five minutes more then ten without the lid"
    if is_number or after in _NUMBERS:
        return beyond in _HOURS and near(row, at, 3) in _LATER
    if after in ("half", "twice", "double"):
        return beyond not in _COMPARED and beyond not in ("as", "of", "that", "what")
    if after == "expected":
        return beyond not in _BEHIND_EXPECTED
    return after == "ever" and (beyond in ("so", "after") or beyond.endswith("er"))


def _is_number(row: Running, at: int) -> bool:
    """Tell whether a number stands right there, or an amount of money."""
    is_near = row.gaps[at].strip(" \u00a0") in ("", "$", "£", "€")
    return row.texts[at][:1].isdigit() and is_near
