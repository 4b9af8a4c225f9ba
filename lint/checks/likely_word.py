"""Words that the news would hardly write where they stand, beside others that it would."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from lint.article import Article, Block, model
from lint.checks.function_words import word_hit
from lint.checks.hit import Hit
from lint.checks.options import CheckOptions
from lint.prose.clause import BREAK
from lint.prose.words import Word, Words
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.prose.slip_evidence import Candidate
    from lint.prose.word_index import WordIndex

VALUES = ("word", "wanted", "context")
CASES = ("sure", "quoted")
# What the judge must say (a logarithm of odds), set on 900,000 words of published text. See
# tests/benchmarks/words.py for news.
_LEAST: Mapping[str, float] = {"strict": 3.0, "balanced": 1.5}
# From here on 25 of 29 were right, in seven million words of prose that is no news.
_SURE = 5.0
# "He made it one the board would regret": the model sees nothing of such clauses.
_NEVER_SURE = frozenset([("one", "on")])
_NEAR = 4  # words on each side that are weighed, and one more
# Function words are left out there.
_WITHOUT_SMALL = frozenset((model.ALT, model.HEADLINE, model.CREDIT))
# A pair that fires in one of so many articles of an archive is half of the time a false alarm:
# there is hardly more than one slip in 20 articles, and more than a hundred pairs.
_WORTH = 500.0
_FEW = 50.0  # articles: what fewer say is held back
_CERTAIN = (3, 50)  # a pair of three articles, and more than one in fifty, says nothing at all


class Options(CheckOptions):
    """``strength``: "strict" reports what is likeliest, "balanced" more, with more mistakes.

    ``right``: words, or pairs as "written meant", that are never questioned. ``archive`` is the
    file of what the newsroom's archive says of pairs; the configuration names it ("words-index"),
    a rule cannot.
    """

    strength: Literal["strict", "balanced"] = "strict"
    right: tuple[str, ...] = ()
    archive: str = ""


def problems(options: Options) -> Iterator[str]:
    """Yield what is wrong with options."""
    if options.archive:
        yield "option “archive”: name the file at the top of the configuration, as “words-index”"


class _Doubt(NamedTuple):
    """A word for which others may be meant, each with the odds for it."""

    block: Block
    found: Words
    at: int
    others: list[tuple[float, Candidate]]


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield words for which the language model speaks less than for others; a surmise.

    The case "sure" is what is wrong in one of seven, "quoted" is in somebody's mouth. A word with
    [sic] is let be.
    """
    least, archive = _LEAST[options.strength], None
    if options.archive:
        from lint.prose.word_index import open_word_index

        archive = open_word_index(options.archive)
    for block, found, at, others in _doubts(article, options, least):
        word = found[at]
        weighed = ((odds - _distrust(archive, word, each), each.word) for odds, each in others)
        meant = sorted((each for each in weighed if each[0] >= least), key=lambda each: -each[0])
        if meant:
            is_sure = meant[0][0] >= _SURE and (word.text.lower(), meant[0][1]) not in _NEVER_SURE
            wanted = [_as_written(word.text, each, block) for _, each in meant]
            hit = word_hit(block, found, at, "sure" if is_sure else "", wanted)
            if hit is not None:
                yield hit


def doubted_pairs(article: Article, options: Options) -> Iterator[str]:
    """Yield each pair "written meant" that a balanced run would report of an article."""
    for _, found, at, others in _doubts(article, options, _LEAST["balanced"]):
        for _, each in others:
            yield f"{found[at].text.lower()} {each.word}"


def _distrust(archive: WordIndex | None, word: Word, candidate: Candidate) -> float:
    """By how much the odds must be higher for a pair that the archive's own articles have often."""
    if archive is None:
        return 0.0
    from lint.prose.word_index import PAIR

    count = archive.count_of(PAIR, f"{word.text.lower()} {candidate.word}")
    if count >= _CERTAIN[0] and count * _CERTAIN[1] > archive.articles:
        return math.inf
    return math.log(1 + _WORTH * count / (archive.articles + _FEW)) if count else 0.0


def _doubts(article: Article, options: Options, least: float) -> Iterator[_Doubt]:
    """Yield the words for which others have such odds at least."""
    from lint.prose.row import normal, opens, read_row, stands_alone
    from lint.prose.slips import suggestions

    often: Counter[str] = Counter()
    for block, at in _places(article, frozenset(options.right)):
        found = block.words
        word = found[at]
        if not stands_alone(block.text, word):
            continue
        first = max(0, at - _NEAR)
        row = read_row(found, first, at + _NEAR + 1)
        place, written = row.at[at - first], normal(word.text)
        if not word.text.islower() and not opens(row, place, word):
            continue
        others = [
            (odds, each)
            for odds, each in suggestions(row, place, written)
            if odds >= least and f"{written} {each.word}" not in options.right
        ]
        if not others:
            continue
        from lint.prose.doubt import is_open  # few articles have what needs it

        often = often or Counter(
            text.lower() for block in article.of(*model.COPY) for text in block.texts
        )
        if block.kind in _WITHOUT_SMALL:
            others = [each for each in others if each[1].kind != "function"]
        others = [each for each in others if is_open(block.text, found, at, each[1], often)]
        if others:
            yield _Doubt(block, found, at, others)


def _places(article: Article, right: frozenset[str]) -> Iterator[tuple[Block, int]]:
    """Yield the words beside whose neighbours others fit better: one in 25 of those that could."""
    from lint.prose.language_model import END, START, entry
    from lint.prose.row import beside, normal
    from lint.prose.slips import candidates, rivals

    asked = {}
    for text in article.vocabulary:
        written = normal(text)
        others = candidates(written)
        if others.many and written not in right:
            asked[text] = entry(written), others
    if not asked:
        return
    running = article.running(*model.COPY)
    texts, gaps = running.texts, running.gaps
    start, end = entry(START), entry(END)
    for at in running.which(asked.__contains__):
        word, others = asked[texts[at]]
        last = BREAK if not at else texts[at - 1]
        before = start if last is BREAK else beside(last, gaps[at], start)
        following = texts[at + 1]
        after = end if following is BREAK else beside(following, gaps[at + 1], end)
        if rivals(before, word, after, others):
            yield running.place(at)


def _as_written(word: str, wanted: str, block: Block) -> str:
    """The wanted word with the capital and the kind of apostrophe of its place."""
    if "'" in wanted and ("’" in word or "’" in block.text):
        wanted = wanted.replace("'", "’")
    return wanted[0].upper() + wanted[1:] if word[0].isupper() else wanted
