"""Shards through one process or several, in their order, with bounded memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from typing import TypeVar

from sayso.runs.errors import RunError
from sayso.runs.setting import Setting

Part = TypeVar("Part")
Found = TypeVar("Found")
# Documents that go to a worker at once: few enough that a killed run loses little.
SHARD = 16
# Shards a worker may have waiting.
AHEAD = 2


def shards(items: Iterable[Part], *, skip: int = 0, size: int = SHARD) -> Iterator[list[Part]]:
    """The items after the first `skip`, `size` at a time."""
    rest = islice(iter(items), skip, None)
    while shard := list(islice(rest, size)):
        yield shard


def run(
    parts: Iterable[list[Part]], work: Callable[[list[Part]], Found], *, setting: Setting, jobs: int
) -> Generator[Found]:
    """What came of each shard, in order; the same for any number of jobs.

    Closing the iterator ends the workers at once.

    Args:
        parts: the shards.
        work: what is done with one; it goes to other processes, so it is a function of a module.
        setting: how documents are read, which every process is told first.
        jobs: how many processes.

    Raises:
        RunError: a worker died.
    """
    if jobs <= 1:
        setting.prepare()
        yield from map(work, parts)
        return
    try:
        with _pool(jobs, setting) as pool:
            yield from ordered(parts, lambda shard: _submit(pool, work, shard), ahead=jobs * AHEAD)
    except BrokenProcessPool:
        raise RunError(
            "a worker process died, perhaps for want of memory; give the same command again, with a"
            " smaller --jobs if need be: it goes on where it was"
        ) from None


def ordered(
    parts: Iterable[list[Part]], submit: Callable[[list[Part]], Future[Found]], *, ahead: int
) -> Iterator[Found]:
    """The results in the order of the parts, of which at most `ahead` are under way."""
    waiting: deque[Future[Found]] = deque()
    for shard in parts:
        waiting.append(submit(shard))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def _pool(jobs: int, setting: Setting) -> Iterator[ProcessPoolExecutor]:
    """Workers that end with the block, however it ends, and with this process, even where it is killed."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(ours, setting))
    try:
        yield pool
        pool.shutdown()
    finally:
        theirs.close()
        pool.shutdown(cancel_futures=True)
        ours.close()


def _submit(
    pool: ProcessPoolExecutor, work: Callable[[list[Part]], Found], shard: list[Part]
) -> Future[Found]:
    """Hands a shard over. The first one starts the workers, which must not hear Ctrl-C themselves.

    A terminal sends it to all processes at once; this one ends the others.
    """
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(work, shard)
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, shard)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _begin(ours: Connection, setting: Setting) -> None:
    threading.Thread(target=_end_with, args=(ours,), daemon=True).start()
    setting.prepare()


def _end_with(ours: Connection) -> None:
    """Ends this worker when nobody holds the other end any more."""
    try:
        ours.poll(None)
    finally:
        os._exit(1)
