"""A source into tokens that tile it: every character belongs to exactly one token.

A subset of the tokenizer in the WHATWG HTML standard, section 13.2.5, in a few regular expressions
with possessive quantifiers: linear on any input. Tree construction is not done here; of the tree
only what changes tokenizing is followed (raw text elements, foreign content).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, compress
from typing import Any, TypeVar

from lint.document.markup import (
    ATTRIBUTES,
    BREAKOUT,
    COMMENT,
    END,
    FOREIGN,
    OTHER,
    RAW,
    RAWTEXT,
    RCDATA,
    SLASH_AND_NAME,
    START,
    TEXT,
    WS,
    Token,
    Tokens,
    lower,
)
from lint.document.steps import cut_by_steps, raw_end
from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple


class Attribute(NamedTuple):
    """Where an attribute's value stands: ``[start, end)``, without quotation marks."""

    name: str
    start: int
    end: int
    quote: str


# All markup: a tag, with its content if that is raw; a comment; something else; and what never
# closes and takes all the rest with it.
_USUAL = r"(?: [a-zA-Z-]++=\"[^\"]*+\")*+"  # most attributes are written so: a short cut
_RAW_END = rf"/(?ai:\2)[{WS}/>]"
_MARKUP = re.compile(
    rf"(<(?:(?=[sStTxXiInN])((?ai:{'|'.join(sorted(RCDATA | RAWTEXT))}))(?=[{WS}/>])"
    rf"|{SLASH_AND_NAME}){_USUAL}{ATTRIBUTES}>"
    # Raw content, in two parts: what begins with "<!--" may hold a script of its own.
    rf"(?(2)([^<]*+(?:<(?!{_RAW_END}|!--)[^<]*+)*+)((?:<(?!{_RAW_END})[^<]*+)*+))"
    r"|<!--(?:-?>|(?s:.*?)--!?>)|<(?:!(?!--)|\?|/(?![a-zA-Z]))[^>]*+>|<[a-zA-Z/!?](?s:.*+))"
)
_Item = TypeVar("_Item")
_KINDS: dict[Any, str] = {"": START, "/": END}
_EACH_ATTRIBUTE = lazy_pattern(
    rf"([^{WS}/>][^{WS}/>=]*+)"
    rf"(?:[{WS}]*+=[{WS}]*+(?:\"([^\"]*+)\"|'([^']*+)'|(?=>)|([^{WS}>\"'][^{WS}>]*+)))?+"
)
_LETTER = lazy_pattern(r"</?[a-zA-Z]")
_CLOSED_COMMENT = lazy_pattern(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)


def tokenize(text: str) -> Tokens:
    """Cut a source text into tokens; their spans follow one another without gap or overlap."""
    cut = _cut_at_once(text)
    if cut is not None:
        return cut
    kinds, starts, ends, names = zip(*cut_by_steps(text), strict=True)
    return Tokens(list(kinds), list(starts), list(ends), list(names))


def _cut_at_once(text: str) -> Tokens | None:
    """Cut a text by one pattern, in few steps of Python each; None where no pattern can."""
    # Text; markup, its raw name, slash, name, two parts of raw content; text; markup …
    parts: list[Any] = _MARKUP.split(text)
    wholes, slashes, names = parts[1::7], parts[3::7], parts[4::7]
    kinds: list[Any] = list(map(_KINDS.get, slashes))
    nests = False
    raws: dict[int, str] = {}  # the raw content behind a tag, by the number of the markup
    for at in [at for at, slash in enumerate(slashes) if slash is None]:
        name, _, _, content, commented = parts[7 * at + 2 : 7 * at + 7]
        names[at] = name or ""
        kinds[at] = START if name else _odd_kind(wholes[at])
        if name is not None:
            raws[at] = content + commented
            nests = nests or commented != ""
    written = "".join(names)
    if not written.islower():
        names = list(map(str.lower if written.isascii() else lower, names))
    raw_kinds = {at: TEXT if names[at] in RCDATA else RAW for at in raws}
    if "plaintext" in names:
        return None
    if "svg" in names or "math" in names:
        for at in _raw_in_drawings(wholes, slashes, names):
            if "<" in raws.get(at, "<"):
                return None
            raw_kinds[at] = TEXT
    # Texts and markup take turns; what is empty falls out at the end.
    lengths = [0] * (2 * len(wholes) + 1)
    lengths[::2] = map(len, parts[::7])
    lengths[1::2] = map(len, wholes)
    all_kinds, all_names = [TEXT] * len(lengths), [""] * len(lengths)
    all_kinds[1::2], all_names[1::2] = kinds, names
    if raws:
        for at, content in raws.items():
            lengths[2 * at + 1] -= len(content)
        lengths = _with_raw(lengths, {at: len(content) for at, content in raws.items()})
        all_kinds = _with_raw(all_kinds, raw_kinds)
        all_names = _with_raw(all_names, dict.fromkeys(raws, ""))
    starts = list(compress(accumulate(lengths, initial=0), lengths))
    kinds, names = list(compress(all_kinds, lengths)), list(compress(all_names, lengths))
    tokens = Tokens(kinds, starts, [*starts[1:], len(text)] if starts else [], names)
    return None if nests and _nests(text, tokens) else tokens


def _nests(text: str, tokens: Tokens) -> bool:
    """Tell whether a script inside a script ends it elsewhere than it was cut."""
    return any(
        kind == RAW
        and tokens.names[number - 1] == "script"
        and raw_end(text, tokens.starts[number], "script") != tokens.ends[number]
        for number, kind in enumerate(tokens.kinds)
    )


def _with_raw(column: list[_Item], raws: dict[int, _Item]) -> list[_Item]:
    """Put the raw contents into a column, each behind its tag."""
    whole: list[_Item] = []
    done = 0
    for at, item in raws.items():
        whole += column[done : 2 * at + 2]
        whole.append(item)
        done = 2 * at + 2
    return whole + column[done:]


def _odd_kind(markup: str) -> str:
    """The kind of markup that is no tag, or a tag that never closes."""
    if markup.startswith("<!--"):
        return COMMENT
    return TEXT if markup == "</" else OTHER  # at the very end that is text


def _raw_in_drawings(wholes: list[str], slashes: list[Any], names: list[str]) -> Iterator[int]:
    """Yield the numbers of tags whose content would be raw were they not in foreign content.

    And of what begins character data there.
    """
    behind = 0
    for first in [at for at, name in enumerate(names) if name in FOREIGN]:
        if first < behind:
            continue
        depth = 0
        for at in range(first, len(names)):
            name, slash = names[at], slashes[at]
            if slash:
                depth -= depth > 0 and name in FOREIGN
            elif name in FOREIGN:
                depth += wholes[at][-2] != "/"
            elif slash is None:
                if name or wholes[at].startswith("<![CDATA["):
                    yield at
            elif name in BREAKOUT:
                depth = 0
            behind = at + 1
            if not depth:
                break


def read_attributes(text: str, tag: Token) -> list[Attribute]:
    """List a start tag's attributes in order; names are lower-cased, duplicates kept."""
    return list(each_attribute(text, tag))


def each_attribute(text: str, tag: Token) -> Iterator[Attribute]:
    """Yield a start tag's attributes in order, as :func:`read_attributes` lists them."""
    position = tag.start + 1 + len(tag.name)
    for match in _EACH_ATTRIBUTE.finditer(text, position, tag.end):
        group = match.lastindex or 1
        start, end = match.span(group) if group > 1 else (match.end(), match.end())
        name = match[1]
        name = name.lower() if name.isascii() else lower(name)
        yield Attribute(name, start, end, ("", '"', "'", "")[group - 1])


def cut_off(text: str, tokens: Tokens) -> Token | None:
    """Find what the end of the file cuts off and what therefore hides text; None if nothing.

    That is a comment or tag, or the start tag of a script or other raw text, that never closes.
    """
    if not tokens:
        return None
    last, before = tokens[-1], tokens[-2] if len(tokens) > 1 else None
    if before and before.kind == START and (last.kind == RAW or before.name in RCDATA):
        return before
    if last.kind == COMMENT:
        return None if _CLOSED_COMMENT.fullmatch(text, last.start) else last
    if last.kind != OTHER:
        return None
    hides = _LETTER.match(text, last.start) or not text.endswith((">", "<![CDATA["))
    return last if hides else None
