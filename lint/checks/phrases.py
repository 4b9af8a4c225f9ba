"""Phrases in which a word stands for another that sounds or looks alike: "of coarse"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import compress, count

from lint.prose.clause import BLANK, BORDER, Line
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
from lint.tuples import NamedTuple

_WORDS: Mapping[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "THE": "a an the his her its my our your their",
        "ITS": "a an its his my our your their",
        "BE": "is are was were be been being am it's that's he's she's they're we're you're i'm",
        "HAVE": "have has had having i've we've they've you've",
        "CAN": "can can't cannot could couldn't may might must should shouldn't will won't would "
        "wouldn't",
        "WHAT": "what how why who where when which",
        "WHO": "i he she we they",
    }.items()
}

# What may have a base form behind "too": "they too say".
_SUBJECTS = frozenset(
    "i you he she it we they who that which this these those one ones all some many most few both "
    "others and or but so nor that's us them him her me".split()
)
# Behind these a single noun has a base form: "let the mayor too say", "will the mayor too say".
LETTING = frozenset(
    "let lets make makes made help helps helped see sees saw hear heard watch watched have has had "
    "do does did will would can could may might should must shall and or nor that demand demands "
    "demanded".split()
)


_STOP = "STOP"


class Phrase(NamedTuple):
    """``words`` words, for which ``wanted`` is meant."""

    wanted: str
    words: int


#: Phrases, written and meant, by two words that stand together in what is written: the first wrong
#: one and one beside it; with each, the number of words before the wrong one.
Phrases = Mapping[tuple[str, str], list[tuple[str, str, int]]]


def read_phrases(table: Mapping[str, str]) -> Phrases:
    """The phrases of a table (written to meant), laid out for a search.

    Capitals stand for words of a kind, as in the table of the rule wrong-word.
    """
    found: dict[tuple[str, str], list[tuple[str, str, int]]] = {}
    for written, meant in table.items():
        words = written.split()
        same = 0
        for one, other in zip(words, meant.split(), strict=False):
            if one != other:
                break
            same += 1
        same = min(same, len(words) - 1)
        one, other = words[same - 1 : same + 1] if same else words[:2]
        for first in _WORDS.get(one, (one,)):
            for second in _WORDS.get(other, (other,)):
                found.setdefault((first, second), []).append((written, meant, same))
    return found


def faults(table: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with a table: each phrase has two words or more, and another meaning."""
    for written, meant in table.items():
        words = written.split()
        if len(words) < 2 or not meant.strip() or words == meant.split():
            yield f"“{written}”: a phrase is of two words or more, and stands for another"
        for word in words:
            if word.isupper() and word not in (*_WORDS, *_KINDS, _STOP):
                yield f"“{written}”: there are no words of the kind “{word}”"


def find_phrases(line: Line, phrases: Phrases) -> Iterator[tuple[int, Phrase]]:
    """Yield the phrases of a text, each with the place of its first wrong word."""
    pairs = zip(line.words, line.words[1:], strict=False)
    for place in compress(count(), map(phrases.__contains__, pairs)):
        for written, meant, back in phrases[line.words[place], line.words[place + 1]]:
            first, words = place - max(0, back - 1), written.split()
            if first >= 0 and _stands(line, first, words):
                yield first + back, _wrong_part(words, meant.split(), back)
                break


def _stands(line: Line, first: int, words: list[str]) -> bool:
    """Tell whether the words of a phrase stand at a place, with nothing but blanks between them."""
    ends = words[-1] == _STOP
    last = first + len(words) - ends
    return (
        all(map(_is, words, line.words[first:last]))
        and all(gap == BLANK for gap in line.gaps[first + 1 : last])
        and (not ends or line.gaps[last] == BORDER)
    )


def _wrong_part(words: list[str], right: list[str], same: int) -> Phrase:
    """What is wrong from some word on, without what is the same at the end."""
    end, most = 0, min(len(words), len(right)) - same - 1
    while end < most and words[-1 - end] == right[-1 - end]:
        end += 1
    return Phrase(" ".join(right[same : len(right) - end]), len(words) - same - end)


def is_to(line: Line, at: int) -> bool:
    """Tell whether "too" stands for "to": before a verb's base form, where nobody can "do it too".

    A single noun is no subject of a base form, but behind "let" or "will".
    """
    after = line.after(at)
    if not after or not _is_base(after):
        return False
    before = line.before(at)
    if not before:
        return True  # "Too get through the winter"
    fact = look_up(before)
    if not fact or not line.is_lower(at - 1) or before in _SUBJECTS or fact & PLURAL:
        return False
    return not fact & SINGULAR or not line.sentence_has(at, LETTING)


def _is(wanted: str, word: str) -> bool:
    if not wanted.isupper():
        return wanted == word
    words = _WORDS.get(wanted)
    return word in words if words else _KINDS[wanted](word)


def _is_base(word: str) -> bool:
    """Tell whether a word is a verb's base form, and nothing that "too" stands before."""
    fact = look_up(word)
    if word in ("be", "have", "do"):
        return True
    is_plain = fact & (BASE | ADJECTIVE | ADVERB) == BASE and word != "overcome"
    return is_plain and main_class(word) == VERB


def _is_ing(word: str) -> bool:
    return word.endswith("ing") and look_up(word) & ING != 0


def _is_participle(word: str) -> bool:
    """Tell whether a word is a verb's participle, and no noun or base form."""
    fact = look_up(word)
    return fact & (PARTICIPLE | BASE | SINGULAR | PLURAL) == PARTICIPLE


def _is_noun(word: str) -> bool:
    """Tell whether a word is a noun, and no form of a verb."""
    fact = look_up(word)
    return main_class(word) == NOUN and not fact & (BASE | THIRD | PAST | ADVERB)


_KINDS: Mapping[str, Callable[[str], bool]] = {
    "DO": _is_base,
    "ING": _is_ing,
    "DONE": _is_participle,
    "NOUN": _is_noun,
}
