"""Groups of spellings of one Arabic, Persian or Urdu name, as people are known to write theirs.

Built by build_name_groups.py; source and licence are in data/NOTICE. Names in the same letters may
still be two, and a spelling may belong to several names (Salem to Sālim, Salim to him and Salīm).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import Final

from lint.prose.words import fold
from lint.tuples import NamedTuple

_DATA = Path(__file__).parent / "data"
_WELL_KNOWN: Final = 5  # people: who writes a name so is not mistaken


class Spelling(NamedTuple):
    """What is known of a spelling: the numbers of its names, and how many people write it so."""

    groups: frozenset[bytes] = frozenset()
    people: int = 0


_UNLISTED: Final = Spelling()


def is_listed(one: str, other: str) -> bool:
    """Tell whether two spellings are known as those of one name."""
    return not spelling(one).groups.isdisjoint(spelling(other).groups)


def are_two(one: str, other: str) -> bool:
    """Tell whether both are well known, and never as one name: Khalid and Khalil."""
    first, second = spelling(one), spelling(other)
    is_known = min(first.people, second.people) >= _WELL_KNOWN
    return is_known and first.groups.isdisjoint(second.groups)


def spelling(name: str) -> Spelling:
    """Look up a name, without an Arabic article; whatever case, diacritics and hyphens."""
    key = fold(name).encode("utf-8", "replace")
    if b"\t" in key or b"\n" in key:
        return _UNLISTED
    key += b"\t"
    lines = _lines()
    at = bisect_left(lines, key)
    if at < len(lines) and lines[at].startswith(key):
        _, people, groups = lines[at].split(b"\t")
        return Spelling(frozenset(groups.split()), int(people))
    return _UNLISTED


@cache
def _lines() -> list[bytes]:
    # Cut into lines in a millisecond: halving the file itself takes twenty times as long a name,
    # and an article has as many names as that.
    return (_DATA / "names.tsv").read_bytes().rstrip().split(b"\n")
