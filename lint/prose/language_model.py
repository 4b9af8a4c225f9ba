"""How likely words follow each other in the news: a trigram model that opens in no time.

The file is mapped into memory and never read as a whole; a look-up touches a few bytes. Words are
lower case with a straight apostrophe, as :func:`entry` takes them. All numbers are logarithms to
base 10. Where the model comes from and how it is packed is told in build_language_model.py; one
pair in 256 that the model never saw passes for seen.

    the, ferry = entry("the"), entry("ferry")
    pair(the, ferry)                     # log10 P(ferry | the), -3.7
    seen(the, ferry)                     # the same, None if the news never had the pair
    triple(entry("of"), the, ferry)      # log10 P(ferry | of the)
"""

from __future__ import annotations

import mmap
import struct
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

from lint.prose.fuse import ALL, MIX, Shape, fingerprint, places
from lint.tuples import NamedTuple

MAGIC: Final = b"copydesk lm 1\n"
HEADER: Final = struct.Struct("<14s6I16B16B")
STEP: Final = 32.0  # stored values are -32 times the logarithm, a byte each; longer ones are cut
UNKNOWN: Final = -6.6  # what a word costs that the model does not know
LOST: Final = -0.15  # the usual cost of falling back from two words of context to one
_FILE = Path(__file__).parent / "data" / "news.lm"


class Entry(NamedTuple):
    """A word as the model knows it.

    ``probability`` is that of the word alone; a pair that was never seen has the ``backoff`` of its
    first word and the probability of its second.
    """

    key: bytes
    state: int
    probability: float
    backoff: float
    known: bool


@lru_cache(maxsize=65_536)
def entry(word: str) -> Entry:
    """Look a word up; one that the model does not know is given a low probability."""
    key = word.encode("utf-8", "replace") + b" "
    state = crc32(key)
    model = _model()
    first, second, third = places(state, *model.words)
    print_, checks, likely, back = model.planes
    if print_[first] ^ print_[second] ^ print_[third] != fingerprint(state) or checks[
        first
    ] ^ checks[second] ^ checks[third] != check(state):
        return Entry(key, state, UNKNOWN, 0.0, False)
    probability = -(likely[first] ^ likely[second] ^ likely[third]) / STEP
    return Entry(key, state, probability, -(back[first] ^ back[second] ^ back[third]) / STEP, True)


def check(state: int) -> int:
    """Eight more bits that a word is known by."""
    return (state >> 19 ^ state >> 5) & 255


START: Final = "<s>"  # what stands before a sentence
END: Final = "</s>"  # and behind


def seen(one: Entry, other: Entry) -> float | None:
    """Log10 P(other | one) if the model holds the pair, else None."""
    return _seen(crc32(other.key, one.state))


def pair(one: Entry, other: Entry) -> float:
    """Log10 P(other | one)."""
    found = _seen(crc32(other.key, one.state))
    return one.backoff + other.probability if found is None else found


def triple(one: Entry, two: Entry, three: Entry) -> float:
    """Log10 P(three | one two)."""
    model = _model()
    key = crc32(three.key, crc32(two.key, one.state))
    found = _find(model.triples, key, model.triple_prints, model.triple_values)
    # A triple was seen only if its pairs were: what else passes for one is a chance likeness.
    if found is not None and seen(two, three) is not None and seen(one, two) is not None:
        return found
    return pair(two, three) + (LOST if seen(one, two) is not None else 0.0)


@lru_cache(maxsize=65_536)  # three in four of an article's pairs were in the articles before it
def _seen(key: int) -> float | None:
    model = _model()
    return _find(model.pairs, key, model.pair_prints, model.pair_values)


class _Model(NamedTuple):
    words: Shape
    pairs: tuple[int, int, tuple[float, ...]]
    triples: tuple[int, int, tuple[float, ...]]
    planes: tuple[memoryview, memoryview, memoryview, memoryview]
    pair_prints: memoryview
    pair_values: memoryview
    triple_prints: memoryview
    triple_values: memoryview


@cache
def _model() -> _Model:
    with _FILE.open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    magic, *rest = HEADER.unpack_from(data)
    if magic != MAGIC:
        raise ValueError(f"{_FILE.name} is no language model of this version")
    shapes = [Shape(mask, span) for mask, span in zip(rest[0:6:2], rest[1:6:2], strict=True)]
    levels = [tuple(-level / STEP for level in rest[at : at + 16]) for at in (6, 22)]
    sizes = [shapes[0].cells] * 4
    for shape in shapes[1:]:
        sizes += [shape.cells, (shape.cells + 1) // 2]
    parts, at = [], HEADER.size
    for size in sizes:
        parts.append(data[at : at + size])
        at += size
    if at != len(data):
        raise ValueError(f"{_FILE.name} has {len(data)} bytes instead of {at}")
    return _Model(
        shapes[0],
        (*shapes[1], levels[0]),
        (*shapes[2], levels[1]),
        (parts[0], parts[1], parts[2], parts[3]),
        *parts[4:],
    )


def close() -> None:
    """Forget the model and all that it answered: the next look-up opens the file anew."""
    for remembered in (_model, _seen, entry):
        remembered.cache_clear()


def _find(
    table: tuple[int, int, tuple[float, ...]], key: int, prints: memoryview, values: memoryview
) -> float | None:
    mask, span, levels = table
    mixed = key * MIX & ALL  # as places() has it: a call would take as long as all of this
    first = (mixed >> 32) * span >> 32
    second = (first + mask + 1) ^ (mixed >> 18 & mask)
    third = (first + mask + mask + 2) ^ (mixed & mask)
    if prints[first] ^ prints[second] ^ prints[third] != (key ^ key >> 11) & 255:
        return None
    value = (
        values[first >> 1] >> (first & 1) * 4
        ^ values[second >> 1] >> (second & 1) * 4
        ^ values[third >> 1] >> (third & 1) * 4
    )
    return levels[value & 15]
