"""Bytes into a Source: decoded text with its encoding and line index, and back to bytes."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple

_NEWLINE = lazy_pattern(r"\r\n?|\n")

# A byte-order mark decides (WHATWG Encoding, "BOM sniff"); the longer mark is tried first.
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

# Codecs that a page may declare, and what the web takes for each (WHATWG Encoding, section 4.2,
# "Names and labels"): all have ASCII in its place. UTF-16 is missing: who reads the declaration
# byte by byte has seen that it is no UTF-16.
_DECLARABLE = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
} | {
    name: name
    for name in "cp866 cp874 cp932 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 "
    "cp1258 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 "
    "iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic gb18030 "
    "big5hkscs euc_jp iso2022_jp".split()
}
_META = rb"(?i:<meta[^>]{1,1000}+>)"

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


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort half-open ranges and join those that overlap or meet."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def touches(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether ``[start, end)`` shares a character with one of some :func:`merged` ranges."""
    number = bisect_left(ranges, (end,)) - 1  # the last that begins before the end
    return number >= 0 and ranges[number][1] > start


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
        #: How this source writes a character, as the document station found out: it asks often.
        self.forms: dict[str, str] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        # Sent from process to process without the index of its lines, which is soon made again.
        state = {name: value for name, value in vars(self).items() if name != "line_starts"}
        return _blank, (), state

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


def _blank() -> Source:
    return Source("")


def decode(data: bytes, path: str = "-") -> Source:
    """Decode a file: byte-order mark, then strict UTF-8, then the declared encoding, then a guess.

    The order is measured, not the WHATWG one: pages that are valid UTF-8 but declare another
    encoding are common, the reverse is not. The guess is UTF-8 with stray windows-1252 bytes; it
    takes any bytes. Raises SourceError for binary data, for bytes that contradict their byte-order
    mark, and for a declared encoding that is unknown.
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
    except UnicodeDecodeError:
        return _decode_declared(data, path)


def _mostly_control(head: bytes) -> bool:
    return len(head) - len(head.translate(None, _CONTROL_BYTES)) > len(head) // 20


def _decode_declared(data: bytes, path: str) -> Source:
    declared = _declared(data)
    label = declared.strip().lower().removeprefix("x-")
    if label and not label.startswith(("utf", "unicode")):
        encoding = _DECLARABLE.get(_codec_name(label))
        if encoding is None:
            named = "".join(each if each.isprintable() else "?" for each in declared[:40])
            raise SourceError(f"declares the unknown encoding “{named}”; save it as UTF-8")
        text = data.decode(encoding, "replace")
        if _round_trips(text, encoding, data):
            return Source(text, path, encoding=encoding)
        if encoding != "cp1252":
            return Source(text, path, encoding=encoding, guessed=True)
    text = data.decode("utf-8", "surrogateescape").translate(_stray())
    return Source(text, path, encoding="windows-1252", guessed=True)


def _stray() -> dict[int, int | str]:
    """Bytes that are not UTF-8, as "surrogateescape" shows them, into what windows-1252 says."""
    table: dict[int, int | str] = {0xDC00 + byte: byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D):  # windows-1252 has no character there
            table[0xDC00 + byte] = bytes([byte]).decode("cp1252")
    return table


def _declared(data: bytes) -> str:
    """The encoding that an XML declaration or a ``meta`` tag names; empty if none does."""
    # bs4 costs 140 ms and more to import: only files that are not UTF-8 pay for it. It gets small
    # pieces, because its patterns are cubic in what they search.
    from bs4.dammit import EncodingDetector

    for piece in (data[:1024], *re.findall(_META, data[: 1 << 16])):
        declared = EncodingDetector.find_declared_encoding(piece, is_html=True)
        if declared:
            return declared
    return ""


def _codec_name(label: str) -> str:
    try:
        return codecs.lookup(label.replace("windows-", "cp")).name
    except (LookupError, ValueError):  # ValueError: a label with a null character
        return ""


def _round_trips(text: str, encoding: str, data: bytes) -> bool:
    # Not where a byte was replaced. Nor always where all fit: a stateful encoding (ISO-2022)
    # may decode what it would not write, and such a file could not keep its untouched bytes.
    try:
        return text.encode(encoding) == data
    except UnicodeEncodeError:
        return False
