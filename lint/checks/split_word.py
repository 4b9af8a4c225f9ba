"""Words that a blank has cut in two: "the news paper", "with out", "a prob lem"."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, model
from lint.checks.copy_words import is_prose, neighbour, stands_alone
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.dictionary import (
    LONGEST,
    MODIFIER,
    NOUN,
    OTHER,
    PLAIN,
    WORD,
    frequency,
    look_up,
    main_class,
    maybe_known,
)
from lint.prose.language_model import END, START, entry, pair, seen

VALUES = ("text", "wanted")
CASES = ("words", "quoted", "spoken")
_CASE = (("", "words"), ("quoted", "spoken"))  # in speech or not, by whether both parts are words
_SHORTEST = 6
_AT_ONCE = 20_000  # words: a long article's would take ten times its size
_COMMON, _RARE = 2.8, 2.0  # how common the whole is: of two words, of fragments
_PART = 3.0  # how common a word is that a part can be meant as
# How much likelier than its parts the whole must be, as log10: where a part is no word, where the
# news hardly has the pair of words, and where it has it.
_FRAGMENT, _STRANGE, _PAIR = 1.0, 2.4, 4.2
_EVERYDAY, _RARER = 4.3, 0.8  # from how common a whole on; how much more others need
_HARDLY = -3.0  # log10 of how often the second word follows the first


class Options(CheckOptions):
    """``allowed``: pairs of words that are right, though joined they are another word."""

    allowed: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield two words that together are one, and that nobody writes beside each other there.

    In the base case a part is no word by itself; "words" is two of them. In somebody's mouth the
    first is "quoted" and the second "spoken".
    """
    allowed = frozenset(options.allowed)
    row = article.running(*model.COPY)
    for place, whole in _maybe_words(row.texts):
        one, other = row.texts[place : place + 2]
        if not _SHORTEST <= len(whole) <= LONGEST or row.gaps[place + 1] not in (" ", "\u00a0"):
            continue
        if not whole.isalpha() or not whole.islower() or not look_up(whole) & PLAIN:
            continue  # to look a word up costs most
        if f"{one} {other}" in allowed or one == other:
            continue
        block, at = row.place(place)
        before = neighbour(block.words, at, -1) or START
        after = neighbour(block.words, at + 1, 1) or END
        are_words = _are_words(one, other)
        if not _is_split(before, one, other, after, are_words):
            continue
        first, second = block.words[at], block.words[at + 1]
        start, end = first.start, second.end
        if not is_prose(block, start, end) or block.is_inside(start, end, "i", "em"):
            continue
        if not (stands_alone(block, first) and stands_alone(block, second)):
            continue
        yield hit_in(
            block,
            start,
            end,
            case=_CASE[block.is_quoted(start, end)][are_words],
            values={"text": block.text[start:end], "wanted": whole},
            fixes=[rewrite(block, start, end, whole)],
        )


def _maybe_words(texts: list[str]) -> Iterator[tuple[int, str]]:
    """Yield each two words that may be one together, and the place of the first."""
    for start in range(0, len(texts), _AT_ONCE):
        part = texts[start : start + _AT_ONCE + 1]
        wholes = list(map(str.__add__, part, part[1:]))
        for at in maybe_known(wholes):
            yield start + at, wholes[at]


def _are_words(one: str, other: str) -> bool:
    return all(look_up(each) & WORD and frequency(each) >= _PART for each in (one, other))


def _is_split(before: str, one: str, other: str, after: str, are_words: bool) -> bool:
    """Weigh one word against two, between what stands before and behind."""
    if frequency(one + other) < (_COMMON if are_words else _RARE):
        return False
    first, second, third, fourth = entry(before), entry(one), entry(other), entry(after)
    whole = entry(one + other)
    parts = pair(first, second) + pair(second, third) + pair(third, fourth)
    gain = pair(first, whole) + pair(whole, fourth) - parts
    if other in ("and", "or") and main_class(after) not in (OTHER, 0):
        return False  # "fact or report"
    if not are_words:
        return gain >= _FRAGMENT
    if after in ("and", "or"):
        return False  # "service men and women"
    known = seen(second, third)
    is_rare = frequency(one + other) < _EVERYDAY
    if is_rare and main_class(one) == MODIFIER and main_class(other) == NOUN:
        return False  # "our free ways"
    wanted = _STRANGE + _RARER * is_rare if known is None or known <= _HARDLY else _PAIR
    return gain >= wanted + (len(one) == 1)  # "a part", "a round"
