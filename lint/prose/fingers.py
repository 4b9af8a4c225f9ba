"""Which slips fingers and ears make easily: a letter lost, two swapped, a key beside, a sound."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE: Final = tuple(
    frozenset(group.split())
    for group in (
        "its it's", "your you're", "their there they're", "to too two", "then than", "whose who's",
        "hear here", "lets let's", "now know no", "of off", "were where", "our are", "his is",
    )
)  # fmt: skip


_VOWELS: Final = frozenset("aeiouy")
_SOUNDS: Final = tuple(map(set, ("cs", "ck", "sz", "td", "fv", "mn", "gj", "kq", "sx", "cx")))


def near_keys() -> dict[str, set[str]]:
    """Each letter's neighbours on the keyboard."""
    places = {letter: (row, at) for row, keys in enumerate(_ROWS) for at, letter in enumerate(keys)}
    return {
        one: {
            other
            for other, (row, at) in places.items()
            if other != one
            and abs(row - places[one][0]) <= 1
            and -1 <= at - places[one][1] + (row - places[one][0]) * 0.5 <= 1
        }
        for one in places
    }


@lru_cache(maxsize=1)
def _near_keys() -> dict[str, set[str]]:
    return near_keys()


@lru_cache(maxsize=1024)
def is_easy(written: str, meant: str) -> bool:
    """Tell whether a word is easily written for another.

    That is, they sound alike, or two letters are swapped, some are left out, or a neighbour's key
    was hit. To write a letter too many, or one from elsewhere, is rare.
    """
    if any(written in group and meant in group for group in _ALIKE):
        return True
    if len(written) < len(meant):
        rest = iter(meant)
        return all(letter in rest for letter in written)
    if len(written) > len(meant):
        return False
    differ = [(one, other) for one, other in zip(written, meant, strict=True) if one != other]
    if is_swap(written, meant):
        return True
    return len(differ) == 1 and differ[0][1] in near_keys().get(differ[0][0], ())


def is_far(written: str, meant: str) -> bool:
    """Tell whether one letter sets two words apart that neither fingers nor ears confuse.

    That is a consonant from another corner of the keyboard, or one letter more at the end. Coinages
    and words of another trade or tongue lie so near to common words: "octobus", "rawk".
    """
    if len(written) == len(meant) + 1:
        return written[:-1] == meant and written[-1] != meant[-1]
    if len(written) != len(meant):
        return False
    differ = [(one, other) for one, other in zip(written, meant, strict=True) if one != other]
    if len(differ) != 1 or not _VOWELS.isdisjoint(differ[0][0]):
        return False
    one, other = differ[0]
    return {one, other} not in _SOUNDS and other not in _near_keys()[one]


def is_swap(written: str, meant: str) -> bool:
    """Tell whether two letters are in each other's place, and nothing else differs."""
    if len(written) != len(meant):
        return False
    differ = [at for at in range(len(written)) if written[at] != meant[at]]
    return len(differ) == 2 and [written[at] for at in differ] == [meant[at] for at in differ[::-1]]
