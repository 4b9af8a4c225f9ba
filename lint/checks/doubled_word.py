"""Words written twice: "the the", across tags and lines."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from lint.article import Article, Block, model
from lint.checks.copy_words import across_line_break, are_neighbours, copy_blocks, is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.checks.twice import Stranding, is_free, is_kin, is_stray, may_end_clause
from lint.prose.clause import Line, read_line
from lint.prose.dictionary import is_word
from lint.prose.words import Word, starts_sentence

VALUES = ("word",)
CASES = ("content", "name", "quoted", "spoken", "stranded")
_SHORTEST = 3  # letters of a content word


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


class _Lists:
    def __init__(self, options: Options) -> None:
        self.stranded = frozenset(options.stranded)
        self.function = self.stranded.union(options.function)
        self.allowed = frozenset(options.allowed)
        self.stranding = Stranding(
            frozenset(options.verbs),
            frozenset(options.particles),
            frozenset(options.phrasal),
            frozenset(options.movers),
            frozenset(options.calls),
        )


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the second of two equal words with only a blank between them.

    The base case is a function word, "stranded" one that may rightly stand twice at the border of
    two clauses; "content" is any other lower-case word, "name" a capitalised one whose single form
    stands elsewhere in the article before the same word. In somebody's mouth a function word is
    "quoted" and any other "spoken".
    """
    lists = _Lists(options)
    for block, found in copy_blocks(article):
        line: Line | None = None
        for at, (one_, other_) in enumerate(itertools.pairwise(block.folded)):
            if one_ != other_:
                continue
            one, other = found[at], found[at + 1]
            if not one.text.isalpha() or not are_neighbours(block.text, one, other):
                continue
            line = line or read_line(block.text, found)
            case = _case(article, block, line, at, lists)
            if case is None or not is_prose(block, one.start, other.end):
                continue
            if across_line_break(block, one.start, other.end):
                continue
            fix = rewrite(
                block,
                one.end,
                other.end,
                "",
                title=f"Remove the second “{other.text}”",
                safe=not case,
            )
            values = {"word": one.text}
            yield hit_in(block, other.start, other.end, case=case, values=values, fixes=[fix])


def _case(article: Article, block: Block, line: Line, at: int, lists: _Lists) -> str | None:
    one, other = line.found[at], line.found[at + 1]
    word = line.words[at]
    quoted = block.is_quoted(one.start, other.end)
    is_function = word in lists.function
    if is_function or (word in lists.allowed and is_stray(line, at, lists.stranding)):
        at_start = starts_sentence(block.text, one.start)
        if other.text[0].isupper() and len(word) > 1 and not at_start:
            return None  # "the The": a title begins
        if one.text == "The" == other.text:
            return None  # a band
        if word in lists.stranded and may_end_clause(line, at, lists.stranding):
            return None
        if quoted:
            return "quoted"
        return "" if is_function and word not in lists.stranded else "stranded"
    if word in lists.allowed or len(word) < _SHORTEST or is_kin(line, at):
        return None
    if other.text.islower():
        return _content(line, at, quoted) if one.text.islower() else None
    return None if quoted or one.text.islower() else _name(article, block, line, at)


def _content(line: Line, at: int, quoted: bool) -> str | None:
    word = line.words[at]
    if word in (line.before(at), line.words[at + 2] if at + 2 < len(line.words) else ""):
        return None  # thrice is meant
    if not is_word(word) or is_free(line, at):
        return None
    return "spoken" if quoted else "content"


def _name(article: Article, block: Block, line: Line, at: int) -> str | None:
    one, other = line.found[at], line.found[at + 1]
    if block.kind in (model.HEADLINE, model.SUBHEADING) or not one.text[0].isupper():
        return None
    following: Word | None = line.found[at + 2] if at + 2 < len(line.found) else None
    if following is None or following.start != other.end + 1 or not following.text[0].isupper():
        return None
    single = f" {other.text} {following.text}"
    seen = sum(
        each.text.count(single) for each in article.blocks if each is not block
    ) + block.text.replace(f" {other.text}{single}", "").count(single)
    return "name" if seen else None
