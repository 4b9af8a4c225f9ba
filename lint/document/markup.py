"""What HTML is made of: tokens, the names that change how it is cut, the patterns of a tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, overload

from lint.tuples import NamedTuple

TEXT: Final = "text"  # character data; references count
RAW: Final = "raw"  # the content of script and style; references do not count
START: Final = "start"
END: Final = "end"
COMMENT: Final = "comment"
OTHER: Final = "other"  # doctype, processing instruction, bogus comment, CDATA mark, cut-off tag


class Token(NamedTuple):
    """A piece of the source: ``[start, end)`` in code points; ``name`` is set for tags only."""

    kind: str
    start: int
    end: int
    name: str = ""


class Tokens(Sequence[Token]):
    """The tokens of a source, in order: in columns, which cost a fraction of so many tuples."""

    __slots__ = ("ends", "kinds", "names", "starts")

    def __init__(
        self, kinds: list[str], starts: list[int], ends: list[int], names: list[str]
    ) -> None:
        self.kinds = kinds
        self.starts = starts
        self.ends = ends
        self.names = names

    def __len__(self) -> int:
        return len(self.kinds)

    @overload
    def __getitem__(self, number: int) -> Token: ...
    @overload
    def __getitem__(self, number: slice) -> list[Token]: ...
    def __getitem__(self, number: int | slice) -> Token | list[Token]:
        if isinstance(number, slice):
            return list(map(Token._make, list(self.rows())[number]))
        return Token(self.kinds[number], self.starts[number], self.ends[number], self.names[number])

    def __iter__(self) -> Iterator[Token]:
        return map(Token._make, self.rows())

    def rows(self) -> Iterator[tuple[str, int, int, str]]:
        """Kind, start, end and name of each token, as plain tuples."""
        return zip(self.kinds, self.starts, self.ends, self.names, strict=True)


VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr keygen".split()
)
FOREIGN = frozenset(["svg", "math"])
RCDATA = frozenset(["title", "textarea"])
RAWTEXT = frozenset(["script", "style", "xmp", "iframe", "noembed", "noframes"])
# Start tags that end foreign content (section 13.2.6.5, shortened to what articles hold).
BREAKOUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li "
    "menu meta nobr ol p pre ruby s small span strong sub sup table tt u ul var".split()
)

WS: Final = r"\t\n\f\r "
_VALUE = rf"[{WS}]*+=[{WS}]*+(?:\"[^\"]*+\"|'[^']*+'|(?=>)|[^{WS}>\"'][^{WS}>]*+)"
# An attribute is a name with a value or a name that no "=" follows: without that condition a
# quotation mark left open would match as a bare name, and a tag would end where none does.
_ATTRIBUTE = rf"[^{WS}/>][^{WS}/>=]*+(?>{_VALUE}|(?![{WS}]*+=))"
#: Patterns: a tag's slash and name, each in a group; and all between its name and its ">".
SLASH_AND_NAME: Final = rf"(/?)([a-zA-Z][^{WS}/>]*+)"
ATTRIBUTES: Final = rf"(?:[{WS}/]++|{_ATTRIBUTE})*+"
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def lower(name: str) -> str:
    """Fold a name as HTML does: ASCII letters only, so that its length stays."""
    return name.translate(_LOWER)
