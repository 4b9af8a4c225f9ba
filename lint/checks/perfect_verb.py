"""The form of a verb behind "have", "be" and "to"."""

from __future__ import annotations

from lint.checks.auxiliaries import FORMS_OF_BE, GONE, MODALS
from lint.checks.verb_clause import (
    ASKING,
    ELLIPSES,
    FOLLOWERS,
    PRONOUNS,
    WrongForm,
    begins_clause,
    goes_on,
    may_be_noun,
    may_end,
    sentence,
)
from lint.prose.clause import Line
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
    look_up,
    main_class,
)
from lint.prose.verbs import base_of, participle_of

_DO = frozenset("do does did done doing thing things".split())
_PLURAL_BE = frozenset("are were aren't weren't".split())
_RELATIVES = frozenset("who which that whether".split())
# Objects and particles, which follow a verb and no noun: "has stand out", "has say it".
_TAKEN = frozenset("it them him us me out up".split())
_OBJECTS = frozenset("them him us me".split())
# Behind these "to" begins an infinitive.
_WILLING = frozenset(
    "ought likely unlikely expected supposed intended able unable willing unwilling ready eager "
    "reluctant keen want wants wanted hoped hoping tries tried trying attempting attempted decide "
    "decides decided refuses refused tend tends happen happens seem seems seemed afford struggling "
    "wishing wishes threatens threatened vowed pledged managed failing determined".split()
)
# Behind these it mostly does, unless a noun follows it, or an adjective and a noun.
_MOSTLY = frozenset(
    "have has had having need needs needed hope hopes try attempt attempts effort efforts proposal "
    "proposals plan plans planned decision order how ability capacity right courage chance "
    "opportunity nothing hard harder easy easier difficult impossible illegal unlawful happy glad "
    "proud not failed".split()
)
_LONG = 30


def behind_have(line: Line, at: int, verb: int) -> WrongForm | None:
    """Judge the verb behind "have": it must be a participle, unless "have" ends a clause."""
    word, before = line.words[verb], line.before(at)
    fact = look_up(word)
    if word != "be" and not _is_no_participle(line, verb, fact):
        return None
    is_sure = before in MODALS or before in _RELATIVES or begins_clause(line, at)
    if not is_sure and (word != "be" or not (before in PRONOUNS or main_class(before) == NOUN)):
        return None
    return None if may_end(line, at) else WrongForm(verb, at, (_participle(word),))


def _is_no_participle(line: Line, at: int, fact: int) -> bool:
    """Tell whether a form is a verb's, and neither a participle nor what one may have: a noun."""
    word = line.words[at]
    if word in GONE:
        return not fact & PARTICIPLE
    if not fact & (BASE | THIRD) or fact & (PARTICIPLE | ADJECTIVE) or main_class(word) != VERB:
        return False
    if participle_of(word) == word:
        return False  # "has run out", though no list calls it a participle
    if may_be_noun(line.after(at)):
        return False  # "the owner has write permission"
    return not fact & (SINGULAR | PLURAL) or (word != "need" and line.after(at) in _TAKEN)


def _participle(word: str) -> str:
    return participle_of(word) or "the participle"


def behind_be(line: Line, at: int, verb: int) -> WrongForm | None:
    """Judge the verb behind "be": no plain form stands there, nor one in -s."""
    word = line.words[verb]
    fact = look_up(word)
    if not fact & (BASE | THIRD) or fact & (SINGULAR | PLURAL | PAST | PARTICIPLE | ADJECTIVE):
        return None
    if fact & ADVERB or main_class(word) != VERB or line.after(verb) not in FOLLOWERS:
        return None
    if fact & THIRD and (line.words[at] in _PLURAL_BE or line.before(at) == "there"):
        return None  # "there were nods", a noun that the dictionary lacks
    before = [line.words[place] for place in sentence(line, at, _LONG)]
    if len(before) >= _LONG or not (_DO | ELLIPSES | ASKING | _RELATIVES).isdisjoint(before[1:]):
        return None  # "what they did was create a board", "how bad it is depends on us"
    to = (f"to {word}",) if fact & BASE else ()
    return WrongForm(verb, at, (_participle(word), *to))


def behind_to(line: Line, at: int) -> WrongForm | None:
    """Judge the verb behind a "to" that begins an infinitive: it must be the plain form."""
    word, before = line.after(at), line.before(at)
    if word == "been":
        return WrongForm(at + 1, at, ("have been", "be")) if before else None
    fact = look_up(word)
    is_be = word in FORMS_OF_BE
    is_form = is_be or fact & (PAST | PARTICIPLE | THIRD | ING)
    if not is_form or (fact & (BASE | ADVERB) and word != "left") or not line.is_lower(at + 1):
        return None  # as nearly always
    is_willing = before in _WILLING
    if not is_willing and (before not in _MOSTLY or _may_follow_to(line, at + 1, fact)):
        return None
    if may_end(line, at) if is_be else main_class(word) != VERB:
        return None
    base = base_of(word)
    wanted = (base, f"be {word}") if fact & PARTICIPLE else (base,)
    return WrongForm(at + 1, at, wanted) if base else None


def _may_follow_to(line: Line, at: int, fact: int) -> bool:
    """Tell whether a form may be what follows a preposition: a noun, or an adjective before one."""
    if fact & (ING | ADVERB) or (fact & PLURAL and line.after(at) not in _OBJECTS):
        return True
    return fact & PARTICIPLE != 0 and not goes_on(line, at)
