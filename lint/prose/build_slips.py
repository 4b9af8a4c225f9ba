"""Build what slips.py and slots.py read: ``python -m lint.prose.build_slips TEXT…``.

Each TEXT is a file of clean English, a paragraph a line, of a licence that lets what is counted go
anywhere; data/NOTICE names those that the files in this repository were made of. Slips are planted
in it, one at a time; what the model says of them, and of the text as it was, gives the weights and
how far each pair can be trusted. Seeds are fixed: two runs agree. Needs numpy and scikit-learn:
``pip install copydesk[build]``.

One half of the text says what the signs and counts of pairs are worth on the other, and the other
way round, so that nothing is judged by the text that it was learnt from.
"""

from __future__ import annotations

import math
import random
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from lint.prose.language_model import entry
from lint.prose.slip_evidence import CONTEXT, FEATURES
from lint.prose.slip_fitting import fit, fit_signs
from lint.prose.slip_pairs import FUNCTION, INFLECTION, Pair, function_pairs, pairs
from lint.prose.slip_plants import SEPARATOR, Kinds, Sample, Seen, counts_of, look, table_of
from lint.prose.slots import BIAS, packed_signs, pair_state
from lint.tuples import NamedTuple

_DATA: Final = Path(__file__).parent / "data"
_SEED: Final = 4
_CHUNK: Final = 2000  # pieces that one process reads at a time
_PULL: Final = 30.0  # how strongly a pair's weights are held to those of all pairs
_LEAST: Final = 100  # samples of a pair that are enough for weights of its own
_OWN: Final = 0.85  # how much of a pair's verdict is its own, the rest that of all pairs
_STRONG: Final = 1.0  # log10 of the gain by triples from which a pair fires strongly
_MOST: Final = 60_000  # samples that all pairs are weighed by
_PLACES: Final = (30, 20_000)  # of a word: how few give no weights, how many are enough
# A pair that clean text has more often (see _Counts.of), or whose written word is much the commoner
# (log10), or two forms of one word, hardly ever reach the odds that are asked: they are left out.
_CLEANEST: Final = -1.3
_LEAST_COMMONER: Final = -0.3
_NAMES: Final = (*FEATURES, *CONTEXT)
_CLEAN, _STRONGLY, _TRIPLES, _SIGNS = (
    _NAMES.index(name) for name in ("clean", "clean-strong", "triples", "signs")
)


class _Counts(NamedTuple):
    """How often pairs fired on clean text, and strongly, and were found when planted."""

    clean: Counter[Pair]
    strong: Counter[Pair]
    found: Counter[Pair]

    def of(self, pair: Pair) -> tuple[float, float]:
        """The two logarithms that slips.tsv keeps of a pair."""
        found = self.found[pair] + 10.0
        return (
            round(math.log((self.clean[pair] + 1.0) / found), 2),
            round(math.log((self.strong[pair] + 1.0) / found), 2),
        )


SignWeights = dict[Pair, dict[bytes, float]]


def build(texts: list[Path]) -> None:
    """Count, plant, fit, and write the files."""
    lines = [line for text in texts for line in text.read_text("utf-8").splitlines()]
    pieces = [part for line in lines for part in _pieces(line)]
    random.Random(_SEED).shuffle(pieces)
    kinds = pairs(vocabulary())
    _out(f"{len(pieces)} pieces, {len(kinds)} pairs")
    chunks = [pieces[at : at + _CHUNK] for at in range(0, len(pieces), _CHUNK)]
    halves = [Seen([], [], []), Seen([], [], [])]
    with ProcessPoolExecutor() as pool:
        work = partial(_read, kinds)
        for number, seen in enumerate(pool.map(work, enumerate(chunks))):
            halves[number % 2].add(seen)
    counts = [_count(half) for half in halves]
    signs = [_sign_weights([half]) for half in halves]
    for half, other_counts, other_signs in zip(halves, counts[::-1], signs[::-1], strict=True):
        for sample in (*half.clean, *half.planted):
            _judge(sample, other_counts, other_signs)
    clean = [sample for half in halves for sample in half.clean]
    planted = [sample for half in halves for sample in half.planted]
    _out(f"{len(clean)} clean samples, {len(planted)} planted")
    rows = _weights(clean, planted, kinds)
    # The scale of a half: so it was when the weights were fitted.
    mean = _Counts(*(_mean(*both) for both in zip(*counts, strict=True)))
    _write_weights(rows)
    _write_pairs(kinds, mean)
    _write_signs(_sign_weights(halves))


def vocabulary() -> list[str]:
    """The words that slips are looked for among."""
    common = (_DATA / "common.txt").read_text("utf-8").split()
    return [w for w in common if len(w) >= 3 and entry(w).known and entry(w).probability > -5.9]


def _pieces(line: str) -> Iterator[str]:
    """Cut long paragraphs at sentence ends."""
    current = ""
    for sentence in line.replace("? ", "?\0").replace(". ", ".\0").split("\0"):
        current = f"{current} {sentence}".strip()
        if len(current) > 200:
            yield current
            current = ""
    if current:
        yield current


def _read(kinds: Kinds, chunk: tuple[int, list[str]]) -> Seen:
    number, pieces = chunk
    table, chance = table_of(kinds), random.Random(_SEED + number)
    whole = Seen([], [], [])
    for piece in pieces:
        whole.add(look(piece, table, chance))
    return whole


def _count(half: Seen) -> _Counts:
    clean, strong = counts_of(half.clean, _TRIPLES, _STRONG)
    return _Counts(clean, strong, Counter(sample.pair for sample in half.planted))


def _mean(one: Counter[Pair], other: Counter[Pair]) -> Counter[Pair]:
    return Counter({pair: round((one[pair] + other[pair]) / 2) for pair in one | other})


def _sign_weights(halves: Sequence[Seen]) -> SignWeights:
    places: dict[str, list[bytes]] = defaultdict(list)
    for half in halves:
        for word, found in half.places:
            places[word].append(found)
    chance = random.Random(_SEED)
    few, many = _PLACES
    chosen = {
        word: chance.sample(found, many) if len(found) > many else found
        for word, found in sorted(places.items())
    }
    split = {word: [each.split(SEPARATOR) for each in found] for word, found in chosen.items()}
    each = {tuple(sorted((one, other))) for one, all_ in function_pairs().items() for other in all_}
    return {
        (one, other): fit_signs(split[one], split[other], BIAS.encode())
        for one, other in sorted(each)
        if min(len(chosen.get(one, ())), len(chosen.get(other, ()))) >= few
    }


def _judge(sample: Sample, counts: _Counts, weights: SignWeights) -> None:
    """Put into a sample what the other half of the text says of it."""
    sample.features[_CLEAN], sample.features[_STRONGLY] = counts.of(sample.pair)
    meant = sample.pair[1]
    one, other = sorted(sample.pair)
    own = weights.get((one, other))
    if own is not None:
        total = sum(own.get(sign, 0.0) for sign in sample.signs.split(SEPARATOR))
        sample.features[_SIGNS] = total if meant == other else -total


def _weights(
    clean: list[Sample], planted: list[Sample], kinds: Kinds
) -> dict[str, Sequence[float]]:
    """The rows of slip-weights.tsv."""
    by_pair: dict[Pair, list[tuple[array[float], float]]] = defaultdict(list)
    shared: dict[bool, list[tuple[array[float], float]]] = {True: [], False: []}
    for label, samples in ((0.0, clean), (1.0, planted)):
        for sample in samples:
            is_function = kinds[sample.pair] == FUNCTION
            shared[is_function].append((sample.features, label))
            if is_function:
                by_pair[sample.pair].append((sample.features, label))
    rows: dict[str, Sequence[float]] = {}
    chance = random.Random(_SEED)
    start: dict[bool, list[float]] = {}
    for is_function, samples_ in shared.items():
        chosen = chance.sample(samples_, min(len(samples_), _MOST * (1 + (not is_function) * 3)))
        start[is_function] = fit(*_split(chosen), pull=5.0)
    rows["content"] = start[False]
    for pair in sorted(pair for pair, kind in kinds.items() if kind == FUNCTION):
        own = start[True]
        if len(by_pair[pair]) >= _LEAST:
            values = fit(*_split(by_pair[pair]), towards=own, pull=_PULL)
            mixed = zip(values, own, strict=True)
            own = [_OWN * value + (1 - _OWN) * common for value, common in mixed]
        rows[" ".join(pair)] = own
    return rows


def _split(samples: list[tuple[array[float], float]]) -> tuple[Any, list[float]]:
    return [row for row, _ in samples], [label for _, label in samples]


def _write_weights(rows: dict[str, Sequence[float]]) -> None:
    lines = ["\t".join(["# written meant", *_NAMES])]
    lines += ["\t".join([name, *(f"{value:.3g}" for value in row)]) for name, row in rows.items()]
    (_DATA / "slip-weights.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _write_pairs(kinds: Kinds, counts: _Counts) -> None:
    table: dict[str, list[str]] = defaultdict(list)
    for (written, meant), kind in sorted(kinds.items()):
        clean, strong = counts.of((written, meant))
        commoner = entry(meant).probability - entry(written).probability
        if kind == INFLECTION or (
            kind != FUNCTION and (clean > _CLEANEST or commoner < _LEAST_COMMONER)
        ):
            continue
        table[written].append(f"{meant} {kind} {clean:g} {strong:g}")
    rows = ["\t".join([written, *fields]) for written, fields in table.items()]
    rows.sort(key=lambda row: row.split("\t")[0].encode() + b"\t")
    (_DATA / "slips.tsv").write_bytes(("\n".join(rows) + "\n").encode("utf-8"))
    _out(f"{len(rows)} written words")


def _write_signs(weights: SignWeights) -> None:
    table = {
        crc32(sign, pair_state(*pair)): value
        for pair, own in weights.items()
        for sign, value in own.items()
    }
    (_DATA / "slots.bin").write_bytes(packed_signs(table))
    _out(f"{len(table)} signs")


def _out(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    build([Path(name) for name in sys.argv[1:]])
