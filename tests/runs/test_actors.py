"""Shards on a real Ray cluster: the same bytes for any number of actors, also where some are lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from benchmarks.articles import article, write
from sayso.inputs.item import Item
from sayso.ledger.errors import LedgerError
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.runs.actors import actors
from sayso.runs.coding import Coded, Job, code
from sayso.runs.errors import RunError
from sayso.runs.format import Format
from sayso.runs.ingesting import ingest
from sayso.runs.processes import processes
from sayso.runs.running import run, shards
from sayso.runs.setting import Setting
from tests.cli.within import ran
from tests.cluster import PROCESSORS, cluster

pytestmark = pytest.mark.ray
WORK = partial(code, job=Job(Format.jsonl))
DOCUMENTS, SIZE = 12, 1


@pytest.fixture(scope="module", autouse=True)
def ray() -> Iterator[None]:
    with cluster():
        yield


def parts() -> Iterator[list[Item]]:
    items = (Item(f"{n}", content=article(n, sentences=2)) for n in range(DOCUMENTS))
    return shards(items, size=SIZE)


@pytest.fixture(scope="module")
def alone() -> str:
    """What this process makes of the documents."""
    return "".join(one.lines for one in run(parts(), WORK, setting=Setting(), jobs=1))


def code_or_die(shard: list[Item], *, deadly: str, grave: Path) -> Coded:
    """Codes, but for one shard, whose first worker is killed."""
    if shard[0].name == deadly and not grave.exists():
        grave.write_text(str(os.getpid()))
        os.kill(os.getpid(), signal.SIGKILL)
    return WORK(shard)


@pytest.mark.parametrize("jobs", [1, PROCESSORS])
def test_the_bytes_are_the_same_for_any_number_of_actors(alone: str, jobs: int) -> None:
    found = run(parts(), WORK, setting=Setting(), jobs=jobs, on=actors(None))
    assert "".join(one.lines for one in found) == alone


def test_an_actor_that_is_killed_costs_no_more_than_its_shard(alone: str, tmp_path: Path) -> None:
    grave = tmp_path / "killed"
    work = partial(code_or_die, deadly=str(DOCUMENTS // 2), grave=grave)
    found = run(parts(), work, setting=Setting(), jobs=2, on=actors(None))
    assert "".join(one.lines for one in found) == alone
    assert grave.exists()


def test_a_ledger_is_the_same_that_actors_read_into(tmp_path: Path) -> None:
    exports = []
    for name, on in (("here", processes), ("there", actors(None))):
        with Ledger(tmp_path / f"{name}.ledger", create=True) as ledger:
            items = chain.from_iterable(parts())
            done = list(ingest(items, ledger, setting=Setting(), jobs=1, size=4, on=on))
            assert [one.status for one in done] == ["read"] * DOCUMENTS
            exports.append(list(export(ledger)))
    assert exports[0] == exports[1]


def test_a_command_writes_the_bytes_that_processes_write(tmp_path: Path) -> None:
    write(tmp_path / "articles", 6)
    written = []
    for on in (["--on", "ray", "--jobs", "2"], ["--jobs", "1"]):
        out = tmp_path / on[1]
        assert ran("code", str(tmp_path / "articles"), "-o", str(out), *on).returncode == 0
        written.append(out.read_bytes())
    assert written[0] == written[1]


def fail(shard: list[Item]) -> None:
    raise LedgerError("postgresql://news is not to be had")


def test_what_the_work_raises_is_raised_as_it_was() -> None:
    found = run(parts(), fail, setting=Setting(), jobs=1, on=actors(None))
    with pytest.raises(LedgerError, match="not to be had"):
        list(found)


def test_a_machine_without_the_inputs_is_told(tmp_path: Path) -> None:
    found = run(parts(), WORK, setting=Setting(), jobs=1, on=actors(None, needs=[tmp_path / "news"]))
    with pytest.raises(RunError, match="every machine of the cluster finds them"):
        next(found)


def test_more_workers_than_processors_are_refused() -> None:
    found = run(parts(), WORK, setting=Setting(), jobs=PROCESSORS + 1, on=actors(None))
    with pytest.raises(RunError, match=f"has {PROCESSORS} processors"):
        next(found)
