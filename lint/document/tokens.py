"""A source into tokens that tile it: every character belongs to exactly one token.

A subset of the tokenizer in the WHATWG HTML standard, section 13.2.5, in a few regular expressions
with possessive quantifiers: linear on any input. Tree construction is not done here; of the tree
only what changes tokenizing is followed (raw text elements, foreign content).
"""

from __future__ import annotations

import re
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
_TAG = re.compile(rf"<(/?)([a-zA-Z][^{_WS}/>]*+)((?:[{_WS}/]++|{_ATTRIBUTE})*+)>")
_EACH_ATTRIBUTE = re.compile(
    rf"([^{_WS}/>][^{_WS}/>=]*+)"
    rf"(?:[{_WS}]*+=[{_WS}]*+(?:\"([^\"]*+)\"|'([^']*+)'|(?=>)|([^{_WS}>\"'][^{_WS}>]*+)))?+"
)
_COMMENT_END = re.compile(r"--!?>")
_SCRIPT_MARKS = re.compile(rf"<!--|-->|<(/?)script(?=[{_WS}/>])", re.IGNORECASE)
_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[{_WS}/>])", re.IGNORECASE) for name in _RCDATA | _RAWTEXT
}


def tokenize(text: str) -> list[Token]:
    """Cut a source text into tokens; their spans follow one another without gap or overlap."""
    tokens: list[Token] = []
    append = tokens.append
    position, length, foreign = 0, len(text), 0
    while position < length:
        mark = text.find("<", position)
        if mark < 0:
            append(Token(TEXT, position, length))
            break
        follower = text[mark + 1 : mark + 2]
        if not ((follower.isascii() and follower.isalpha()) or follower in ("/", "!", "?")):
            mark = _next_markup(text, mark + 1)
        if mark > position:
            append(Token(TEXT, position, mark))
            position = mark
        if position >= length:
            break
        tag = _TAG.match(text, position)
        if tag is None:
            token = _other(text, position, in_foreign=foreign > 0)
            append(token)
            position = token.end
            continue
        name = tag[2].lower()
        position = tag.end()
        if tag[1]:
            append(Token(END, tag.start(), position, name))
            if foreign and name in ("svg", "math"):
                foreign -= 1
            continue
        append(Token(START, tag.start(), position, name))
        if name in ("svg", "math"):
            foreign += text[position - 2] != "/"
        elif foreign:
            if name in _BREAKOUT:
                foreign = 0
        elif name in _RAW_ENDS:
            end = _raw_end(text, position, name)
            if end > position:
                append(Token(TEXT if name in _RCDATA else RAW, position, end))
            position = end
        elif name == "plaintext" and position < length:
            append(Token(RAW, position, length))
            position = length
    return tokens


def read_attributes(text: str, tag: Token) -> list[Attribute]:
    """List a start tag's attributes in order; names are lower-cased, duplicates kept."""
    found = []
    position = tag.start + 1 + len(tag.name)
    for match in _EACH_ATTRIBUTE.finditer(text, position, tag.end - 1):
        group = match.lastindex or 1
        start, end = match.span(group) if group > 1 else (match.end(), match.end())
        found.append(Attribute(match[1].lower(), start, end, ("", '"', "'", "")[group - 1]))
    return found


def is_cut_off(text: str, token: Token) -> bool:
    """Tell whether a token is a tag or comment that the end of the file cut off."""
    if token.end != len(text):
        return False
    if token.kind == COMMENT:
        return not text.endswith(("-->", "--!>", "<!-->", "<!--->"))
    return token.kind == OTHER and not text.endswith(">")


def _next_markup(text: str, position: int) -> int:
    match = re.compile(r"<[a-zA-Z/!?]").search(text, position)
    return match.start() if match else len(text)


def _other(text: str, start: int, *, in_foreign: bool) -> Token:
    length = len(text)
    if text.startswith("<!--", start):
        for empty in ("<!-->", "<!--->"):
            if text.startswith(empty, start):
                return Token(COMMENT, start, start + len(empty))
        end = _COMMENT_END.search(text, start + 4)
        return Token(COMMENT, start, end.end() if end else length)
    if in_foreign and text.startswith("<![CDATA[", start):
        return Token(OTHER, start, start + 9)
    follower = text[start + 1 : start + 3]
    if follower[:1] in ("!", "?") or (follower[:1] == "/" and not follower[1:].isalpha()):
        if follower == "/":  # "</" at the very end is text
            return Token(TEXT, start, length)
        end_mark = text.find(">", start)
        return Token(OTHER, start, end_mark + 1 if end_mark >= 0 else length)
    # A tag that never closes: the standard drops it together with all that follows.
    return Token(OTHER, start, length)


def _raw_end(text: str, position: int, name: str) -> int:
    if name != "script":
        end = _RAW_ENDS[name].search(text, position)
        return end.start() if end else len(text)
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
