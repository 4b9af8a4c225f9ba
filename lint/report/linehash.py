"""The line hash by which GitHub code scanning tells alerts of two uploads apart."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import Final

from lint.source import Source

_WINDOW: Final = 100  # UTF-16 units that a line's hash covers
_FACTOR: Final = 37
_END: Final = 65_535  # stands for the end of the file
_POWERS: Final = [pow(_FACTOR, _WINDOW - 1 - at, 1 << 64) for at in range(_WINDOW)]


def line_hashes(source: Source, lines: Iterable[int]) -> dict[int, str]:
    """Give ``primaryLocationLineHash`` for some 1-based lines of a file.

    The definition is that of github/codeql-action, src/fingerprints.ts: the units of the file,
    read as UTF-8 with its byte-order mark, without blanks and tabs, every line ending as LF; from
    the first unit of a line on, 100 of them as the digits of a number to the base 37, modulo 2^64;
    behind the end one unit 65535, then zeros. In hexadecimal, with a colon and how many lines had
    the same hash so far.
    """
    wanted = set(lines)
    # A guessed encoding may not give the bytes again; code scanning itself reads such a file as
    # UTF-8 with replacement characters, so that its hash will differ whatever is written here.
    text = source.text if source.guessed else source.encode().decode("utf-8", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
    units = array("H")
    units.frombytes(text.encode("utf-16-le", "surrogatepass"))
    units.append(_END)
    starts = [0, *(at + 1 for at, unit in enumerate(units) if unit == 10)]
    seen: Counter[int] = Counter()
    found: dict[int, str] = {}
    for line, start in enumerate(starts, 1):
        window = units[start : start + _WINDOW]
        value = sum(map(int.__mul__, window, _POWERS)) & 0xFFFF_FFFF_FFFF_FFFF
        seen[value] += 1
        if line in wanted:
            found[line] = f"{value:x}:{seen[value]}"
            if len(found) == len(wanted):
                break
    return found
