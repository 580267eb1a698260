"""Workers as actors of a Ray cluster; the only module that knows Ray.

Each actor is a process with one processor that loads the encoder once. A shard goes to whichever is free;
where the actor or its machine is lost, the shard goes to another, so that this is all that a loss costs.
"""

from __future__ import annotations

import logging
import os
import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from sayso.runs.crew import Crew, LostError
from sayso.runs.errors import RunError
from sayso.runs.pool import AHEAD, Found, Opening, Part, Pool
from sayso.runs.setting import Setting

_OWN = "127.0.0.1"  # where a cluster listens that is started for one run
_TRIES = 3  # Ray gives its own processes 15 seconds to begin, which a busy machine may not have
_PROCESSORS = "CPU"  # Ray's name for them


def actors(address: str | None, *, needs: Sequence[Path] = ()) -> Opening:
    """Opens actors on a cluster.

    Args:
        address: as Ray takes it (`auto`, `host:6379`, `ray://host:10001`); None for a cluster on this machine
            that begins and ends with the run.
        needs: files and folders that every machine must find under the same path.
    """

    @contextmanager
    def opening(jobs: int, setting: Setting) -> Iterator[Pool]:
        with joined(address, jobs):
            begin = _Begin(replace(setting, threads=1), setting.mark(), Path.cwd(), tuple(needs))
            with Crew(partial(_Actor, begin), jobs) as crew:
                yield Pool(crew.submit, ahead=jobs * AHEAD)

    return opening


@contextmanager
def joined(address: str | None, jobs: int) -> Iterator[None]:
    """Makes this process a part of the cluster, unless it is one already."""
    # Ray reports on its use to its makers unless it is told not to before it is loaded.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
    except ModuleNotFoundError:
        raise RunError('--on ray needs Ray: pip install "sayso[ray]"') from None
    mine = not ray.is_initialized()
    try:
        if mine:
            _join(address, jobs)
        _check_room(address, jobs)
        yield
    finally:
        if mine:
            ray.shutdown()


def _join(address: str | None, jobs: int) -> None:
    import ray

    own = {"num_cpus": jobs, "num_gpus": 0, "include_dashboard": False, "_node_ip_address": _OWN}
    failed: Exception | None = None
    for _ in range(1 if address else _TRIES):
        try:
            ray.init(
                address or "local",
                log_to_driver=False,
                logging_level=logging.ERROR,
                **({} if address else own),
            )
            return
        except Exception as error:  # of its own faults some have no class
            failed = error
            ray.shutdown()
    where = f"the cluster at {address}" if address else "a cluster on this machine"
    raise RunError(
        f"{where} cannot be joined ({_first_line(failed)}); check that it runs, that its Ray and Python"
        " are of the same versions as here, and that it lets you in"
    )


def _check_room(address: str | None, jobs: int) -> None:
    import ray

    there = int(ray.cluster_resources().get(_PROCESSORS, 0))
    if there < jobs:
        where = f"the cluster at {address}" if address else "the cluster"
        raise RunError(
            f"{where} has {there} processors, and {jobs} workers take one each; give --jobs {max(1, there)},"
            " or add machines"
        )


@dataclass(frozen=True, slots=True)
class _Begin:
    """What an actor is told first.

    Attributes:
        setting: how it reads.
        mark: of all that a reading depends on, where the run was begun.
        folder: in which the command was given.
        needs: what must be there besides.
    """

    setting: Setting
    mark: str
    folder: Path
    needs: tuple[Path, ...]

    def __call__(self) -> None:
        """Gets this process ready to read.

        Raises:
            RunError: the machine does not have what the run needs.
        """
        from sayso import pipeline

        for place in (self.folder, *self.needs, *self.setting.lists):
            if not place.exists():
                raise RunError(
                    f"{platform.node()} has no {place}; what is read, and the folder in which the command is"
                    " given, must be where every machine of the cluster finds them under the same path"
                )
            if place == self.folder:
                os.chdir(place)
        self.setting.prepare()
        pipeline.encoder()
        if self.setting.mark() != self.mark:
            raise RunError(
                f"{platform.node()} reads by {self.setting.mark()}, and this machine by {self.mark}; install"
                " the same sayso everywhere, and give all machines the same lists"
            )


class _Working:
    """What an actor does."""

    def begin(self, begin: _Begin) -> None:
        begin()

    def do(self, work: Callable[[list[Part]], Found], shard: list[Part]) -> Found:
        return work(shard)


class _Actor:
    """A worker that is an actor."""

    def __init__(self, begin: _Begin) -> None:
        import ray

        self._handle = ray.remote(num_cpus=1, max_restarts=0)(_Working).remote()
        self._begun = self._handle.begin.remote(begin)

    def ready(self, seconds: float) -> bool:
        from ray.exceptions import GetTimeoutError

        try:
            _got(self._begun, seconds)
        except GetTimeoutError:
            return False
        return True

    def do(self, work: Callable[[list[Part]], Found], shard: list[Part], /) -> Found:
        found: Found = _got(self._handle.do.remote(work, shard))
        return found

    def dismiss(self) -> None:
        import ray

        ray.kill(self._handle)


def _got(reference: Any, seconds: float | None = None) -> Any:
    """The result of a call.

    Raises:
        LostError: the actor, or its machine, is no more.
        GetTimeoutError: it was not there in time.
    """
    import ray
    from ray.exceptions import GetTimeoutError, RayError, RayTaskError

    try:
        return ray.get(reference, timeout=seconds)
    except GetTimeoutError:
        raise
    except RayTaskError as error:
        if isinstance(error.cause, Exception):
            raise error.cause from None
        raise RunError(f"a worker failed: {_first_line(error)}") from None
    except RayError as error:
        raise LostError(_first_line(error)) from None


def _first_line(error: Exception | None) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
