"""What the ledger promises of an ingest, kept with real kills on both stores."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.articles import article, write
from sayso.inputs.files import items
from sayso.inputs.item import Item
from sayso.ledger.doctor import examine
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.reading.article import Metadata
from sayso.runs.ingesting import Outcome, ingest
from sayso.runs.setting import Setting

DOCUMENTS = 12
KILLS = 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("articles")
    write(place, DOCUMENTS)
    return place


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of a ledger into which the articles went in one go."""
    with Ledger(tmp_path_factory.mktemp("whole") / "a.ledger", create=True) as ledger:
        run(ledger, items([folder]))
        return exported(ledger)


def run(ledger: Ledger, given: Iterator[Item], *, jobs: int = 1, **more: Any) -> list[Outcome]:
    return list(ingest(given, ledger, setting=Setting(), jobs=jobs, **more))


def exported(ledger: Ledger) -> str:
    return "".join(json.dumps(record) + "\n" for record in export(ledger))


def test_any_number_of_workers_gives_the_same_bytes(folder: Path, undisturbed: str, tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        run(ledger, items([folder]), jobs=2, size=3)
        assert exported(ledger) == undisturbed


def test_any_order_gives_the_same_bytes(folder: Path, undisturbed: str, tmp_path: Path) -> None:
    shuffled = list(items([folder]))
    random.Random(1).shuffle(shuffled)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        run(ledger, iter(shuffled), size=1)
        assert exported(ledger) == undisturbed


def test_the_same_content_again_is_a_no_op(folder: Path, undisturbed: str, tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        run(ledger, items([folder]))
        again = run(ledger, items([folder]))
        assert Counter(one.status for one in again) == {"known": DOCUMENTS}
        assert exported(ledger) == undisturbed


@pytest.mark.slow
def test_kills_at_any_moment_lose_nothing_that_was_done(folder: Path, undisturbed: str, store: str) -> None:
    command = [sys.executable, "-m", "sayso", "ingest", str(folder), "--ledger", store]
    chance = random.Random(20261122)
    for _ in range(KILLS):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            process.wait(chance.uniform(0.5, 2.5))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    with Ledger(store) as ledger:
        assert exported(ledger) == undisturbed
        assert list(examine(ledger)) == []


def test_every_item_has_one_outcome_and_a_reason_where_it_was_not_read(tmp_path: Path) -> None:
    text = article(1)
    given = [
        Item("a", content=text, told=Metadata(outlet="The Courier", published="2025-03-14")),
        Item("a", content=text, told=Metadata(outlet="The Courier", published="2025-03-14")),
        Item("b", content=text, told=Metadata(outlet="Dorsk Daily", published="2025-03-15")),
        Item("c", content=" \n"),
        Item("d", content=b"\x89PNG\r\n\x1a\n"),
        Item("e", fault="the line is no JSON"),
    ]
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        outcomes = run(ledger, iter(given), size=1)
    assert [one.status for one in outcomes] == ["read", "known", "copy", "empty", "refused", "refused"]
    assert all(one.why for one in outcomes[2:])
    assert not any(one.why for one in outcomes[:2])


def test_what_a_ledger_exported_another_one_takes_in_unchanged(
    undisturbed: str, store: str, tmp_path: Path
) -> None:
    (tmp_path / "news.jsonl").write_text(undisturbed, "utf-8")
    with Ledger(store, create=True) as ledger:
        outcomes = run(ledger, items([tmp_path / "news.jsonl"]))
        assert Counter(one.status for one in outcomes) == {"read": DOCUMENTS}
        assert exported(ledger) == undisturbed
        assert list(examine(ledger)) == []


def test_of_an_export_that_was_cut_off_what_is_whole_is_taken_in(undisturbed: str, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    lines = undisturbed.splitlines(keepends=True)
    path.write_text("".join(lines[:-1]) + lines[-1][:40], "utf-8")
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        outcomes = run(ledger, items([path]))
        assert list(examine(ledger)) == []
    assert Counter(one.status for one in outcomes) == {"read": DOCUMENTS - 1, "refused": 2}


def test_records_that_were_tampered_with_are_refused(undisturbed: str, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(undisturbed.replace("Fears grow", "Hopes grow"), "utf-8")
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        outcomes = run(ledger, items([path]))
    assert {one.status for one in outcomes} == {"refused"}
