"""How likely one word was written for another, all evidence taken together.

The evidence of slips.py and what it comes to are weighed once more, by few weights that all pairs
share, and by how far each pair can be trusted: whether it comes up in clean text, or in text with
slips. Both stand in data/slip-judge.tsv, made by build_judge.py on other text than slips.py's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from lint.prose.fingers import is_easy, is_swap

_FILE: Final = Path(__file__).parent / "data" / "slip-judge.tsv"
#: The evidence of slips.py that is weighed: all of FEATURES, and so many of CONTEXT.
CONTEXT_WEIGHED: Final = 9
_HARD, _SWAP = 1.0, -0.7
_HOPELESS: Final = -0.9  # a pair that is trusted less never says enough
_HELD: Final = 3.0  # log10: more than this of one kind of evidence counts for no more
#: What is weighed besides.
DERIVED: Final = (
    "odds", "hard", "odds-held", "weaker-side-again", "sides-held", "least-of-two", "triples-kept",
    "pairs-held", "trust",
)  # fmt: skip


def derived(
    odds: float, pair: tuple[str, str], evidence: Sequence[float], trust: float
) -> list[float]:
    """What is weighed besides the evidence itself, as DERIVED names it.

    ``odds`` is a natural logarithm, ``evidence`` are the values of FEATURES in slips.py.
    """
    pairs, triples, left, right = evidence[1], evidence[2], evidence[5], evidence[6]
    return [
        odds,
        effort(*pair),
        _held(odds, -2.0, 4.0),
        min(left, right),
        _held(left) + _held(right),
        min(pairs, triples),
        _held(triples, -2.0, 4.0),
        _held(pairs, 0.0, 4.0),
        trust,
    ]


def _held(value: float, least: float = -_HELD, most: float = _HELD) -> float:
    return max(least, min(most, value))


@cache
def effort(written: str, meant: str) -> float:
    """How hard a slip is to make: 1 for one that fingers and ears hardly make, below 0 for a swap.

    Words are in lower case with straight apostrophes.
    """
    if is_swap(written, meant):
        return _SWAP
    return 0.0 if is_easy(written, meant) else _HARD


def judge(
    odds: float, pair: tuple[str, str], evidence: Sequence[float], context: Sequence[float]
) -> float:
    """How likely a word was written for another: a natural logarithm of odds."""
    weights, trusts = _table()
    values = (
        *evidence,
        *context[:CONTEXT_WEIGHED],
        *derived(odds, pair, evidence, trusts.get(" ".join(pair), 0.0)),
    )
    return sum(map(float.__mul__, weights, values))


def is_hopeless(written: str, meant: str) -> bool:
    """Tell whether a pair is so little to be trusted that it is not asked about."""
    return _table()[1].get(f"{written} {meant}", 0.0) < _HOPELESS


@cache
def _table() -> tuple[tuple[float, ...], dict[str, float]]:
    """The weights, in the order of the evidence, and how far each pair can be trusted."""
    weights: list[float] = []
    trusts: dict[str, float] = {}
    for line in _FILE.read_text("utf-8").splitlines()[1:]:
        name, kind, value = line.split("\t")
        if kind == "weight":
            weights.append(float(value))
        else:
            trusts[name] = float(value)
    return tuple(weights), trusts
