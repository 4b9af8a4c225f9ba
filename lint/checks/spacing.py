"""Blanks that are missing, doubled, invisible, or on the wrong side of a mark or a tag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Block, model
from lint.checks.copy_words import across_line_break, is_prose
from lint.checks.hit import Hit, Related, hit_in, rewrite, together
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern
from lint.prose.dictionary import frequency
from lint.source import Span

VALUES = ("text", "name")
CASES = ()
_COMMON = 3.5  # how common a word is that may be run together with the next sentence
_RUNNING = (
    model.STANDFIRST, model.PARAGRAPH, model.LIST_ITEM, model.SUBHEADING, model.HEADLINE,
    model.CAPTION, model.ALT,
)  # fmt: skip
_BODY = (model.STANDFIRST, model.PARAGRAPH, model.LIST_ITEM, model.QUOTE)
_COPY = (*model.COPY, model.PULL_QUOTE)
# A letter (or, before a comma, a figure), blanks, the mark, then a blank or the end: " .com" and
# " :)" are no slips, nor is an ellipsis as some write it: " . . . "
_BEFORE_MARK = lazy_pattern(
    r"(?:(?<=[^\W\d_])[ \u00a0]+[,.;:!?]|(?<=\d)[ \u00a0]+,)(?=[ \u00a0”’\"]|$)(?![ \u00a0]\.)"
)
# A word, the mark and a word without a blank: "institutions.He", "port,which".
_MISSING = lazy_pattern(
    r"(?<![\w.@/:#’'-])(?P<one>[a-z]{3,24})(?P<mark>[.?!,;])(?P<other>[A-Z]?[a-z]{1,24})"
    r"(?=[ \u00a0,’'])"
)
# What most texts lack: to ask for it first costs least.
_BLANK_MARK = lazy_pattern(r"[ \u00a0][,.;:!?]")
_MARK_LETTER = lazy_pattern(r"[.?!,;][A-Za-z]")
_DOUBLE = lazy_pattern(r"(?<=\S)(?:\u00a0[ \u00a0]|[ ]\u00a0)[ \u00a0]*(?=[\w“‘\"(])")
_ZERO_WIDTH = lazy_pattern("[\u200b\u2060\ufeff]+")
_NO_BREAK = lazy_pattern(r"(?<=[a-z,])\u00a0(?=[a-z])")
_SIGNS = {"double": "\u00a0", "zero-width": "\u200b\u2060\ufeff", "no-break": "\u00a0"}
_FIRST = lazy_pattern(r">([ \t\n\f\r\u00a0]+)$")
_LAST = lazy_pattern(r"([ \t\n\f\r\u00a0]+)</a\b", re.IGNORECASE)
_LEADER = 15  # characters before the link to another story
_MOST = 5  # related places are enough to show a habit


class Options(CheckOptions):
    """What one rule looks for.

    ``fault``: "before-mark", "missing", "double", "zero-width", "no-break" or "in-link".
    ``smallest``: how many of them an article must have to be worth telling. ``innocent``: words
    that may follow a full stop at once, in small letters ("com").
    """

    fault: Literal["before-mark", "missing", "double", "zero-width", "no-break", "in-link"] = (
        "before-mark"
    )
    smallest: int = 1
    innocent: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the blanks: one by one where each is a slip, once an article where it is a habit."""
    if options.fault == "before-mark":
        for block in article.of(*_RUNNING) if _BLANK_MARK.search(article.text) else ():
            if not _is_list_of_links(block) and not _leads_to_a_link(block):
                yield from _before_mark(block)
    elif options.fault == "missing":
        for block in article.of(*_BODY):
            yield from _missing(block, options)
    elif options.fault == "in-link":
        yield from _in_links(article)
    else:
        yield from _habit(article, options)


def _before_mark(block: Block) -> Iterator[Hit]:
    for match in _BEFORE_MARK.finditer(block.text) if _BLANK_MARK.search(block.text) else ():
        start, end = match.span()
        if across_line_break(block, start - 1, end) or not is_prose(block, start, end):
            continue
        span = block.span(start, end)
        if "></" in block.mapped.source.text[span.start : span.end]:
            continue  # an empty element, which a script fills
        mark = match[0].strip(" \u00a0")
        safe = not block.is_quoted(start, end)
        fix = rewrite(block, start, end, mark, title="Remove the blank", safe=safe)
        yield hit_in(block, start, end, values={"text": mark}, fixes=[fix])


def _is_list_of_links(block: Block) -> bool:
    """Tags under an article: link, link, link. What stands between them is layout."""
    linked = sum(link.end - link.start for link in block.links)
    return len(block.links) > 1 and linked > len(block.text) / 2


def _leads_to_a_link(block: Block) -> bool:
    """Tell whether a line is a word or two and a link: "MORE : …" is a template's."""
    link = block.links[0] if len(block.links) == 1 else None
    return link is not None and 0 < link.start < _LEADER and link.end >= len(block.text) - 1


def _missing(block: Block, options: Options) -> Iterator[Hit]:
    if not _MARK_LETTER.search(block.text):
        return
    for match in _MISSING.finditer(block.text):
        one, mark, other = match["one"], match["mark"], match["other"]
        follows = other[0].isupper() or mark in ",;"
        if not follows or other.casefold() in options.innocent:
            continue
        if frequency(one) < _COMMON or frequency(other.lower()) < _COMMON:
            continue
        start, end = match.span()
        span = block.span(start, end)
        # Without tags in between: what a tag parts may stand on two lines.
        if span.end - span.start != end - start or not is_prose(block, start, end):
            continue
        if any(link.start < end and start < link.end for link in block.links):
            continue
        at = match.end("mark")
        fix = rewrite(block, at, at, " ", title="Put a blank in", safe=not block.is_quoted(at, at))
        yield hit_in(block, start, end, values={"text": match[0]}, fixes=[fix])


def _in_links(article: Article) -> Iterator[Hit]:
    """Once an article: it is how a CMS selects words for a link. The span is the blank."""
    found = [
        (block, span)
        for block in article.of(*_BODY)
        for link in block.links
        for span in _edges(article.source.text, block.span(link.start, link.end))
    ]
    if found:
        block, span = found[0]
        start = max(block.mapped.index_at(span.start), 0)
        related = tuple(Related(each, "here, too") for _, each in found[1 : _MOST + 1])
        values = {"text": _around(block, start, start + 1), "name": "blank"}
        yield Hit(span, values, "", related, (), block.kind, values["text"])


def _edges(source: str, link: Span) -> Iterator[Span]:
    before = _FIRST.search(source, max(0, link.start - 9), link.start)
    if before and source[source.rfind("<", 0, before.start()) :][:2].lower() == "<a":
        yield Span(before.start(1), before.end(1))
    behind = _LAST.match(source, link.end)
    if behind:
        yield Span(behind.start(1), behind.end(1))


def _habit(article: Article, options: Options) -> Iterator[Hit]:
    if article.text.isascii() or not any(each in article.text for each in _SIGNS[options.fault]):
        return
    places = [
        (block, start, end)
        for block in article.of(*_COPY)
        for start, end in _places(block, options.fault)
        if is_prose(block, start, end) and not across_line_break(block, start, end)
    ]
    if len(places) < max(options.smallest, 1):
        return
    new, title = ("", "Remove it") if options.fault == "zero-width" else (" ", "Write one blank")
    block, start, end = places[0]
    made = (rewrite(b, at, to, new, safe=not b.is_quoted(at, to)) for b, at, to in places)
    fixes = [together(made, title)]
    related = [Related(b.span(at, to), "here, too") for b, at, to in places[1 : _MOST + 1]]
    values = {"text": _around(block, start, end), "name": _name(block.text[start:end])}
    yield hit_in(block, start, end, values=values, related=related, fixes=fixes)


def _places(block: Block, fault: str) -> Iterator[tuple[int, int]]:
    text = block.text
    if text.isascii():
        return
    pattern = {"double": _DOUBLE, "zero-width": _ZERO_WIDTH, "no-break": _NO_BREAK}[fault]
    for match in pattern.finditer(text):
        yield match.span()


def _around(block: Block, start: int, end: int) -> str:
    before = block.text[max(0, start - 12) : start].rpartition(" ")[2]
    return f"{before}·{block.text[end : end + 12].partition(' ')[0]}"


def _name(characters: str) -> str:
    names = {"\u200b": "zero-width space", "\u2060": "word joiner", "\ufeff": "byte-order mark"}
    return names.get(characters[0], "no-break space" if "\u00a0" in characters else "blank")
