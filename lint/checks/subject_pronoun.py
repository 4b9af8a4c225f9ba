"""Pronouns and the verb behind them: "they says", "those who is", "there are a way"."""

from __future__ import annotations

from lint.checks.subject import (
    ADVERBS,
    CONJUNCTIONS,
    OBJECTS,
    QUANTITIES,
    REPORTS,
    Words,
    Wrong,
    is_verb,
    verb_behind,
)
from lint.prose.clause import BLANK, MARK, Line
from lint.prose.dictionary import ADJECTIVE, BASE, ING, NOUN, THIRD, VERB, look_up, main_class
from lint.prose.inflection import plural_of, singular_of

_LOOSE = frozenset("and or but nor as than like before after since until except so".split())
_AUXILIARIES = frozenset(
    "do does did don't doesn't didn't will would can could shall should may might must won't "
    "wouldn't can't couldn't shouldn't mustn't have had has let be is are was were am".split()
)
# Behind these he may "have" as well: an old subjunctive, or no subject at all.
_SUPPOSING = frozenset("if unless though although until till than but except as like".split())
_MODALS = frozenset(
    "do does did don't doesn't didn't will would can could shall should may might must won't "
    "wouldn't can't couldn't shouldn't mustn't let lets make makes made to".split()
)
_PARTICLES = frozenset(
    "up down out off on in at for with from as by into over through away back about around of and "
    "when while because if what how than".split()
)
_CONTRACTED = ("'d", "'ll")  # "what'd she say"
_ONE = frozenset(["one"])
EVERYONE = frozenset(
    "everyone everybody someone somebody anyone anybody nobody everything something nothing".split()
)


def he(line: Line, at: int, words: Words) -> Wrong | None:
    """Judge he, she or it with a plural verb."""
    behind = verb_behind(line, at)
    if behind is None or behind[1].is_third:
        return None
    place, found = behind
    before, subject = line.before(at), line.words[at]
    if not is_verb(line, *behind) and (subject == "it" or line.after(place) not in _PARTICLES):
        return None
    if subject == "it" and not line.texts[at].endswith("t"):
        return None  # "IT"
    if before in ("not", "only", "even", "just", "then"):
        before = line.before(at - 1)
    if before in _AUXILIARIES or before in words.demands or before.endswith(_CONTRACTED):
        return None
    is_opening = before in ("as", "but") and line.before(at - 1) in ("", ",")
    if before in _SUPPOSING and not is_opening:
        return None
    if before == "as" and found.is_auxiliary:
        return None  # "as it were"
    if before == "that" and line.before(at - 1) not in REPORTS:
        return None  # "so that he have"
    if before in ("and", "or", "nor") and line.gaps[at - 1] == BLANK:
        return None  # "his wife and he have"
    if line.words[place] in ("were", "weren't"):
        if line.sentence_has(at, words.wishes) or line.after(place) in ("", "better", "best"):
            return None
    elif before not in CONJUNCTIONS and line.sentence_has(at, words.demands):
        return None  # "asked that he go"
    if before in ("and", "or", "nor", ",") and line.sentence_has(at, _MODALS):
        return None  # "he can sing and she dance"
    if subject == "it" and before not in CONJUNCTIONS | {"", ",", "and", "but", "as"}:
        fact = look_up(before)
        if main_class(before) != NOUN or fact & (BASE | THIRD | ING) or found.is_auxiliary:
            return None  # "make it work", "those behind it are"
    return Wrong(place, at, found.other)


def they(line: Line, at: int, words: Words) -> Wrong | None:
    """Judge they, we, you or I with a singular verb."""
    behind = verb_behind(line, at)
    if behind is None or not behind[1].is_third:
        return None
    place, found = behind
    subject, before, written = line.words[at], line.before(at), line.words[place]
    if before in ("the", "a", "word", "pronoun", "royal") or written == "means":
        return None  # "'We' means the company"
    is_joined = before in ("and", "or") and line.gaps[at - 1] == BLANK
    if is_joined and subject in ("you", "i") and found.is_auxiliary:
        return None  # "between her and you is"
    is_noun = main_class(written) == NOUN or line.after(place) == "must"
    if subject != "they" and found.is_noun and is_noun:
        return None  # "we humans", "we needs must"
    if subject == "i":
        if line.texts[at] != "I":
            return None
        opens = before in ("", ",") or before in CONJUNCTIONS or before in _LOOSE
        if written in ("was", "wasn't", "isn't") or not opens:
            return None  # "Part I has"
        return Wrong(place, at, "am" if written == "is" else found.other)
    if subject == "you" and before not in CONJUNCTIONS | {"", ",", "and", "but", "so"}:
        fact = look_up(before)
        if before in ("until", "as") and main_class(written) == VERB:
            return None if found.is_auxiliary else Wrong(place, at, found.other)
        if found.is_auxiliary or main_class(before) != NOUN or fact & (BASE | THIRD | ING):
            return None  # "loving you is"
    return Wrong(place, at, found.other)


def this(line: Line, at: int, words: Words) -> Wrong | None:
    """Judge this with a plural verb, these and those with a singular one."""
    subject, before = line.words[at], line.before(at)
    if before and before not in CONJUNCTIONS:
        return None
    behind = verb_behind(line, at)
    if behind is None or behind[0] != at + 1:
        return None
    place, found = behind
    if found.is_third != (subject in ("these", "those")):
        return None
    if subject == "that" and (before or line.is_lower(at) or found.is_auxiliary):
        return None
    if not found.is_auxiliary:
        written, after = line.words[place], line.after(place)
        if after in ("is", "was", "has", "had", "will", "can") or _is_finite(after):
            return None  # "if this commit fails"
        if subject not in ("this", "that") or main_class(written) != VERB:
            return None
        may_be_other = found.is_noun or look_up(written) & ADJECTIVE  # "this elaborate plan"
        if may_be_other and (after not in OBJECTS or after in ("to", "it")):
            return None  # "this move to the south", "this call it was right to make"
        if line.sentence_has(at, words.demands):
            return None
    elif line.words[place] == "were" and line.sentence_has(at, words.wishes):
        return None
    is_do = line.words[place] in ("do", "don't", "does")
    return None if is_do else Wrong(place, at, found.other)


def _is_finite(word: str) -> bool:
    return look_up(word) & THIRD != 0 and main_class(word) == VERB


def there(line: Line, at: int, words: Words) -> Wrong | None:
    """Judge "there are a, there is several": the noun decides."""
    before = line.before(at)
    if before not in CONJUNCTIONS and before not in ("", ",", "and", "but"):
        return None
    behind = verb_behind(line, at)
    if behind is None or not behind[1].is_auxiliary or behind[0] != at + 1:
        return None
    place, found = behind
    if line.words[place] in ("do", "does", "don't", "doesn't", "has", "have"):
        return None
    noun_at = place + 1
    while noun_at < len(line.words) and line.words[noun_at] in ADVERBS | {"not"}:
        noun_at += 1
    if noun_at + 1 >= len(line.words) or line.gaps[noun_at] != BLANK:
        return None
    first, noun = line.words[noun_at], line.after(noun_at)
    if found.is_third:
        is_wrong = (
            first in QUANTITIES and noun != "a" and singular_of(noun) not in ("", *words.measures)
        )
    else:
        is_wrong = first in ("a", "an", "no", "another") and _is_one(line, noun_at + 1, words)
    if not is_wrong or line.sentence_has(at, words.wishes):
        return None
    return Wrong(place, noun_at + 1, found.other)


def _is_one(line: Line, at: int, words: Words) -> bool:
    """Tell whether a word is a singular noun that ends its phrase and counts nothing."""
    noun = line.words[at]
    if not plural_of(noun) or noun in words.amounts or noun in words.collectives:
        return False
    if noun in words.unchanging or line.gaps[at + 1] == MARK:
        return False  # "there are no fish", "there were a fire, a flood"
    if main_class(noun) != NOUN or look_up(noun) & ADJECTIVE or not line.is_lower(at):
        return False
    after = line.after(at)
    return after not in ("of", "and", "or") and (not after or main_class(after) not in (NOUN, 0))


def everyone(line: Line, at: int, words: Words) -> Wrong | None:
    """Judge everyone, something, nobody with are, were or have."""
    behind = verb_behind(line, at)
    before = line.before(at)
    if behind is None or behind[1].is_third or not behind[1].is_auxiliary:
        return None
    place, found = behind
    is_first = not before
    if line.words[place] in ("do", "don't") or (is_first and line.words[place] == "have"):
        return None  # "Everybody have a drink"
    if not is_first and before not in CONJUNCTIONS:
        return None
    if line.sentence_has(at, words.wishes) or line.sentence_has(at, words.demands):
        return None
    return Wrong(place, at, found.other)


def those_who(line: Line, at: int, words: Words) -> Wrong | None:
    """Judge those who is, people who has, anyone who have."""
    subject = line.before(at)
    behind = verb_behind(line, at)
    if behind is None or not is_verb(line, *behind):
        return None
    place, found = behind
    if found.is_third:
        if line.sentence_has(at, _ONE):
            return None  # "one of those who is"
        if subject in ("those", "they") or (
            subject in ("people", "men", "women", "children")
            and line.before(at - 1) not in ("a", "one")
        ):
            return Wrong(place, at - 1, found.other)
        return None
    if subject in EVERYONE and line.words[place] not in ("were", "weren't"):
        return Wrong(place, at - 1, found.other)
    return None
