"""Pieces of a source into the text that a reader sees.

References are decoded and ASCII white space collapses as in HTML; U+00A0 and other white space
survive, because editors check it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lint.document.references import REFERENCE, decode_reference
from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple

IN_TEXT: Final = "text"
IN_ATTRIBUTE: Final = "attribute"
IN_JSON: Final = "json"  # a string of a script, between its quotation marks

_BLANKS = " \t\n\f\r"
_RUN = re.compile(r"[ \t\n\f\r]+")
_UNEVEN_RUN = re.compile(r"[ \t\n\f\r]{2,}+|[\t\n\f\r]")
_JSON_ESCAPE = lazy_pattern(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_JSON_SHORT = {
    '"': '"',
    "\\": "\\",
    "/": "/",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
}


class Piece(NamedTuple):
    """Part of the source that makes text; a break (``<br>``, an image) reads as one blank."""

    start: int
    end: int
    is_break: bool = False


def read(raw: str, pieces: Sequence[Piece], context: str) -> str:
    """The text that pieces of ``raw`` make, trimmed."""
    mark = "\\" if context == IN_JSON else "&"
    if len(pieces) == 1:  # as most texts are
        start, end, is_break = pieces[0]
        text = raw[start:end]
        if mark not in text and not is_break:
            return even(text)
    parts = []
    for piece in pieces:
        part = " " if piece.is_break else raw[piece.start : piece.end]
        if mark in part and not piece.is_break:
            part = "".join(characters for characters, *_ in decoded(raw, piece, context))
        parts.append(part)
    return even("".join(parts))


def even(text: str) -> str:
    """Collapse the white space of a text, and trim it."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        return _RUN.sub(" ", text).strip(" ")
    return text.strip(" ")


def decoded(raw: str, piece: Piece, context: str) -> Iterator[tuple[str, int, int, bool]]:
    """Yield (characters, start, end, verbatim); a run of white space comes as one blank."""
    if piece.is_break:
        yield " ", piece.start, piece.end, False
        return
    pattern = _JSON_ESCAPE if context == IN_JSON else REFERENCE
    position = piece.start
    for match in pattern.finditer(raw, piece.start, piece.end):
        if match.start() < position:
            continue
        reading = _decode(match, piece.end, context)
        if reading is None:
            continue
        yield from _literal(raw, position, match.start())
        position, characters = reading
        if characters in _BLANKS and characters:
            characters = " "  # white space written as a reference collapses like any other
        yield characters, match.start(), position, False
    yield from _literal(raw, position, piece.end)


def _decode(match: re.Match[str], limit: int, context: str) -> tuple[int, str] | None:
    if context != IN_JSON:
        return decode_reference(match, in_attribute=context == IN_ATTRIBUTE)
    if match[2]:
        return match.end(), _JSON_SHORT[match[2]]
    code = int(match[1], 16)
    if 0xD800 <= code < 0xDC00:
        low = _JSON_ESCAPE.match(match.string, match.end(), limit)
        if low and low[1] and 0xDC00 <= (low_code := int(low[1], 16)) < 0xE000:
            return low.end(), chr(0x10000 + ((code - 0xD800) << 10) + (low_code - 0xDC00))
    return match.end(), "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _literal(raw: str, start: int, end: int) -> Iterator[tuple[str, int, int, bool]]:
    # A lone space between words is a character like others, one at the edge may have to collapse.
    last = end
    if start < end and raw[start] == " " and (start + 1 == end or raw[start + 1] not in _BLANKS):
        yield " ", start, start + 1, False
        start += 1
    if start < end and raw[end - 1] == " " and raw[end - 2] not in _BLANKS:
        last = end - 1
    for run in _UNEVEN_RUN.finditer(raw, start, last):
        if run.start() > start:
            yield raw[start : run.start()], start, run.start(), True
        yield " ", run.start(), run.end(), False
        start = run.end()
    if last > start:
        yield raw[start:last], start, last, True
    if end > last:
        yield " ", last, end, False
