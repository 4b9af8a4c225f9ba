"""British and American spelling, or -ise and -ize: mixed in one article, or against the house."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from types import MappingProxyType
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose, places
from lint.checks.hit import Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.patterns import lazy_pattern
from lint.prose.words import Word
from lint.tuples import NamedTuple

VALUES = ("word", "wanted", "other")
CASES = ("house",)
# Captions come from agencies in the agency's spelling; quotations keep what somebody wrote.
_KINDS = (model.HEADLINE, model.STANDFIRST, model.PARAGRAPH, model.SUBHEADING, model.LIST_ITEM)
_ENDINGS = lazy_pattern(r"([a-z]+i)([sz])(e|es|ed|ing|ation|ations|ational|er|ers)")
_EVIDENCE = 3  # words of the usual variety
_MOST = 5  # related places are enough to show it


class Options(CheckOptions):
    """``pairs``: words in the first variety (British), each with its form in the second (American).

    ``stems``: verbs in -ise or -ize, without this ending ("organ"). ``first``: words that show the
    first variety though the second has no form of its own for them ("programme"). ``house``: the
    variety that is demanded; empty for the one that the article itself has more of.
    """

    pairs: Mapping[str, str] = MappingProxyType({})
    stems: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    house: Literal["", "british", "american", "ise", "ize"] = ""


class _Place(NamedTuple):
    block: Block
    word: Word
    wanted: str


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the first word in the rarer variety; "house" is each that is against the house.

    Only words in small letters count: capitals make names (Department of Labor, Lincoln Center).
    """
    sides: tuple[list[_Place], list[_Place]] = ([], [])
    telling = _telling(article.vocabulary, options)
    if not options.house and len({side for side, _ in telling.values()}) < 2:
        return
    for block, found, at in places(article, frozenset(telling), _KINDS):
        word = found[at]
        side, wanted = telling[word.text]
        if block.is_quoted(word.start, word.end):
            continue
        if is_prose(block, word.start, word.end) and not block.is_inside(
            word.start, word.end, "i", "em"
        ):
            sides[side].append(_Place(block, word, wanted))
    if options.house:
        wrong = sides[1 if options.house in ("british", "ise") else 0]
        for place in wrong:
            if place.wanted:
                yield from _told([place], [], "house")
        return
    if not sides[0] or not sides[1]:
        return
    odd, usual = (sides[1], sides[0]) if len(sides[1]) <= len(sides[0]) else (sides[0], sides[1])
    odd = [place for place in odd if place.wanted]
    yield from _told(odd, usual, "")


def _telling(words: Set[str], options: Options) -> dict[str, tuple[int, str]]:
    """Of some words those of one variety: the side that each is on, and its form of the other."""
    pairs, (back, stems, first) = options.pairs, _tables(options)
    telling: dict[str, tuple[int, str]] = {}
    for text in words if stems else ():
        ending = _ENDINGS.fullmatch(text) if "is" in text or "iz" in text else None
        if ending is not None and ending[1][:-1] in stems:
            side, other = (0, "z") if ending[2] == "s" else (1, "s")
            telling[text] = side, f"{ending[1]}{other}{ending[3]}"
    telling.update(dict.fromkeys(first & words, (0, "")))
    telling.update((text, (1, back[text])) for text in back.keys() & words)
    telling.update((text, (0, pairs[text])) for text in pairs.keys() & words)
    return telling


@made_once
def _tables(options: Options) -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    back = {american: british for british, american in options.pairs.items()}
    return back, frozenset(options.stems), frozenset(options.first)


def _told(odd: list[_Place], usual: list[_Place], case: str) -> Iterator[Hit]:
    if not odd:
        return
    block, word, wanted = odd[0]
    related = [
        Related(each.block.span(each.word.start, each.word.end), "the other way")
        for each in usual[:_EVIDENCE]
    ]
    related += [
        Related(each.block.span(each.word.start, each.word.end), "here, too")
        for each in odd[1 : _MOST + 1]
    ]
    yield hit_in(
        block,
        word.start,
        word.end,
        case=case,
        values={"word": word.text, "wanted": wanted, "other": usual[0].word.text if usual else ""},
        related=related,
        fixes=[rewrite(block, word.start, word.end, wanted)],
    )
