"""Which fault two equal words side by side are, if any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.article import Article, Block, model
from lint.checks.tables import made_once
from lint.checks.twice import Stranding, is_free, is_kin, is_stray, may_end_clause
from lint.prose.clause import Line, line_of
from lint.prose.dictionary import is_word
from lint.prose.words import Word, starts_sentence

__all__ = ["case_of", "line_of"]

if TYPE_CHECKING:
    from lint.checks.doubled_word import Options

_SHORTEST = 3  # letters of a content word


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


@made_once
def _lists(options: Options) -> _Lists:
    return _Lists(options)


def case_of(article: Article, block: Block, line: Line, at: int, options: Options) -> str | None:
    """The case of the word at ``at`` in a block and of the next, which is equal; None for none.

    Cases are those of :func:`lint.checks.doubled_word.check`.
    """
    lists = _lists(options)
    one, other = block.words[at], block.words[at + 1]
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
        if not one.text.islower() or _is_set_apart(block, one, other):
            return None
        return _content(line, at, quoted)
    return None if quoted or one.text.islower() else _name(article, block, line, at)


def _is_set_apart(block: Block, one: Word, other: Word) -> bool:
    """Tell whether one of two equal words is written otherwise, as in "a <i>backup</i> backup"."""
    between = block.span(one.end - 1, other.start + 1)
    markup = block.mapped.source.text[between.start : between.end]
    return "<" in markup and "<a" not in markup and "</a" not in markup


def _content(line: Line, at: int, quoted: bool) -> str | None:
    word = line.words[at]
    if word in (line.before(at), line.words[at + 2] if at + 2 < len(line.words) else ""):
        return None  # thrice is meant
    if not is_word(word) or is_free(line, at):
        return None
    return "spoken" if quoted else "content"


def _name(article: Article, block: Block, line: Line, at: int) -> str | None:
    one, other = block.words[at], block.words[at + 1]
    if block.kind in (model.HEADLINE, model.SUBHEADING) or not one.text[0].isupper():
        return None
    following: Word | None = block.words[at + 2] if at + 2 < len(block.words) else None
    if following is None or following.start != other.end + 1 or not following.text[0].isupper():
        return None
    single = f" {other.text} {following.text}"
    twice = sum(each.text.count(f"{one.text}{single}") for each in article.blocks)
    seen = sum(each.text.count(single) for each in article.blocks) - twice
    return "name" if seen >= twice else None  # Dee Dee Galloni, again and again
