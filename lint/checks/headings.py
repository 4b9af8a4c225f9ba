"""Headings: a level skipped, a second main heading, bold text in the place of a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.hit import Hit, Related, hit_in
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple

VALUES = ("text", "level", "wanted")
CASES = ()
_LEVEL = lazy_pattern(r"h([1-6])")
_UNDER = (*model.BODY, model.TABLE, model.SUBHEADING)
_BOLD = ("b", "strong")
_MOST = 5  # related places are enough to show it
_LONGEST = 80  # characters: a heading is no paragraph
_FEWEST = 2  # one line in bold may be anything, a signature say
# Speakers and questions of interviews, labels of lists and forms, and whoever signs.
_NO_HEADING = lazy_pattern(
    r"[?:.,;!…”\"’')\]]$|^(?:by|from|photo|read|related|also|more)\b|\d$", re.I
)


class Options(CheckOptions):
    """``fault``: "skipped", "several" or "fake": what one rule looks for."""

    fault: Literal["skipped", "several", "fake"] = "skipped"


class _Heading(NamedTuple):
    level: int
    block: Block
    after: Block | None


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the fault once an article: a template makes it everywhere."""
    if options.fault == "fake":
        yield from _fake(article)
        return
    blocks = [block for block in article.blocks if block.kind not in model.HEAD]
    headings = [
        _Heading(int(match[1]), block, after)
        for block, after in zip(blocks, [*blocks[1:], None], strict=False)
        if block.kind in (model.HEADLINE, model.SUBHEADING)
        and block.element is not None
        and (match := _LEVEL.fullmatch(block.element.tag))
    ]
    yield from _skipped(headings) if options.fault == "skipped" else _several(headings)


def _heads_copy(heading: _Heading) -> bool:
    """A heading over copy: one over a card, a picture or nothing is page furniture."""
    after = heading.after
    return after is not None and after.kind in _UNDER and not after.links[:1]


def _is_embedded(heading: _Heading) -> bool:
    """The headline of another document that the page carries inside its own."""
    element = heading.block.element
    return element is not None and next(element.iterancestors("header"), None) is not None


def _skipped(headings: list[_Heading]) -> Iterator[Hit]:
    """A subheading two levels below the one before it, in an article that uses the level between.

    Where the level between is never used, the site's style sheet has it so; with which level the
    first subheading begins is the template's choice, too.
    """
    used = {heading.level for heading in headings}
    for before, heading in pairwise(headings):
        above, level, block = before.level, heading.level, heading.block
        if before.block.kind == model.HEADLINE or level <= above + 1 or above + 1 not in used:
            continue
        if _heads_copy(heading):
            related = [Related(before.block.span(), f"a heading of level {above}")]
            values = {"text": block.text[:60], "level": str(level), "wanted": str(above + 1)}
            yield hit_in(block, 0, len(block.text), values=values, related=related)
            return


def _several(headings: list[_Heading]) -> Iterator[Hit]:
    mains = [each for each in headings if each.level == 1]
    others = [
        each.block
        for each in mains[1:]
        if each.block.text != mains[0].block.text and _heads_copy(each) and not _is_embedded(each)
    ]
    if others:
        block = others[0]
        related = [Related(mains[0].block.span(), "the first main heading")]
        related += [Related(each.span(), "another one") for each in others[1:_MOST]]
        values = {"text": block.text[:60], "level": "1", "wanted": "2"}
        yield hit_in(block, 0, len(block.text), values=values, related=related)


def _fake(article: Article) -> Iterator[Hit]:
    """Short bold paragraphs before plain ones, in an article that has no headings of its own."""
    body = article.of(model.PARAGRAPH, model.SUBHEADING, model.LIST_ITEM, model.QUOTE)
    if any(block.kind == model.SUBHEADING for block in body):
        return
    found = [
        block
        for before, block, after in zip(body, body[1:], body[2:], strict=False)
        if before.kind == block.kind == after.kind == model.PARAGRAPH
        and _is_fake(block)
        and not _is_fake(after)
        and len(after.text) > _LONGEST
        and before.text[-1:] in ".”\"?!’'"
    ]
    if len(found) >= _FEWEST:
        block = found[0]
        related = [Related(each.span(), "here, too") for each in found[1 : _MOST + 1]]
        values = {"text": block.text[:60], "level": "", "wanted": ""}
        yield hit_in(block, 0, len(block.text), values=values, related=related)


def _is_fake(block: Block) -> bool:
    text = block.text
    return (
        3 < len(text) <= _LONGEST
        and not block.links
        and text[0].isupper()
        and not _NO_HEADING.search(text)
        and any(
            each.tag in _BOLD and each.start == 0 and each.end >= len(text.rstrip())
            for each in block.inlines
        )
    )
