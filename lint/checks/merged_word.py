"""Words that run into each other for want of a blank: "inthe", "ofthe", "alot"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.article import Article, Block
from lint.checks.copy_words import is_prose, neighbour, places, stands_alone
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.prose.derivation import SUFFIXES
from lint.prose.dictionary import (
    BASE,
    ING,
    MODIFIER,
    NOUN,
    PAST,
    PLURAL,
    SINGULAR,
    THIRD,
    VERB,
    WORD,
    frequency,
    look_up,
    main_class,
    neighbours,
)
from lint.prose.language_model import END, START, Entry, entry, pair, seen
from lint.prose.words import Words
from lint.tuples import NamedTuple

VALUES = ("word", "wanted")
CASES = ("content", "compound", "quoted", "spoken")
_SHORTEST = 5
_PART, _CONTENT_PART = 2.5, 3.0  # how common both words are, at least
# Letters; shorter words make new ones ("redhead", "heatmap").
_LONG, _SHORTEST_PART, _LONG_COMPOUND = 6, 4, 12
_LONGEST = 32  # letters that are looked at
# How much likelier than by chance the second word is behind the first, as log10: two content words;
# at least, one that also begins or ends new words.
_DRAWN, _REPELLED = 1.0, -0.6
_NEVER_NEW = -1.2  # how badly words may fit of which the first makes no new ones
_ENDINGS = ("ly", "al", "ous", "ive", "ful", "less", "able", "ible", "ic", "ary")  # of such words
_LESS = 0.3  # by which a participle may draw less
# The same of both and what stands round them: beside a function word that also begins or ends
# words, if the news has the pair and if not; beside any other.
_FITS, _FITS_UNSEEN, _HARDLY_FITS = 0.0, 0.5, -0.8
_DETERMINERS = frozenset("a an the this that his her its our their my your each every".split())
_PARTICLES = frozenset("down up out off in over back through around on".split())
_ALONE = frozenset("ai")  # letters that are words


class Options(CheckOptions):
    """``always``: words that lists know, and yet are two, each with the two words.

    ``function``: words that are run into their neighbours. ``prefixes`` are those of them that also
    begin new words ("outperform"), ``suffixes`` those that end some ("a lockin"): beside them the
    news must have the pair. ``makers`` make so many new words that they are let be.
    """

    always: tuple[str, ...] = ()
    function: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()


class _Lists:
    def __init__(self, options: Options) -> None:
        self.always = {pair_.replace(" ", ""): pair_ for pair_ in options.always}
        self.function = frozenset(options.function)
        self.makers = frozenset(options.makers)
        self.prefixes, self.suffixes = frozenset(options.prefixes), frozenset(options.suffixes)


class _Evidence(NamedTuple):
    """``known``: the news has the pair; ``drawn`` and ``fits`` are told above."""

    known: bool
    drawn: float
    fits: float


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield words that no list has and that are two words, which belong beside each other.

    The base case has a function word in it; "content" is two others that the news has beside each
    other; "compound" such as make new words. In somebody's mouth the first is "quoted", and any
    other "spoken". What is written twice, or capitalised, is let be.
    """
    lists = _lists(options)
    unknown = frozenset(
        text
        for text, fact in article.odd.items()
        if not fact
        and _SHORTEST <= len(text) <= _LONGEST
        and text.isalpha()
        and text not in lists.always
    )
    seen_: Counter[str] = Counter()
    suspects: list[tuple[Block, Words, int]] = []
    for block, found, at in places(article, unknown.union(lists.always)):
        text = found[at].text
        if text in unknown:
            seen_[text.lower()] += 1 if text.islower() else 2
        if text in lists.always or text.islower():
            suspects.append((block, found, at))
    for block, found, at in suspects:
        word = found[at]
        if seen_[word.text] > 1 or not is_prose(block, word.start, word.end):
            continue
        if not stands_alone(block, word) or block.is_inside(word.start, word.end, "i", "em", "a"):
            continue
        before = neighbour(found, at, -1) or START
        after = neighbour(found, at, 1) or END
        wanted, case = lists.always.get(word.text, ""), ""
        if not wanted:
            wanted, case = _parted(word.text, before, after, lists)
        if not wanted:
            continue
        if block.is_quoted(word.start, word.end):
            case = "spoken" if case else "quoted"
        yield hit_in(
            block,
            word.start,
            word.end,
            case=case,
            values={"word": word.text, "wanted": wanted},
            fixes=[rewrite(block, word.start, word.end, wanted)],
        )


@made_once
def _lists(options: Options) -> _Lists:
    return _Lists(options)


def _parted(word: str, before: str, after: str, lists: _Lists) -> tuple[str, str]:
    """The likeliest two words, and the case; empty where no two belong beside each other."""
    best: tuple[float, float, str, str] | None = None
    first, last = entry(before), entry(after)
    for at in range(1, len(word)):
        one, other = word[:at], word[at:]
        if not _can_be(one) or not _can_be(other):
            continue
        second, third = entry(one), entry(other)
        likely = pair(first, second) + pair(second, third) + pair(third, last)
        if best is None or likely > best[0]:
            drawn = pair(second, third) - third.probability
            fits = likely - second.probability - third.probability - last.probability
            case = _case(one, other, _Evidence(seen(second, third) is not None, drawn, fits), lists)
            if before in _DETERMINERS and other in _PARTICLES and look_up(one) & BASE:
                case = None  # "a burndown chart": a noun made of a verb
            best = likely, fits, f"{one} {other}" if case is not None else "", case or ""
    if best is None or not best[2] or _is_slip(word, first, last, best[1]):
        return "", ""
    if word.endswith("in") and frequency(word + "g") >= _PART and best[1] < _DRAWN:
        return "", ""  # "keepin": speech
    return best[2:]


def _is_slip(word: str, first: Entry, last: Entry, fits: float) -> bool:
    """Tell whether one other letter makes a word that fits better: "agains" is no "a gains"."""
    near = (entry(each) for each in neighbours(word, _PART))
    return any(
        pair(first, each) + pair(each, last) - each.probability - last.probability >= fits
        for each in near
    )


def _can_be(word: str) -> bool:
    if len(word) == 1:
        return word in _ALONE
    return look_up(word) & WORD != 0 and frequency(word) >= _PART


def _case(one: str, other: str, evidence: _Evidence, lists: _Lists) -> str | None:
    """Tell which case two words beside each other are; None if nothing speaks for them."""
    known, drawn, fits = evidence
    if one in lists.makers and other not in lists.function:
        return None
    if one in lists.function or other in lists.function:
        is_affix = other in lists.suffixes and not _is_inflected(one)
        if 1 in (len(one), len(other)) and not known:
            return None
        if one in lists.prefixes or is_affix:
            return "" if fits > (_FITS if known else _FITS_UNSEEN) and drawn > _REPELLED else None
        return "" if fits > _HARDLY_FITS else None
    if not _are_usual(one, other):
        return None
    if _makes_no_words(one) and len(other) >= _SHORTEST_PART and other not in SUFFIXES:
        return "content" if fits > _NEVER_NEW else None
    if not known or not main_class(one) or not main_class(other):
        return None
    least = _DRAWN - _LESS * one.endswith("ing")
    if drawn < least or fits < _FITS_UNSEEN:
        return "content" if main_class(one) == MODIFIER and fits > 2 * _DRAWN else None
    if main_class(one) == VERB and main_class(other) != NOUN and fits > 2 * _DRAWN:
        return "content"  # "getpaid"
    if len(one) < _LONG - 1 or _may_be_new(one, other):
        is_long = min(len(one), len(other)) >= _SHORTEST_PART and (
            len(one + other) >= _LONG_COMPOUND - 3 * (main_class(one) == MODIFIER)
        )
        return "compound" if is_long else None
    return "content"


def _makes_no_words(word: str) -> bool:
    """Tell whether no new word begins with a word: "frequentlysaid", "localtown", "movinggulls"."""
    if main_class(word) == MODIFIER:
        return len(word) >= _LONG - 1 and word.endswith(_ENDINGS)
    return main_class(word) == VERB and _is_inflected(word)


def _is_inflected(word: str) -> bool:
    """Tell whether a word has an ending that no new word has inside: "talkingto", "floorsto"."""
    fact = look_up(word)
    return (
        len(word) >= _LONG - 1 and fact & (PLURAL | THIRD | PAST | ING) != 0 and not fact & SINGULAR
    )


def _may_be_new(one: str, other: str) -> bool:
    """Tell whether two words are of kinds that make new ones, as in "heatmap" and "homebuying"."""
    if not look_up(one) & SINGULAR or main_class(one) == MODIFIER or one.endswith("ing"):
        return False
    return main_class(other) == NOUN or other.endswith(("ing", "ed", "er", "ers", "free", "wide"))


def _are_usual(one: str, other: str) -> bool:
    return min(frequency(one), frequency(other)) >= _CONTENT_PART
