"""The form of a verb behind "will", "could", "didn't" and the like."""

from __future__ import annotations

from lint.checks.auxiliaries import DENIED, FORMS_OF_BE, SHORT
from lint.checks.subject import DETERMINERS
from lint.checks.verb_clause import (
    FOLLOWERS,
    PRONOUNS,
    REACH,
    WrongForm,
    goes_on,
    may_be_noun,
    may_end,
    sentence,
)
from lint.prose.clause import BORDER, Line
from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    BASE,
    ING,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    SINGULAR,
    THIRD,
    VERB,
    WORD,
    look_up,
    main_class,
)
from lint.prose.verbs import base_of

# These are never nouns; "will", "can" and "might" may be: "an iron will", "a beer can".
_NEVER_NOUNS = frozenset("would could should".split()) | DENIED
_WILLS = frozenset("iron free good ill political popular strong sheer last living general".split())
# With one of these before, what follows the auxiliary may be its subject.
INVERSIONS = frozenset(
    "only nor neither so never not hardly little few no rarely seldom where when how why what who "
    "whom which until".split()
)
_LONG = 30
_PLACES = frozenset("may mr mrs ms dr".split())


def behind_modal(line: Line, at: int, verb: int) -> WrongForm | None:
    """Judge the verb behind a modal, or behind "don't" and the like: it must be the plain form."""
    modal, word = line.words[at], line.words[verb]
    fact = look_up(word)
    is_be = word in FORMS_OF_BE
    if (fact & (BASE | ADVERB) and word != "left") or word == "needs":
        return None  # as nearly always
    if not is_be and not fact & (PAST | PARTICIPLE | THIRD | ING):
        return None
    subject = "he" if modal in SHORT else line.before(at)
    if is_be and word != "been" and _may_end_before_is(line, at, subject):
        return None
    if subject in PRONOUNS:
        if fact & ING and fact & SINGULAR:
            return None
    elif subject in ("that", "which") and modal in ("will", "would"):
        if fact & ING or (fact & (SINGULAR | PLURAL) and line.after(verb) not in FOLLOWERS):
            return None
    elif not is_subject(line, at, subject, modal) or not _is_surely_verb(line, verb, fact, modal):
        return None
    return None if may_end(line, at) else WrongForm(verb, at, _wanted(line, modal, verb, fact))


def _may_end_before_is(line: Line, at: int, subject: str) -> bool:
    """Tell whether a clause may end before "is": "to say that you can is wrong", "its will is"."""
    if subject in PRONOUNS:
        return line.before(at - 1) == "that" or line.after(at + 1) == "to"
    if line.words[at] not in _NEVER_NOUNS:
        return True
    return any(line.words[place] == "that" for place in sentence(line, at, _LONG))


def _is_surely_verb(line: Line, at: int, fact: int, modal: str) -> bool:
    """Tell whether a form is no noun or adjective, as behind a question's modal."""
    word, after = line.words[at], line.after(at)
    if word in FORMS_OF_BE:
        return True
    if main_class(word) not in (VERB, 0):
        return False
    if fact & (SINGULAR | PLURAL):
        return fact & THIRD != 0 and after in FOLLOWERS
    if fact & ING and modal not in _NEVER_NOUNS:
        return False  # "a can opening"
    return not fact & (PARTICIPLE | ADJECTIVE | ING) or goes_on(line, at)


def _wanted(line: Line, modal: str, verb: int, fact: int) -> tuple[str, ...]:
    word, after = line.words[verb], line.after(verb)
    base = base_of(word)
    if word == "been":
        return ("have been", "be")
    if fact & PARTICIPLE and modal not in ("don't", "doesn't", "didn't"):
        plain = (base,) if base else ()
        acts = after in DETERMINERS or main_class(after) == NOUN  # on an object: "will mended it"
        passive = (f"be {word}", f"have {word}")
        return (*plain, *passive) if acts else (passive[0], *plain, passive[1])
    return (base or "the plain form",)


def is_subject(line: Line, at: int, before: str, modal: str) -> bool:
    """Tell whether what stands before a modal is surely its subject."""
    if before == ",":
        return modal in _NEVER_NOUNS
    if any(line.words[place] in INVERSIONS for place in sentence(line, at, REACH)):
        return False
    if not before.isalpha() or before in _WILLS:
        return False
    fact = look_up(before)
    if line.texts[at - 1][0].isupper() and not (line.gaps[at - 1] == BORDER and fact & WORD):
        return modal not in ("may", "might", "can") and before not in _PLACES
    if not may_be_noun(before):
        return False
    if modal in _NEVER_NOUNS or modal == "will":
        return True
    return fact & PLURAL != 0 and not fact & SINGULAR and modal != "might"
