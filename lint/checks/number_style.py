"""Numbers written in two ways in one article: per cent and %, million and m, figures under ten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple

VALUES = ("text", "wanted")
CASES = ()
# Headlines, captions and tables are short of room, and write shorter.
_RUNNING = (model.STANDFIRST, model.PARAGRAPH, model.LIST_ITEM)
_PERCENT = lazy_pattern(
    r"(?P<sign>(?<![\w.,])\d[\d.,]*[ \u00a0]?%)|(?P<one>(?<!\bthe )(?<!\ba )\bpercent\b)"
    r"|(?P<two>\bper[ \u00a0]cent\b)"
)
_MILLION = lazy_pattern(
    r"(?P<letter>(?:[£$€¥]|US\$)\d[\d.,]*[ \u00a0]?(?:mn?|mln|bn|tn)\b)"
    r"|(?P<word>(?<![\d.,])\d[\d.,]*[ \u00a0](?:million|billion|trillion)\b)"
)
_FIGURE = lazy_pattern(r"(?<![\w.,:/£$€#–-])([2-9])[ \u00a0]([a-z]{3,})(?![\w-])")
_SINGLE = lazy_pattern(r"[2-9][ \u00a0][a-z]{3}")  # what most blocks lack
_ANY_FIGURE = lazy_pattern(r"\d+(?:[.,]\d+)*")
_SENTENCE = lazy_pattern(r"[.!?][\"”’)]*\s")
_LONGEST = 500  # characters of a sentence on either side of a figure
_BEFORE_FIGURE = lazy_pattern(r"(?:[a-z]|\band|\bthe|,)[ \u00a0]$")
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


class Options(CheckOptions):
    """``fault``: "percent", "million" or "under-ten": what one rule looks for.

    ``nouns``: the plural nouns before which a figure under ten is written out.
    """

    fault: Literal["percent", "million", "under-ten"] = "percent"
    nouns: tuple[str, ...] = ()


class _Place(NamedTuple):
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the first number that is written the rarer way, once an article."""
    if options.fault == "under-ten":
        yield from _figures(article, options)
        return
    pattern = _PERCENT if options.fault == "percent" else _MILLION
    signs = ("%", "cent") if options.fault == "percent" else ("illion", "£", "$", "€", "¥")
    if not any(sign in article.text for sign in signs):
        return
    ways: dict[str, list[_Place]] = {}
    for block in article.of(*_RUNNING):
        if not any(sign in block.text for sign in signs):
            continue
        for match in pattern.finditer(block.text):
            if _counts(block, *match.span()):
                ways.setdefault(str(match.lastgroup), []).append(_Place(block, *match.span()))
    if len(ways) < 2:
        return
    ordered = sorted(ways.values(), key=len)
    odd, usual = ordered[0], ordered[-1]
    block, start, end = odd[0]
    related = [Related(usual[0].block.span(*usual[0][1:]), "written the other way here")]
    values = {"text": odd[0].text, "wanted": usual[0].text}
    yield hit_in(block, start, end, values=values, related=related)


def _counts(block: Block, start: int, end: int) -> bool:
    """Not in quotations or brackets, where figures are written shorter."""
    if any(link.start == 0 and link.end >= len(block.text) - 1 for link in block.links):
        return False  # a line that is only a link: another story's headline
    before = block.text[max(0, start - 60) : start]
    in_brackets = before.rfind("(") > before.rfind(")")
    return not (in_brackets or block.is_quoted(start, end)) and is_prose(block, start, end)


def _figures(article: Article, options: Options) -> Iterator[Hit]:
    nouns = frozenset(options.nouns)
    found = []
    for block in article.of(*_RUNNING) if _SINGLE.search(article.text) else ():
        for match in _FIGURE.finditer(block.text) if _SINGLE.search(block.text) else ():
            if match[2] not in nouns or not _counts(block, *match.span()):
                continue
            # "3 of the 12 men", "7 goals and 14 cards": beside larger numbers figures stay.
            low, high = max(0, match.start() - _LONGEST), match.end() + _LONGEST
            start = max(
                (m.end() for m in _SENTENCE.finditer(block.text, low, match.start())), default=low
            )
            stop = _SENTENCE.search(block.text, match.end(), high)
            rest = block.text[start : stop.start() if stop else high]
            before = block.text[max(0, match.start() - 8) : match.start()]
            if len(_ANY_FIGURE.findall(rest)) == 1 and _BEFORE_FIGURE.search(before):
                found.append(_Place(block, *match.span(1)))
    if not found:
        return
    block, start, end = found[0]
    wanted = _WORDS[int(block.text[start]) - 2]
    related = [Related(b.span(at, to), "here, too") for b, at, to in found[1:6]]
    values = {"text": block.text[start:end], "wanted": wanted}
    fix = rewrite(block, start, end, wanted)
    yield hit_in(block, start, end, values=values, related=related, fixes=[fix])
