"""Elements with nothing in them, which an editor leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lint.article import Article, model
from lint.checks.hit import Fix, Hit, Related, together
from lint.checks.options import CheckOptions
from lint.document import Element
from lint.patterns import lazy_pattern
from lint.source import Edit, Span

VALUES = ("tag",)
CASES = ()
_BODY = (model.STANDFIRST, model.PARAGRAPH, model.LIST_ITEM, model.QUOTE)
_INLINE = ("b", "strong", "i", "em", "u", "span", "font")
_BLANK = " \t\n\f\r\u00a0\u200b\ufeff"
_BREAK = lazy_pattern(r"<br\b[^<>]*>", re.IGNORECASE)
_END = lazy_pattern(r"</([a-z]+)\s*>$", re.IGNORECASE)
# What follows the start tag of an empty element: to ask this first costs least.
_NOTHING = lazy_pattern(rf"(?:[{_BLANK}]|&#?\w+;?|<br\b[^<>]*>)*+</", re.IGNORECASE)
_LONGEST = 400  # characters of source that hold nothing
_OWN = ("copydesk-", "style")  # attributes that nothing else on the page can ask for
_MOST = 5  # related places are enough to show it


class Options(CheckOptions):
    """``fault``: "paragraph" or "inline": what one rule looks for."""

    fault: Literal["paragraph", "inline"] = "paragraph"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the empty elements, once an article, and remove them all."""
    find = _paragraphs if options.fault == "paragraph" else _inlines
    found = [
        (element, article.document.element_span(element))
        for element in find(article)
        if article.document.token_number(element) is not None
    ]
    found.sort(key=lambda each: each[1])
    if not found:
        return
    first, span = found[0]
    related = tuple(Related(each[1], "here, too") for each in found[1 : _MOST + 1])
    fix = together((_removed(article, *each) for each in found), "Remove the empty elements")
    tag = str(first.tag)
    yield Hit(span, {"tag": tag}, "", related, (fix,) if fix else (), "element", tag)


def _paragraphs(article: Article) -> Iterator[Element]:
    """Empty ``p`` between the article's own: one with attributes is somebody's hook or anchor."""
    parents: dict[int, Element] = {}
    for block in article.of(model.PARAGRAPH):
        if block.element is not None and block.element.tag == "p":
            parent = block.element.getparent()
            if parent is not None:
                parents[id(parent)] = parent
    for parent in parents.values():
        for child in parent:
            if child.tag == "p" and _inside(article, child) is not None:
                yield child


def _inlines(article: Article) -> Iterator[Element]:
    seen: set[int] = set()
    for block in article.of(*_BODY):
        element = block.element
        if element is None or id(element) in seen or element.tag not in ("p", "li", "blockquote"):
            continue
        seen.add(id(element))
        for each in element.iter(*_INLINE):
            if _inside(article, each) is not None:
                yield each


def _inside(article: Article, element: Element) -> str | None:
    """What an empty element holds, blanks and line breaks; None for one that is not empty."""
    tag = article.document.tag_span(element)
    if not _NOTHING.match(article.source.text, tag.end):
        return None
    if any(not str(key).startswith(_OWN) for key in element.attrib):
        return None
    if any(child.tag != "br" or element.tag != "p" for child in element):
        return None
    span = article.document.element_span(element)
    if span.end - span.start > _LONGEST:
        return None
    written = article.source.text[tag.end : span.end]
    end = _END.search(written)
    if end is None or end[1].lower() != element.tag:
        return None
    inside = _BREAK.sub(" ", written[: end.start()])
    if "&" not in inside:
        return inside if not inside.strip(_BLANK) else None
    from html import unescape  # rarely: its table takes 2 ms

    return inside if not unescape(inside).strip(_BLANK) else None


def _removed(article: Article, element: Element, span: Span) -> Fix:
    """Remove an element; a blank inside one within a line stays."""
    keeps = element.tag != "p" and _inside(article, element)
    return Fix("Remove the empty element", (Edit(span, " " if keeps else ""),))
