"""`--on` as a user meets it: where workers may be, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.articles import write
from tests.cli.within import ran


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "articles", 6)
    return tmp_path / "articles"


def told(*arguments: str | Path) -> str:
    """What a command that is refused says."""
    run = ran(*map(str, arguments))
    assert run.returncode == 2, run.stderr
    return run.stderr.decode()


@pytest.mark.parametrize("on", ["spark", "processes:8", "ray64"])
def test_workers_can_be_nowhere_else(folder: Path, tmp_path: Path, on: str) -> None:
    assert "expected processes or ray[:ADDRESS]" in told("code", folder, "-o", tmp_path / "o", "--on", on)


def test_a_machine_has_no_room_for_a_thousand_processes(folder: Path, tmp_path: Path) -> None:
    assert "at most 64" in told("code", folder, "-o", tmp_path / "o", "--jobs", "1000")


def test_a_file_is_no_ledger_for_many_machines(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "news.ledger"
    arguments = ("ingest", folder, "--ledger", ledger, "--on", "ray:10.1.2.3:6379")
    assert "give a ledger in PostgreSQL" in told(*arguments)


def test_a_url_of_a_store_is_an_input_of_every_command_that_reads_many(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    out = tmp_path / "o.jsonl"
    assert ran("code", folder.as_uri(), "-o", str(out)).returncode == 0
    names = {json.loads(line)["input"] for line in out.read_text().splitlines()}
    assert f"{folder.as_uri()}/000001.txt" in names
    ledger = str(tmp_path / "news.ledger")
    assert ran("ingest", f"{folder.as_uri()}/*.txt", "--ledger", ledger).returncode == 0
    assert "sayso fetch" in told("ingest", "https://courier.example/a", "--ledger", ledger)
    assert "sayso fetch" in told("code", "https://courier.example/a", "-o", out)
