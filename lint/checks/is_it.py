"""Is, it and in for each other, as fingers slip: "because is would rain", "the city it likely to".

Only what no sentence can have is told; what a writer leaves out on purpose is not.
"""

from __future__ import annotations

from collections.abc import Callable

from lint.checks.subject import DETERMINERS
from lint.checks.verb_clause import may_be_noun, sentence
from lint.prose.clause import BORDER, Line
from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    BASE,
    ING,
    OTHER,
    PARTICIPLE,
    PAST,
    PLURAL,
    SINGULAR,
    THIRD,
    VERB,
    look_up,
    main_class,
)

_MODALS = frozenset("would could can will should might may must".split())
_DENIED = frozenset(
    "didn't doesn't wasn't hasn't hadn't wouldn't couldn't can't won't shouldn't".split()
)
# Behind these a clause begins, and so its subject.
_CLAUSES = frozenset("because if when while although though since whether that but and".split())
_SAYING = frozenset("said says say think thinks thought believe believes believed".split())
_PREPOSITIONS = frozenset("about of for with from into on at by in to".split())
_ASKING = frozenset("what who where how why which that whatever whoever wherever".split())
# What somebody or something is, before "to" and a verb.
_ABLE = frozenset("able unable likely unlikely".split())
_EXPECTED = frozenset(
    "expected scheduled supposed believed thought understood due set likely unlikely able unable "
    "allowed required known forced".split()
)
_FINITE = PAST | THIRD
_OTHERS = SINGULAR | PLURAL | ADJECTIVE | PARTICIPLE | BASE
_LONG = 30


def slipped(line: Line, at: int) -> str:
    """What is meant by an "is", "it" or "in" that stands for another of them; empty if itself."""
    return _PATTERNS[line.words[at]](line, at)


def _is(line: Line, at: int) -> str:
    """Find an "is" where only "it" can stand: before a modal, or at the end behind "about"."""
    before, after = line.before(at), line.after(at)
    opens = before == "" or before in _CLAUSES or before in _SAYING or before == ","
    if after in _MODALS and opens:
        verb = line.after(at + 1)
        is_plain = verb in ("be", "have", "not", "also", "never") or (
            look_up(verb) & BASE and main_class(verb) == VERB and not look_up(verb) & PLURAL
        )
        return "it" if is_plain and not _asks(line, at) else ""
    if after in _DENIED and opens and before != "":
        return "" if _asks(line, at) else "it"
    if before in _CLAUSES and before not in ("and", "but", "that"):
        fact = look_up(after)
        is_finite = fact & _FINITE and not fact & _OTHERS and main_class(after) == VERB
        return "it" if is_finite and not _asks(line, at) else ""
    if not after and _ends(line, at) and before in _PREPOSITIONS:
        return "it"
    return ""


def _asks(line: Line, at: int) -> bool:
    """Tell whether "is" may have its subject before it: "what it is would be hard to say"."""
    return any(line.words[place] in _ASKING for place in list(sentence(line, at, _LONG))[1:])


def _ends(line: Line, at: int) -> bool:
    """Tell whether a sentence ends behind a word."""
    return line.gaps[at + 1] == BORDER and (
        line.texts[at + 1] == "\n" or line.texts[at + 1][:1].isupper()
    )


def _it(line: Line, at: int) -> str:
    """Find an "it" between a noun and what the noun is: "the city it likely to", "who it also"."""
    before, after = line.before(at), line.after(at)
    if not before or before == "," or not line.is_lower(at):
        return ""
    is_noun = may_be_noun(before) or line.texts[at - 1][:1].isupper()
    if after in _ABLE and line.after(at + 1) == "to":
        return "is" if is_noun or before in ("who", "which", "that", "what", "this") else ""
    fact = look_up(after)
    if before in ("who", "which"):
        is_state = fact & ADJECTIVE and not fact & (_FINITE | BASE | PARTICIPLE | ING | ADVERB)
        return "is" if is_state else ""
    is_doing = fact & ING and not fact & (SINGULAR | ADJECTIVE) and after != "having"
    is_subject = before in ("this", "what") or (is_noun and _opens(line, at))
    return "is" if is_doing and is_subject else ""


def _opens(line: Line, at: int) -> bool:
    """Tell whether the noun before a word opens its clause, as a name or behind an article."""
    if line.texts[at - 1][:1].isupper():
        return line.before(at - 1) in ("", *_CLAUSES)
    return line.before(at - 1) in DETERMINERS and line.before(at - 2) in ("", *_CLAUSES)


def _in(line: Line, at: int) -> str:
    """Find an "in" before what something is to do: "the state in expected to call him"."""
    after, before = line.after(at), line.before(at)
    if after not in _EXPECTED or line.after(at + 1) != "to" or not line.is_lower(at):
        return ""
    is_noun = may_be_noun(before) or line.texts[at - 1][:1].isupper() if before else False
    verb = line.after(at + 2)
    return "is" if is_noun and look_up(verb) & BASE and main_class(verb) in (VERB, OTHER) else ""


_PATTERNS: dict[str, Callable[[Line, int], str]] = {"is": _is, "it": _it, "in": _in}
#: The words that are asked about.
SLIPS = frozenset(_PATTERNS)
