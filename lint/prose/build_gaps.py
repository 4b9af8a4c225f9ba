"""Build what gaps.py reads: ``python -m lint.prose.build_gaps TEXT…``.

The texts are those of build_slips.py, which see; so is what is needed to run this. Small words are
taken out of the text, one at a time, and weighed against places where nothing is missing.
"""

from __future__ import annotations

import random
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final
from zlib import crc32

from lint.prose.gaps import FEATURES, NOTHING, WORDS, Gap, evidence
from lint.prose.language_model import entry, pair, seen
from lint.prose.row import Row, normal, read_row
from lint.prose.slip_fitting import fit, fit_signs
from lint.prose.slip_plants import SEPARATOR
from lint.prose.slots import BIAS, class_at, packed_signs, pair_state, signs_round
from lint.prose.words import words
from lint.tuples import NamedTuple

_DATA: Final = Path(__file__).parent / "data"
_SEED: Final = 5
_CHUNK: Final = 3000  # paragraphs that one process reads at a time
_MOST: Final = 15_000  # places of a word, and of none, by which its signs are weighed
_LEAST_RATE: Final = 0.02  # of places of these kinds from which a word was taken
_LEAST_COUNT: Final = 4
_PULL: Final = 30.0
_SIGNS: Final = FEATURES.index("signs")


class _Place(NamedTuple):
    """A place without its word (NOTHING: none was there), and the evidence for words there."""

    word: str
    kinds: str
    signs: bytes
    features: dict[str, array[float]]


def build(texts: list[Path]) -> None:
    """Take out, count, fit, and write the files."""
    lines = [line for text in texts for line in text.read_text("utf-8").splitlines()]
    random.Random(_SEED).shuffle(lines)
    chunks = [lines[at : at + _CHUNK] for at in range(0, len(lines), _CHUNK)]
    with ProcessPoolExecutor() as pool:
        kinds = _possible(list(pool.map(_count, chunks)))
        work = [(kinds, number, chunk) for number, chunk in enumerate(chunks)]
        halves: list[list[_Place]] = [[], []]
        for number, found in enumerate(pool.map(_read, work)):
            halves[number % 2] += found
    _out(f"{len(kinds)} kinds of neighbours, {sum(map(len, halves))} places")
    signs = [_sign_weights(half) for half in halves]
    for half, other in zip(halves, signs[::-1], strict=True):
        for place in half:
            here = place.signs.split(SEPARATOR)
            for word, features in place.features.items():
                features[_SIGNS] = sum(other[word].get(sign, 0.0) for sign in here)
    places = [place for half in halves for place in half]
    rows = ["\t".join(["# missing", *FEATURES])]
    for word, values in _weights(places).items():
        rows.append("\t".join([word, *(f"{value:.3g}" for value in values)]))
    (_DATA / "gap-weights.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    rows = [f"{each}\t{' '.join(found)}" for each, found in sorted(kinds.items())]
    (_DATA / "gaps.tsv").write_text("\n".join(["# neighbours\tmissing", *rows]) + "\n", "utf-8")
    table = {
        crc32(sign, pair_state(NOTHING, word)): value
        for word, own in _sign_weights(places).items()
        for sign, value in own.items()
    }
    (_DATA / "gaps.bin").write_bytes(packed_signs(table))
    _out(f"{len(table)} signs")


def _gaps(text: str) -> tuple[Row, list[tuple[str, Gap]]]:
    """The places between a text's words, and those that a small word leaves, with that word."""
    found = words(text)
    row = read_row(found)
    gaps = []
    for index, word in enumerate(found[:-1]):
        at = row.at[index]
        if row.at[index + 1] == at + 1:
            gaps.append((NOTHING, Gap(at, at + 1)))
        lower = normal(word.text)
        lower = "a" if lower == "an" else lower
        is_between = index and row.at[index - 1] == at - 1 and row.at[index + 1] == at + 1
        if is_between and lower in WORDS and word.text.islower():
            gaps.append((lower, Gap(at - 1, at + 1)))
    return row, gaps


def _count(chunk: Sequence[str]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for text in chunk:
        row, gaps = _gaps(text)
        counts.update(
            (f"{class_at(row, gap.before)} {class_at(row, gap.behind)}", word) for word, gap in gaps
        )
    return counts


def _possible(counts: Sequence[Counter[tuple[str, str]]]) -> dict[str, list[str]]:
    total: Counter[tuple[str, str]] = Counter()
    for each in counts:
        total.update(each)
    found: dict[str, list[str]] = defaultdict(list)
    for (kinds, word), count in sorted(total.items()):
        least = max(_LEAST_COUNT, _LEAST_RATE * (total[kinds, NOTHING] + 20))
        if word != NOTHING and count >= least:
            found[kinds].append(word)
    return found


def _read(work: tuple[dict[str, list[str]], int, Sequence[str]]) -> list[_Place]:
    kinds, number, chunk = work
    chance = random.Random(_SEED + number)
    found = []
    for text in chunk:
        row, gaps = _gaps(text)
        for word, gap in gaps:
            near = f"{class_at(row, gap.before)} {class_at(row, gap.behind)}"
            may = kinds.get(near, [])
            if (word != NOTHING and word not in may) or not may:
                continue
            if word in ("the", "of", "a", "to", "in") and chance.random() > 0.3:
                continue
            features = _features(row, gap, may if word == NOTHING else [word])
            if features:
                signs = SEPARATOR.join(signs_round(row, gap.before, gap.behind))
                found.append(_Place(word, near, signs, features))
    return found


def _features(row: Row, gap: Gap, may: Sequence[str]) -> dict[str, array[float]]:
    before, behind = row.entries[gap.before], row.entries[gap.behind]
    features: dict[str, array[float]] = {}
    if before is None or behind is None or seen(before, behind) is not None:
        return features
    for word in may:
        missing = entry(word)
        if pair(before, missing) + pair(missing, behind) > pair(before, behind):
            values = evidence(row, gap, missing, 0.0)
            if values is not None:
                features[word] = array("f", values)
    return features


def _sign_weights(places: Sequence[_Place]) -> dict[str, dict[bytes, float]]:
    without: dict[str, list[bytes]] = defaultdict(list)
    taken: dict[str, list[bytes]] = defaultdict(list)
    for place in places:
        for word in place.features:
            (without if place.word == NOTHING else taken)[word].append(place.signs)
    chance = random.Random(_SEED)
    found = {}
    for word in WORDS:
        sides = [
            [each.split(SEPARATOR) for each in chance.sample(all_, min(_MOST, len(all_)))]
            for all_ in (without[word], taken[word])
        ]
        found[word] = fit_signs(sides[0], sides[1], BIAS.encode()) if all(sides) else {}
    return found


def _weights(places: Sequence[_Place]) -> dict[str, list[float]]:
    samples: dict[str, tuple[list[array[float]], list[float]]] = {w: ([], []) for w in WORDS}
    for place in places:
        for word, features in place.features.items():
            samples[word][0].append(features)
            samples[word][1].append(float(place.word != NOTHING))
    rows = [row for word in WORDS for row in samples[word][0]]
    labels = [label for word in WORDS for label in samples[word][1]]
    some = random.Random(_SEED).sample(range(len(rows)), min(60_000, len(rows)))
    shared = fit([rows[n] for n in some], [labels[n] for n in some], pull=5.0)
    return {
        word: fit(*samples[word], towards=shared, pull=_PULL) if samples[word][0] else shared
        for word in WORDS
    }


def _out(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    build([Path(name) for name in sys.argv[1:]])
