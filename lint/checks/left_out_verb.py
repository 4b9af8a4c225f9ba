"""Verbs before which a small word is left out: "he been there", "able go", "was asked leave"."""

from __future__ import annotations

from collections.abc import Callable

from lint.checks.auxiliaries import is_being
from lint.checks.subject import DETERMINERS
from lint.checks.verb_clause import PRONOUNS, may_be_noun, sentence
from lint.prose.clause import BORDER, BREAK, Line
from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    BASE,
    ING,
    NOUN,
    OTHER,
    PARTICIPLE,
    PAST,
    PLURAL,
    SINGULAR,
    VERB,
    look_up,
    main_class,
)
from lint.tuples import NamedTuple

_RELATIVES = frozenset("who that which whom whoever whatever what whose all those as".split())
_PLAIN_VERBS = frozenset("be have get give make take find keep become".split())
_STATES = frozenset("be become have do".split())
_ALWAYS = frozenset("always never ever also already recently long only still".split())
_HAVES = frozenset("have has had having coulda woulda shoulda musta mighta".split())
_CARRIERS = frozenset("who which that there".split())
_BEHIND_DOING = frozenset(
    "the a an about on for it in at with from up over out into this that these his her our "
    "their my your how what if him them me us".split()
)
_SUBJECTS = frozenset("i he she they we".split())
_WANTING = frozenset(
    "wants wanted hopes hoped hoping tends tended happens happened refuses refused began begins "
    "started starts tries tried fails failed managed decides decided agrees agreed pledged vowed "
    "intends intended needs continues continued seeks sought trying".split()
)
# "If needed add water": no subject stands between these and the verb.
_CUTS = frozenset(
    "if when whenever as once unless where wherever until while since than though although".split()
)
# Behind "is" these want "to" before a verb.
_ASKED = frozenset(
    "expected supposed allowed forced required scheduled designed asked told set due bound ready "
    "urged ordered invited encouraged meant intended obliged compelled willing likely".split()
)
_CHANCES = frozenset(
    "ability inability potential opportunity chance attempt decision desire willingness effort bid "
    "refusal failure permission obligation".split()
)
_HAVING = frozenset(
    "have has had having give gives gave given giving get gets got lose loses lost deny denied "
    "take takes took taken seek seeks sought".split()
)
_HELPING = frozenset(
    "that let lets help helps helped helping make makes made making see sees saw seen watch "
    "watches watched hear hears heard".split()
)
_BE = frozenset("is are was were am be been being".split())
_CONJUNCTIONS = frozenset("and but because that".split())
_PARTICIPLES = frozenset(
    "gone done seen given taken known shown written spoken broken chosen driven eaten fallen "
    "forgotten thrown drawn grown flown hidden stolen".split()
)
_SHORT = 4  # letters of what the dictionary has not, and may be no noun
_LONG = 40  # words of a sentence; in a longer one nothing is told


class Gap(NamedTuple):
    """Words from ``first`` to ``last`` between which one is missing; what is ``wanted`` instead."""

    first: int
    last: int
    wanted: str


def _been(line: Line, at: int) -> Gap | None:
    """Find a "been" with no form of "have" anywhere before it in its sentence."""
    subject = at - 1
    before = line.before(at)
    if before in _ALWAYS:  # "there always been"
        subject = at - 2
        before = line.before(at - 1)
    if not before or before == "," or not line.is_lower(at):
        return None
    is_noun = may_be_noun(before) or line.texts[subject][:1].isupper()
    is_noun = is_noun or (not main_class(before) and before.isalpha() and len(before) > _SHORT)
    if before not in PRONOUNS and before not in _CARRIERS and not is_noun:
        return None
    for place in range(at - 1, at - _LONG, -1):
        if place < 0 or line.words[place] == BREAK:
            break
        if _is_have(line.words[place]):
            return None
        if line.gaps[place] == BORDER and line.texts[place][:1].isupper():
            break
    else:
        return None
    fact = look_up(before)
    many = before in ("they", "we", "you", "i") or (fact & PLURAL and not fact & SINGULAR)
    if before in ("who", "which", "that"):
        earlier = look_up(line.before(subject))
        many = earlier & PLURAL and not earlier & SINGULAR
    behind = " ".join(line.texts[subject + 1 : at + 1])
    return Gap(subject, at, f"{line.texts[subject]} {'have' if many else 'has'} {behind}")


def _thinking(line: Line, at: int) -> Gap | None:
    """Find a verb in -ing behind "we've": "we've thinking about it"."""
    verb = at + 2 if line.after(at) in _ALWAYS else at + 1
    word = line.after(verb - 1)
    fact = look_up(word)
    if not word.endswith("ing") or not fact & ING or fact & (SINGULAR | PLURAL | ADJECTIVE):
        return None
    if main_class(word) != VERB or line.after(verb) not in _BEHIND_DOING:
        return None
    return Gap(at, verb, " ".join([*line.texts[at:verb], "been", line.texts[verb]]))


def _is_have(word: str) -> bool:
    return word in _HAVES or "'" in word or "have" in word


def _going(line: Line, at: int) -> Gap | None:
    before = line.before(at)
    if line.after(at) == "do" and look_up(line.after(at + 1)) & BASE:
        return None  # "the places she's going do get cold"
    return without_to(line, at) if is_being(before) or before == "not" else None


def _wanting(line: Line, at: int) -> Gap | None:
    before = line.before(at)
    is_subject = before in PRONOUNS or main_class(before) in (NOUN, OTHER, 0)
    if before in ("", ",") or before in _CUTS or not is_subject:
        return None
    is_noun = look_up(line.words[at]) & PLURAL
    if is_noun and before not in ("he", "she", "it") and not line.texts[at - 1][:1].isupper():
        return None  # "its needs overrule theirs"
    if _is_relative(line, at):
        return None  # "those who tried fail"
    if before in DETERMINERS or line.after(at) in _STATES:
        return None  # "ask that the people he wanted be let in"
    return without_to(line, at)


def may_end_clause(line: Line, at: int) -> bool:
    """Tell whether another verb may follow: "those who are able do so", "once you are able go"."""
    return _is_relative(line, at) or any(
        line.words[place] in _CUTS for place in sentence(line, at, 12)
    )


def _is_relative(line: Line, at: int) -> bool:
    return any(line.words[place] in _RELATIVES for place in sentence(line, at, 12))


def _asked(line: Line, at: int) -> Gap | None:
    """Find a plain verb behind "was asked" and the like."""
    before = line.before(at)
    return without_to(line, at) if is_being(before) and not may_end_clause(line, at) else None


def _chance(line: Line, at: int) -> Gap | None:
    """Find a plain verb behind "has the chance" and the like, which are no plurals."""
    nearest = list(sentence(line, at, 4))
    if not any(line.words[place] in _HAVING for place in nearest):
        return None
    if line.before(at) in ("", ",", "and", "or") or line.after(at) in _STATES:
        return None
    if any(line.words[place] in _HELPING for place in sentence(line, at, 12)):
        return None  # "helped the plan succeed", "demanded that the plan proceed"
    return without_to(line, at)


def _never(line: Line, at: int) -> Gap | None:
    """Find a participle behind "they" or "they never", with no form of "have" or "be" before."""
    before = line.before(at)
    subject = at - 2 if before == "never" else at - 1
    word = line.before(at - 1) if before == "never" else before
    if word not in _SUBJECTS or line.before(subject) not in ("", ",", *_CONJUNCTIONS):
        return None
    if any(_is_auxiliary(line.words[place]) for place in sentence(line, subject, _LONG)):
        return None
    never = "never " * (before == "never")
    have = "has" if word in ("he", "she") else "have"
    return Gap(subject, at, f"{line.texts[subject]} {have} {never}{line.words[at]}")


def _is_auxiliary(word: str) -> bool:
    return _is_have(word) or word in _BE or word.startswith(("get", "got"))


def without_to(line: Line, at: int) -> Gap | None:
    """Find a plain verb, and nothing else, right behind a word that wants "to" before it."""
    word = line.after(at)
    fact = look_up(word)
    is_verb = fact & BASE and not fact & (
        SINGULAR | PLURAL | ADJECTIVE | ADVERB | PAST | PARTICIPLE
    )
    if not (word in _PLAIN_VERBS or (is_verb and main_class(word) == VERB)):
        return None
    if not line.is_lower(at + 1) or not line.is_lower(at):
        return None
    if word == "give" and line.after(at + 1) == "and":
        return None  # "it needs give and take"
    return Gap(at, at + 1, f"{line.texts[at]} to {word}")


VERB_PATTERNS: dict[str, Callable[[Line, int], Gap | None]] = {
    "been": _been,
    **dict.fromkeys(("i've", "we've", "they've", "you've"), _thinking),
    "unwilling": _asked,
    "going": _going,
    **dict.fromkeys(_ASKED, _asked),
    **dict.fromkeys(_CHANCES, _chance),
    **dict.fromkeys(_PARTICIPLES, _never),
    **dict.fromkeys(_WANTING, _wanting),
}
