"""Bytes into a Source: decoded text with its encoding and line index, and back to bytes."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

_NEWLINE = re.compile(r"\r\n?|\n")

# A byte-order mark decides (WHATWG Encoding, "BOM sniff"); the longer mark is tried first.
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

# Labels that the web reads as windows-1252 (WHATWG Encoding, section 4.2, "Names and labels").
_WINDOWS_1252 = frozenset(
    "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 cp1252 "
    "x-cp1252 windows-1252".split()
)

# What no text starts with: the first bytes of picture, document and archive formats.
_BINARY_MAGIC = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"RIFF",
    b"\x00\x00\x01\x00", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"BM6", b"7z\xbc\xaf", b"OggS", b"ID3",
)  # fmt: skip
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b") | {127})


class SourceError(ValueError):
    """The bytes are no text that can be checked; the message says why, for a person."""


class Span(NamedTuple):
    """A half-open range ``[start, end)`` in code points of the decoded source."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character; an empty span overlaps what it lies inside."""
        return (self.start < other.end and other.start < self.end) or self.start == other.start

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place for people: 1-based line and 1-based column in code points."""

    line: int
    column: int


class Edit(NamedTuple):
    """A change to a source: the characters of ``span`` give way to ``text``."""

    span: Span
    text: str


class Source:
    """The decoded text of one file, and where its lines begin.

    ``text`` is what the bytes say after a byte-order mark; line endings are kept as they are.
    ``encoding`` is a Python codec name, ``bom`` the mark that stood before the text, ``path`` what
    reports call the file. ``guessed`` is true where neither a mark, nor UTF-8, nor a declaration
    settled the encoding: then nothing may be written back.
    """

    def __init__(
        self,
        text: str,
        path: str = "-",
        *,
        encoding: str = "utf-8",
        bom: bytes = b"",
        guessed: bool = False,
    ) -> None:
        self.text = text
        self.path = path
        self.encoding = encoding
        self.bom = bom
        self.guessed = guessed

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; CRLF, LF and a lone CR end a line, nothing else does."""
        if "\r" in self.text:
            return [0, *(match.end() for match in _NEWLINE.finditer(self.text))]
        starts, offset = [0], self.text.find("\n")
        while offset >= 0:
            starts.append(offset + 1)
            offset = self.text.find("\n", offset + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Turn an offset (0 to ``len(text)``) into line and column."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Give the span of a 1-based line, without its line ending."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def encode(self, text: str | None = None) -> bytes:
        """Give ``text`` (default: the source's own) as bytes in this source's encoding and BOM.

        Raises UnicodeEncodeError where the encoding has no such character.
        """
        return self.bom + (self.text if text is None else text).encode(self.encoding)


def decode(data: bytes, path: str = "-") -> Source:
    """Decode a file: byte-order mark, then strict UTF-8, then the declared encoding, then a guess.

    The order is measured, not the WHATWG one: pages that are valid UTF-8 but declare another
    encoding are common, the reverse is not. Raises SourceError for binary data and for a declared
    encoding that is unknown or does not fit where no guess fits either.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return Source(data[len(bom) :].decode(encoding), path, encoding=encoding, bom=bom)
            except UnicodeDecodeError as error:
                raise SourceError(
                    f"not valid {encoding.upper()} at byte {error.start + len(bom)}, though it "
                    "begins with that byte-order mark; save it again as UTF-8"
                ) from None
    head = data[:4096]
    if head.startswith(_BINARY_MAGIC) or _mostly_control(head):
        raise SourceError("binary data, not HTML")
    try:
        return Source(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        bad_byte = error.start
    return _decode_declared(data, path, bad_byte)


def _mostly_control(head: bytes) -> bool:
    return len(head) - len(head.translate(None, _CONTROL_BYTES)) > len(head) // 20


def _decode_declared(data: bytes, path: str, bad_byte: int) -> Source:
    # bs4 costs 140 ms and more to import: only files that are not UTF-8 pay for it.
    from bs4.dammit import EncodingDetector, UnicodeDammit

    declared = EncodingDetector.find_declared_encoding(data, is_html=True)
    if declared:
        label = declared.strip().lower()
        encoding = "cp1252" if label in _WINDOWS_1252 else label
        try:
            text = data.decode(encoding)
        except LookupError:
            raise SourceError(
                f"declares the unknown encoding “{declared}”; save it as UTF-8"
            ) from None
        except UnicodeDecodeError:
            pass
        else:
            if _round_trips(text, encoding, data):
                return Source(text, path, encoding=encoding)
    guess = UnicodeDammit(data, known_definite_encodings=["windows-1252"], is_html=True)
    if not isinstance(guess.unicode_markup, str) or not guess.original_encoding:
        raise SourceError(f"not UTF-8 at byte {bad_byte}, and no other encoding fits")
    return Source(guess.unicode_markup, path, encoding=guess.original_encoding, guessed=True)


def _round_trips(text: str, encoding: str, data: bytes) -> bool:
    # Stateful encodings (ISO-2022, UTF-7) may decode what they would not write: such a file
    # could not keep its untouched bytes.
    try:
        return text.encode(encoding) == data
    except UnicodeEncodeError:
        return False
