"""Phrases in which a word stands for another that sounds or looks alike: "of coarse"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import compress, count

from lint.checks.phrase_words import (
    KINDS,
    NOT,
    STOP,
    WORDS,
    fits,
    is_base,
    is_enumerable,
    members,
)
from lint.prose.clause import BLANK, BORDER, Line
from lint.prose.dictionary import PLURAL, SINGULAR, look_up
from lint.tuples import NamedTuple

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


class Phrase(NamedTuple):
    """``words`` words, for which ``wanted`` is meant."""

    wanted: str
    words: int


#: Phrases, written and meant, by two words that stand together in what is written, of which one is
#: wrong; with each, how far from its beginning these two stand.
Phrases = Mapping[tuple[str, str], list[tuple[str, str, int]]]


class _Parts(NamedTuple):
    """A phrase taken apart: ``wrong`` words from the one numbered ``back`` on, and what is meant.

    ``before`` and ``behind`` must not stand there.
    """

    tokens: tuple[str, ...]
    back: int
    wrong: int
    wanted: str
    before: str
    behind: str


def read_phrases(table: Mapping[str, str]) -> Phrases:
    """The phrases of a table (written to meant), laid out for a search.

    A phrase is written as in the table of the rule wrong-word, which tells how.
    """
    found: dict[tuple[str, str], list[tuple[str, str, int]]] = {}
    for written, meant in table.items():
        tokens, at = _pair(written, meant)
        for first in members(tokens[at]):
            for second in members(tokens[at + 1]):
                found.setdefault((first, second), []).append((written, meant, at))
    return found


def _pair(written: str, meant: str) -> tuple[list[str], int]:
    """A phrase's tokens, and which of them the search begins with, and the next one."""
    left, bracket, _ = written.partition("[")
    tokens = written.replace("[", "").replace("]", "").split()
    if tokens[0][0] == NOT:
        del tokens[0]
    same = len(left.split()) - (left[:1] == NOT) if bracket else _same(tokens, meant.split())
    at = same - 1
    if at < 0 or not is_enumerable(tokens[at]):
        at += 1
    return tokens, at


def _same(words: list[str], right: list[str]) -> int:
    """How many words at the beginning are right; one is wrong at least."""
    same = 0
    for one, other in zip(words[:-1], right, strict=False):
        if one != other:
            break
        same += 1
    return same


@cache
def _parts(written: str, meant: str) -> _Parts:
    left, bracket, rest = written.partition("[")
    wrong, _, right = rest.partition("]")
    before, after = left.split(), right.split()
    words, wanted = wrong.split(), meant
    if not bracket:
        before, words, after, wanted = _differing(before, meant.split())
    unwanted = before.pop(0)[1:] if before and before[0][0] == NOT else ""
    behind = after.pop()[1:] if after and after[-1][0] == NOT else ""
    return _Parts((*before, *words, *after), len(before), len(words), wanted, unwanted, behind)


def _differing(words: list[str], right: list[str]) -> tuple[list[str], list[str], list[str], str]:
    """Words that are the same, wrong, the same; and what is meant by the wrong ones."""
    same, end = _same(words, right), 0
    most = min(len(words), len(right)) - same - 1
    while end < most and words[-1 - end] == right[-1 - end]:
        end += 1
    last = len(words) - end
    return words[:same], words[same:last], words[last:], " ".join(right[same : len(right) - end])


def faults(table: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with a table: each phrase has two words or more, and another meaning."""
    for written, meant in table.items():
        plain = written.replace("[", "").replace("]", "").split()
        if len(plain) < 2 or not meant.strip() or plain == meant.split():
            yield f"“{written}”: a phrase is of two words or more, and stands for another"
            continue
        if written.count("[") != written.count("]") or written.count("[") > 1:
            yield f"“{written}”: the wrong words stand in one pair of brackets"
            continue
        for word in "|".join(plain).lstrip(NOT).replace("|" + NOT, "|").split("|"):
            if word.isupper() and word not in WORDS and word not in KINDS and word != STOP:
                yield f"“{written}”: there are no words of the kind “{word}”"
                break
        else:
            tokens, at = _pair(written, meant)
            if at + 1 >= len(tokens) or not all(map(is_enumerable, tokens[at : at + 2])):
                yield f"“{written}”: the wrong word stands beside one of a few"


def find_phrases(line: Line, phrases: Phrases) -> Iterator[tuple[int, Phrase]]:
    """Yield the phrases of a text, each with the place of its first wrong word."""
    pairs = zip(line.words, line.words[1:], strict=False)
    for place in compress(count(), map(phrases.__contains__, pairs)):
        for written, meant, at in phrases[line.words[place], line.words[place + 1]]:
            parts = _parts(written, meant)
            if place >= at and _stands(line, place - at, parts):
                yield place - at + parts.back, Phrase(parts.wanted, parts.wrong)
                break


def _stands(line: Line, first: int, parts: _Parts) -> bool:
    """Tell whether the words of a phrase stand at a place, with nothing but blanks between them."""
    ends = parts.tokens[-1] == STOP
    last = first + len(parts.tokens) - ends
    return (
        all(
            fits(token)(word)
            for token, word in zip(parts.tokens, line.words[first:last], strict=False)
        )
        and all(gap == BLANK for gap in line.gaps[first + 1 : last])
        and last - first <= len(line.words) - first
        and (not ends or line.gaps[last] == BORDER)
        and (not parts.before or line.before(first) not in members(parts.before))
        and (not parts.behind or line.after(last - 1) not in members(parts.behind))
    )


def is_to(line: Line, at: int) -> bool:
    """Tell whether "too" stands for "to": before a verb's base form, where nobody can "do it too".

    A single noun is no subject of a base form, but behind "let" or "will".
    """
    after = line.after(at)
    if not after or not is_base(after):
        return False
    before = line.before(at)
    if not before:
        return True  # "Too get through the winter"
    fact = look_up(before)
    if not fact or not line.is_lower(at - 1) or before in _SUBJECTS or fact & PLURAL:
        return False
    return not fact & SINGULAR or not line.sentence_has(at, LETTING)
