"""Character references (``&rsquo;``, ``&#8217;``) into the characters that they stand for.

After the WHATWG HTML standard, section 13.2.5.72 on. ``html.unescape`` is not used: it drops
references to control characters, and in attributes it decodes what the standard leaves alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

# The references that articles hold day by day; all 2,231 take 2 ms to import.
_DAILY: Final = {
    "amp;": "&", "lt;": "<", "gt;": ">", "quot;": '"', "apos;": "'", "nbsp;": "\u00a0",
    "rsquo;": "’", "lsquo;": "‘", "rdquo;": "”", "ldquo;": "“", "ndash;": "–", "mdash;": "—",
    "hellip;": "…", "pound;": "£", "euro;": "€", "eacute;": "é", "copy;": "©",
}  # fmt: skip

REFERENCE = re.compile(
    r"&(?:#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<decimal>[0-9]+));?|(?P<name>[a-zA-Z][a-zA-Z0-9]{0,31};?))"
)

# Numeric references to C1 controls mean the windows-1252 character (same section).
_C1 = dict(enumerate(bytes(range(0x80, 0xA0)).decode("cp1252", errors="replace"), 0x80))
_C1 = {code: char for code, char in _C1.items() if char != "\ufffd"}


def decode_reference(match: re.Match[str], *, in_attribute: bool) -> tuple[int, str] | None:
    """Read one match of REFERENCE: its end in the searched text, and the characters it stands for.

    Gives None where the ampersand is only an ampersand. A name may end earlier than the match:
    ``&notit;`` is ``¬it;`` in text, and itself in an attribute.
    """
    name = match["name"]
    if name is None:
        digits = match["hex"]
        return match.end(), _character(digits or match["decimal"], 16 if digits else 10)
    if name in _DAILY:
        return match.end(), _DAILY[name]
    html5 = _all()
    if name.endswith(";") and name in html5:
        return match.end(), html5[name]
    bare = name.rstrip(";")
    for length in range(len(bare), 1, -1):
        if bare[:length] in html5:
            end = match.start() + 1 + length
            after = match.string[end : end + 1]
            if in_attribute and (after == "=" or (after.isascii() and after.isalnum())):
                return None
            return end, html5[bare[:length]]
    return None


@cache
def _all() -> dict[str, Any]:
    from html.entities import html5

    return html5


def _character(digits: str, base: int) -> str:
    significant = digits.lstrip("0")
    if len(significant) > 7:  # past U+10FFFF whatever the digits; int() would be quadratic
        return "\ufffd"
    code = int(significant or "0", base)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return _C1.get(code) or chr(code)
