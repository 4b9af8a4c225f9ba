"""Words written twice: "the the", across tags and lines."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator

from lint.article import Article, Block, model
from lint.checks.copy_words import across_line_break, are_neighbours, copy_blocks, is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.words import Word, starts_sentence

VALUES = ("word",)
CASES = ("content", "name", "quoted", "stranded")
_BE = frozenset(["is", "was", "are", "were"])
_CLEFTS = frozenset("what who where how why when which whatever whoever wherever all".split())
_CLEFT_REACH = 12  # words before a doubled "is" in which "what it" may stand


class Options(CheckOptions):
    """``function``: words that never stand twice. ``allowed``: words that may ("very very").

    ``stranded``: words that may end one clause and begin the next ("what he is known for for
    years"), and so are never removed unseen. ``verbs``: words after which they are let be.
    """

    function: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    stranded: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the second of two equal words with only a blank between them.

    The base case is a function word, "stranded" one that may rightly stand twice at the border of
    two clauses; "content" is any other lower-case word, "name" a capitalised one whose single form
    stands elsewhere in the article before the same word; "quoted" is a function word in somebody's
    mouth.
    """
    stranded, verbs = frozenset(options.stranded), frozenset(options.verbs)
    function, allowed = stranded.union(options.function), frozenset(options.allowed)
    for block, found in copy_blocks(article):
        for at, (one_, other_) in enumerate(itertools.pairwise(block.folded)):
            if one_ != other_:
                continue
            one, other = found[at], found[at + 1]
            if not one.text.isalpha() or not are_neighbours(block.text, one, other):
                continue
            beside = (
                found[at - 1] if at else None,
                found[at + 2] if at + 2 < len(found) else None,
            )
            case = _case(article, block, beside, one, other, function, allowed)
            if case == "" and one.text.casefold() in stranded:
                case = None if _ends_clause(found, one, verbs) else "stranded"
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


def _ends_clause(found: list[Word], word: Word, verbs: frozenset[str]) -> bool:
    """Tell whether a clause ends between the two, as in "what it is is a wall"."""
    at = bisect_left(found, word.start, key=lambda each: each.start)
    before = [each.text.casefold() for each in found[max(0, at - _CLEFT_REACH) : at]]
    if word.text in _BE:
        return not _CLEFTS.isdisjoint(before)
    return bool(before) and before[-1] in verbs


def _case(
    article: Article,
    block: Block,
    beside: tuple[Word | None, Word | None],
    one: Word,
    other: Word,
    function: frozenset[str],
    allowed: frozenset[str],
) -> str | None:
    word = one.text.casefold()
    quoted = block.is_quoted(one.start, other.end)
    at_start = starts_sentence(block.text, one.start)
    if word in function:
        if other.text[0].isupper() and len(word) > 1 and not at_start:
            return None  # "the The": a title begins
        return "quoted" if quoted else ""
    if (
        word in allowed
        or quoted
        or len(word) < 3
        or (not other.text.islower() and one.text.islower())
    ):
        return None
    if other.text.islower():
        tripled = any(each is not None and each.text.casefold() == word for each in beside)
        return None if tripled or not one.text.islower() else "content"
    if block.kind in (model.HEADLINE, model.SUBHEADING) or not one.text[0].isupper():
        return None
    following = beside[1]
    if following is None or following.start != other.end + 1 or not following.text[0].isupper():
        return None
    single = f" {other.text} {following.text}"
    seen = sum(
        each.text.count(single) for each in article.blocks if each is not block
    ) + block.text.replace(f" {other.text}{single}", "").count(single)
    return "name" if seen else None
