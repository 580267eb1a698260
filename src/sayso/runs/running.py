"""Shards through one worker or several, in their order, with bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from itertools import islice

from sayso.runs.pool import Found, Opening, Part
from sayso.runs.processes import processes
from sayso.runs.setting import Setting

# Documents that go to a worker at once: few enough that a killed run loses little.
SHARD = 16


def shards(items: Iterable[Part], *, skip: int = 0, size: int = SHARD) -> Iterator[list[Part]]:
    """The items after the first `skip`, `size` at a time."""
    rest = islice(iter(items), skip, None)
    while shard := list(islice(rest, size)):
        yield shard


def run(
    parts: Iterable[list[Part]],
    work: Callable[[list[Part]], Found],
    *,
    setting: Setting,
    jobs: int,
    on: Opening = processes,
) -> Generator[Found]:
    """What came of each shard, in order; the same for any number of jobs, wherever they are.

    Closing the iterator ends the workers at once.

    Args:
        parts: the shards.
        work: what is done with one; it goes to other processes, so it is a function of a module.
        setting: how documents are read, which every worker is told first.
        jobs: how many workers.
        on: where they are.

    Raises:
        RunError: a worker died.
    """
    with on(jobs, setting) as pool:
        yield from ordered(parts, lambda shard: pool.submit(work, shard), ahead=pool.ahead)


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
