"""JSON-LD of a page: the article's fields, each with its place inside the script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.article import model
from lint.document import IN_JSON, Document, MappedText, Piece
from lint.tuples import NamedTuple

# A string that never closes runs to the end: so that no later quotation mark is tried again.
_TOKEN = re.compile(r'"((?:[^"\\]|\\.?)*+)(?:"|\Z)|[{}\[\]:,]', re.DOTALL)
_DEEPEST = 12  # articles are at most a handful of levels deep; deeper text is not recorded
_FIELDS = {
    "headline": model.DATA_HEADLINE,
    "description": model.DATA_DESCRIPTION,
    "datePublished": model.DATA_PUBLISHED,
    "dateModified": model.DATA_MODIFIED,
}


class JsonString(NamedTuple):
    """A string value: the keys and indices that lead to it, and its place in the source."""

    path: tuple[str | int, ...]
    start: int
    end: int


def scan_json(text: str, start: int, end: int) -> Iterator[JsonString]:
    """Yield the string values of the JSON in ``text[start:end]``, with places between the quotes.

    Tolerant: what is no JSON ends nothing and raises nothing. Linear.
    """
    stack: list[str | int | None] = []  # the key (None: expected next) or the index of each level
    for match in _TOKEN.finditer(text, start, end):
        mark = match[0]
        if mark == "{":
            stack.append(None)
        elif mark == "[":
            stack.append(0)
        elif mark in "}]":
            if stack:
                stack.pop()
        elif mark == ",":
            if stack:
                top = stack[-1]
                stack[-1] = top + 1 if isinstance(top, int) else None
        elif mark != ":" and stack:
            if stack[-1] is None:
                stack[-1] = match[1]
            elif len(stack) <= _DEEPEST:
                path = tuple(part for part in stack if part is not None)
                yield JsonString(path, match.start(1), match.end(1))


def structured_fields(document: Document) -> list[tuple[str, MappedText]]:
    """List the fields of the page's first article in JSON-LD: (block kind, text), source order."""
    source = document.source
    for script in document.root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        span = document.raw_content(script)
        strings = list(scan_json(source.text, span.start, span.end))
        node = _article_node(strings, source.text)
        if node is None:
            continue
        return [
            (kind, MappedText(source, [Piece(entry.start, entry.end)], IN_JSON))
            for entry in strings
            if (kind := _field(entry.path, node))
        ]
    return []


def _article_node(strings: list[JsonString], text: str) -> tuple[str | int, ...] | None:
    for entry in strings:
        if "@type" in entry.path:
            at = entry.path.index("@type")
            name = text[entry.start : entry.end]
            if name.endswith(("Article", "Posting")) and "isPartOf" not in entry.path:
                return entry.path[:at]
    return None


def _field(path: tuple[str | int, ...], node: tuple[str | int, ...]) -> str:
    if path[: len(node)] != node:
        return ""
    names = tuple(part for part in path[len(node) :] if isinstance(part, str))
    if len(names) == 1 and names[0] in _FIELDS and len(path) == len(node) + 1:
        return _FIELDS[names[0]]
    if names in (("author",), ("author", "name")):
        return model.DATA_AUTHOR
    return model.DATA_CAPTION if names == ("image", "caption") else ""
