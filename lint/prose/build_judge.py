"""Build data/slip-judge.tsv: ``python -m lint.prose.build_judge PATH…``.

Each PATH is a ``*.jsonl`` (or ``*.jsonl.gz``) as tests/benchmarks/words.py reads it: of published
articles, with ``aid`` and ``paras``; or of sentences with one slip planted, with ``aid``,
``clean``, ``bad``, ``s`` and ``e``. ``--wrong FILE`` names what is wrong in the articles as they
were published, so that it does not count as right: on each line an ``aid``, a tab, and the text up
to the wrong word. Slips are planted in the articles, too. None of their text is in the table, and
no other counts than how often pairs come up. Seeds are fixed: two runs agree. Needs numpy.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from lint.prose.build_slips import vocabulary
from lint.prose.doubt import is_open
from lint.prose.judge import CONTEXT_WEIGHED, DERIVED, derived
from lint.prose.row import normal, opens, read_row, stands_alone
from lint.prose.slip_evidence import CONTEXT, FEATURES
from lint.prose.slip_fitting import fit
from lint.prose.slip_pairs import pairs
from lint.prose.slip_plants import Table, table_of
from lint.prose.slips import listed, others, weighed
from lint.prose.words import Words, words

_FILE: Final = Path(__file__).parent / "data" / "slip-judge.tsv"
_FLOORS: Final = {"function": -2.0, "confusable": -1.0, "edit": -1.0, "inflection": 0.5}
_WORDS_A_PLANT: Final = (25, 400, 120, 400)  # in so many words one slip of a kind is planted
_AROUND: Final = 400  # characters round a planted slip that are read
_PLANT: Final = 0.05  # what one of these counts for, beside one of the sentences
_PULL: Final = 33.0  # how strongly weights are held to zero
_PRIOR: Final = 5.0  # samples that a pair is thought to have had before any was seen
_PARTS: Final = 4  # in which the samples are judged by pairs of the others
_LEAST_TRUST: Final = 0.05
_EDIT, _INFLECTION = (FEATURES.index(kind) for kind in ("edit", "inflection"))
_WORD: Final = re.compile(r"[A-Za-z’']+")
Pair = tuple[str, str]


class Sample(NamedTuple):
    """A pair at a place: evidence, the odds by its pair's weights, what it counts for.

    ``wanted`` is 1 for a slip, 0 for text as it was.
    """

    part: int
    pair: Pair
    odds: float
    evidence: list[float]
    wanted: float
    weight: float


def build(paths: list[Path], wrong: Path | None) -> None:
    """Read, plant, fit, and write the file."""
    skipped = [] if wrong is None else wrong.read_text("utf-8").splitlines()
    lines = [line for path in paths for line in _lines(path)]
    samples: list[Sample] = []
    with ProcessPoolExecutor() as pool:
        for found in pool.map(_read, lines, [skipped] * len(lines), chunksize=50):
            samples += found
    _out(f"{len(lines)} lines, {len(samples)} samples")
    samples.sort(key=lambda each: each.part)
    matrix = [_values(each, 0.0) for each in samples]
    for part in range(_PARTS):
        trusts = _trusts([each for each in samples if each.part % _PARTS != part])
        for row, each in zip(matrix, samples, strict=True):
            if each.part % _PARTS == part:
                row[-1] = trusts.get(each.pair, 0.0)
    importance = [each.weight for each in samples]
    weights = fit(matrix, [each.wanted for each in samples], pull=_PULL, importance=importance)
    names = (*FEATURES, *CONTEXT[:CONTEXT_WEIGHED], *DERIVED)
    out = ["# of what\tkind\tvalue"]
    out += [f"{name}\tweight\t{w:.4g}" for name, w in zip(names, weights, strict=True)]
    out += [
        f"{' '.join(pair)}\ttrust\t{value:.2f}"
        for pair, value in sorted(_trusts(samples).items())
        if abs(value) >= _LEAST_TRUST
    ]
    _FILE.write_text("\n".join(out) + "\n", "utf-8")


def _values(sample: Sample, trust: float) -> list[float]:
    return [*sample.evidence, *derived(sample.odds, sample.pair, sample.evidence, trust)]


def _trusts(samples: list[Sample]) -> dict[Pair, float]:
    """How far each pair can be trusted: the logarithm of how often it is right, to that of all."""
    clean: defaultdict[Pair, float] = defaultdict(float)
    slips: defaultdict[Pair, float] = defaultdict(float)
    for each in samples:
        if not each.evidence[_EDIT] and not each.evidence[_INFLECTION]:
            (slips if each.wanted else clean)[each.pair] += each.weight
    rate = (sum(clean.values()) + 1.0) / (sum(slips.values()) + 1.0)
    few, many = _PRIOR * rate / (1 + rate), _PRIOR / (1 + rate)
    return {
        pair: math.log(rate) - math.log((clean[pair] + few) / (slips[pair] + many))
        for pair in clean | slips
    }


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()


def _read(line: str, skipped: list[str]) -> list[Sample]:
    row: dict[str, Any] = json.loads(line)
    part = crc32(row["aid"].encode())
    if "bad" in row:
        meant = _WORD.match(row["clean"], row["s"])
        return list(_at(part, row["bad"], row["s"], normal(meant.group()) if meant else "", 1.0))
    wrong = [each.split("\t")[1] for each in skipped if each.startswith(row["aid"] + "\t")]
    texts = [text for text in row["paras"] if not text.startswith("## ")]
    often = Counter(word.lower() for text in texts for word in words(text).texts)
    found: list[Sample] = []
    for text in texts:
        for at, sample in _samples(part, text, words(text), often):
            if not any(text[:at].endswith(each) for each in wrong):
                found.append(sample)
    chance = random.Random(part)
    return found + [each for text in texts for each in _planted(part, text, chance)]


def _samples(
    part: int, text: str, found: Words, often: Counter[str]
) -> Iterator[tuple[int, Sample]]:
    """Yield what may be doubted in a text, with the place of each."""
    row = read_row(found)
    for at, place in enumerate(row.at):
        word = found[at]
        written = normal(word.text)
        if not stands_alone(text, word) or not (word.text.islower() or opens(row, place, word)):
            continue
        for odds, each, known, around in weighed(row, place, written, others(listed(written))):
            if odds >= _FLOORS[each.kind] and is_open(text, found, at, each, often):
                evidence = [*known, *around[:CONTEXT_WEIGHED]]
                yield word.start, Sample(part, (written, each.word), odds, evidence, 0.0, 1.0)


def _at(part: int, text: str, start: int, meant: str, weight: float) -> Iterator[Sample]:
    """Yield the slip that was planted in a text, if it is noticed at all."""
    found = words(text)
    often = Counter(word.lower() for word in found.texts)
    for at, sample in _samples(part, text, found, often):
        if at == start and sample.pair[1] == meant:
            yield sample._replace(wanted=1.0, weight=weight)


def _planted(part: int, text: str, chance: random.Random) -> Iterator[Sample]:
    """Plant slips in a text, one at a time."""
    found = words(text)
    for kind, slips in _table().slips.items():
        places = [at for at, word in enumerate(found.texts) if word in slips]
        share = len(found) / _WORDS_A_PLANT[kind]
        count = int(share) + (chance.random() < share % 1)
        for at in chance.sample(places, min(count, len(places))):
            word = found[at]
            wrong = text[: word.start] + chance.choice(sorted(slips[word.text])) + text[word.end :]
            first = text.rfind(" ", 0, max(0, word.start - _AROUND)) + 1
            near = wrong[first : word.start + _AROUND]
            yield from _at(part, near, word.start - first, word.text, _PLANT)


@cache
def _table() -> Table:
    return table_of(pairs(vocabulary()))


def _out(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--wrong", type=Path)
    chosen = parser.parse_args()
    build(chosen.paths, chosen.wrong)
