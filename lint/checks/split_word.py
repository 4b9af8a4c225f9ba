"""Words that a blank has cut in two: "the news paper", "with out", "a prob lem"."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article
from lint.checks.copy_words import are_neighbours, copy_blocks, is_prose, neighbour, stands_alone
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.dictionary import LONGEST, PLAIN, WORD, frequency, look_up, maybe_known
from lint.prose.language_model import END, START, entry, pair, seen

VALUES = ("text", "wanted")
CASES = ("quoted",)
_SHORTEST = 6
_COMMON, _RARE = 2.8, 2.0  # how common the whole is: of two words, of fragments
_PART = 3.0  # how common a word is that a part can be meant as
# How much likelier than its parts the whole must be, as log10: where a part is no word, where the
# news hardly has the pair of words, and where it has it.
_FRAGMENT, _STRANGE, _PAIR = 1.0, 2.4, 4.2
_HARDLY = -3.0  # log10 of how often the second word follows the first


class Options(CheckOptions):
    """``allowed``: pairs of words that are right, though joined they are another word."""

    allowed: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield two words that together are one, and that nobody writes beside each other there."""
    allowed = frozenset(options.allowed)
    for block, found in copy_blocks(article):
        text = block.text
        wholes = list(map(str.__add__, block.texts, block.texts[1:]))
        for at in maybe_known(wholes):
            whole = wholes[at]
            if not _SHORTEST <= len(whole) <= LONGEST or not look_up(whole) & PLAIN:
                continue
            one, other = found[at], found[at + 1]
            if not whole.islower() or not whole.isalpha() or not are_neighbours(text, one, other):
                continue
            if f"{one.text} {other.text}" in allowed or one.text == other.text:
                continue
            before = neighbour(block, found, at, -1) or START
            after = neighbour(block, found, at + 1, 1) or END
            if not _is_split(before, one.text, other.text, after):
                continue
            if not is_prose(block, one.start, other.end) or block.is_inside(
                one.start, other.end, "i", "em"
            ):
                continue
            if not (stands_alone(block, one) and stands_alone(block, other)):
                continue
            yield hit_in(
                block,
                one.start,
                other.end,
                case="quoted" if block.is_quoted(one.start, other.end) else "",
                values={"text": text[one.start : other.end], "wanted": whole},
                fixes=[rewrite(block, one.start, other.end, whole)],
            )


def _is_split(before: str, one: str, other: str, after: str) -> bool:
    """Weigh one word against two, between what stands before and behind."""
    are_words = all(look_up(each) & WORD and frequency(each) >= _PART for each in (one, other))
    if frequency(one + other) < (_COMMON if are_words else _RARE):
        return False
    first, second, third, fourth = entry(before), entry(one), entry(other), entry(after)
    whole = entry(one + other)
    parts = pair(first, second) + pair(second, third) + pair(third, fourth)
    gain = pair(first, whole) + pair(whole, fourth) - parts
    if not are_words:
        return gain >= _FRAGMENT
    known = seen(second, third)
    wanted = _STRANGE if known is None or known <= _HARDLY else _PAIR
    return gain >= wanted + (len(one) == 1)  # "a part", "a round"
