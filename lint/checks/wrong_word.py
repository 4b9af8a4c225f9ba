"""Function words that cannot stand where they stand: "the explosion the killed a man"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lint.article import Article, model
from lint.article.running import Running
from lint.checks.contractions import CONTRACTIONS, pair_behind, wanted_for
from lint.checks.function_words import PATTERN_WORDS, find_pattern, word_hit
from lint.checks.hit import Hit
from lint.checks.is_it import SLIPS, slipped
from lint.checks.near import Lists, Pattern
from lint.checks.options import CheckOptions
from lint.checks.phrases import Phrases, faults, find_phrases
from lint.checks.tables import made_once
from lint.checks.then_too import MIXED, mixed_up
from lint.checks.too_verb import is_to

VALUES = ("word", "wanted", "context")
_SIGNS = frozenset("_<>=+*/\\|&@#")  # of what is no prose
_ALIKE = CONTRACTIONS | {"too"}
CASES = ("article", "than", "have", "phrase", "quoted")


class Options(CheckOptions):
    """The words that make a pattern; each list is data.

    ``irregular``: past forms that do not end in -ed. ``adjectives``: past forms that stand for
    people or things ("the wounded"), or that are no past form. ``after_the`` and ``after_a``: words
    that cannot follow these articles. ``comparatives``: words that want "than". ``participles``:
    forms that follow "would have". ``function``: words that end no noun phrase. ``allowed``: pairs
    of words that may follow an article or "its" all the same ("a cappella"). ``phrases``: phrases
    that are never right, and the right ones, as :mod:`lint.checks.phrases` reads them.
    """

    irregular: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    after_the: tuple[str, ...] = ()
    after_a: tuple[str, ...] = ()
    comparatives: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    function: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    phrases: Mapping[str, str] = MappingProxyType({})


def problems(options: Options) -> Iterator[str]:
    """Yield what is wrong with options."""
    for fault in faults(options.phrases):
        yield f"option “phrases”: {fault}"
    for written in options.phrases:
        if "[]" in written:
            yield f"option “phrases”: “{written}”: the wrong words stand in the brackets"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield words that no sentence has there.

    Cases are those of :func:`lint.checks.function_words.find_pattern`; "phrase" where a word stands
    for one that sounds or looks alike; in somebody's mouth "quoted". A word with [sic] is let be.
    """
    row = article.running(*model.COPY)
    is_curly = "’" in article.source.text
    done = -1  # the word up to which a pattern reaches
    for at, pattern in sorted([*_patterns(row, options), *_alike(row, options)]):
        if at <= done:
            continue
        done = at + pattern.words - 1
        block, number = row.place(at)
        word, wanted = row.texts[at], pattern.wanted
        if is_curly:
            wanted = wanted.replace("'", "’")
        if word[0].isupper():
            wanted = wanted[:1].upper() + wanted[1:]
        hit = word_hit(block, block.words, number, pattern.case, [wanted], words=pattern.words)
        if hit is not None:
            yield hit


def _patterns(row: Running, options: Options) -> Iterator[tuple[int, Pattern]]:
    lists = _lists(options)
    for at in row.which(PATTERN_WORDS.__contains__):
        pattern = find_pattern(row, at, lists)
        if pattern is not None:
            yield at, pattern


def _alike(row: Running, options: Options) -> Iterator[tuple[int, Pattern]]:
    """Yield what stands for words that sound or look alike."""
    line, allowed = row.line, _lists(options).allowed
    for at, phrase in find_phrases(line, _phrases(options)):
        yield at, Pattern(phrase.wanted, "phrase", phrase.words)
    for at in line.which(_ALIKE.__contains__):
        if line.words[at] == "too":
            wanted = "to" if is_to(line, at) else ""
        else:
            wanted = wanted_for(line, at)
        if wanted and pair_behind(line, at) not in allowed:
            yield at, Pattern(wanted, "phrase")
    for words, meant in ((SLIPS, slipped), (MIXED, mixed_up)):
        for at in line.which(words.__contains__):
            slip = meant(line, at)
            if slip and row.gaps[at + 1].isascii() and not _SIGNS.intersection(row.gaps[at + 1]):
                yield at, Pattern(slip, "phrase")


@made_once
def _phrases(options: Options) -> Phrases:
    return Phrases(options.phrases)


@made_once
def _lists(options: Options) -> Lists:
    after_a = frozenset(options.after_a)
    return Lists(
        irregular=frozenset(options.irregular),
        adjectives=frozenset(options.adjectives),
        after={"the": frozenset(options.after_the), "a": after_a, "an": after_a},
        comparatives=frozenset(options.comparatives),
        participles=frozenset(options.participles),
        function=frozenset(options.function),
        allowed=frozenset(tuple(pair.split()) for pair in options.allowed),
    )
