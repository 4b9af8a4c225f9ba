"""A block: text with one role, and what checks ask of it, made when the first one asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.document import Element, MappedText
from lint.lazy import lazy
from lint.prose.dates import WrittenDate, find_dates
from lint.prose.names import NameWord, find_names
from lint.prose.words import Words
from lint.source import Edit, Span, merged, touches
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.prose.row import Row


class Link(NamedTuple):
    """An ``a`` element inside a block: ``[start, end)`` of the block's text, and its target."""

    start: int
    end: int
    href: str


class Inline(NamedTuple):
    """An inline element inside a block, such as ``em``, ``code`` or ``q``: its range of the text.

    ``language`` is set where the element declares one of its own.
    """

    tag: str
    start: int
    end: int
    language: str = ""


class Block:
    """A unit of text with one role. Offsets are code points of ``text``.

    ``language`` is a lower-case BCP 47 tag as the markup declares it, or as the page's words show
    ("en", "en-gb"); empty where unknown. ``element`` is None for fields inside a script. ``quoted``
    lists the ranges of quoted speech, marks included, in order. ``inlines`` lists i, em, cite, q,
    code and the like, and whatever declares a language.
    """

    # Not a dataclass, here and elsewhere: those cost 9 ms of every run's start (they read sources).
    def __init__(
        self,
        kind: str,
        mapped: MappedText,
        language: str = "",
        element: Element | None = None,
        quoted: tuple[tuple[int, int], ...] = (),
        links: tuple[Link, ...] = (),
        inlines: tuple[Inline, ...] = (),
    ) -> None:
        self.kind = kind
        self.mapped = mapped
        self.language = language
        self.element = element
        self.quoted = quoted
        self.links = links
        self.inlines = inlines

    def __repr__(self) -> str:
        return f"Block({self.kind!r}, {self.text!r}, {self.language!r})"

    def with_quoted(self, ranges: tuple[tuple[int, int], ...]) -> Block:
        """Give the block with other ranges of quoted speech."""
        return Block(
            self.kind, self.mapped, self.language, self.element, ranges, self.links, self.inlines
        )

    @lazy
    def text(self) -> str:
        """The text as a reader sees it: references decoded, white space collapsed, trimmed."""
        return self.mapped.text

    @lazy
    def words(self) -> Words:
        """The words of the text, numbers included."""
        return Words(self.text)

    @property
    def texts(self) -> list[str]:
        """The texts of the words: what most checks look at first."""
        return self.words.texts

    @lazy
    def row(self) -> Row:
        """The words as the language model reads them, laid out once for all that ask it."""
        from lint.prose.row import read_row  # opens the language model: for the rules that ask it

        return read_row(self.words)

    @lazy
    def names(self) -> list[NameWord]:
        """The capitalised words of the text that may be names."""
        return find_names(self.text, self.words)

    @lazy
    def dates(self) -> list[WrittenDate]:
        """The dates that the text writes."""
        return find_dates(self.text)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Map a range of the text (default: all of it) to the source."""
        if start == 0 and end is None:
            return self.mapped.whole
        return self.mapped.span(start, len(self.text) if end is None else end)

    def replace(self, start: int, end: int, new: str) -> tuple[Edit, ...] | None:
        """Give the edits that turn a range of the text into ``new``; None where none is safe."""
        return self.mapped.replace(start, end, new)

    def is_quoted(self, start: int, end: int) -> bool:
        """Tell whether a range touches quoted speech."""
        return touches(self._quoted_ranges, start, end)

    def is_inside(self, start: int, end: int, *tags: str) -> bool:
        """Tell whether a range touches an inline element with one of some tags."""
        return any(
            touches(self._tag_ranges[tag], start, end) for tag in tags if tag in self._tag_ranges
        )

    def is_foreign(self, start: int, end: int) -> bool:
        """Tell whether a range touches an inline element in another language than the block."""
        return touches(self._foreign_ranges, start, end)

    @lazy
    def _quoted_ranges(self) -> list[tuple[int, int]]:
        return merged(self.quoted)

    @lazy
    def _tag_ranges(self) -> dict[str, list[tuple[int, int]]]:
        by_tag: dict[str, list[tuple[int, int]]] = {}
        for each in self.inlines:
            by_tag.setdefault(each.tag, []).append((each.start, each.end))
        return {tag: merged(ranges) for tag, ranges in by_tag.items()}

    @lazy
    def _foreign_ranges(self) -> list[tuple[int, int]]:
        own = self.language.partition("-")[0]
        return merged(
            (each.start, each.end)
            for each in self.inlines
            if each.language and each.language.partition("-")[0] != own
        )
