"""Workers that shards are handed to, wherever they are: a run knows no more of them than this."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sayso.runs.setting import Setting

Part = TypeVar("Part")
Found = TypeVar("Found")
# Shards to a worker that may be under way, done ones that wait for an earlier one among them: where a shard
# of long documents holds up the order, the others still have something to do (`benchmarks/scaling.py order`).
AHEAD = 8


class Submit(Protocol):
    """Hands a shard to a worker; `work` goes to other processes, so it is a function of a module."""

    def __call__(self, work: Callable[[list[Part]], Found], shard: list[Part], /) -> Future[Found]: ...


@dataclass(frozen=True, slots=True)
class Pool:
    """Workers that are ready.

    Attributes:
        submit: what came of the shard; its errors are those of the work, or a RunError.
        ahead: how many shards may be under way.
    """

    submit: Submit
    ahead: int


Opening = Callable[[int, Setting], AbstractContextManager[Pool]]
"""So many workers that read as a setting says; they end with the block, however it ends."""
