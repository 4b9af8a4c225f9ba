"""Many articles at once: batches of work through an Executor, results in the order of the items.

What runs where is the Executor's business: processes of this machine by default, a cluster where
``open_executor`` gives one (such as Dask's ``Client.get_executor()``). Nothing here knows what the
work is; it must be a function of a module (or a partial of one), and picklable like its items.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

_LARGEST_BATCH: Final = 64  # items: handing a batch over costs nothing beside its work
_WORTH_IT: Final = 1_000_000  # bytes of articles
_BATCHES_AHEAD: Final = 4  # for each worker: none waits, and results do not pile up


def cores() -> int:
    """The number of processor cores that this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def workers_for(wanted: int | None, paths: Sequence[str]) -> int:
    """How many workers pay for these files: those that are wanted, by default one for each core.

    Unless they are asked for, a start of processes must be worth it: files of 1 MB altogether.
    """
    if len(paths) < 2 or wanted is not None:
        return min(wanted or 1, len(paths))
    total = 0
    for path in paths:
        with suppress(OSError, ValueError):
            total += Path(path).stat().st_size
        if total >= _WORTH_IT:
            return min(cores(), len(paths))
    return 1


def process_pool(workers: int) -> Executor:
    """Open an Executor of processes on this machine.

    Raises OSError, ImportError or NotImplementedError where the system lets us have none:
    it may forbid processes, or be built without the semaphores that they wait at.
    """
    from concurrent.futures import ProcessPoolExecutor  # 50 ms: only a run of many files pays

    return ProcessPoolExecutor(workers, initializer=_leave_interrupts)


def in_order(
    work: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    *,
    workers: int,
    lost: Callable[[Item], Result],
    open_executor: Callable[[int], Executor] = process_pool,
) -> Iterator[Result]:
    """Yield what ``work`` makes of the items, batch by batch, in their order.

    How long a batch is depends on ``workers``: no result may depend on it. With one worker, or
    where no Executor can be had, the work is done here, item by item. A worker that dies takes the
    others with it; then the batches under way are done again, item by item, and ``lost`` gives the
    result of an item at which a worker died. What ``work`` raises is raised here.
    """
    if workers <= 1 or len(items) <= 1:
        yield from (work([item]) for item in items)
        return
    from concurrent.futures import BrokenExecutor

    size = max(1, min(_LARGEST_BATCH, len(items) // (workers * _BATCHES_AHEAD)))
    waiting = deque(items[at : at + size] for at in range(0, len(items), size))
    while waiting:
        try:
            executor = open_executor(workers)
        # No processes are to be had (multiprocessing raises NotImplementedError where the system
        # has no semaphores): alone, then.
        except (OSError, ImportError, NotImplementedError):
            yield from (work([item]) for batch in waiting for item in batch)
            return
        under_way: deque[tuple[Future[Result], Sequence[Item]]] = deque()
        try:
            while waiting or under_way:
                while waiting and len(under_way) < workers * _BATCHES_AHEAD:
                    under_way.append((executor.submit(work, waiting[0]), waiting[0]))
                    waiting.popleft()
                result = under_way[0][0].result()
                under_way.popleft()
                yield result
        except BrokenExecutor:
            executor.shutdown()
        except BaseException:  # an interrupt, a reader that has enough: wait for no batch
            executor.shutdown(wait=False, cancel_futures=True)
            raise
        else:
            executor.shutdown()
        for future, batch in under_way:
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
            else:
                yield from _one_by_one(work, batch, lost, open_executor)


def _one_by_one(
    work: Callable[[Sequence[Item]], Result],
    batch: Sequence[Item],
    lost: Callable[[Item], Result],
    open_executor: Callable[[int], Executor],
) -> Iterator[Result]:
    """Do a batch with one worker, so that it is known at which item a worker dies."""
    from concurrent.futures import BrokenExecutor

    waiting = deque(batch)
    while waiting:
        with open_executor(1) as executor:
            try:
                while waiting:
                    yield executor.submit(work, [waiting[0]]).result()
                    waiting.popleft()
            except BrokenExecutor:
                yield lost(waiting.popleft())


def _leave_interrupts() -> None:
    # Ctrl-C reaches the whole group of processes: the first one ends the run, in one line.
    from signal import SIG_IGN, SIGINT, signal

    signal(SIGINT, SIG_IGN)
