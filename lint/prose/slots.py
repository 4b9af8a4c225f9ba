"""Which of two function words a place is made for: weights of the words and classes round it.

For each pair such as "of off" some hundreds of signs ("backs" before, a noun behind) are weighed;
build_slips.py learns them from text as it was written. They stand in data/slots.bin: the
checksums (CRC-32) of pair and sign, sorted, then a byte for each: its weight. A pair's words are in
alphabetical order; what speaks for the second is positive.
"""

from __future__ import annotations

import mmap
import sys
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

from lint.prose.dictionary import MAIN_SHIFT, look_up
from lint.prose.language_model import END, START
from lint.prose.row import Row
from lint.tuples import NamedTuple

STEPS: Final = 16.0  # of a weight: a byte holds 16 times its value
BIAS: Final = "always"  # the sign that every place has
_DATA: Final = Path(__file__).parent / "data"
_KINDS: Final = 0x1FF  # the bits of the dictionary that tell what a word can be
#: Small words that are signs by themselves; other words count by what they can be, too.
KINDS: Final = {
    "article": "a an the this that these those its his her their our my your every each no some "
    "any",
    "pronoun": "i you he she it we they there who me him us them",
    "preposition": "of in on at to for from with by about into over under after before between "
    "than",
    "auxiliary": "is are was were be been being has have had do does did will would can could may "
    "might should must not",
    "joint": "and or but as if when where while because that which what how so then nor",
}
_SMALL: Final = frozenset(
    word
    for each in (
        *KINDS.values(),
        "only even also still just more most less very up down off out away back again ever never "
        "here one two too now know form new through though quite they're there's it's you're who's "
        "let's lets whose hers hear begin",
    )
    for word in each.split()
)


def signs(row: Row, at: int) -> list[bytes]:
    """What stands round a place of a row, near and far, alone and together."""
    return signs_round(row, at - 1, at + 1)


def signs_round(row: Row, before: int, behind: int) -> list[bytes]:
    """What stands at the two places up to ``before``, and the two from ``behind`` on."""
    last, far_left = _stands(row, before - 1)
    left, near_left = _stands(row, before)
    right, near_right = _stands(row, behind)
    beyond, far_right = _stands(row, behind + 1)
    found = (
        f"a {left}", f"b {right}", f"c {near_left}", f"d {near_right}", f"e {last}",
        f"f {beyond}", f"g {far_left}", f"h {far_right}", f"i {near_left} {near_right}",
        f"j {left} {near_right}", f"k {near_left} {right}", f"l {near_right} {far_right}",
        f"m {far_left} {near_left}", f"n {left} {right}", f"o {right} {far_right}",
        f"p {near_left} {near_right} {far_right}", BIAS,
    )  # fmt: skip
    return [each.encode("utf-8", "replace") for each in found]


def speaks_for(
    written: str, meant: str, found: Sequence[bytes], table: SignTable | None = None
) -> float:
    """How much the signs of a place speak for ``meant`` instead of ``written``; 0 for no pair."""
    one, other = sorted((written, meant))
    table = table or _table()
    pair, total = pair_state(one, other), 0
    for sign in found:
        key = crc32(sign, pair)
        at = bisect_left(table.keys, key)
        if at < len(table.keys) and table.keys[at] == key:
            total += table.weights[at]
    return (total if meant == other else -total) / STEPS


def pair_state(one: str, other: str) -> int:
    """The checksum that the signs of a pair begin with."""
    return crc32(f"{one} {other} ".encode())


def class_at(row: Row, at: int) -> str:
    """The class of a word of a row: a small word itself, what another can be, a sign."""
    return _stands(row, at)[1]


def _stands(row: Row, at: int) -> tuple[str, str]:
    """A neighbour, and its class; marks, capitals and unknown words by signs."""
    word = row.entries[at] if 0 <= at < len(row.entries) else None
    if word is None:
        sign = "?" if at < 0 or at >= len(row.entries) or not row.capitals[at] else "A"
        sign = "," if 0 <= at < len(row.entries) and row.marks[at] else sign
        return sign, sign
    text = word.key[:-1].decode()
    if text in (START, END):
        return text, text
    if row.capitals[at]:
        before = row.entries[at - 1]
        if before is None or before.key[:-1].decode() != START:
            return "A", "A"
    return text, _class(text)


@lru_cache(maxsize=65_536)
def _class(word: str) -> str:
    if word in _SMALL:
        return word
    noun = word.removesuffix("'s")
    fact = look_up(noun)
    return f"{fact & _KINDS:x}.{fact >> MAIN_SHIFT & 7}{'' if noun == word else 's'}"


class SignTable(NamedTuple):
    """Checksums of pairs and signs, sorted, and the weight of each in STEPS."""

    keys: memoryview
    weights: memoryview


@cache
def _table() -> SignTable:
    return open_signs("slots.bin")


def open_signs(name: str) -> SignTable:
    """Map a table of the data folder into memory."""
    with (_DATA / name).open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    size = len(data) // 5
    keys = data[: 4 * size].cast("I")
    if sys.byteorder == "big":
        from array import array

        swapped = array("I", keys)
        swapped.byteswap()
        keys = memoryview(swapped)
    return SignTable(keys, data[4 * size :].cast("b"))


def packed_signs(table: dict[int, float]) -> bytes:
    """Pack weights by the checksums of pairs and signs, as :func:`open_signs` reads them."""
    from array import array

    keys = array("I", sorted(table))
    weights = array("b", (max(-127, min(127, round(table[key] * STEPS))) for key in keys))
    if sys.byteorder == "big":
        keys.byteswap()
    return keys.tobytes() + weights.tobytes()
