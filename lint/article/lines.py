"""Runs of text into the lines of an article: one per paragraph, with its inline elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lint.article.block import Inline, Link
from lint.article.language import Languages
from lint.document import Document, Element, MappedText, Piece, Run

_KEPT_INLINES: Final = frozenset(
    "i em cite q code kbd samp var tt b strong sub sup s del ins abbr dfn mark".split()
)
_DEEPEST: Final = 24  # inline elements round one piece of text
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n\s*")
_VISIBLE = re.compile(r"[^\t\n\f\r ]")
_SHORTCODE = re.compile(r"\[/?caption\b[^\]<]{0,500}\]")
_SENTENCE_END = (".", "!", "?", "”", '"', "’", ":")


def read_lines(document: Document, *, is_fragment: bool) -> list[Run]:
    """Cut runs at double line breaks, and at the captions that WordPress keeps in shortcodes.

    In a fragment without p tags (what WordPress's classic editor stores) blank lines cut as well.
    """
    bare = is_fragment and document.root.find(".//p") is None
    lines: list[Run] = []
    for run in document.runs:
        raw = (
            any(_shortcode(document, piece) for piece in run.text.pieces) if is_fragment else False
        )
        held = run.text.pieces
        has_breaks = len(held) > 1 and any(piece.is_break for piece in held)
        if not (bare or raw or has_breaks):
            lines.append(run)
            continue
        for pieces in _cut(document, run, blank_lines=bare, shortcodes=raw):
            text = MappedText(document.source, pieces)
            if text.text:
                inside = tuple(
                    number
                    for number in run.tokens
                    if document.tokens[number].start < pieces[-1].end
                    and pieces[0].start < document.tokens[number].end
                )
                lines.append(Run(run.element, text, inside))
    return lines


def inline_elements(
    document: Document, line: Run, languages: Languages
) -> tuple[tuple[Link, ...], tuple[Inline, ...]]:
    """List a line's links, and its other inline elements that checks care for."""
    extents: dict[Element, tuple[int, int]] = {}
    for number in line.tokens:
        token = document.tokens[number]
        element = document.owner(number)
        for _ in range(_DEEPEST):  # nesting without end must not cost its square
            if element is None or element is line.element:
                break
            if element.tag == "a" or element.tag in _KEPT_INLINES or element.get("lang"):
                start, _ = extents.get(element, (token.start, 0))
                extents[element] = (start, token.end)
            element = element.getparent()
    if not extents:
        return (), ()
    links: list[Link] = []
    inlines: list[Inline] = []
    for element, (source_start, source_end) in extents.items():
        start, end = trimmed(line.text, source_start, source_end)
        if start >= end:
            continue
        if element.tag == "a":
            links.append(Link(start, end, element.get("href") or ""))
        language = languages.of(element) if element.get("lang") else ""
        if element.tag in _KEPT_INLINES or language:
            inlines.append(Inline(str(element.tag), start, end, language))
    return tuple(links), tuple(inlines)


def trimmed(text: MappedText, source_start: int, source_end: int) -> tuple[int, int]:
    """Give the range of the text that a source range covers, without outer blanks."""
    start, end = text.index_at(source_start), text.index_at(source_end)
    while start < end and text.text[start] == " ":
        start += 1
    while end > start and text.text[end - 1] == " ":
        end -= 1
    return start, end


def _shortcode(document: Document, piece: Piece) -> bool:
    return document.source.text.find("caption", piece.start, piece.end) >= 0 and bool(
        _SHORTCODE.search(document.source.text, piece.start, piece.end)
    )


def _cut(
    document: Document, run: Run, *, blank_lines: bool, shortcodes: bool
) -> Iterator[list[Piece]]:
    source = document.source.text
    pieces: list[Piece] = []
    breaks = 0
    for piece in run.text.pieces:
        if piece.is_break:
            breaks += source[piece.start + 1 : piece.start + 3].lower() == "br"
            pieces.append(piece)
            continue
        if not _VISIBLE.search(source, piece.start, piece.end):
            pieces.append(piece)
            continue
        if pieces and (breaks > 1 or (breaks == 1 and _ends_paragraph(source, pieces))):
            yield pieces
            pieces = []
        breaks = 0
        parts = _parts(source, piece, blank_lines=blank_lines, shortcodes=shortcodes)
        for part in parts[:-1]:
            pieces.append(part)
            yield pieces
            pieces = []
        pieces.append(parts[-1])
    if pieces:
        yield pieces


def _ends_paragraph(source: str, pieces: list[Piece]) -> bool:
    last = next((piece for piece in reversed(pieces) if not piece.is_break), pieces[-1])
    end = source[max(last.start, last.end - 40) : last.end].rstrip(" \t\n\f\r")
    return last.end - pieces[0].start > 120 and end.endswith(_SENTENCE_END)


def _parts(source: str, piece: Piece, *, blank_lines: bool, shortcodes: bool) -> list[Piece]:
    cuts: list[tuple[int, int]] = []
    if blank_lines:
        cuts += [match.span() for match in _BLANK_LINE.finditer(source, piece.start, piece.end)]
    if shortcodes:
        cuts += [match.span() for match in _SHORTCODE.finditer(source, piece.start, piece.end)]
    parts, start = [], piece.start
    for cut_start, cut_end in sorted(cuts):
        if cut_start >= start:
            parts.append(Piece(start, cut_start))
            start = cut_end
    return [*parts, Piece(start, piece.end)]
