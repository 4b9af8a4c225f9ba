"""What finite verb stands behind a subject, and the words that decide whether it agrees."""

from __future__ import annotations

from lint.prose.clause import BLANK, Line
from lint.prose.dictionary import ADVERB, MODIFIER, NOUN, THIRD, look_up, main_class
from lint.prose.inflection import Verb, verb
from lint.tuples import NamedTuple

#: Behind these a clause begins.
CONJUNCTIONS = frozenset(
    "because although though while whereas when whenever where wherever if unless whether that how "
    "why what whatever which once said says".split()
)
DETERMINERS = frozenset(
    "the this that these those a an every each another no some our their his her its my "
    "your".split()
)
#: Behind these "that" begins what is said.
REPORTS = frozenset(
    "said says say told tells believe believes think thinks know knows claimed claims show shows "
    "showed means shown found sure clear".split()
)
#: How many there are.
QUANTITIES = frozenset(
    "several many few various numerous most some both two three four five six seven eight nine "
    "ten".split()
)
#: What follows a verb and, mostly, no noun.
OBJECTS = frozenset(
    "the a an that this these those his her their its our my your him them it us me to".split()
)
ADVERBS = frozenset(
    "also still just only now never always often even then already soon sometimes really ever once "
    "rarely hardly both all each".split()
)
#: Verbs that follow a subject at once.
FINITE = frozenset("is are was were has had will would can could may might must should".split())
_MOST = 2


class Wrong(NamedTuple):
    """A word at ``at`` whose form does not go with another at ``with_``, and the ``wanted`` one."""

    at: int
    with_: int
    wanted: str
    case: str = ""


class Words(NamedTuple):
    """The words that decide a case; see the options of agreement.py."""

    demands: frozenset[str]
    wishes: frozenset[str]
    collectives: frozenset[str]
    measures: frozenset[str]
    amounts: frozenset[str]
    unchanging: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]


def verb_behind(line: Line, at: int) -> tuple[int, Verb] | None:
    """The finite verb behind a subject, adverbs passed over."""
    for place in range(at + 1, min(at + 2 + _MOST, len(line.words))):
        if line.gaps[place] != BLANK or not line.is_lower(place):
            return None
        word = line.words[place]
        if word in ADVERBS or (
            word.endswith("ly") and look_up(word) & ADVERB and main_class(word) == MODIFIER
        ):
            continue
        found = verb(word)
        return None if found is None else (place, found)
    return None


def is_verb(line: Line, at: int, found: Verb) -> bool:
    """Tell whether what may be a noun is used as a verb."""
    if not found.is_noun:
        return True
    if line.words[at] == "please" or line.after(at) == "must":
        return False  # "if it please the court", "we needs must"
    if line.words[at] in ("need", "dare"):
        return line.after(at) in ("to", "the", "a", "an")
    after = line.after(at)
    if main_class(line.words[at]) == NOUN:
        return after in OBJECTS and after != "to"
    return after in OBJECTS or not look_up(after) & THIRD
