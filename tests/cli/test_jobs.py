from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from lint.cli.jobs import cores, in_order, process_pool

ITEMS = list(range(100))


def squares(batch: Sequence[int]) -> list[int]:
    return [item * item for item in batch]


def dies_at_17_and_60(batch: Sequence[int]) -> list[int]:
    if 17 in batch or 60 in batch:
        os._exit(1)
    return list(batch)


def stumbles(batch: Sequence[int]) -> list[int]:
    raise ValueError(f"bad {batch[0]}")


def lost(item: int) -> list[int]:
    return [-item]


def _flat(results: list[list[int]]) -> list[int]:
    return [each for result in results for each in result]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    results = list(in_order(squares, ITEMS, workers=workers, lost=lost))
    assert _flat(results) == [item * item for item in ITEMS]


def test_a_worker_that_dies_loses_its_item_and_no_other() -> None:
    results = list(in_order(dies_at_17_and_60, ITEMS, workers=2, lost=lost))
    assert _flat(results) == [-item if item in (17, 60) else item for item in ITEMS]


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="bad 0"):
        list(in_order(stumbles, ITEMS, workers=2, lost=lost))


def test_any_executor_will_do() -> None:
    opened = []

    def threads(workers: int) -> Executor:
        opened.append(workers)
        return ThreadPoolExecutor(workers)

    results = in_order(squares, ITEMS, workers=5, lost=lost, open_executor=threads)
    assert _flat(list(results)) == [item * item for item in ITEMS]
    assert opened == [5]


def test_without_an_executor_the_work_is_done_here() -> None:
    def none(workers: int) -> Executor:
        raise OSError("no semaphores")

    results = in_order(squares, ITEMS, workers=2, lost=lost, open_executor=none)
    assert _flat(list(results)) == [item * item for item in ITEMS]


def test_one_item_opens_no_executor() -> None:
    def never(workers: int) -> Executor:
        raise AssertionError

    assert list(in_order(squares, [3], workers=2, lost=lost, open_executor=never)) == [[9]]


def test_a_reader_that_has_enough_stops_the_work() -> None:
    results = in_order(squares, ITEMS, workers=2, lost=lost, open_executor=process_pool)
    assert next(results) == [item * item for item in range(12)]
    results.close()


def test_there_is_a_core() -> None:
    assert cores() >= 1
