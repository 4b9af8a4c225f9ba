"""10,000 mutated and generated inputs: each is checked soundly, or named as not checked, in time.

The inputs come from a seed, so that a failure names the one that brings it about again. They are
shared out over the cores; all take about a minute of processor time (`--inputs N` for more).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

import pytest
from mutating import mutated, seeds
from sound import check_soundly

from lint.rulebook import Rulebook, load_rules

SLICE = 250
SECONDS = 2.0  # of processor time; inputs are at most a few ten kilobytes


@cache
def _book() -> Rulebook:
    return load_rules().select()


@cache
def _seeds() -> tuple[bytes, ...]:
    return tuple(seeds())


def _check_slice(first: int) -> Counter[str]:
    """Check the inputs ``first`` to ``first + SLICE``; count checked, named and late ones."""
    counts: Counter[str] = Counter()
    for seed in range(first, first + SLICE):
        data = mutated(seed, list(_seeds()))
        began = time.process_time()
        try:
            checked = check_soundly(data, _book())
        except Exception as error:
            raise AssertionError(f"input {seed}: {type(error).__name__}: {error}") from error
        if time.process_time() - began > SECONDS:
            raise AssertionError(f"input {seed}: more than {SECONDS} seconds")
        counts["named" if checked.error else "checked"] += 1
        counts["noticed"] += bool(checked.notices)
        counts["with findings"] += bool(checked.findings)
    return counts


def test_ten_thousand_inputs_are_checked_soundly_or_named(
    pytestconfig: pytest.Config, counted: Callable[[int, str], None]
) -> None:
    count = pytestconfig.getoption("--inputs")
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        counts = sum(pool.map(_check_slice, range(0, count, SLICE)), Counter[str]())
    assert counts["checked"] + counts["named"] >= count
    assert counts["checked"] > count * 0.8, "most inputs must get past the door"
    assert counts["with findings"] > count * 0.5
    assert counts["noticed"] > count * 0.01
    assert counts["named"] > 0
    counted(count, "mutated inputs checked soundly, or named, each within 2 seconds")
