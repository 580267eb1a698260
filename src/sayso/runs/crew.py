"""Workers that may be lost: the shard of one that is goes to another, and another takes its place."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from typing import Protocol

from sayso.runs.errors import RunError
from sayso.runs.pool import Found, Part

ATTEMPTS = 4  # at one shard: machines are lost now and then, but a shard that kills its workers goes on to
_START = 600.0  # seconds in which all workers must have begun; a cluster may be busy with others
_AGAIN = 60.0  # seconds for one that takes the place of another; then the others go on without it


class LostError(Exception):
    """The worker, or its machine, is no more."""


class Worker(Protocol):
    """One that is somewhere else."""

    def ready(self, seconds: float) -> bool:
        """Waits so long until it has begun; False where it has not.

        Raises:
            LostError: it is no more.
            RunError: it has begun, and cannot do what the run needs.
        """
        ...

    def do(self, work: Callable[[list[Part]], Found], shard: list[Part], /) -> Found:
        """Does the work there; raises LostError, or whatever the work raises."""
        ...

    def dismiss(self) -> None:
        """Ends it, whatever it does; what waits for it is told that it is lost."""
        ...


class Crew:
    """So many workers, each with a thread that waits for it.

    Args:
        hire: asks for a worker, without waiting for it.
        jobs: how many there shall be.

    Raises:
        RunError: they did not all begin.
    """

    def __init__(self, hire: Callable[[], Worker], jobs: int) -> None:
        self._hire = hire
        self._jobs = jobs
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="sayso-worker")
        self._free: SimpleQueue[Worker | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._all: set[Worker] = set()
        self._ended = False

    def __enter__(self) -> Crew:
        try:
            self._begin()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        with self._lock:
            self._ended = True
            leaving = list(self._all)
        for worker in leaving:
            worker.dismiss()
        self._free.put(None)
        self._threads.shutdown(cancel_futures=True)

    def submit(self, work: Callable[[list[Part]], Found], shard: list[Part], /) -> Future[Found]:
        """Hands a shard to whoever is free first."""
        return self._threads.submit(self._do, work, shard)

    def _begin(self) -> None:
        workers = [self._hired() for _ in range(self._jobs)]
        until = time.monotonic() + _START
        try:
            there = sum(worker.ready(max(0.0, until - time.monotonic())) for worker in workers)
        except LostError as lost:
            raise RunError(
                f"a worker could not begin ({lost}); is the same sayso on every machine?"
            ) from None
        if there < self._jobs:
            raise RunError(
                f"only {there} of {self._jobs} workers found a place within {_START / 60:.0f} minutes; give a"
                " smaller --jobs, or wait until others leave the cluster"
            )
        for worker in workers:
            self._free.put(worker)

    def _do(self, work: Callable[[list[Part]], Found], shard: list[Part]) -> Found:
        worker = self._next()
        for _ in range(ATTEMPTS):
            try:
                found = worker.do(work, shard)
            except LostError as lost:
                worker, why = self._instead(worker), str(lost)
            except BaseException:
                self._free.put(worker)
                raise
            else:
                self._free.put(worker)
                return found
        self._free.put(worker)
        raise RunError(
            f"the same {len(shard)} documents lost {ATTEMPTS} workers, one after the other ({why}), perhaps"
            " for want of memory; the same command goes on from there, with fewer workers if need be"
        )

    def _next(self) -> Worker:
        worker = self._free.get()
        if worker is None:
            self._free.put(None)  # for whoever waits next
            raise RunError("every worker was lost; the same command goes on where the run was")
        return worker

    def _instead(self, lost: Worker) -> Worker:
        """One in the place of another; where none is to be had, the next of the others that is free."""
        self._leave(lost)
        fresh = self._hired()
        with suppress(LostError):
            if fresh.ready(_AGAIN):
                return fresh
        self._leave(fresh)
        with self._lock:
            if not self._all:
                self._free.put(None)
        return self._next()

    def _hired(self) -> Worker:
        with self._lock:
            if self._ended:
                raise RunError("the run has ended")
            worker = self._hire()
            self._all.add(worker)
            return worker

    def _leave(self, worker: Worker) -> None:
        worker.dismiss()
        with self._lock:
            self._all.discard(worker)
