"""Words left out: which word the news would have between two that stand side by side.

Only few kinds of neighbours leave room for a word at all: data/gaps.tsv lists them, with the words
that may be missing. How much each kind of evidence counts for a word stands in
data/gap-weights.tsv, and what the neighbours' neighbours say in data/gaps.bin (as slots.bin). All
are made by build_gaps.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from lint.prose.language_model import Entry, entry, pair, seen
from lint.prose.row import Row
from lint.prose.slip_evidence import CONTEXT, around, triple_of
from lint.prose.slots import SignTable, open_signs, signs_round, speaks_for
from lint.tuples import NamedTuple

_DATA: Final = Path(__file__).parent / "data"
NOTHING: Final = ""  # what stands where nothing is missing
#: The words that are asked about; "a" stands for "an", too.
WORDS: Final = tuple(
    "a the to of in on at for from with by is are was were has have had be been will".split()
)
FEATURES: Final = (
    "constant", "signs", "pairs", "triples", "weaker", "left", "right", "weaker-side",
    "fits-left", "fits-right", "fits-between", "unlikely", "likes-left", "likes-right",
    "commonness-before", "commonness-after",
    *CONTEXT[9:],
)  # fmt: skip


class Gap(NamedTuple):
    """A place between two words of a row, ``before`` and ``behind``, which are side by side."""

    before: int
    behind: int


def evidence(row: Row, gap: Gap, missing: Entry, speaking: float) -> list[float] | None:
    """The features of a word that may be missing, as FEATURES names them.

    None where a neighbour is unknown, or the news has not the word beside both.
    """
    entries = row.entries
    last, before = entries[gap.before - 1], entries[gap.before]
    behind, beyond = entries[gap.behind], entries[gap.behind + 1]
    if before is None or behind is None:
        return None
    left_pair, right_pair, own = pair(before, missing), pair(missing, behind), pair(before, behind)
    pairs = left_pair + right_pair - own
    left = triple_of(last, before, missing) - triple_of(last, before, behind)
    right = triple_of(before, missing, behind)
    if beyond is not None:
        right += triple_of(missing, behind, beyond) - triple_of(before, behind, beyond)
    triples = left + right
    between = triple_of(before, missing, behind) > right_pair
    return [
        1.0,
        speaking,
        pairs,
        triples,
        min(pairs, triples),
        left,
        right,
        min(left, right),
        float(seen(before, missing) is not None),
        float(seen(missing, behind) is not None),
        float(between),
        own - behind.probability,
        left_pair - missing.probability,
        right_pair - behind.probability,
        before.probability,
        behind.probability,
        *around([last, before, behind, beyond]),
    ]


def suggestions(row: Row, gap: Gap, words: Sequence[str]) -> Iterator[tuple[float, str]]:
    """Yield which of some words may be missing, each with the natural logarithm of the odds."""
    before, behind = row.entries[gap.before], row.entries[gap.behind]
    if before is None or behind is None or seen(before, behind) is not None:
        return
    signs = signs_round(row, gap.before, gap.behind)
    for word in words:
        missing = entry(word)
        if pair(before, missing) + pair(missing, behind) <= pair(before, behind):
            continue
        features = evidence(row, gap, missing, speaks_for(NOTHING, word, signs, _signs()))
        if features is not None:
            yield sum(map(float.__mul__, weights(word), features)), word


def possible(before: str, behind: str) -> tuple[str, ...]:
    """The words that may be missing between neighbours of these classes; empty for most."""
    return _kinds().get(f"{before} {behind}", ())


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    lines = (_DATA / "gaps.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {kinds: tuple(words.split()) for kinds, words in rows}


@cache
def weights(word: str) -> tuple[float, ...]:
    """The weights of FEATURES for one of WORDS."""
    lines = (_DATA / "gap-weights.tsv").read_text("utf-8").splitlines()[1:]
    table = dict(line.split("\t", 1) for line in lines)
    return tuple(map(float, table[word].split("\t")))


@cache
def _signs() -> SignTable:
    return open_signs("gaps.bin")
