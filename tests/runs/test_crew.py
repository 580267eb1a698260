"""Workers that are lost: what becomes of their shards, and when a run gives up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from sayso.runs.crew import ATTEMPTS, Crew, LostError
from sayso.runs.errors import RunError
from sayso.runs.pool import Found, Part
from sayso.runs.running import ordered


class Hand:
    """A worker in a thread of this process; it is lost when a shard says so."""

    def __init__(self, fates: Iterator[str]) -> None:
        self.gone = threading.Event()
        self._fates = fates

    def ready(self, seconds: float) -> bool:
        fate = next(self._fates, "begins")
        if fate == "lost":
            raise LostError("its machine went away")
        return fate == "begins"

    def do(self, work: Callable[[list[Part]], Found], shard: list[Part], /) -> Found:
        if self.gone.is_set():
            raise LostError("it was dismissed")
        try:
            return work(shard)
        except MemoryError as error:
            self.gone.set()
            raise LostError("killed") from error

    def dismiss(self) -> None:
        self.gone.set()


def crew(jobs: int, *fates: str) -> Crew:
    """So many workers; those that begin, or do not, in the order in which they are hired."""
    left = iter(fates)
    return Crew(lambda: Hand(left), jobs)


class Trap:
    """Doubles numbers; one of them costs its worker, so many times."""

    def __init__(self, deadly: int, times: int) -> None:
        self.deadly, self.left = deadly, times
        self.done: list[int] = []

    def __call__(self, shard: list[int]) -> list[int]:
        if self.deadly in shard and self.left:
            self.left -= 1
            raise MemoryError
        self.done += shard
        return [2 * number for number in shard]


def results(hands: Crew, work: Callable[[list[int]], list[int]], count: int = 20) -> list[int]:
    with hands:
        found = ordered(([n] for n in range(count)), lambda shard: hands.submit(work, shard), ahead=6)
        return [number for part in found for number in part]


DOUBLED = [2 * n for n in range(20)]


def test_a_worker_that_is_lost_costs_its_shard_and_nothing_else() -> None:
    trap = Trap(7, times=1)
    assert results(crew(3), trap) == DOUBLED
    assert sorted(trap.done) == list(range(20))


def test_a_shard_that_costs_every_worker_ends_the_run() -> None:
    with pytest.raises(RunError, match=f"lost {ATTEMPTS} workers"):
        results(crew(2), Trap(7, times=ATTEMPTS))


def test_one_less_than_that_does_not() -> None:
    assert results(crew(2), Trap(7, times=ATTEMPTS - 1)) == DOUBLED


@pytest.mark.parametrize("fate", ["never begins", "lost"])
def test_where_no_other_takes_its_place_the_others_go_on(fate: str) -> None:
    assert results(crew(3, "begins", "begins", "begins", fate), Trap(7, times=1)) == DOUBLED


def test_when_nobody_is_left_the_run_ends() -> None:
    with pytest.raises(RunError, match="every worker was lost"):
        results(crew(1, "begins", "never begins"), Trap(7, times=1))


def test_workers_who_do_not_all_begin_are_told() -> None:
    with pytest.raises(RunError, match="only 2 of 3 workers"), crew(3, "begins", "never begins", "begins"):
        pass
    with pytest.raises(RunError, match="could not begin"), crew(1, "lost"):
        pass


def test_what_the_work_raises_is_raised_and_the_worker_stays() -> None:
    def divided(shard: list[int]) -> int:
        return 12 // shard[0]

    with crew(1) as hands:
        with pytest.raises(ZeroDivisionError):
            hands.submit(divided, [0]).result(10)
        assert hands.submit(divided, [4]).result(10) == 3


def test_leaving_ends_all_workers_and_what_waits_for_them() -> None:
    begun, until = threading.Event(), threading.Event()

    def long(shard: list[int]) -> int:
        begun.set()
        until.wait(10)
        raise MemoryError

    with crew(1) as hands:
        future = hands.submit(long, [1])
        assert begun.wait(10)
        until.set()
    assert isinstance(future.exception(10), RunError)
