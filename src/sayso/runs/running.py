"""Shards through one process or several, in their order, with bounded memory."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from sayso.runs.coding import Coded, Job, code
from sayso.runs.inputs import Item

# Documents that go to a worker at once: few enough that a killed run loses little.
SHARD = 16
# Shards a worker may have waiting.
_AHEAD = 2


class WorkerError(Exception):
    """A worker process died; the message says what to do."""


def shards(items: Iterable[Item], *, skip: int = 0) -> Iterator[list[Item]]:
    """The items after the first `skip`, `SHARD` at a time."""
    rest = islice(iter(items), skip, None)
    while shard := list(islice(rest, SHARD)):
        yield shard


def run(parts: Iterable[list[Item]], job: Job, *, jobs: int) -> Iterator[tuple[list[Item], Coded]]:
    """Each shard with what came of it, in order; the same for any number of jobs."""
    if jobs <= 1:
        _begin(job.threads)
        yield from ((shard, code(shard, job)) for shard in parts)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(job.threads,)) as pool:
        try:
            yield from _ordered(parts, lambda shard: pool.submit(code, shard, job), jobs * _AHEAD)
        except BrokenProcessPool:
            raise WorkerError(
                "a worker process died, perhaps for want of memory; give the same command again, with a"
                " smaller --jobs if need be: it goes on where it was"
            ) from None


def _begin(threads: int | None) -> None:
    from sayso import pipeline

    pipeline.use_threads(threads)


def _ordered(
    parts: Iterable[list[Item]], submit: Callable[[list[Item]], Future[Coded]], ahead: int
) -> Iterator[tuple[list[Item], Coded]]:
    waiting: deque[tuple[list[Item], Future[Coded]]] = deque()
    for shard in parts:
        waiting.append((shard, submit(shard)))
        if len(waiting) > ahead:
            first, future = waiting.popleft()
            yield first, future.result()
    while waiting:
        first, future = waiting.popleft()
        yield first, future.result()
