"""Quotations that are opened and not closed, or closed and not opened.

A quotation over several paragraphs opens in each of them and closes only in the last. Many houses
do not reopen; a mark that a later paragraph closes is let be, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, hit_in
from lint.checks.options import CheckOptions
from lint.checks.quote_marks import is_inch
from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple

VALUES = ("mark", "wanted")
CASES = ("closing",)
_BODY = (model.STANDFIRST, model.PARAGRAPH, model.LIST_ITEM, model.QUOTE)
_ALONE = (model.HEADLINE, model.CAPTION, model.SUBHEADING)
_MARKS = lazy_pattern('[“”„«»"]')
_REACH = 8  # paragraphs that one quotation may run over


class Options(CheckOptions):
    """None: there is nothing to choose."""


class _Mark(NamedTuple):
    block: Block
    at: int


class _Marks(NamedTuple):
    """What is left over in one block: a mark that closes nothing, one that nothing closes."""

    stray: int | None
    unclosed: int | None
    sure: bool
    begins: bool
    any: bool


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield opening marks that nothing closes; "closing" are those that close nothing."""
    for block in article.of(*_ALONE):
        marks = _read(block)
        if marks.sure:
            yield from _told(block, marks.stray, marks.unclosed)
    yield from _over_paragraphs([(block, _read(block)) for block in article.of(*_BODY)])


def _over_paragraphs(blocks: list[tuple[Block, _Marks]]) -> Iterator[Hit]:
    pending: _Mark | None = None
    waited = 0
    for block, marks in blocks:
        if not marks.sure:
            pending = None  # whatever it is, it may as well have closed the quotation
            continue
        stray = marks.stray
        if pending is not None:
            waited += 1
            if stray is not None or marks.begins:
                pending, stray = None, None
            elif marks.any or waited > _REACH:
                yield from _told(pending.block, None, pending.at)
                pending = None
        if stray is not None:
            yield from _told(block, stray, None)
        if marks.unclosed is not None:
            pending, waited = _Mark(block, marks.unclosed), 0
    if pending is not None:
        yield from _told(pending.block, None, pending.at)


def _read(block: Block) -> _Marks:
    text = block.text
    is_open: int | None = None
    stray: int | None = None
    sure = True
    found = [match for match in _MARKS.finditer(text) if is_prose(block, *match.span())]
    for match in found:
        mark, at = match[0], match.start()
        if text[at - 1 : at] == "=":
            sure = False  # lang=”fr”: code, whatever the marks look like
        if mark in "„«»":
            return _Marks(None, None, False, False, True)  # another language's quotation
        if mark == '"':
            if is_inch(text, at):
                sure = False  # an inch, or the end of a quotation: nobody can tell
                continue
            opens = at == 0 or text[at - 1] in " \u00a0([{—–-/‘'"
            closes = not text[at + 1 : at + 2].isalnum() and not (opens and at + 1 < len(text))
            if opens == closes:
                sure = False
                continue
        else:
            opens = mark == "“"
        if opens:
            sure = sure and is_open is None  # “a “b” c”: nested alike, or forgotten
            is_open = at
        elif is_open is None:
            sure = sure and stray is None
            stray = at
        else:
            is_open = None
    if "\ufffd" in text:
        sure = False  # some of the marks may be lost
    if text.endswith(("…", "...")):
        is_open = None  # what is cut off has no end to close at
    begins = bool(found) and not text[: found[0].start()].strip(" \u00a0—–-([…'‘•·*▪")
    return _Marks(stray, is_open, sure, begins, bool(found))


def _told(block: Block, stray: int | None, unclosed: int | None) -> Iterator[Hit]:
    if stray is not None:
        values = {"mark": block.text[stray], "wanted": "“" if block.text[stray] == "”" else '"'}
        yield hit_in(block, stray, stray + 1, case="closing", values=values)
    if unclosed is not None:
        mark = block.text[unclosed]
        values = {"mark": mark, "wanted": "”" if mark == "“" else '"'}
        yield hit_in(block, unclosed, unclosed + 1, values=values)
