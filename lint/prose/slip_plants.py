"""Slips planted in clean text, and what the model says of them and of the text as it was."""

from __future__ import annotations

import random
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lint.prose.language_model import entry
from lint.prose.row import Row, normal, opens, read_row
from lint.prose.slip_evidence import KINDS, Candidate, context, evidence
from lint.prose.slip_pairs import FUNCTION, Pair
from lint.prose.slips import is_let_be
from lint.prose.slots import signs
from lint.prose.words import Word, words
from lint.tuples import NamedTuple

_WORDS_A_PLANT = (12, 40)  # in so many words one slip is planted: function words, others
SEPARATOR = b"\n"
Kinds = Mapping[Pair, int]


class Sample(NamedTuple):
    """What is known of a pair at a place; ``signs`` are empty but for function words.

    Signs are joined by SEPARATOR, and numbers are short: there are millions of them.
    """

    pair: Pair
    features: array[float]
    signs: bytes


class Seen(NamedTuple):
    """What a piece of text gives: samples of it as it was and with slips, and places of words."""

    clean: list[Sample]
    planted: list[Sample]
    places: list[tuple[str, bytes]]

    def add(self, more: Seen) -> None:
        """Take in what another piece gives."""
        self.clean.extend(more.clean)
        self.planted.extend(more.planted)
        self.places.extend(more.places)


class Table(NamedTuple):
    """The pairs, from both ends: candidates of a written word, and slips for one that is meant.

    ``written`` are the function words that may be slips, ``function`` those and what they are for.
    """

    candidates: Mapping[str, list[Candidate]]
    slips: Mapping[int, Mapping[str, list[str]]]
    kinds: Kinds
    written: frozenset[str]
    function: frozenset[str]


def table_of(kinds: Kinds) -> Table:
    """Lay out pairs."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    slips: dict[int, dict[str, list[str]]] = {each: defaultdict(list) for each in range(len(KINDS))}
    for (written, meant), kind in kinds.items():
        found[written].append(Candidate(meant, entry(meant), KINDS[kind], 0.0, 0.0))
        slips[kind][meant].append(written)
    function = [pair for pair, kind in kinds.items() if kind == FUNCTION]
    asked = frozenset(written for written, _ in function)
    return Table(found, slips, kinds, asked, asked | {meant for _, meant in function})


def look(text: str, table: Table, chance: random.Random) -> Seen:
    """Read a piece of text."""
    found = words(text)
    row = read_row(found)
    seen = Seen([], list(_planted(text, found, table, chance)), [])
    for place, word in zip(row.at, found, strict=True):
        lower = normal(word.text)
        if not word.text.islower() and not opens(row, place, word):
            continue
        if lower in table.function:
            seen.places.append((lower, SEPARATOR.join(signs(row, place))))
        if lower in table.candidates and not _is_let_be(row, place, lower, table):
            for candidate in table.candidates[lower]:
                sample = _sample(row, place, lower, candidate)
                if sample is not None:
                    seen.clean.append(sample)
    return seen


def _planted(
    text: str, found: Sequence[Word], table: Table, chance: random.Random
) -> Iterator[Sample]:
    """Yield slips that are planted one at a time, and noticed at all."""
    for kind, slips in table.slips.items():
        places = [at for at, word in enumerate(found) if word.text in slips]
        often = _WORDS_A_PLANT[kind != FUNCTION]
        for at in chance.sample(places, min(len(places), max(1, len(found) // often))):
            meant, start = found[at].text, found[at].start
            written = chance.choice(slips[meant])
            wrong = text[:start] + written + text[found[at].end :]
            near = words(wrong)
            index = next((i for i, word in enumerate(near) if word.start == start), None)
            if index is None or near[index].text != written:
                continue
            row = read_row(near)
            if _is_let_be(row, row.at[index], written, table):
                continue
            candidate = next(each for each in table.candidates[written] if each.word == meant)
            sample = _sample(row, row.at[index], written, candidate)
            if sample is not None:
                yield sample


def _is_let_be(row: Row, place: int, written: str, table: Table) -> bool:
    # Function words that are never asked about are learnt from all the same: they are many.
    if written in table.written:
        return False
    before, word, after = row.entries[place - 1 : place + 2]
    return word is not None and is_let_be(before, word, after)


def _sample(row: Row, place: int, written: str, candidate: Candidate) -> Sample | None:
    features = evidence(row, place, entry(written), candidate)
    if features is None:
        return None
    is_function = candidate.kind == KINDS[FUNCTION]
    features += context(row, place, entry(written), candidate)
    here = SEPARATOR.join(signs(row, place)) if is_function else b""
    return Sample((written, candidate.word), array("f", features), here)


def counts_of(samples: list[Sample], at: int, least: float) -> tuple[Counter[Pair], Counter[Pair]]:
    """Count samples by pair: all, and those whose feature ``at`` is above ``least``."""
    return (
        Counter(each.pair for each in samples),
        Counter(each.pair for each in samples if each.features[at] > least),
    )
