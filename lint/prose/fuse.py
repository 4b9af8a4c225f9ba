"""A fixed table in a few bits an entry: what tells known keys from others, with a value for each.

A binary fuse filter (Graf and Lemire, "Binary Fuse Filters", 2022) of three cells a key: the
exclusive or of a key's cells is its fingerprint (8 bits), above it its value. The keys themselves
are not stored, so an unknown key passes for a known one once in 256 times. A table takes 1.13 cells
an entry and needs no reading: three cells are all that a look-up touches.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping
from typing import Final

from lint.tuples import NamedTuple

MIX: Final = 0x9E3779B97F4A7C15
ALL: Final = 0xFFFFFFFFFFFFFFFF


class Shape(NamedTuple):
    """How a table's cells are laid out: ``mask`` is a segment's length less one.

    A key's first cell is among the first ``span``, the others in the two segments behind.
    """

    mask: int
    span: int

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self.span + 2 * (self.mask + 1)


def places(key: int, mask: int, span: int) -> tuple[int, int, int]:
    """The three cells of a key of 32 bits."""
    mixed = key * MIX & ALL
    first = (mixed >> 32) * span >> 32
    length = mask + 1
    return first, (first + length) ^ (mixed >> 18 & mask), (first + 2 * length) ^ (mixed & mask)


def fingerprint(key: int) -> int:
    """The eight bits that a key is known by."""
    return (key ^ key >> 11) & 255


def make_table(values: Mapping[int, int]) -> tuple[Shape, array[int]]:
    """Lay out a table of 32-bit keys and values of up to 24 bits, above the fingerprints.

    Raises ValueError if no layout is found.
    """
    count = max(2, len(values))
    length = 1 << int(math.log(count) / math.log(3.33) + 2.25)
    factor = max(1.125, 0.875 + 0.25 * math.log(1_000_000) / math.log(count))
    for _ in range(20):
        segments = max(1, math.ceil(count * factor / length) - 2)
        shape = Shape(length - 1, segments * length)
        order = _peeled(values, shape)
        if order is not None:
            return shape, _filled(values, shape, order)
        factor *= 1.02
    raise ValueError("these keys have no layout")


def _peeled(values: Mapping[int, int], shape: Shape) -> list[tuple[int, int]] | None:
    """The keys, each with a cell that no key behind it uses; None if they block one another."""
    counts, keys = array("B", bytes(shape.cells)), array("Q", bytes(8 * shape.cells))
    for key in values:
        for place in places(key, *shape):
            counts[place] += 1
            keys[place] ^= key
    alone = [place for place, many in enumerate(counts) if many == 1]
    order: list[tuple[int, int]] = []
    while alone:
        cell = alone.pop()
        if counts[cell] != 1:
            continue
        key = keys[cell]
        order.append((key, cell))
        for place in places(key, *shape):
            counts[place] -= 1
            keys[place] ^= key
            if counts[place] == 1:
                alone.append(place)
    return order if len(order) == len(values) else None


def _filled(values: Mapping[int, int], shape: Shape, order: list[tuple[int, int]]) -> array[int]:
    cells = array("Q", bytes(8 * shape.cells))
    for key, cell in reversed(order):
        first, second, third = places(key, *shape)
        cells[cell] = 0
        wanted = fingerprint(key) | values[key] << 8
        cells[cell] = wanted ^ cells[first] ^ cells[second] ^ cells[third]
    return cells
