"""The words of an article's copy, as the wording checks see them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from lint.article import Article, Block, model
from lint.prose.words import Word, Words

_NOT_PROSE = ("code", "kbd", "samp", "var", "tt", "q", "cite")


def copy_blocks(
    article: Article, kinds: Sequence[str] = model.COPY
) -> Iterator[tuple[Block, Words]]:
    """Yield the blocks of some kinds with their words; empty ones are left out."""
    for block in article.of(*kinds):
        if block.words:
            yield block, block.words


def places(
    article: Article, wanted: frozenset[str], kinds: Sequence[str] = model.COPY
) -> Iterator[tuple[Block, Words, int]]:
    """Yield where the words stand that are written as one of some: block, its words, which.

    What the article does not have at all costs next to nothing.
    """
    wanted = wanted & article.vocabulary
    if wanted:
        running = article.running(*kinds)
        for place in running.which(wanted.__contains__):
            block, at = running.place(place)
            yield block, block.words, at


def are_neighbours(text: str, one: Word, other: Word) -> bool:
    """Tell whether only one blank (or no-break space) stands between two words."""
    return text[one.end : other.start] in (" ", "\u00a0")


def is_prose(block: Block, start: int, end: int) -> bool:
    """Tell whether a range is running text: not code, not a title, not in another language.

    What "[sic]" follows is let stand, too.
    """
    if is_sic(block.text, end):
        return False
    return not (block.is_inside(start, end, *_NOT_PROSE) or block.is_foreign(start, end))


def is_sic(text: str, end: int) -> bool:
    """Tell whether an editor's [sic] stands behind a word that ends at ``end``."""
    return text[end : end + 6].lstrip(" \u00a0\"'’”").lower().startswith(("[sic", "(sic"))


def across_line_break(block: Block, start: int, end: int) -> bool:
    """Tell whether a ``br`` or an image stands inside a range of a block's text."""
    span = block.span(start, end)
    source, breaks = block.mapped.source.text, block.mapped.breaks
    inside = breaks[bisect_right(breaks, span.start) : bisect_left(breaks, span.end)]
    return any(source[start] == "<" for start in inside)


def neighbour(found: Words, at: int, offset: int) -> str:
    """The word before (-1) or behind (1) another in lower case; empty across punctuation.

    An apostrophe in it is straight, as the language model has it.
    """
    other = at + offset
    if not 0 <= other < len(found) or found.gaps[max(at, other)] not in (" ", "\u00a0"):
        return ""
    return found.texts[other].lower().replace("’", "'")


def stands_alone(block: Block, word: Word) -> bool:
    """Tell whether a word is no part of an address, a handle, a file name or a word in brackets."""
    text = block.text
    before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    if (before and before in "@#/\\._-&=[’'\ufffd") or (after and after[0] in "@/\\_=]…(\ufffd"):
        return False
    if after[:1] in ("’", "'") and not after[1:].isalnum():
        return not text[: word.end].endswith("in")  # keepin’
    return not (after[:1] in (".", "’", "'", ":") and after[1:].isalnum())
