"""Misspelt words: those that everybody misspells, and those that no dictionary knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose, neighbour, places, stands_alone
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.patterns import lazy_pattern
from lint.prose.derivation import is_derived
from lint.prose.dictionary import (
    LONGEST,
    NAME,
    PLAIN,
    WORD,
    frequency,
    is_word,
    look_up,
    neighbours,
)
from lint.prose.language_model import entry, pair, seen
from lint.prose.words import Word, Words, starts_sentence

VALUES = ("word", "wanted")
CASES = ("swapped", "fitting", "clear", "unknown", "name", "quoted", "spoken")

_PART = lazy_pattern(r"[^\W\d_]+")
_UNSEEN, _EXPECTED = -99.0, -1.3  # log10 of how likely a neighbour makes a word
_CODE = ("code", "kbd", "samp", "var")
_SHORTEST_NAME = 6
_CLEAR = 7  # letters of a word that hardly another language has so near to a common word
_COMMON, _NAME_COMMON = 2.5, 4.0  # how common a word is that a slip may be measured against
_COPY = (*model.COPY, model.PULL_QUOTE)
_NAMING = (
    model.TITLE, model.OG_TITLE, model.DATA_HEADLINE, model.DATA_AUTHOR, model.BYLINE, model.CREDIT,
    model.KICKER,
)  # fmt: skip


class Options(CheckOptions):
    """``certain``: misspellings that are nothing else, each with the right word.

    ``words``: words of the house that no dictionary has. ``dictionary``: whether other unknown
    words are looked at, at all; ``names``: whether unknown capitalised words are. ``archive`` is
    the file of what the newsroom's archive says of words; the configuration names it
    ("words-index"), a rule cannot: a word of so many ``articles`` is no misspelling.
    """

    certain: Mapping[str, str] = MappingProxyType({})
    words: tuple[str, ...] = ()
    dictionary: bool = True
    names: bool = True
    articles: int = 3
    archive: str = ""


def problems(options: Options) -> Iterator[str]:
    """Yield what is wrong with options."""
    if options.archive:
        yield "option “archive”: name the file at the top of the configuration, as “words-index”"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield misspelt words.

    The base case is a certain misspelling. Other words are reported if no list has them, if they
    stand once in the article and never capitalised, if they are no compound or derivation, and if
    they are one slip away from a common word and beside no other unknown one: "unknown"; "swapped"
    if that slip is two letters in each other's place, as hardly a coinage or term of a trade has;
    "fitting" if the news has that common word beside its neighbours here; "clear" if the word is
    long. A "name" is capitalised. In somebody's mouth a certain
    one is "quoted", any other "spoken".
    """
    certain = options.certain
    wrong, suspects = _told_apart(article, options)
    if suspects and options.archive:
        suspects = _never_written(suspects, options)
    for block, found, at in places(article, wrong, _COPY):
        word = found[at]
        lower = word.text.lower()
        if (word.text == lower or _opens(block, word)) and _is_prose(block, word):
            yield _certain(block, word, certain[lower])
    if suspects:
        yield from _unknown(article, suspects)


def unknown_words(article: Article) -> frozenset[str]:
    """The words of an article that no dictionary has, in lower case."""
    unknown = _told_apart(article, Options())[1]
    return frozenset(text.lower() for text in unknown)


def _never_written(suspects: frozenset[str], options: Options) -> frozenset[str]:
    """Leave out words that the newsroom's archive has in articles enough."""
    from lint.prose.word_index import WORD, open_word_index

    archive = open_word_index(options.archive)
    return frozenset(t for t in suspects if archive.count_of(WORD, t.lower()) < options.articles)


def _told_apart(article: Article, options: Options) -> tuple[frozenset[str], frozenset[str]]:
    """Of an article's words those that are certainly misspelt, and those that no list has."""
    certain, house = _lists(options)
    suspects = [
        text
        for text, fact in article.odd.items()
        if (not fact or fact & (NAME | WORD) == NAME)
        and len(text) <= LONGEST
        and text.isalpha()
        and not (text.lower() in options.certain or text.lower() in house)
        and _may_be_wrong(text, fact, options)
    ]
    return certain & article.vocabulary, frozenset(suspects if options.dictionary else ())


def _may_be_wrong(text: str, fact: int, options: Options) -> bool:
    if text == text.lower():
        return len(text) > 3
    return not fact and options.names and text[1:].islower() and len(text) >= _SHORTEST_NAME


@made_once
def _lists(options: Options) -> tuple[frozenset[str], frozenset[str]]:
    """The certain misspellings as they may be written, and the words of the house."""
    small = [word for word in options.certain if word.isalpha() and len(word) > 2]
    written = [*small, *(word[0].upper() + word[1:] for word in small)]
    certain = frozenset(word for word in written if word.lower() in options.certain)
    return certain, frozenset(options.words)


def _opens(block: Block, word: Word) -> bool:
    """Tell whether a capital is owed to the place, not to a name: a sentence or headline begins."""
    return word.text[1:].islower() and starts_sentence(block.text, word.start)


def _certain(block: Block, word: Word, wanted: str) -> Hit:
    if word.text[0].isupper():
        wanted = wanted[0].upper() + wanted[1:]
    quoted = block.is_quoted(word.start, word.end)
    values = {"word": word.text, "wanted": wanted}
    safe = not quoted and word.text.islower()  # a capital may begin a name
    fix = rewrite(block, word.start, word.end, wanted, safe=safe)
    case = "quoted" if quoted else ""
    return hit_in(block, word.start, word.end, case=case, values=values, fixes=[fix])


def _telling(article: Article, suspects: frozenset[str]) -> dict[str, list[tuple[str, int]]]:
    """The words as written that have suspects in them: which, and how often they count for it.

    A capital makes two of one, because it may be a name's.
    """
    wanted = frozenset(map(str.lower, suspects))
    telling: dict[str, list[tuple[str, int]]] = {}
    for text in article.odd:
        lower = text.lower()
        if lower in wanted:
            telling[text] = [(lower, 1 if text == lower else 2)]
        elif not text.isalpha():
            parts = [part for part in _PART.findall(lower) if part in wanted]
            if parts:
                telling[text] = [(part, 1) for part in parts]
    return telling


def _unknown(article: Article, suspects: frozenset[str]) -> Iterator[Hit]:
    from lint.checks.unknown_word import (
        is_cut,
        is_foreign,
        is_mentioned,
    )  # a short article has none
    from lint.prose.fingers import is_far

    telling, row = _telling(article, suspects), article.running(*_COPY)
    standing = list(row.which(telling.__contains__))
    counts: Counter[str] = Counter()
    for place in standing:
        for part, times in telling[row.texts[place]]:
            counts[part] += times
    # Not the descriptions: they are often cut from the first paragraph, slips and all.
    head = chain.from_iterable(block.texts for block in article.of(*_NAMING))
    named = {part for text in head for part, _ in telling.get(text, ())}
    for place in standing:
        written = row.texts[place]
        text = written.lower()
        is_name = written != text
        if counts[text] > 1 + is_name or text in named or not text.isascii():
            continue
        if written not in suspects:
            continue
        block, at = row.place(place)
        found = block.words
        word = found[at]
        if not _is_prose(block, word) or block.is_inside(word.start, word.end, "i", "em", "a"):
            continue
        if text.endswith("in") and is_word(text + "g"):
            continue  # "goin down": speech
        if is_cut(block, word) or is_mentioned(block, word):
            continue
        if is_name:
            near = neighbours(text, _NAME_COMMON, PLAIN | NAME)
        elif is_derived(text):
            continue
        else:
            near = neighbours(text, _COMMON)
        if not near:
            continue
        is_other = not is_name and look_up(text) != 0  # somebody's name, hardly what is meant
        if is_other and frequency(near[0]) < _NAME_COMMON:
            continue
        swapped = [each for each in near if sorted(each) == sorted(text)]
        wanted, fits = _best(block, found, at, swapped or near)
        case = "swapped" if swapped else "fitting" if fits > _UNSEEN else "unknown"
        if case != "swapped" and not is_name and is_foreign(block, found, at):
            continue
        if case == "unknown" and not is_name and len(text) >= _CLEAR:
            case = "clear"
        if case != "swapped" and is_far(text, wanted):
            case = "unknown"  # millennials, jihadi, octobus: hardly a slip
        if any(each.tag in _CODE for other in article.blocks for each in other.inlines):
            case = "unknown"  # an article that shows code has terms of its own
        if (is_name or is_other) and fits == _UNSEEN:
            continue
        if is_name:
            is_plain = look_up(wanted) & WORD and not starts_sentence(block.text, word.start)
            if is_plain and not swapped and fits < _EXPECTED:
                continue  # “Galloni” is no gallon, but “Prime Minsiter” a minister
            wanted, case = wanted.capitalize(), "name"
        values = {"word": word.text, "wanted": wanted}
        fix = rewrite(block, word.start, word.end, wanted)
        if block.is_quoted(word.start, word.end):
            case = "spoken"
        yield hit_in(block, word.start, word.end, case=case, values=values, fixes=[fix])


def _is_prose(block: Block, word: Word) -> bool:
    return is_prose(block, word.start, word.end) and stands_alone(block, word)


def _best(block: Block, found: Words, at: int, near: list[str]) -> tuple[str, float]:
    """The likeliest of some words at a place, and how likely its likelier neighbour makes it."""
    before, after = neighbour(found, at, -1), neighbour(found, at, 1)
    fitting: dict[str, tuple[float, float]] = {}
    for each in near:
        middle = entry(each)
        pairs = [(entry(before), middle)] * bool(before) + [(middle, entry(after))] * bool(after)
        if any(seen(*both) is not None for both in pairs):
            likely = [pair(*both) for both in pairs]
            fitting[each] = sum(likely), max(likely)
    if fitting:
        wanted = max(fitting, key=lambda each: fitting[each])
        return wanted, fitting[wanted][1]
    if len(near) == 1:
        return near[0], _UNSEEN
    from spellchecker import SpellChecker  # 40 ms, for a word that is reported

    ranker = SpellChecker(language=None, distance=1)
    for each in near:
        ranker.word_frequency.add(each, round(10 ** frequency(each)))
    word = found[at].text.lower()
    # Not correction(): of equals it takes any, another one in each run.
    meant = ranker.candidates(word) or near
    return min(meant, key=lambda one: (-ranker[one], one)), _UNSEEN
