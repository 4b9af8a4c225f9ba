"""Nouns and the verb behind them: "the lamps is", "the rise in prices are", "rules that makes"."""

from __future__ import annotations

from lint.checks.subject import (
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    OBJECTS,
    QUANTITIES,
    REPORTS,
    Words,
    Wrong,
    is_verb,
    verb_behind,
)
from lint.prose.clause import BLANK, Line
from lint.prose.dictionary import (
    ADJECTIVE,
    ING,
    MODIFIER,
    NAME,
    NOUN,
    OTHER,
    PARTICIPLE,
    PLURAL,
    SINGULAR,
    VERB,
    look_up,
    main_class,
)
from lint.prose.inflection import Verb, plural_of, singular_of
from lint.prose.language_model import entry, pair, seen

_PREPOSITIONS = frozenset("in for on against about over between from".split())
# What ties a noun to one before it, or lets "that" be no relative.
_LINKS = frozenset(
    "of in for on at by with from to into about against between among over under than as and or "
    "one only not it it's it’s is was tell tells told telling assure assured show showed shown "
    "convince convinced warn warned remind reminded inform informed persuade persuaded teach "
    "taught promise promised say said says so such".split()
)
_CONDITIONS = frozenset("if unless when once".split())
_THESE = frozenset("this it which".split())
_SINGLES = frozenset("a an this every each another".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten twenty".split())
_SUMMING = frozenset("means makes seems sounds looks equals costs takes adds".split())
_MOST_WORDS, _LOOKED_BACK = 3, 7
_LIKELIER = 0.7  # log10 by which the news must like the other number better
_SURELY, _LOOSELY = 1, 2


#: Behind other words no noun phrase begins a clause.
BEFORE_PHRASES = CONJUNCTIONS | frozenset("and but so yet as than since after before".split())


def phrase(line: Line, at: int, words: Words) -> Wrong | None:
    """A noun phrase that begins a clause, and the verb behind it or behind its "in prices"."""
    opening = _opening(line, at)
    if not opening or line.before(at) in ("what", "whatever"):
        return None  # "whatever that function returns is what counts"
    for place in range(at + 1, min(at + 2 + _MOST_WORDS, len(line.words))):
        if line.gaps[place] != BLANK or not line.is_lower(place):
            return None
        main = main_class(line.words[place])
        if line.words[at] in _SINGLES and singular_of(line.words[place]):
            return None  # "this speeds builds"
        if main not in (NOUN, MODIFIER) or look_up(line.words[place]) & (ING | PARTICIPLE):
            return None
        if main != NOUN:
            continue
        behind = verb_behind(line, place)
        if behind is not None and (
            main_class(line.words[behind[0]]) != NOUN or line.after(behind[0]) in OBJECTS
        ):
            if opening == _LOOSELY and (behind[1].is_auxiliary or not behind[1].is_third):
                return None
            return _noun(line, at, place, *behind, words)
        if line.after(place) in _PREPOSITIONS and opening == _SURELY:
            return _head(line, at, place, words)
    return None


def _opening(line: Line, at: int) -> int:
    """How surely a clause begins with a word."""
    before = line.before(at)
    if not before or before in CONJUNCTIONS:
        return _SURELY
    if before in ("and", "but", "so", "yet"):
        return _SURELY if line.before(at - 1) == "" else 0
    if before == "as" and line.before(at - 1) not in ("", ","):
        return 0  # "as well as"
    return _LOOSELY if before == "," or before in ("as", "than", "since", "after", "before") else 0


def _head(line: Line, at: int, head: int, words: Words) -> Wrong | None:
    """Judge "the rise in prices are": the verb behind a noun with "in" and another noun."""
    noun = line.words[head]
    for place in range(head + 2, min(head + 6, len(line.words))):
        word = line.words[place]
        if line.gaps[place] != BLANK or not line.is_lower(place):
            return None
        if place == head + 2 and word in DETERMINERS:
            continue
        main, fact = main_class(word), look_up(word)
        if main not in (NOUN, MODIFIER) or fact & (ING | PARTICIPLE):
            return None
        behind = verb_behind(line, place) if main == NOUN else None
        if behind is None:
            continue
        found = behind[1]
        if found.is_noun or behind[0] != place + 1:
            return None
        if found.is_third != bool(singular_of(noun)) or found.is_third == bool(singular_of(word)):
            return None
        if main_class(noun) != NOUN or noun in words.amounts:
            return None
        return _noun(line, at, head, *behind, words)
    return None


def bare(line: Line, at: int, words: Words) -> Wrong | None:
    """A plural without an article that begins a clause, and a singular verb."""
    if at >= len(line.words) - 1 or line.before(at) == ",":
        return None
    noun = line.words[at]
    if not singular_of(noun) or main_class(noun) not in (NOUN, 0):
        return None
    behind = verb_behind(line, at)
    if behind is None or not behind[1].is_third:
        return None
    if not line.is_lower(at):  # "Jaws is on"
        is_name = look_up(noun) & NAME or not line.texts[at].istitle()
        if is_name or behind[1].is_auxiliary or seen(entry(noun), entry(behind[1].other)) is None:
            return None
    return _noun(line, at, at, *behind, words)


def long_phrase(line: Line, at: int, words: Words) -> Wrong | None:
    """A phrase of names and nouns that begins a sentence: "Whale experts says"."""
    if line.before(at):
        return None
    for place in range(at, min(at + 2 + _MOST_WORDS, len(line.words))):
        if line.gaps[place] != BLANK and place > at:
            return None
        word = line.words[place]
        main, fact = main_class(word), look_up(word)
        if fact & (ING | PARTICIPLE) or main == VERB or (main == OTHER and word not in QUANTITIES):
            return None
        singular = singular_of(word)
        if place == at or not singular or main != NOUN or not line.is_lower(place):
            continue
        behind = verb_behind(line, place)
        if behind is None or behind[1].is_auxiliary or not behind[1].is_third:
            continue
        if main_class(line.words[behind[0]]) != VERB or singular in words.measures:
            return None
        if line.words[at] in _NUMBERS and line.words[behind[0]] in _SUMMING:
            return None  # "Two lamps means danger"
        return _noun(line, at, place, *behind, words)
    return None


def that(line: Line, at: int, words: Words) -> Wrong | None:
    """Rules that makes, a plan that fail: the noun before decides, if nothing is before it."""
    behind = verb_behind(line, at)
    noun = line.before(at)
    if behind is None or behind[0] != at + 1 or main_class(noun) != NOUN:
        return None
    place, found = behind
    if noun in words.unchanging or not line.is_lower(at - 1) or line.before(at - 1) in _THESE:
        return None  # "this shows who is there"
    if found.is_third:
        singular = singular_of(noun)
        if not singular or singular in words.measures:
            return None
        if found.is_noun and main_class(found.other) != VERB:
            return None
    elif not _is_single(line, at - 1, words) or not is_verb(line, place, found):
        return None
    if found.is_third and line.sentence_has(at, _CONDITIONS):
        return None  # "if they own shares that does not make them rich"
    reach = range(at - 2, max(-1, at - 2 - _LOOKED_BACK), -1)
    for place in reach:
        if line.gaps[place + 1] != BLANK:
            break
        word = line.words[place]
        if word in _LINKS or word.endswith("'s"):
            return None  # "the leader of the rebels who was", "told officials that is a lie"
        if word in DETERMINERS and line.before(place) in ("", ",", "are", "were"):
            break
    return Wrong(behind[0], at - 1, found.other)


def _is_single(line: Line, at: int, words: Words) -> bool:
    """Tell whether a noun with "a" before it is one thing or person, and stands for no more."""
    noun = line.words[at]
    if not plural_of(noun) or look_up(noun) & ADJECTIVE:
        return False
    if noun in words.collectives or noun in words.measures or noun in words.amounts:
        return False
    may_be_noun = look_up(line.words[at + 2]) & (SINGULAR | PLURAL) != 0
    if may_be_noun and line.words[at + 1] == "that" and line.after(at + 2) not in OBJECTS:
        return False  # "a sign that help is near"
    first = at - 1
    while first > 0 and main_class(line.words[first]) in (NOUN, MODIFIER) and at - first < 3:
        first -= 1
    return first >= 0 and line.words[first] in ("a", "an", "every", "each")


def _noun(line: Line, at: int, noun_at: int, place: int, found: Verb, words: Words) -> Wrong | None:
    """Weigh a noun and the verb behind it; ``at`` is where the noun's phrase begins."""
    noun, written = line.words[noun_at], line.words[place]
    first = line.words[at]
    if noun in words.unchanging or noun in words.amounts or not is_verb(line, place, found):
        return None
    if found.is_noun and line.after(place) in FINITE:
        return None  # "when a system call is cut off"
    if found.is_third:
        singular = singular_of(noun)
        if not singular or (found.is_auxiliary and singular in words.measures):
            return None
    else:
        if not plural_of(noun) or noun in words.collectives or noun in words.measures:
            return None
        if first in ("these", "those", "some") or line.sentence_has(at, words.demands):
            return None
        if written in ("were", "weren't") and line.sentence_has(at, words.wishes):
            return None
        if look_up(noun) & ADJECTIVE or main_class(noun) != NOUN:
            return None  # "the poor have"
        before = line.before(at)
        if written not in ("are", "were") and before in ("if", "whether", "unless"):
            return None  # "whether the ship sink or swim"
        if before == "that" and not found.is_auxiliary and line.before(at - 1) not in REPORTS:
            return None  # "so that the ship sail"
    if not _is_likelier(line, noun, written, place, found):
        return None
    return Wrong(place, noun_at, found.other)


def _is_likelier(line: Line, noun: str, written: str, place: int, found: Verb) -> bool:
    """Tell whether the news has the other form behind a noun, and hardly the written one."""
    one, other = entry(noun), entry(found.other)
    known, gain = seen(one, other) is not None, pair(one, other) - pair(one, entry(written))
    if seen(one, entry(written)) is not None:
        return known and gain >= _LIKELIER
    if known or not found.is_noun:
        return True
    if not found.is_third or main_class(written) != VERB:
        return False
    return main_class(found.other) == VERB or line.after(place) in OBJECTS
