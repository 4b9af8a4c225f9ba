"""A source into tokens step by step: for what no single pattern can cut.

That is drawings in which a title or style holds markup, and scripts inside of scripts.
"""

from __future__ import annotations

import re

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
    lower,
)
from lint.patterns import lazy_pattern

# Text up to the next markup, and the tag there, if it is one: a page is mostly such pairs.
_TEXT_AND_TAG = lazy_pattern(
    rf"([^<]*+(?:<(?![a-zA-Z/!?])[^<]*+)*+)(?:<{SLASH_AND_NAME}{ATTRIBUTES}>)?"
)
_LETTER = lazy_pattern(r"</?[a-zA-Z]")
_COMMENT = lazy_pattern(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
# ASCII: "ſ" is no "s" and "K" (the kelvin sign) no "k" in names.
_NAMES = re.IGNORECASE | re.ASCII
_SCRIPT_MARKS = lazy_pattern(rf"<!--|-->|<(/?)script(?=[{WS}/>])", _NAMES)
_RAW_ENDS = {name: lazy_pattern(rf"</{name}(?=[{WS}/>])", _NAMES) for name in RCDATA | RAWTEXT}

_Row = tuple[str, int, int, str]


def cut_by_steps(text: str) -> list[_Row]:
    """Cut a text into kind, start, end and name of each token. Linear, as long as it takes."""
    rows: list[_Row] = []
    append, match = rows.append, _TEXT_AND_TAG.match
    position, length, foreign = 0, len(text), 0
    while position < length:
        found = match(text, position)
        assert found is not None, "the pattern matches everywhere, if only nothing"
        start = found.end(1)
        if start > position:
            append((TEXT, position, start, ""))
        slash, name = found.group(2, 3)
        if name is None:
            if start == length:
                break
            append(_other(text, start, in_foreign=foreign > 0))
            position = rows[-1][2]
            continue
        position = found.end()
        name = lower(name)
        if slash:
            append((END, start, position, name))
            if foreign and name in FOREIGN:
                foreign -= 1
            continue
        append((START, start, position, name))
        if name in FOREIGN:
            foreign += text[position - 2] != "/"
        elif foreign:
            if name in BREAKOUT:
                foreign = 0
        elif name in _RAW_ENDS:
            end = raw_end(text, position, name)
            if end > position:
                append((TEXT if name in RCDATA else RAW, position, end, ""))
            position = end
        elif name == "plaintext" and position < length:
            append((RAW, position, length, ""))
            position = length
    return rows


def _other(text: str, start: int, *, in_foreign: bool) -> _Row:
    length = len(text)
    if text.startswith("<!--", start):
        comment = _COMMENT.match(text, start)
        return COMMENT, start, comment.end() if comment else length, ""
    if in_foreign and text.startswith("<![CDATA[", start):
        return OTHER, start, start + 9, ""
    if _LETTER.match(text, start):
        # A tag that never closes: the standard drops it together with all that follows.
        return OTHER, start, length, ""
    if length == start + 2 and text.endswith("</"):  # at the very end that is text
        return TEXT, start, length, ""
    end_mark = text.find(">", start)
    return OTHER, start, end_mark + 1 if end_mark >= 0 else length, ""


def raw_end(text: str, position: int, name: str) -> int:
    """Where the raw content of an element ends that begins at a position."""
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
