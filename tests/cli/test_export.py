"""`sayso export`: all records of a ledger, or what a search finds, to other programs."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyarrow import parquet

from sayso.export.formats import FORMS
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import search
from tests.cli.within import ran


def exported(ledger: Path, *arguments: str) -> str:
    done = ran("export", *arguments, "--ledger", str(ledger))
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def refused(ledger: Path, *arguments: str) -> str:
    """What is said, in one line, where it cannot be done."""
    done = ran("export", *arguments, "--ledger", str(ledger))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    return done.stderr.decode()


def test_without_anything_said_it_is_every_record_for_another_ledger(
    demo_ledger: Path, tmp_path: Path
) -> None:
    (tmp_path / "news.jsonl").write_text(exported(demo_ledger), "utf-8")
    copy = tmp_path / "copy.ledger"
    assert ran("ingest", str(tmp_path / "news.jsonl"), "--ledger", str(copy)).returncode == 0
    assert exported(copy) == exported(demo_ledger)


def test_what_a_search_found_is_no_ledger_to_be_copied(demo_ledger: Path, tmp_path: Path) -> None:
    some = tmp_path / "some.jsonl"
    some.write_text(exported(demo_ledger, "--search", "ferry"), "utf-8")
    done = ran("ingest", str(some), "--ledger", str(tmp_path / "copy.ledger"))
    assert b"export the ledger without a search" in done.stderr
    assert done.returncode == 2


def test_every_format_stands_in_the_help_with_what_it_is_for() -> None:
    told = " ".join(ran("export", "--help").stdout.decode().split())
    for name, form in FORMS.items():
        assert f"{name}: {form.says.partition(',')[0]}" in told


def test_a_search_gives_a_row_to_each_hit(demo_ledger: Path) -> None:
    with Ledger(demo_ledger) as ledger:
        claims = {hit.id for hit in search(ledger, "ferry", kind="claims", limit=1_000).hits}
        events = {hit.id for hit in search(ledger, "ferry", kind="events", limit=1_000).hits}
    for to, record, wanted in (("csv", "event", events), ("csv-claims", "claim", claims)):
        rows = csv.DictReader(io.StringIO(exported(demo_ledger, "--to", to, "--search", "ferry")))
        assert {f"{row['document']}:{row[record]}" for row in rows} == wanted
    lines = [json.loads(line) for line in exported(demo_ledger, "--search", "ferry").splitlines()]
    found = {f"{one['document']}:{one['id']}" for one in lines if one["record"] in ("claim", "event")}
    assert found == claims | events


def test_facets_narrow_it_without_any_words(demo_ledger: Path) -> None:
    told = exported(demo_ledger, "--to", "csv", "--standing", "denied", "--origins", ">=3")
    rows = list(csv.DictReader(io.StringIO(told)))
    assert rows
    assert all(row["standing"] == "denied" and int(row["origins"]) >= 3 for row in rows)


def test_a_facet_of_events_alone_searches_events_alone(demo_ledger: Path) -> None:
    lines = exported(demo_ledger, "--type", "ASSAULT").splitlines()
    assert {json.loads(line)["record"] for line in lines} == {
        "selection", "document", "attribution", "event",
    }  # fmt: skip


def test_what_is_not_text_goes_into_a_file_or_a_pipe(demo_ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.parquet"
    assert exported(demo_ledger, "--to", "parquet", "-o", str(out)) == ""
    piped = ran("export", "--to", "parquet", "--ledger", str(demo_ledger)).stdout
    assert piped == out.read_bytes()
    assert parquet.read_table(out).num_rows > 100
    assert [path.name for path in tmp_path.iterdir()] == ["events.parquet"]


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there is no terminal to make")
def test_what_is_not_text_is_nothing_for_a_terminal(demo_ledger: Path) -> None:
    program = "from sayso.cli import main; main()"
    command = [sys.executable, "-c", program, "export", "--to", "parquet", "--ledger", str(demo_ledger)]
    ours, theirs = os.openpty()
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert "give a file with -o, such as news.parquet" in done.stderr


def test_what_cannot_be_done_is_said_in_one_line(demo_ledger: Path, tmp_path: Path) -> None:
    assert "'xls' is no format; expected one of jsonl, csv" in refused(demo_ledger, "--to", "xls")
    told = refused(demo_ledger, "--to", "csv", "--kind", "claims")
    assert "csv holds events, and --kind asks for claims" in told
    assert "csv-claims" in told
    assert "claims have no 'actor'" in refused(demo_ledger, "--to", "csv-claims", "--actor", "KEN")
    assert "expected some of AGREE" in refused(demo_ledger, "--type", "ASAULT")
    assert "given to nobody" in refused(demo_ledger, "--review", "rejected")
    assert "is no day" in refused(demo_ledger, "--to", "csv", "--since", "soon")
    out = tmp_path / "no" / "such.csv"
    assert "is no folder" in refused(demo_ledger, "--to", "csv", "-o", str(out))


def test_what_was_there_stays_where_nothing_can_be_written(demo_ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    out.write_text("before")
    refused(demo_ledger, "--to", "csv", "--search", "-", "-o", str(out))
    assert out.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]


def test_what_finds_nothing_says_so(demo_ledger: Path) -> None:
    for to in ("jsonl", "csv", "gdelt", "geojson"):
        done = ran("export", "--to", to, "--search", "nobodysaysso", "--ledger", str(demo_ledger))
        assert done.returncode == 0
        assert done.stderr == b"sayso: nothing found: no record answers, so what is written holds none\n"


def test_an_empty_ledger_and_a_format_that_cannot_hold_what_was_found_are_told(
    demo_ledger: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.ledger"
    with Ledger(empty, create=True):
        pass
    done = ran("export", "--ledger", str(empty))
    assert (done.returncode, done.stderr) == (0, b"sayso: nothing found: the ledger holds no document\n")
    done = ran("export", "--to", "gdelt", "--standing", "denied", "--ledger", str(demo_ledger))
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"sayso: nothing written: nothing that was found can be told in gdelt\n"


def test_standard_output_by_the_name_that_the_system_has_for_it(demo_ledger: Path, tmp_path: Path) -> None:
    if not Path("/dev/stdout").exists():
        pytest.skip("the system has no such name")
    assert exported(demo_ledger, "--to", "csv", "-o", "/dev/stdout") == exported(demo_ledger, "--to", "csv")


def test_nobody_is_told_of_a_closed_pipe(demo_ledger: Path) -> None:
    program = "from sayso.cli import main; main()"
    command = [sys.executable, "-c", program, "export", "--to", "csv", "--ledger", str(demo_ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141
