"""Text as a reader sees it, with a map from each of its characters back to the source.

The map is built when it is first asked for: most texts have no finding and never need one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from lint.document.escape import escape
from lint.document.pieces import IN_ATTRIBUTE, IN_JSON, IN_TEXT, Piece, decoded, even, read
from lint.lazy import lazy
from lint.patterns import lazy_pattern
from lint.source import Edit, Source, Span
from lint.tuples import NamedTuple

# What an edit must not bring about, for example by deleting the blank of "a < b".
_MARKUP = {
    IN_TEXT: lazy_pattern(r"<[a-zA-Z/!?]"),
    IN_ATTRIBUTE: lazy_pattern(r"(?!)"),
    IN_JSON: lazy_pattern(r"<(?:/script|!--)", re.IGNORECASE),
}
# What may belong to a reference or an escape that begins before it, to white space, or to markup.
_JOINS = lazy_pattern(r"[a-zA-Z0-9#;=\\/\"!\- \t\n\f\r]")
_NEAR = 256  # characters; further away an edit looks at the whole text


class _Segment(NamedTuple):
    """Characters of the text from ``at`` on, and where they stand in the source.

    Verbatim segments map character by character; others map as a whole (a reference, a run of
    white space). ``broken`` ones have markup inside, so that no edit may touch them.
    """

    at: int
    start: int
    end: int
    verbatim: bool
    broken: bool = False


class MappedText:
    """A text of ``source`` made of pieces in source order; offsets are code points of ``text``."""

    def __init__(
        self,
        source: Source,
        pieces: Sequence[Piece],
        context: str = IN_TEXT,
        quote: str = "",
    ) -> None:
        self.source = source
        self.pieces = tuple(pieces)
        self.context = context
        self._quote = quote

    @lazy
    def text(self) -> str:
        """The decoded text, white space collapsed and trimmed."""
        return read(self.source.text, self.pieces, self.context)

    @property
    def whole(self) -> Span:
        """The span from the first to the last character of the text (of the pieces, if blank)."""
        if self.text:
            return self.span(0, len(self.text))
        return Span(self.pieces[0].start, self.pieces[-1].end) if self.pieces else Span(0, 0)

    def span(self, start: int, end: int) -> Span:
        """Map ``text[start:end]`` to the source: from its first to behind its last character."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"no range {start}:{end} in a text of {len(self.text)} characters")
        if start == end:
            point = self._insertion(start)
            return Span(point, point)
        return Span(self._bounds(start)[0], self._bounds(end - 1)[1])

    def index_at(self, offset: int) -> int:
        """Count the characters of the text that stand before a source offset."""
        number = bisect_right(self._source_starts, offset) - 1
        if number < 0:
            return 0
        segment = self._segments[number]
        stop = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        if not segment.verbatim:
            return stop if offset > segment.start else segment.at
        return min(segment.at + offset - segment.start, stop)

    def replace(self, start: int, end: int, new: str) -> tuple[Edit, ...] | None:
        """Give the edits that turn ``text[start:end]`` into ``new``, escaped as the source does.

        Only what differs is touched: common beginning and end stay. Where the range runs over
        inline tags, the new text goes before the first of them and the tags stay. Gives None where
        an edit would cut a reference in two, take white space that has markup inside, need a
        character that the place cannot hold, or read as something else together with what stands
        beside it.
        """
        old = self.text[start:end]
        head = _common_prefix(old, new)
        tail = _common_prefix(old[head:][::-1], new[head:][::-1])
        start, end, new = start + head, end - tail, new[head : len(new) - tail]
        spans = self._editable(start, end)
        written = escape(new, self.source, self.context, self._quote)
        if spans is None or written is None:
            return None
        if not spans:
            point = self._insertion(start)
            edits = [Edit(Span(point, point), written)] if written else []
        else:
            edits = [Edit(span, "" if index else written) for index, span in enumerate(spans)]
        return tuple(edits) if self._reads_as(start, end, new, edits) else None

    def _reads_as(self, start: int, end: int, new: str, edits: list[Edit]) -> bool:
        """Tell whether the pieces, edited, read as wanted and still hold no markup.

        Read again is only what stands round the edits: as many faults as words stay linear so.
        """
        if self.context == IN_ATTRIBUTE and not self._quote:
            left = len(self.text) - (end - start) + len(new)
            if not (self.text and left):
                return False  # <img alt> has no place for a value, and alt= would take what follows
        first, last = self._apart_before(start), self._apart_after(end)
        expected = self.text[first:start] + new + self.text[end:last]
        raw, at, waiting = [], 0, edits
        pieces: list[Piece] = []
        for start, end, is_break in self._pieces_of(first, last):
            content = self.source.text[start:end]
            own = [each for each in waiting if start <= each.span.start and each.span.end <= end]
            if own and not is_break:
                waiting = [each for each in waiting if each not in own]
                for span, text in reversed(own):
                    content = content[: span.start - start] + text + content[span.end - start :]
                if _MARKUP[self.context].search(content):
                    return False
            raw.append(content)
            pieces.append(Piece(at, at + len(content), is_break))
            at += len(content) + 1
        # A blank between pieces: a reference must not run on from one into the next.
        read = MappedText(Source(" ".join(raw)), pieces, self.context, self._quote)
        return not waiting and read.text == even(expected)

    def _pieces_of(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces, or parts of them, that hold ``text[start:end]``; an open end is the whole."""
        if not self.pieces:
            return
        low = self._bounds(start)[0] if start > 0 else self.pieces[0].start
        high = self._bounds(end - 1)[1] if end < len(self.text) else self.pieces[-1].end
        for number in range(bisect_left(self._piece_ends, low), len(self.pieces)):
            piece = self.pieces[number]
            if piece.start > high:
                break
            yield Piece(max(piece.start, low), min(piece.end, high), piece.is_break)

    def _apart_before(self, index: int) -> int:
        """A near place before ``index`` from which on the text reads as it does in the whole."""
        for at in range(index - 1, max(0, index - _NEAR), -1):
            if self.text[at - 1] == " " or self._stands_apart(at):
                return at
        return 0

    def _apart_after(self, index: int) -> int:
        """A near place behind ``index`` up to which the text reads as it does in the whole."""
        for at in range(index + 1, min(len(self.text), index + _NEAR)):
            if self.text[at] == " " or self._stands_apart(at):
                return at
        return len(self.text)

    def _stands_apart(self, index: int) -> bool:
        """Tell whether no reference and no blank can run over the beginning of a character."""
        segment, _ = self._segment_at(index)
        if not segment.verbatim and segment.at != index:  # the second character of a reference
            return False
        return _JOINS.match(self.source.text, self._bounds(index)[0]) is None

    @lazy
    def _piece_ends(self) -> list[int]:
        return [piece.end for piece in self.pieces]

    @lazy
    def breaks(self) -> list[int]:
        """Where a ``<br>``, an image or another break stands in the source, in order."""
        return [piece.start for piece in self.pieces if piece.is_break]

    @lazy
    def _segments(self) -> list[_Segment]:
        at, segments = 0, []
        for characters, segment in self._collapsed():
            segments.append(_Segment(at, *segment[1:]))
            at += len(characters)
        return segments

    @lazy
    def _starts(self) -> list[int]:
        return [segment.at for segment in self._segments]

    @lazy
    def _source_starts(self) -> list[int]:
        return [segment.start for segment in self._segments]

    def _segment_at(self, index: int) -> tuple[_Segment, int]:
        number = bisect_right(self._starts, index) - 1
        stop = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self._segments[number], stop

    def _bounds(self, index: int) -> tuple[int, int]:
        segment, _ = self._segment_at(index)
        if not segment.verbatim:
            return segment.start, segment.end
        offset = segment.start + index - segment.at
        return offset, offset + 1

    def _insertion(self, index: int) -> int:
        if index > 0 and not (self._segment_at(index - 1)[0].broken and index < len(self.text)):
            return self._bounds(index - 1)[1]
        if self.text:
            return self._bounds(index)[0]
        return self.pieces[0].start if self.pieces else 0

    def _editable(self, start: int, end: int) -> list[Span] | None:
        spans: list[Span] = []
        while start < end:
            segment, stop = self._segment_at(start)
            if segment.verbatim:
                shift = segment.start - segment.at
                stop = min(stop, end)
                span = Span(start + shift, stop + shift)
            elif segment.broken or segment.at < start or stop > end:
                return None
            else:
                span = Span(segment.start, segment.end)
            if spans and spans[-1].end == span.start:
                span = Span(spans.pop().start, span.end)
            spans.append(span)
            start = stop
        return spans

    def _collapsed(self) -> Iterator[tuple[str, _Segment]]:
        """Yield the text part by part; blanks come before the part that follows them."""
        blank: _Segment | None = None
        begun = False
        for piece in self.pieces:
            for characters, start, end, verbatim in decoded(self.source.text, piece, self.context):
                if characters != " ":
                    if blank is not None and begun:
                        yield " ", blank
                    blank, begun = None, True
                    yield characters, _Segment(0, start, end, verbatim)
                elif blank is None:
                    blank = _Segment(0, start, end, False, piece.is_break)
                else:
                    joined = blank.end == start and not piece.is_break and not blank.broken
                    blank = blank._replace(end=end, broken=not joined)


def _common_prefix(one: str, other: str) -> int:
    limit = min(len(one), len(other))
    return next((at for at in range(limit) if one[at] != other[at]), limit)
