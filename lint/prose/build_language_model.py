"""Build data/news.lm: ``python -m lint.prose.build_language_model POCKETSPHINX.whl``.

The source is the trigram model of American news in the package pocketsphinx 5.1.1 from PyPI, any
platform's wheel (``pip download --no-deps pocketsphinx==5.1.1``): en-us.lm.bin, 72,547 words, two
million pairs and 1.7 million triples in CMU Sphinx's "trie" format, read here by our own code. What
hardly differs from what falling back would say anyway is left out; the rest goes into three tables
(see fuse.py) with sixteen levels of probability. The file is kept in the repository, since a wheel
must build without a network. Licence and checksums are in data/NOTICE.
"""

from __future__ import annotations

import math
import struct
import sys
import zipfile
from array import array
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from lint.prose.fuse import Shape, make_table
from lint.prose.language_model import HEADER, MAGIC, STEP, check
from lint.tuples import NamedTuple

_SOURCE = "pocketsphinx/model/en-us/en-us.lm.bin"
_SOURCE_SHA = "db21d0642286677699e6dbc859d2e5395570222361999387ce60f6e1d01995d6"
_TARGET = Path(__file__).parent / "data" / "news.lm"
_UNIT = math.log10(1.0001)  # the source counts in logarithms to base 1.0001
_LEAST_PAIR, _LEAST_TRIPLE = 0.25, 0.32  # log10 by which an entry must differ from falling back


class Source(NamedTuple):
    """The source model; words by number. ``pairs`` and ``triples`` give log10 probabilities."""

    words: list[bytes]
    unigrams: list[tuple[float, float]]  # probability and back-off
    pairs: dict[tuple[int, int], float]
    triples: Iterator[tuple[int, int, int, float]]


def read_source(data: bytes) -> Source:
    """Read CMU Sphinx's binary trie of order three. Raises ValueError for anything else."""
    magic = b"Trie Language Model"
    at = len(magic)
    if not data.startswith(magic) or data[at] != 3:
        raise ValueError("this is no trigram model in Sphinx's trie format")
    words, pairs, triples = struct.unpack_from("<3I", data, at + 1)
    at += 17  # behind the counts stands the kind of quantisation
    quantised = [each[0] * _UNIT for each in struct.iter_unpack("<f", data[at : at + 4 * 196_608])]
    likely, longest = quantised[:65_536], quantised[131_072:]
    at += 4 * 196_608
    unigrams = list(struct.iter_unpack("<ffI", data[at : at + 12 * (words + 1)]))
    at += 12 * (words + 1)
    wide = words.bit_length()
    pair_bits, triple_bits = wide + 32 + triples.bit_length(), wide + 16
    size = ((1 + pairs) * pair_bits + 7) // 8 + 8
    middle, last = data[at : at + size], data[at + size :]
    names = last[((1 + triples) * triple_bits + 7) // 8 + 8 + 4 :].split(b"\0")[:-1]
    lower = (1 << wide) - 1
    found: dict[tuple[int, int], float] = {}
    begins = array("I")  # where the triples of each pair begin
    ends_with: list[tuple[int, int]] = []
    for word in range(words):  # the trie runs backwards: a word, the one before, the one before
        for number in range(unigrams[word][2], unigrams[word + 1][2]):
            bits = _bits(middle, number, pair_bits)
            found[bits & lower, word] = likely[bits >> wide + 16 & 65_535]
            begins.append(bits >> wide + 32)
            ends_with.append((bits & lower, word))
    begins.append(_bits(middle, len(ends_with), pair_bits) >> wide + 32)

    def all_triples() -> Iterator[tuple[int, int, int, float]]:
        for index, (before, word) in enumerate(ends_with):
            for number in range(begins[index], begins[index + 1]):
                bits = _bits(last, number, triple_bits)
                yield bits & lower, before, word, longest[bits >> wide]

    alone = [(each[0] * _UNIT, each[1] * _UNIT) for each in unigrams[:-1]]
    return Source(names, alone, found, all_triples())


def _bits(data: bytes, index: int, width: int) -> int:
    at = index * width
    return int.from_bytes(data[at >> 3 : (at >> 3) + 10], "little") >> (at & 7) & (1 << width) - 1


def pack(source: Source) -> bytes:
    """Pack a model into the format that language_model.py reads."""
    keys = [word + b" " for word in source.words]
    states = [crc32(key) for key in keys]
    alone = {
        state: check(state) | _stored(likely) << 8 | _stored(back) << 16
        for state, (likely, back) in zip(states, source.unigrams, strict=True)
    }
    pairs = {
        crc32(keys[other], states[one]): _stored(likely)
        for (one, other), likely in source.pairs.items()
        if abs(likely - source.unigrams[one][1] - source.unigrams[other][0]) >= _LEAST_PAIR
    }
    triples = {
        crc32(keys[three], crc32(keys[two], states[one])): _stored(likely)
        for one, two, three, likely in source.triples
        if abs(likely - source.pairs[two, three]) >= _LEAST_TRIPLE
    }
    word_shape, word_cells = make_table(alone)
    parts = [bytes(cell >> shift & 255 for cell in word_cells) for shift in (0, 8, 16, 24)]
    shapes, levels = [word_shape], []
    for table in (pairs, triples):
        chosen = _levels(Counter(table.values()))
        nearest = [min(range(16), key=lambda at: abs(chosen[at] - each)) for each in range(256)]
        shape, cells = make_table({key: nearest[value] for key, value in table.items()})
        shapes.append(shape)
        levels.append(chosen)
        parts += [bytes(cell & 255 for cell in cells), _nibbles(cells, shape)]
        sys.stdout.write(f"{len(table)} entries in {shape.cells} cells\n")
    numbers = [number for shape in shapes for number in shape]
    return HEADER.pack(MAGIC, *numbers, *levels[0], *levels[1]) + b"".join(parts)


def _stored(logarithm: float) -> int:
    return min(255, max(0, round(-logarithm * STEP)))


def _levels(counts: Counter[int]) -> list[int]:
    """Sixteen values that stand for all of them with the least squared error (Lloyd, 1982).

    Rare values count for more than their share: what is very likely is rare among the entries.
    """
    weights = {value: math.sqrt(count) for value, count in counts.items()}
    low, high = min(counts), max(counts)
    levels = [low + (high - low) * (at + 0.5) / 16 for at in range(16)]
    for _ in range(50):
        groups: list[list[int]] = [[] for _ in levels]
        for value in weights:
            groups[min(range(16), key=lambda at: abs(levels[at] - value))].append(value)
        levels = [
            sum(weights[value] * value for value in group) / sum(weights[value] for value in group)
            if group
            else level
            for group, level in zip(groups, levels, strict=True)
        ]
    return [round(level) for level in levels]


def _nibbles(cells: array[int], shape: Shape) -> bytes:
    values = [cell >> 8 for cell in cells] + [0]
    return bytes(values[at] | values[at + 1] << 4 for at in range(0, shape.cells, 2))


def build(wheel: Path) -> None:
    """Write news.lm from a pocketsphinx wheel; raise SystemExit if it holds another model."""
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(_SOURCE)
    if sha256(data).hexdigest() != _SOURCE_SHA:
        raise SystemExit(f"{wheel}: {_SOURCE} is not the one of pocketsphinx 5.1.1")
    packed = pack(read_source(data))
    _TARGET.write_bytes(packed)
    digest = sha256(packed).hexdigest()
    sys.stdout.write(f"{_TARGET.name}  {len(packed)} bytes  sha256 {digest}\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    build(Path(sys.argv[1]))
