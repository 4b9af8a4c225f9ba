"""A Source into a Document: tokens that tile it, a tree, and the place of every part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import lt

from lxml import etree

from lint.document import markup as tok
from lint.document.markup import Token, Tokens
from lint.document.pieces import IN_ATTRIBUTE, Piece
from lint.document.text import MappedText
from lint.document.tokens import Attribute, cut_off, each_attribute, tokenize
from lint.document.tree import NUMBER, build_tree, match_ends
from lint.lazy import lazy
from lint.source import Source, Span
from lint.tuples import NamedTuple

Element = etree._Element

# Elements whose borders end a run of text (CSS "display: block" in browsers' own style sheets, and
# what holds no running text). AMP's containers are named; other custom elements count as inline.
BLOCK_LEVEL = frozenset(
    "address article aside audio blockquote body button caption center col colgroup dd details "
    "dialog dir div dl dt embed fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 "
    "head header hgroup hr html iframe legend li link main menu meta nav noscript object ol "
    "optgroup option p picture pre script section select style summary table tbody td template "
    "textarea tfoot th thead title tr ul video xmp "
    "amp-accordion amp-ad amp-carousel amp-iframe amp-lightbox amp-sidebar amp-video "
    "amp-youtube amp-twitter amp-instagram amp-facebook amp-story".split()
)
# Parts of a line that read as a gap rather than as nothing.
_BREAKS = frozenset("br img amp-img amp-anim input svg math canvas".split())
# Subtrees whose text nobody reads in the page.
_UNREAD = frozenset("template svg math select datalist canvas".split())


class Run(NamedTuple):
    """A run of text with no block border in it: its block-level element, and its tokens."""

    element: Element
    text: MappedText
    tokens: tuple[int, ...]


# Half of the time that a NamedTuple's own constructor takes; a page has thousands of them.
_piece = partial(tuple.__new__, Piece)
_run = partial(tuple.__new__, Run)


class Document:
    """The HTML of one source. Build it with :func:`read_document`."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tokens: Tokens = tokenize(source.text)
        assert _tile(self.tokens, len(source.text)), "tokens must tile the source"
        self.root, self._owners, self._texts, lost = build_tree(source.text, self.tokens)
        self.notices: tuple[str, ...] = tuple(self._notice(lost))

    def owner(self, number: int) -> Element | None:
        """The element of a start tag, or the element that a text token is in."""
        if self.tokens.kinds[number] == tok.START:
            return self._elements.get(number)
        return self._owners[number]

    def token_number(self, element: Element) -> int | None:
        """The number of an element's start tag; None where the parser supplied the element."""
        number = element.get(NUMBER)
        return None if number is None else int(number)

    def tag_span(self, element: Element) -> Span:
        """The span of an element's start tag; empty at 0 where the source has none."""
        number = self.token_number(element)
        if number is None:
            return Span(0, 0)
        return Span(self.tokens.starts[number], self.tokens.ends[number])

    def element_span(self, element: Element) -> Span:
        """The span of a whole element, from its start tag to behind its end."""
        number = self.token_number(element)
        if number is None:
            return Span(0, len(self.source.text))
        return Span(self.tokens.starts[number], self._ends[number])

    def attribute(self, element: Element, name: str) -> MappedText | None:
        """The value of an attribute as mapped text; None if the element has no such attribute."""
        place = self.attribute_place(element, name)
        if place is None:
            return None
        piece = Piece(place.start, place.end)
        return MappedText(self.source, [piece], IN_ATTRIBUTE, place.quote)

    def attribute_place(self, element: Element, name: str) -> Attribute | None:
        """Where an attribute's value stands; of duplicates the first, as in browsers."""
        number = self.token_number(element)
        if number is None or (element.get(name) is None and ":" not in name):
            return None
        attributes = each_attribute(self.source.text, self.tokens[number])
        return next((each for each in attributes if each.name == name), None)

    def raw_content(self, element: Element) -> Span:
        """The span of what a ``script`` or ``style`` element holds; empty if nothing."""
        number = self.token_number(element)
        if number is not None and number + 1 < len(self.tokens):
            following = self.tokens[number + 1]
            if following.kind == tok.RAW:
                return Span(following.start, following.end)
        return Span(0, 0)

    def comments(self) -> Iterator[tuple[Token, int]]:
        """Yield each comment token with its number."""
        kinds = self.tokens.kinds
        number = -1
        for _ in range(kinds.count(tok.COMMENT)):
            number = kinds.index(tok.COMMENT, number + 1)
            yield self.tokens[number], number

    @lazy
    def runs(self) -> list[Run]:
        """All runs of text in source order, those of the head included, blank ones left out."""
        return _runs(self, self._owners, self._texts)

    @lazy
    def _elements(self) -> dict[int, Element]:
        """The elements by the numbers of their start tags."""
        numbers = ((self.token_number(element), element) for element in self.root.iter())
        return {number: element for number, element in numbers if number is not None}

    @lazy
    def _ends(self) -> dict[int, int]:
        return match_ends(self.source.text, self.tokens)

    def _notice(self, lost: int) -> Iterator[str]:
        if lost:
            yield f"{lost} pieces of text lie below 2,048 nested elements; their roles are unknown"
        unclosed = cut_off(self.source.text, self.tokens)
        if unclosed is not None:
            position = self.source.position(unclosed.start)
            what = "comment" if unclosed.kind == tok.COMMENT else "tag"
            if unclosed.kind == tok.START:
                what = f"<{unclosed.name}>"
            yield (
                f"the {what} at {position.line}:{position.column} never closes; "
                "nothing after it was checked"
            )


def read_document(source: Source) -> Document:
    """Read the HTML of a source, a full page or a fragment; any text gives a Document."""
    return Document(source)


def _tile(tokens: Tokens, length: int) -> bool:
    starts, ends = tokens.starts, tokens.ends
    return [0, *ends] == [*starts, length] and all(map(lt, starts, ends))


def _runs(document: Document, owners: list[Element | None], texts: list[int]) -> list[Run]:
    """The runs; ``texts`` are the numbers of the texts that are not blank."""
    source, tokens, runs = document.source, document.tokens, []
    known: dict[Element, Element | None] = {}
    behind = 0  # the last run: what is blank or markup between two runs belongs to neither
    for first in texts:
        if first < behind:
            continue
        block: Element | None = None
        pieces: list[Piece] = []
        numbers: list[int] = []
        drawn = 0  # how deep inside of drawings, whose <title> or <p> ends no run
        for number in range(first, len(tokens.kinds)):
            kind = tokens.kinds[number]
            if kind == tok.TEXT:
                start, end = tokens.starts[number], tokens.ends[number]
                owner = owners[number]
                if owner is None:  # blank: it matters between words only
                    pieces.append(_piece((start, end, False)))
                    continue
                holder = known[owner] if owner in known else _block_of(owner, known)
                if holder is None:
                    if block is None:
                        break
                    continue
                if holder is not block and block is not None:
                    behind = number
                    break
                block, drawn = holder, 0
                pieces.append(_piece((start, end, False)))
                numbers.append(number)
            elif kind == tok.START or kind == tok.END:
                name = tokens.names[number]
                if name in tok.FOREIGN and source.text[tokens.ends[number] - 2] != "/":
                    drawn = max(0, drawn + (1 if kind == tok.START else -1))
                if name in BLOCK_LEVEL and not drawn:
                    behind = number
                    break
                if kind == tok.START and name in _BREAKS:
                    pieces.append(_piece((tokens.starts[number], tokens.ends[number], True)))
        else:
            behind = len(tokens.kinds)
        if block is not None:
            runs.append(_run((block, MappedText(source, pieces), tuple(numbers))))
    return runs


def _block_of(owner: Element, known: dict[Element, Element | None]) -> Element | None:
    """The nearest block-level ancestor; None for text that nobody reads. Iterative, memoised."""
    path: list[Element] = []
    element: Element | None = owner
    while element is not None and element not in known:
        path.append(element)
        element = element.getparent()
    block = path[-1] if element is None else known[element]
    for element in reversed(path):
        if element.tag in _UNREAD:
            block = None
        elif block is not None and element.tag in BLOCK_LEVEL and element.get(NUMBER) is not None:
            block = element
        known[element] = block
    return block
