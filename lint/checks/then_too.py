"""Then and than, to and too for each other: what stands beside them shows which is meant."""

from __future__ import annotations

from collections.abc import Callable

from lint.checks.auxiliaries import DENIED, MODALS, is_being
from lint.checks.too_verb import LETTING, has_subject
from lint.checks.verb_clause import ends_relative, may_be_noun, sentence
from lint.prose.clause import BORDER, MARK, Line
from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    BASE,
    MODIFIER,
    PAST,
    PLURAL,
    SINGULAR,
    THIRD,
    VERB,
    look_up,
    main_class,
)
from lint.prose.too import MOMENTS, THINGS

# What stands before a "to" that is meant for "too", and what between; adjectives that lead on; what
# may stand behind, and what shows that two things are compared.
_SEEMING = frozenset("seem seems seemed".split())
_DEGREES = frozenset("already simply just almost always far really often now still even".split())
_AMOUNTS = frozenset("many most few such other own all several".split())
_GOING_ON = frozenset(
    "but and so or as because while though although which who he she it they we i".split()
)
_HARD = frozenset("difficult hard easy".split())
_LIKE = frozenset("as what like from".split())
# Behind one of these "than" may stand, besides behind words in -er.
_COMPARATIVES = frozenset(
    "more less fewer worse different differently differ differs differed else elsewhere otherwise "
    "prefer prefers preferred preferable twice half double times hardly scarcely barely junior "
    "senior superior inferior as same such no nothing any not instead similar similarly opposite "
    "unlike even only other others another rather".split()
)
_SUBJECTS = frozenset("i he she it we they".split())
_MANY = frozenset("i we they you".split())
# Behind these than is meant, or is a name: "Than Shwe is", "and than ever".
_BEHIND_THAN = frozenset(
    "you is was has had said says who and or ever never most any other usual before would "
    "will".split()
)
_LONG, _NEAR = 40, 6
_OWNERS = frozenset("the a an his her its their our my your".split())
_OBJECTS = frozenset("me him them us".split())
_BEHIND_VERB = _OWNERS | _OBJECTS | frozenset("this these those any some it you".split())
_PREPOSITIONS = frozenset("in on at for with by after before from during".split())
# Behind these "to" leads somewhere.
_LEADING = frozenset(
    "back according due thanks related compared similar access addition regard relation attend "
    "attends attended belong belongs belonged return returns returned returning went goes going "
    "came comes coming pointed points pointing leads leading led listen listens listened listening "
    "talk talks talking talked speaking sent gave moving moved next prior relative payable link "
    "links linked subject exposed opposed added adding refer refers referred referring respond "
    "responded responding response reply replied contribute contributed limited hostility "
    "deference loyalty loyal tied uploaded reported submitted submission committed devoted "
    "dedicated travelled traveled travels flew amounts amounted climb climbed climbs".split()
)
_ARTICLES = frozenset("a an the".split())
_OPENERS = frozenset("if when once as who that what those all while because".split())
_ASKING = frozenset(
    "ask asks asked asking urge urges urged urging allow allows allowed allowing want wants wanted "
    "wanting encourage encourages encouraged encouraging force forces forced forcing require "
    "requires required requiring enable enables enabled enabling expect expects expected expecting "
    "tell tells told telling order orders ordered ordering invite invites invited inviting "
    "persuade persuaded persuading need needs needed help helps helped helping get gets getting "
    "got".split()
)
_ALSO = frozenset("so and but or then here there this that".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december i".split()
)
_HAVE_AND_BE = frozenset(
    "is are was were am be been being have has had do does did i you he she it we they who".split()
)


def mixed_up(line: Line, at: int) -> str:
    """What is meant by a then, than, to or too that stands for another; empty if itself."""
    return _PATTERNS[line.words[at]](line, at)


def _than(line: Line, at: int) -> str:
    """Find a "than" with nothing before it in its sentence that compares.

    Behind a subject, an auxiliary or "and", or where a sentence begins: elsewhere writers compare
    without a word for it ("harder for one class than another").
    """
    before, after = line.before(at), line.after(at)
    if any(map(_compares, (line.words[place] for place in sentence(line, at, _LONG)))):
        return ""
    if not line.is_lower(at):
        is_name = line.texts[at] != "Than" or line.gaps[at] != BORDER
        if is_name or not after or not line.is_lower(at + 1) or after in _BEHIND_THAN:
            return ""  # "Than Shwe", "Than you" for thanks, "Than ever."
        following = line.words[at + 1 : at + 14]
        return "" if any(map(_compares, following)) else "then"
    verb = look_up(after)
    is_past = (
        verb & (PAST | THIRD) and not verb & (PLURAL | ADJECTIVE) and main_class(after) == VERB
    )
    if before == "and":
        is_named = line.before(at - 1) == "then"  # "he confuses then and than"
        return "then" if after and after not in _BEHIND_THAN and not is_named else ""
    if before in _SUBJECTS or line.gaps[at] == MARK:
        if is_past or (before in _MANY and verb & BASE and after != "do"):
            return "then"
        # The comparative may stand before a quotation mark: "“easier”, he said, “than it is”".
        begins = before == "," and after in _SUBJECTS
        is_open = begins and any(map(_compares, line.words[max(0, at - _LONG) : at]))
        return "then" if begins and not is_open else ""
    return "then" if before in MODALS and (after == "be" or verb & BASE) else ""


def _compares(word: str) -> bool:
    return word in _COMPARATIVES or (
        word.endswith("er") and look_up(word) & (ADJECTIVE | ADVERB) != 0
    )


def _to(line: Line, at: int) -> str:
    """Find a "to" with nothing that it may lead to."""
    if _is_degree(line, at):
        return "too"
    after = line.words[at + 1]
    if line.gaps[at + 1] == BORDER:
        if line.gaps[at] != MARK or not at or not line.is_lower(at):
            return ""
        before = line.words[at - 1]
        if before in _PREPOSITIONS or not may_be_noun(before):
            return ""
        return "too" if _is_comma(line, at) else ""
    if not line.after(at) or not after.endswith("ly") or line.before(at) in ("", ","):
        return ""
    if not look_up(after) & ADVERB or main_class(after) != MODIFIER or after == "only":
        return ""
    ends = line.gaps[at + 2] == BORDER or line.after(at + 1) in _PREPOSITIONS
    return "too" if ends else ""


def _is_degree(line: Line, at: int) -> bool:
    """Tell whether "to" stands before an adjective that is all a sentence says: "is to large for".

    One that may be a verb or a thing is let be, and what is compared: "as good is to evil".
    """
    word, before = line.after(at), line.before(at)
    fact = look_up(word)
    if not fact & ADJECTIVE or fact & (BASE | SINGULAR | PLURAL) or word.endswith("est"):
        return False
    verb = line.before(at - 1) if before in _DEGREES else before
    if not is_being(verb) and verb not in _SEEMING:
        return False
    if word in _AMOUNTS or any(line.words[place] in _LIKE for place in sentence(line, at, _LONG)):
        return False
    behind = line.after(at + 1)
    if behind == "to":  # not "to large to medium firms", "to difficult to reach areas"
        doing = look_up(line.after(at + 2))
        return doing & BASE != 0 and not doing & ADJECTIVE and word not in _HARD
    if line.gaps[at + 2] == MARK:
        return line.words[at + 2] in _GOING_ON  # not "to historic, listed buildings"
    return line.gaps[at + 2] == BORDER or behind == "for"


def _is_comma(line: Line, at: int) -> bool:
    """Tell whether no other mark stands near the one before a last word "to".

    "The house that he, and his crew, came, to" has one.
    """
    return all(line.gaps[place] != MARK for place in sentence(line, at - 1, _NEAR))


def _too(line: Line, at: int) -> str:
    """Find a "too" before what only "to" can lead to."""
    before, after = line.before(at), line.after(at)
    if not after or before in ("", ","):
        return ""
    if before in _LEADING:
        is_name = line.texts[at + 1][:1].isupper() and after not in _DAYS
        if after in _ARTICLES:
            earlier = sentence(line, at, _LONG)
            # "She listened too the whole time", "is access too a problem?"
            is_sure = before not in THINGS and line.after(at + 1) not in MOMENTS
            # "If the mayor goes too the town has nobody."
            is_sure = is_sure and not any(line.words[place] in _OPENERS for place in earlier)
            is_sure = is_sure and not ends_relative(line, at - 1)
            return "to" if is_sure else ""
        return "to" if after in _OWNERS or after in _OBJECTS or is_name or after.isdigit() else ""
    fact = look_up(after)
    if not fact & BASE or main_class(after) != VERB or before in _HAVE_AND_BE:
        return ""
    if before in MODALS or before in DENIED or before in _ALSO or after == "overcome":
        return ""
    asked = any(line.words[place] in _ASKING for place in list(sentence(line, at, 8))[1:])
    is_thing = look_up(before) & (SINGULAR | PLURAL) or before in ("them", "him", "us")
    if asked and is_thing and not fact & (ADJECTIVE | ADVERB):
        return "to"
    if has_subject(line, at) or line.sentence_has(at, LETTING):
        return ""
    is_free = main_class(before) in (VERB, MODIFIER) or look_up(before) & PLURAL == 0
    if before.endswith("s") or not look_up(before) or line.texts[at - 1][:1].isupper():
        return ""
    return "to" if is_free and line.after(at + 1) in _BEHIND_VERB else ""


_PATTERNS: dict[str, Callable[[Line, int], str]] = {"than": _than, "to": _to, "too": _too}
#: The words that are asked about.
MIXED = frozenset(_PATTERNS)
