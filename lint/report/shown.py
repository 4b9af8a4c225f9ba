"""Text of articles and file names made safe and fitting for a terminal."""

from __future__ import annotations

import unicodedata

from lint.patterns import lazy_pattern
from lint.source import Source, Span

# C0, C1, DEL, bidirectional controls, lone surrogates, line and paragraph separators: what could
# move the cursor, hide text or forge a line. And "##[", which begins a command to GitHub's runner
# anywhere in a line of a log (actions/runner, ActionCommand.cs).
_UNSAFE = lazy_pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
    r"|#(?=#\[)"
)
# Others take one column each: Latin letters, dashes, quotation marks, "…".
_OF_ANY_WIDTH = lazy_pattern("[\u00ad\u0300-\u200f\u2028-\U0010ffff]")
_ZERO_WIDTH = frozenset(["Mn", "Me", "Cf"])


def visible(text: str) -> str:
    """Replace control, bidirectional and surrogate characters by escapes that can be read.

    Nor is there a "##[" in the result. At the start of a line use :func:`begun`, too.
    """
    return _UNSAFE.sub(lambda match: _escape(match[0]), text) if _UNSAFE.search(text) else text


def unmarked(text: str) -> str:
    """Escape "##[", with which a command to GitHub's runner begins, and nothing else."""
    return text.replace("##[", "\\x23#[")


def begun(text: str) -> str:
    """Make a visible text safe at the start of a line, where "::" begins a command to a runner."""
    bare = text.lstrip()
    return f"{text[: len(text) - len(bare)]}\\x3a{bare[1:]}" if bare.startswith("::") else text


def below(path: str, root: str) -> str:
    """Write a path with forward slashes, relative to ``root`` where it lies below that folder."""
    forward = path.replace("\\", "/").removeprefix("./")
    folder = root.replace("\\", "/").rstrip("/")
    return forward[len(folder) + 1 :] if folder and forward.startswith(f"{folder}/") else forward


def columns(text: str) -> int:
    """Count the terminal columns of a visible text: wide characters take two, combining none."""
    if text.isascii() or not _OF_ANY_WIDTH.search(text):
        return len(text)
    return sum(_width(character) for character in text)


def excerpt(source: Source, span: Span, width: int) -> tuple[str, int, int]:
    """Cut a line of source round a span: (text, column of the caret, its length), in columns.

    A line that is longer than ``width`` is cut on both sides with "…"; of a span over several
    lines the first is shown. White space shows as one blank a character.
    """
    line = source.line_span(source.position(span.start).line)
    start, end = span.start, max(min(span.end, line.end), span.start)
    before = _flat(source.text, max(line.start, start - 4 * width), start).lstrip(" ")
    marked = _flat(source.text, start, min(end, start + 4 * width))
    after = _flat(source.text, end, min(line.end, end + 4 * width))
    if columns(marked) > width - 12:
        marked = _cut_right(marked, width - 12)
        after = ""
    room = width - columns(marked)
    left = min(columns(before), max(room // 2, room - columns(after)))
    before = _cut_left(before, left)
    after = _cut_right(after, room - columns(before)).rstrip(" ")
    return before + marked + after, columns(before), max(1, columns(marked))


def _flat(text: str, start: int, end: int) -> str:
    """Show a piece of a line as one with what follows it: a "##[" may stand across the border."""
    piece = text[start:end].replace("\t", " ").replace("\u00a0", " ")
    for signs in (2, 1):
        if piece[-signs:] == "##"[:signs] and text.startswith("##["[signs:], end):
            return f"{visible(piece[:-signs])}\\x23{'#' * (signs - 1)}"
    return visible(piece)


def _cut_left(text: str, width: int) -> str:
    if columns(text) <= width:
        return text
    if not _OF_ANY_WIDTH.search(text):
        return "…" + text[len(text) - max(0, width - 1) :]
    while text and columns(text) > width - 1:
        text = text[max(1, (columns(text) - width) // 2) :]
    return "…" + text


def _cut_right(text: str, width: int) -> str:
    if columns(text) <= width:
        return text
    if not _OF_ANY_WIDTH.search(text):
        return text[: max(0, width - 1)] + "…"
    while text and columns(text) > width - 1:
        text = text[: -max(1, (columns(text) - width) // 2)]
    return text + "…"


def _width(character: str) -> int:
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
