"""Words written twice: "the the", across tags and lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, pairwise, starmap
from typing import TYPE_CHECKING

from lint.article import Article, Block, model
from lint.checks.copy_words import across_line_break, is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions

if TYPE_CHECKING:
    from lint.prose.clause import Line

VALUES = ("word",)
CASES = ("content", "name", "quoted", "spoken", "stranded")


class Options(CheckOptions):
    """``function``: words that never stand twice. ``allowed``: words that may ("very very").

    ``stranded``: words that may end one clause and begin the next ("what he is known for for
    years"), and so are never removed unseen. ``verbs``: words after which they may do so.
    ``particles``: words that belong to a verb as well; ``phrasal``: verbs and "in" or "on" that
    belong to them without an object ("give-in": "gave in in the end"); ``movers``: verbs that have
    an object before such a word ("turned the light on on Monday"). ``calls``: words that may stand
    twice where a sentence begins ("Wait wait").
    """

    function: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    stranded: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    phrasal: tuple[str, ...] = ()
    movers: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the second of two equal words with only a blank between them.

    The base case is a function word, "stranded" one that may rightly stand twice at the border of
    two clauses; "content" is any other lower-case word, "name" a capitalised one whose single form
    stands elsewhere in the article before the same word. In somebody's mouth a function word is
    "quoted" and any other "spoken".
    """
    row = article.running(*model.COPY)
    last: Block | None = None
    line: Line
    told = -2
    case: str | None = None
    folded = pairwise(map(str.casefold, row.texts))  # not kept: a long article has millions
    for place in compress(count(), starmap(str.__eq__, folded)):
        if not row.texts[place].isalpha() or row.gaps[place + 1] not in (" ", "\u00a0"):
            continue
        from lint.checks.doubling import case_of, line_of  # hardly an article needs them

        block, at = row.place(place)
        if block is not last:
            last, line = block, line_of(block.words)
        one, other = block.words[at], block.words[at + 1]
        # "He He He He": once one is told, all are, or a fix would need as many passes.
        follows = case == "" and place == told + 1
        if not (follows and row.texts[place - 1] == one.text == other.text):
            case = case_of(article, block, line, at, options)
        if case is None or not is_prose(block, one.start, other.end):
            continue
        if across_line_break(block, one.start, other.end):
            continue
        title = f"Remove the second “{other.text}”"
        fix = rewrite(block, one.end, other.end, "", title=title, safe=not case)
        values = {"word": one.text}
        told = place
        yield hit_in(block, other.start, other.end, case=case, values=values, fixes=[fix])
