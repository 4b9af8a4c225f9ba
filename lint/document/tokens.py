"""A source into tokens that tile it: every character belongs to exactly one token.

A subset of the tokenizer in the WHATWG HTML standard, section 13.2.5, in a few regular expressions
with possessive quantifiers: linear on any input. Tree construction is not done here; of the tree
only what changes tokenizing is followed (raw text elements, foreign content).
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final, NamedTuple

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


class Attribute(NamedTuple):
    """Where an attribute's value stands: ``[start, end)``, without quotation marks."""

    name: str
    start: int
    end: int
    quote: str


VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr keygen".split()
)
FOREIGN = frozenset(["svg", "math"])
_RCDATA = frozenset(["title", "textarea"])
_RAWTEXT = frozenset(["script", "style", "xmp", "iframe", "noembed", "noframes"])
# Start tags that end foreign content (section 13.2.6.5, shortened to what articles hold).
_BREAKOUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li "
    "menu meta nobr ol p pre ruby s small span strong sub sup table tt u ul var".split()
)

_WS = r"\t\n\f\r "
_VALUE = rf"[{_WS}]*+=[{_WS}]*+(?:\"[^\"]*+\"|'[^']*+'|(?=>)|[^{_WS}>\"'][^{_WS}>]*+)"
# An attribute is a name with a value or a name that no "=" follows: without that condition a
# quotation mark left open would match as a bare name, and a tag would end where none does.
_ATTRIBUTE = rf"[^{_WS}/>][^{_WS}/>=]*+(?>{_VALUE}|(?![{_WS}]*+=))"
_TAG = rf"<(/?)([a-zA-Z][^{_WS}/>]*+)(?:[{_WS}/]++|{_ATTRIBUTE})*+>"
# Text up to the next markup, and the tag there, if it is one: a page is mostly such pairs.
_TEXT_AND_TAG = re.compile(rf"([^<]*+(?:<(?![a-zA-Z/!?])[^<]*+)*+)(?:{_TAG})?")
_EACH_ATTRIBUTE = re.compile(
    rf"([^{_WS}/>][^{_WS}/>=]*+)"
    rf"(?:[{_WS}]*+=[{_WS}]*+(?:\"([^\"]*+)\"|'([^']*+)'|(?=>)|([^{_WS}>\"'][^{_WS}>]*+)))?+"
)
_LETTER = re.compile(r"</?[a-zA-Z]")
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
# ASCII: "ſ" is no "s" and "K" (the kelvin sign) no "k" in names.
_NAMES = re.IGNORECASE | re.ASCII
_SCRIPT_MARKS = re.compile(rf"<!--|-->|<(/?)script(?=[{_WS}/>])", _NAMES)
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[{_WS}/>])", _NAMES) for name in _RCDATA | _RAWTEXT}
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def tokenize(text: str) -> list[Token]:
    """Cut a source text into tokens; their spans follow one another without gap or overlap."""
    tokens: list[Token] = []
    append, token, match = tokens.append, partial(tuple.__new__, Token), _TEXT_AND_TAG.match
    position, length, foreign = 0, len(text), 0
    while position < length:
        found = match(text, position)
        assert found is not None, "the pattern matches everywhere, if only nothing"
        start = found.end(1)
        if start > position:
            append(token((TEXT, position, start, "")))
        slash, name = found.group(2, 3)
        if name is None:
            if start == length:
                break
            append(_other(text, start, in_foreign=foreign > 0))
            position = tokens[-1].end
            continue
        position = found.end()
        name = name.lower() if name.isascii() else lower(name)
        if slash:
            append(token((END, start, position, name)))
            if foreign and name in FOREIGN:
                foreign -= 1
            continue
        append(token((START, start, position, name)))
        if name in FOREIGN:
            foreign += text[position - 2] != "/"
        elif foreign:
            if name in _BREAKOUT:
                foreign = 0
        elif name in _RAW_ENDS:
            end = _raw_end(text, position, name)
            if end > position:
                append(token((TEXT if name in _RCDATA else RAW, position, end, "")))
            position = end
        elif name == "plaintext" and position < length:
            append(token((RAW, position, length, "")))
            position = length
    return tokens


def lower(name: str) -> str:
    """Fold a name as HTML does: ASCII letters only, so that its length stays."""
    return name.translate(_LOWER)


def read_attributes(text: str, tag: Token) -> list[Attribute]:
    """List a start tag's attributes in order; names are lower-cased, duplicates kept."""
    found = []
    position = tag.start + 1 + len(tag.name)
    for match in _EACH_ATTRIBUTE.finditer(text, position, tag.end):
        group = match.lastindex or 1
        start, end = match.span(group) if group > 1 else (match.end(), match.end())
        found.append(Attribute(lower(match[1]), start, end, ("", '"', "'", "")[group - 1]))
    return found


def cut_off(text: str, tokens: list[Token]) -> Token | None:
    """Find what the end of the file cuts off and what therefore hides text; None if nothing.

    That is a comment or tag, or the start tag of a script or other raw text, that never closes.
    """
    if not tokens:
        return None
    last, before = tokens[-1], tokens[-2] if len(tokens) > 1 else None
    if before and before.kind == START and (last.kind == RAW or before.name in _RCDATA):
        return before
    if last.kind == COMMENT:
        return None if _COMMENT.fullmatch(text, last.start) else last
    if last.kind != OTHER:
        return None
    hides = _LETTER.match(text, last.start) or not text.endswith((">", "<![CDATA["))
    return last if hides else None


def _other(text: str, start: int, *, in_foreign: bool) -> Token:
    length = len(text)
    if text.startswith("<!--", start):
        comment = _COMMENT.match(text, start)
        return Token(COMMENT, start, comment.end() if comment else length)
    if in_foreign and text.startswith("<![CDATA[", start):
        return Token(OTHER, start, start + 9)
    if _LETTER.match(text, start):
        # A tag that never closes: the standard drops it together with all that follows.
        return Token(OTHER, start, length)
    if length == start + 2 and text.endswith("</"):  # at the very end that is text
        return Token(TEXT, start, length)
    end_mark = text.find(">", start)
    return Token(OTHER, start, end_mark + 1 if end_mark >= 0 else length)


def _raw_end(text: str, position: int, name: str) -> int:
    found = _RAW_ENDS[name].search(text, position)
    end = found.start() if found else len(text)
    if name != "script" or text.find("<!--", position, end) < 0:
        return end
    # Section 13.2.5.17 on: inside "<!--", a nested <script>…</script> does not end the element.
    escaped = nested = False
    for mark in _SCRIPT_MARKS.finditer(text, position):
        if mark[0] == "<!--":
            escaped = True
        elif mark[0] == "-->":
            escaped = nested = False
        elif mark[1] and not nested:
            return mark.start()
        elif escaped:
            nested = not mark[1]
    return len(text)
