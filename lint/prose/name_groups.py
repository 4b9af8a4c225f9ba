"""Groups of spellings of one Arabic, Persian or Urdu name, as people are known to write theirs.

Built by build_name_groups.py; source and licence are in data/NOTICE. Names in the same letters may
still be two, and a spelling may belong to several names (Salem to Sālim, Salim to him and Salīm).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from lint.prose.sorted_lines import Lines, lines_with, open_lines
from lint.prose.words import fold

_DATA = Path(__file__).parent / "data"
_WELL_KNOWN: Final = 5  # people: who writes a name so is not mistaken


class Spelling(NamedTuple):
    """What is known of a spelling: the numbers of its names, and how many people write it so."""

    groups: frozenset[bytes] = frozenset()
    people: int = 0


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
        return Spelling()
    for line in lines_with(_lines(), key + b"\t"):
        _, people, groups = line.split(b"\t")
        return Spelling(frozenset(groups.split()), int(people))
    return Spelling()


@cache
def _lines() -> Lines:
    return open_lines(_DATA / "names.tsv")
