"""New text into what may stand at one place of a source, written as that source writes."""

from __future__ import annotations

import re

from lint.patterns import lazy_pattern
from lint.source import Source

_MARKS = "“”‘’–—…"
_MARK_REFERENCE = lazy_pattern(
    r"&(?:[lr][sd]quo|[nm]dash|hellip|#82(?:1[1267]|2[01]|30)|#x20(?:1[3489cd]|26));", re.IGNORECASE
)
_UNQUOTED = lazy_pattern(r"[^\t\n\f\r \"'=<>`&]*")


def escape(text: str, source: Source, context: str, quote: str = "") -> str | None:
    """Escape ``text`` for a ``context``: "text", "attribute" (in ``quote``) or "json".

    A character beyond ASCII is written the way the source already writes it (``’``, ``&rsquo;`` or
    ``&#8217;``), else as itself if the encoding has it. Gives None where the place cannot hold the
    text: an attribute without quotation marks takes no blank.
    """
    if context == "json":
        return "".join(_json_character(character, source) for character in text)
    if context == "attribute" and not quote and not _UNQUOTED.fullmatch(text):
        return None
    return "".join(_character(character, source, quote) for character in text)


def _character(character: str, source: Source, quote: str) -> str:
    if character == "&":
        return "&amp;"
    if character == "<":
        return "&lt;"
    if character == quote:
        return "&quot;" if quote == '"' else "&#39;"
    if character.isascii():
        return character
    form = source.forms.get(character)
    if form is None:
        form = source.forms[character] = _house_form(character, source.text, source.encoding)
    return form


def _house_form(character: str, text: str, encoding: str) -> str:
    if character in text:
        return character
    code = ord(character)
    from html.entities import codepoint2name  # only where something is written

    named = f"&{codepoint2name[code]};" if code in codepoint2name else ""
    for form in (named, f"&#{code};", f"&#x{code:x};", f"&#x{code:X};"):
        if form and form in text:
            return form
    if character in _MARKS and not any(mark in text for mark in _MARKS):
        # A source that writes its other quotation marks and dashes as references means to.
        style = _MARK_REFERENCE.search(text)
        if style is not None:
            return f"&#{code};" if style[0].startswith("&#") else named
    return character if _encodes(character, encoding) else named or f"&#{code};"


def _json_character(character: str, source: Source) -> str:
    if character in '"\\':
        return "\\" + character
    if character < " ":
        return f"\\u{ord(character):04x}"
    if character == "<":  # "</script>" inside a string would end the script
        return "\\u003c"
    if character.isascii() or (character in source.text and _encodes(character, source.encoding)):
        return character
    escaped = character.encode("utf-16-be", "surrogatepass").hex()
    units = [f"\\u{escaped[at : at + 4]}" for at in range(0, len(escaped), 4)]
    uses_escapes = re.search(r"\\u[0-9a-fA-F]{4}", source.text) is not None
    return "".join(units) if uses_escapes or not _encodes(character, source.encoding) else character


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
