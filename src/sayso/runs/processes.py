"""Workers as processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection

from sayso.runs.errors import RunError
from sayso.runs.pool import AHEAD, Found, Part, Pool
from sayso.runs.setting import Setting


@contextmanager
def processes(jobs: int, setting: Setting) -> Iterator[Pool]:
    """So many processes, or this one where one is enough.

    They end with the block, however it ends, and with this process, even where it is killed.

    Raises:
        RunError: one died.
    """
    if jobs <= 1:
        setting.prepare()
        yield Pool(_at_once, ahead=1)
        return
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(ours, setting))
    try:
        yield Pool(_Submitting(pool), ahead=jobs * AHEAD)
        pool.shutdown()
    except BrokenProcessPool:
        raise RunError(
            "a worker process died, perhaps for want of memory; give the same command again, with a"
            " smaller --jobs if need be: it goes on where it was"
        ) from None
    finally:
        theirs.close()
        pool.shutdown(cancel_futures=True)
        ours.close()


def _at_once(work: Callable[[list[Part]], Found], shard: list[Part], /) -> Future[Found]:
    future: Future[Found] = Future()
    future.set_result(work(shard))
    return future


class _Submitting:
    """Hands shards over. The first one starts the workers, which must not hear Ctrl-C themselves.

    A terminal sends it to all processes at once; this one ends the others.
    """

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def __call__(self, work: Callable[[list[Part]], Found], shard: list[Part], /) -> Future[Found]:
        if not hasattr(signal, "pthread_sigmask"):
            return self._pool.submit(work, shard)
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return self._pool.submit(work, shard)
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
