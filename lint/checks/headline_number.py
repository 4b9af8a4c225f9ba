"""A number of dead, injured, arrested… in the headline that the text does not have."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from lint.article import Article, Block, model
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.prose.words import Word
from lint.tuples import NamedTuple

VALUES = ("headline", "text")
CASES = ()
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
}
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})*|{'|'.join(_NUMBERS)})"
_SAID = lazy_pattern(rf"(?<![\w.,£$€-]){_NUMBER}(?![\w%-]|[.,]\d)", re.IGNORECASE)
# "nearly 30", "30 or more": not one number against another.
_ROUGH = lazy_pattern(
    r"\b(?:about|around|nearly|almost|over|least|than|most|some|up to|(?:dozen|hundred|thousand)s?)"
    r"\W*$",
    re.IGNORECASE,
)
_LONGEST_ROUGH = 60  # characters before a number in which a rough word may stand
_REACH = 4  # words between the number and what it counts
_LIVE = lazy_pattern(r"\b(?:live|latest|updates?|as it happened)\b", re.IGNORECASE)
_KINDS = (model.STANDFIRST, model.PARAGRAPH, model.LIST_ITEM, model.QUOTE)


class Options(CheckOptions):
    """``counted``: words that say what a number counts, each with the word that groups them.

    "killed" and "dead" are grouped under one, so that "30 killed" and "30 dead" agree.
    """

    counted: Mapping[str, str] = MappingProxyType({})


class _Count(NamedTuple):
    number: int
    group: str
    block: Block
    start: int
    end: int


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield headline numbers whose like the text gives only with other numbers.

    Silent where the text has the headline's number anywhere, or a rough one, or tells of several:
    one event then has two counts.
    """
    in_headlines = [
        (headline, said)
        for headline in article.of(model.HEADLINE)
        if not _LIVE.search(headline.text)
        for said in _counts(headline, options.counted)
    ]
    if not in_headlines:
        return
    told: dict[str, list[_Count]] = {}
    for block in article.of(*_KINDS):
        for count in _counts(block, options.counted):
            told.setdefault(count.group, []).append(count)
    everywhere = _all_numbers(article)
    numbers = {group: {count.number for count in counts} for group, counts in told.items()}
    for headline, said in in_headlines:
        if len(numbers.get(said.group, ())) == 1 and said.number not in everywhere:
            other = told[said.group][0]
            text = other.block.text[other.start : other.end]
            values = {"headline": headline.text[said.start : said.end], "text": text}
            related = [Related(other.block.span(other.start, other.end), "the text has this")]
            yield hit_in(headline, said.start, said.end, values=values, related=related)


def _counts(block: Block, counted: Mapping[str, str]) -> Iterator[_Count]:
    """Numbers with a counted word close behind ("30 people were killed") or before ("kills 30")."""
    for match in _SAID.finditer(block.text):
        start, end = match.span()
        if _ROUGH.search(block.text, max(0, start - _LONGEST_ROUGH), start):
            continue
        next_word = bisect_left(block.words, end, key=_word_start)
        behind = block.words[next_word : next_word + _REACH + 1]
        last_word = bisect_right(block.words, start, key=_word_end)
        before = block.words[max(0, last_word - 1) : last_word]
        if before and not set(".;:,!?").isdisjoint(block.text[before[0].end : start]):
            before = []
        for word in (*before, *behind):
            between = block.text[min(word.start, start) : max(word.end, end)]
            if _SAID.search(between.replace(match[0], "", 1)) or not set(".;:,!?").isdisjoint(
                between
            ):
                break
            group = counted.get(word.text.casefold())
            if group:
                place = min(word.start, start), max(word.end, end)
                yield _Count(_value(match["number"]), group, block, *place)
                break


def _word_start(word: Word) -> int:
    return word.start


def _word_end(word: Word) -> int:
    return word.end


def _all_numbers(article: Article) -> set[int]:
    return {
        _value(match["number"])
        for block in article.of(*_KINDS)
        for match in _SAID.finditer(block.text)
    }


def _value(text: str) -> int:
    return _NUMBERS.get(text.casefold()) or int(text.replace(",", ""))
