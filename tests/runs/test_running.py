"""Shards in their order, with bounded memory, through one process or several."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Future
from functools import partial

import pytest

from sayso.inputs.item import Item
from sayso.runs.coding import Coded, Job, code
from sayso.runs.errors import RunError
from sayso.runs.format import Format
from sayso.runs.running import SHARD, ordered, run, shards
from sayso.runs.setting import Setting

WORK = partial(code, job=Job(Format.jsonl))
TEXT = "Police arrested nine protesters in Telmara on Friday, officials said. The army shelled Sella."


def numbered(count: int) -> Iterator[Item]:
    return (Item(f"{n}", content=TEXT, fields={"n": n}) for n in range(count))


def test_shards_are_cut_at_the_same_places_after_going_on() -> None:
    whole = list(shards(numbered(50)))
    assert [len(shard) for shard in whole] == [SHARD, SHARD, SHARD, 2]
    assert list(shards(numbered(50), skip=2 * SHARD)) == whole[2:]
    assert list(shards(numbered(50), skip=50)) == []


def test_shards_are_taken_only_as_room_comes_free() -> None:
    """However many documents there are, only so many are held; they come out in their order."""
    taken: list[str] = []
    under_way: list[tuple[Future[Coded], str]] = []

    def parts() -> Iterator[list[Item]]:
        for item in numbered(300):
            taken.append(item.name)
            yield [item]

    def submit(shard: list[Item]) -> Future[Coded]:
        future: Future[Coded] = Future()
        under_way.append((future, shard[0].name))
        if len(under_way) == 4:  # the last one is done first, as in life
            for waiting, name in reversed(under_way):
                waiting.set_result(Coded(name, 1, 1, 0, ()))
            under_way.clear()
        return future

    seen = []
    for coded in ordered(parts(), submit, ahead=4):
        seen.append(coded.lines)
        assert len(taken) - len(seen) < 4
    assert seen == taken == [f"{n}" for n in range(300)]


def test_a_worker_that_dies_ends_in_a_sentence() -> None:
    found = run(shards(numbered(8 * SHARD)), WORK, setting=Setting(), jobs=2)
    next(found)
    workers = multiprocessing.active_children()
    assert len(workers) == 2
    for worker in workers:
        worker.kill()
    with pytest.raises(RunError, match="worker process died"):
        list(found)


def test_closing_a_run_ends_its_workers() -> None:
    found = run(shards(numbered(8 * SHARD)), WORK, setting=Setting(), jobs=2)
    next(found)
    assert multiprocessing.active_children()
    found.close()
    assert not multiprocessing.active_children()
