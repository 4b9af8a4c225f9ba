"""Whether a word may rightly stand twice: a clause ends between, as in "what it is is a wall"."""

from __future__ import annotations

from lint.prose.clause import BLANK, BORDER, Line
from lint.prose.dictionary import (
    BASE,
    ING,
    MODIFIER,
    NOUN,
    PARTICIPLE,
    PAST,
    THIRD,
    VERB,
    look_up,
    main_class,
)
from lint.tuples import NamedTuple

_BE = frozenset(["is", "was", "are", "were"])
_GET = _BE | frozenset("be been being get gets got getting".split())
# "What we have is is": a clause that begins with one of these may be the subject.
_FREE = frozenset("what all where whatever wherever".split())
_WHO = frozenset("who how why when which whoever".split())
_MODALS = frozenset("will would can could shall should may might must has have had do did".split())
_PRONOUNS = frozenset("he she it they we you i this that these those there".split())
# A relative or a question takes the word that a preposition would have behind it.
_GAPS = frozenset(
    "what who whom which whose where how whatever whoever something anything nothing someone "
    "anyone everything everyone somewhere anywhere nowhere".split()
)
_SUBJECTS = frozenset("what who which whoever whatever".split())
_ASKING = frozenset("what who whom which where whatever whoever how".split())
# What can follow no preposition, so that the second of two prepositions has nothing.
_NO_OBJECTS = frozenset(
    "when if because while and or but than until since although though unless".split()
)
_CONJUNCTIONS = frozenset(
    "when if because while that although though until unless whenever once as but whether".split()
)
_DETERMINERS = frozenset(
    "the a an this that these those his her its our their my your some any no every each".split()
)
_BE_VERBS = frozenset("is are was were has had isn't wasn't aren't weren't".split())
_QUESTIONS = frozenset(
    "it's it’s is was about of on know knows knew tell asks ask asked understand see".split()
)
_MAKES = frozenset("make makes made making keep keeps kept".split())
_KIN = frozenset("aunt aunts uncle uncles nephew nephews niece nieces".split())
_TIMES = frozenset(
    "year week month morning afternoon evening time summer winter spring autumn weekend season way "
    "century decade term".split()
)
_DATING = frozenset("in on at by during before after until since from".split())
_ADVERBS = frozenset("before after again already yet too also".split())
_PREPOSITIONS = frozenset("as of in on at by for from with about".split())
# Behind these "by" is an adverb.
_BY = frozenset(
    "stand stands stood pass passes passed come comes came drop drops dropped stop stops stopped "
    "get gets got go goes went live lives lived swear sworn abide abided".split()
)
_BELIEVING = frozenset("believe believes believed think thinks hope hopes feel feels".split())
_ANYONE = frozenset("those they he she anyone anybody everyone people men women all".split())
_NOMINAL = (NOUN, MODIFIER)
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
_SCORING = frozenset("it ended was is finished level drew won lost at score scored".split())
_NEAR, _CLEFT_REACH, _PARTICLE_REACH = 4, 12, 6
_VERB = BASE | THIRD | PAST | PARTICIPLE | ING


class Stranding(NamedTuple):
    """The words that decide; see the options of doubled_word.py."""

    verbs: frozenset[str]
    particles: frozenset[str]
    phrasal: frozenset[str]
    movers: frozenset[str]
    calls: frozenset[str]


def may_end_clause(line: Line, at: int, words: Stranding) -> bool:
    """Tell whether a clause may end behind a word, and the next begin with the same word."""
    word, before = line.words[at], line.before(at)
    if word in _BE:
        return _may_be_cleft(line, at)
    if not before or before == "," or line.gaps[at + 2] != BLANK or word in ("be", "been"):
        return False
    if word == "this":
        is_verb = look_up(before) & _VERB != 0 or main_class(before) not in _NOMINAL
        return (
            line.words[at + 2] in _TIMES
            and is_verb
            and (before not in _DATING or line.before(at - 1).startswith("look"))
        )
    after = line.words[at + 2]
    if after in _NO_OBJECTS or (word == "to" and after in _PREPOSITIONS):
        return False
    if after in _ADVERBS and line.gaps[at + 3] != BLANK:
        return False
    if word == "by":
        return before in _BY
    if before not in words.verbs:
        if word == "to":
            return False
        is_verb = main_class(before) == VERB
        return is_verb and (_has(line, at, _ASKING, _NEAR) or _has_gap(line, at, _NEAR))
    if _has(line, at, _GET, _NEAR):
        return True
    if word == "to" and line.words[at + 2] in _DETERMINERS:
        return False  # "talk to to the mayor"; but "someone to talk to to mend it"
    return _has_gap(line, at, _CLEFT_REACH)


def _may_be_cleft(line: Line, at: int) -> bool:
    """Tell whether "what it" may stand before "is is", with no verb between."""
    for place in range(at - 1, max(-1, at - 1 - _CLEFT_REACH), -1):
        word = line.words[place]
        if word == "all" and line.words[place + 1] not in _PRONOUNS:
            continue
        if word in _FREE or word in _WHO:
            return word in _FREE or (place < at - 1 and line.before(at) in _PRONOUNS)
        if word in _BE or word == "to" or word in _MODALS or line.gaps[place] == BORDER:
            return False
        if main_class(word) == VERB and look_up(word) & (PAST | THIRD):
            return False
    return False


def _has(line: Line, at: int, words: frozenset[str], reach: int) -> bool:
    """Tell whether any of some words stands within reach before another, in its sentence."""
    for place in range(at - 1, max(-1, at - 1 - reach), -1):
        if line.words[place] in words:
            return True
        if line.gaps[place] == BORDER:
            return False
    return False


def _has_gap(line: Line, at: int, reach: int) -> bool:
    """Tell whether a clause stands before a word that may end with a preposition."""
    for place in range(at - 1, max(-1, at - 1 - reach), -1):
        word, after = line.words[place], line.words[place + 1]
        if word in _GAPS and not (word in _SUBJECTS and _is_finite(after)):
            return True
        if place and main_class(line.before(place)) == NOUN:
            if word == "to" and line.is_lower(place + 1) and look_up(after) & BASE:
                return True
            if word in _PRONOUNS and not (word == "that" and _is_finite(after)):
                return True
        if line.gaps[place] == BORDER:
            return False
    return False


def _is_finite(word: str) -> bool:
    """Tell whether a word is a verb that "who" or "which" may have as its subject."""
    return word in _MODALS or word in _BE or (main_class(word) == VERB and not look_up(word) & ING)


def is_stray(line: Line, at: int, words: Stranding) -> bool:
    """Tell whether one of two equal words that may stand twice cannot do so here."""
    word, before = line.words[at], line.before(at)
    after = line.words[at + 2] if line.gaps[at + 2] == BLANK else ""
    if word in (before, after):
        return False  # thrice is meant
    if word in words.particles:
        return _is_stray_particle(line, at, after, words)
    if word in ("it", "you", "we"):
        return bool(after) and (
            before in _CONJUNCTIONS
            or before in ("", ",", "and", "said", "says")
            or before in _BELIEVING
            or (main_class(before) == NOUN and not look_up(before) & _VERB)
        )
    if word == "there":
        return (before in _CONJUNCTIONS or before in ("", ",")) and after in _BE_VERBS
    if word in _NUMBERS:
        is_noun = main_class(after) in _NOMINAL or (after and not line.is_lower(at + 2))
        return bool(is_noun) and before not in _SCORING
    if word in ("more", "less"):
        return after == "than"
    if word in words.calls:
        return before not in ("", ",")
    if word == "that":
        return after in ("the", "a", "he", "she", "they", "we", "i", "you")
    if word == "had":
        return after == "been"
    if word == "what":
        return before in _QUESTIONS and after in (*_BE_VERBS, *_PRONOUNS)
    if word == "will":
        return (
            before not in _DETERMINERS - {"that", "this"}
            and main_class(before) != MODIFIER
            and after != ""
        )
    return False


def _is_stray_particle(line: Line, at: int, after: str, words: Stranding) -> bool:
    """Tell whether "in in" cannot be "gave in" and "in the end"."""
    before = line.before(at)
    if not after or after in _NO_OBJECTS:
        return False
    if after in _ADVERBS and line.gaps[at + 3] != BLANK:
        return True
    if before in (",", "", "said", "says") or before in _CONJUNCTIONS:
        return before != "" or line.words[at] in ("in", "on")
    fact = look_up(before)
    further = line.before(at - 1)
    is_noun = (not line.is_lower(at - 1) and line.gaps[at - 1] != BORDER) or (
        main_class(before) == NOUN
        and (further in _DETERMINERS or main_class(further) in (MODIFIER, NOUN))
    )
    if fact & _VERB and not is_noun:
        may_strand = f"{before}-{line.words[at]}" in words.phrasal
        may_strand = may_strand or line.words[at] not in ("in", "on")
        return not (may_strand or _has(line, at, _GET, _NEAR) or _has_gap(line, at, _CLEFT_REACH))
    if main_class(before) == MODIFIER and not is_noun:
        return False
    return not (
        _has(line, at, words.movers, _PARTICLE_REACH) or _has_gap(line, at, _PARTICLE_REACH)
    )


def is_free(line: Line, at: int) -> bool:
    """Tell whether "whatever happens happens" is meant, or "what makes Oban Oban"."""
    before = line.before(at)
    fact = look_up(line.words[at])
    if before in _MAKES:
        return True
    if before == "whoever" or (before == "who" and line.before(at - 1) in _ANYONE):
        return fact & (BASE | THIRD | PAST) != 0
    if not fact & THIRD and (main_class(line.words[at]) != VERB or not fact & (BASE | PAST)):
        return False
    if before == "that":
        return main_class(line.before(at - 1)) == NOUN
    return before in ("what", "whatever")


def is_kin(line: Line, at: int) -> bool:
    """Tell whether "great great" counts generations."""
    after = line.words[at + 2] if at + 2 < len(line.words) else ""
    return line.words[at] == "great" and (after.startswith("grand") or after in _KIN)
