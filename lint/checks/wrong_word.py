"""Function words that cannot stand where they stand: "the explosion the killed a man"."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, model
from lint.checks.function_words import PATTERN_WORDS, Lists, find_pattern, word_hit
from lint.checks.hit import Hit
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once

VALUES = ("word", "wanted", "context")
CASES = ("article", "than", "have", "its", "there", "quoted")


class Options(CheckOptions):
    """The words that make a pattern; each list is data.

    ``irregular``: past forms that do not end in -ed. ``adjectives``: past forms that stand for
    people or things ("the wounded"), or that are no past form. ``after_the`` and ``after_a``: words
    that cannot follow these articles. ``comparatives``: words that want "than". ``participles``:
    forms that follow "would have". ``function``: words that end no noun phrase. ``allowed``: pairs
    of words that may follow an article or "its" all the same ("a cappella").
    """

    irregular: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    after_the: tuple[str, ...] = ()
    after_a: tuple[str, ...] = ()
    comparatives: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    function: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield words that no sentence has there.

    Cases are those of :func:`lint.checks.function_words.find_pattern`; in somebody's mouth
    "quoted". A word with [sic] is let be.
    """
    lists, row = _lists(options), article.running(*model.COPY)
    done = -1  # the word up to which a pattern reaches
    for at in row.which(PATTERN_WORDS.__contains__):
        pattern = find_pattern(row, at, lists) if at > done else None
        if pattern is None:
            continue
        done = at + pattern.words - 1
        block, number = row.place(at)
        wanted = pattern.wanted.replace("'", "’") if "’" in article.source.text else pattern.wanted
        hit = word_hit(block, block.words, number, pattern.case, [wanted], words=pattern.words)
        if hit is not None:
            yield hit


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
