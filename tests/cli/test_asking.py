"""`sayso search`, `show` and `diff`: what is printed, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import sayso
from sayso.cli.coverage import Coverage
from sayso.ledger.ledger import Ledger
from sayso.runs.ingesting import Outcome
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from tests.cli.within import ran_text

TEXT = """Police arrest protesters in Dorsk

DORSK, 2 June 2024 — Police arrested forty protesters in Dorsk on Sunday. The interior minister,
Ilo Tanet, said the march had been banned. Two union leaders told reporters that officers had beaten
people who had already been detained."""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return sayso.read(TEXT)


@pytest.fixture(scope="module")
def ledger(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asking") / "news.ledger"
    document = replace(reading.document, outlet="=cmd()", title="A title\x1b[2J")
    with Ledger(path, create=True) as opened:
        opened.add(replace(reading, document=document), location_of(document, name="a.txt"), mark="one")
        opened.recode(document.id, replace(reading, document=document, events=()), mark="two")
        opened.recode(document.id, replace(reading, document=document), mark="three")
    return path


def asked(ledger: Path, *arguments: str) -> str:
    done = ran_text(*arguments, "--ledger", str(ledger))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_search_prints_hits_plainly_into_a_pipe(ledger: Path, reading: Reading) -> None:
    told = asked(ledger, "search", "march banned")
    assert "\x1b" not in told
    assert "the march had been banned" in told
    assert f"{reading.document.id}:c" in told
    assert told.rstrip().endswith("1 claim")


def test_search_prints_events_where_only_they_have_the_facet(ledger: Path) -> None:
    told = asked(ledger, "search", "--type", "coerce,assault", "--since", "2024-01-01")
    assert "COERCE" in told
    assert asked(ledger, "search", "nobodysaysso").startswith("no claims answer; --kind events")


def test_search_prints_json_lines_and_tables(ledger: Path) -> None:
    (line,) = asked(ledger, "search", "banned", "--json").splitlines()
    hit = json.loads(line)
    start, end = hit["marks"]["content"][0]
    assert hit["content"][start:end] == "banned"
    (row,) = csv.DictReader(io.StringIO(asked(ledger, "search", "banned", "--csv")))
    assert row["content"] == hit["content"]
    assert row["outlet"] == "'=cmd()"  # no formula for a spreadsheet


def test_show_tells_where_a_record_comes_from(ledger: Path, reading: Reading) -> None:
    claim = next(one for one in reading.claims if "banned" in one.content[0].text)
    told = asked(ledger, "show", f"{reading.document.id[:8]}:{claim.id}")
    for part in ("said the march had been banned.", "on the word of", "found at", "a.txt", "mark three"):
        assert part in told
    assert "\x1b" not in told
    assert json.loads(asked(ledger, "show", reading.document.id, "--json"))["id"] == reading.document.id


def test_an_entity_is_shown_by_its_name_and_a_role_by_its_id(ledger: Path, reading: Reading) -> None:
    event = next(one for one in reading.events if one.actors)
    assert f"[{event.id}.actor.1" in asked(ledger, "show", f"{reading.document.id}:{event.id}")
    entity = next(one for one in reading.entities if one.kind == "person")
    of_document = asked(ledger, "show", f"{reading.document.id}:{entity.id}")
    by_name = asked(ledger, "show", entity.name.upper())
    id = by_name.split()[1]
    assert f"in the ledger  {id}, in 1 document" in of_document
    assert json.loads(asked(ledger, "show", id, "--json"))["name"] == entity.name


def test_a_document_tells_the_ids_of_its_records(ledger: Path, reading: Reading) -> None:
    told = asked(ledger, "show", reading.document.id)
    assert f"c1 to {reading.claims[-1].id}, v1 to {reading.events[-1].id}, a1 to " in told


def test_diff_tells_what_the_newer_coding_added(ledger: Path, reading: Reading) -> None:
    told = asked(ledger, "diff")
    assert f"1 document with two codings: {len(reading.events)} events added" in told
    assert told.count("+ event") == len(reading.events)
    difference = json.loads(asked(ledger, "diff", reading.document.id[:6], "--before", "one", "--json"))
    assert difference["changes"] == []
    assert asked(ledger, "diff", "--marks").splitlines()[0].startswith("three  1 document,")


def test_diff_says_so_where_nothing_was_coded_twice(reading: Reading, tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as opened:
        opened.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    assert asked(tmp_path / "a.ledger", "diff").startswith("no document has two codings")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["search", "x", "--type", "ASAULT"], "expected some of AGREE"),
        (["search", "x", "--standing", "facts"], "expected some of negated"),
        (["search", "x", "--outlet", "Nobody"], "expected some of =cmd()"),
        (["search", "x", "--country", "Kenya"], "expected three letters"),
        (["search", "x", "--entity", "Nobody"], "no entity"),
        (["search", "x", "--kind", "claims", "--actor", "KEN"], "claims have no 'actor'"),
        (["search", "x", "--since", "soon"], "is no day"),
        (["search", "x", "--naming", ","], "without a value"),
        (["search", "x", "--after", "there"], "such as 2025-03-14/"),
        (["search", "x", "--json", "--csv"], "exclude each other"),
        (["show", "no such"], "is no id"),
        (["show", "ffffffff"], "nothing in the ledger"),
        (["diff", "--before", "nine"], "is no mark"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_line(
    ledger: Path, arguments: list[str], told: str
) -> None:
    done = ran_text(*arguments, "--ledger", str(ledger))
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "-o", "LEDGER"],
        ["corrections", "export", "-o", "LEDGER"],
        ["ingest", "ARTICLE", "--report", "LEDGER"],
        ["code", "ARTICLE", "-o", "LEDGER"],
    ],
)
def test_nothing_is_written_over_a_ledger(ledger: Path, arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    paths = {"LEDGER": str(ledger), "ARTICLE": str(tmp_path / "a.txt")}
    done = ran_text(*(paths.get(one, one) for one in arguments), "--ledger", str(ledger))
    assert done.returncode == 2
    assert "is a ledger" in done.stderr
    assert asked(ledger, "doctor") == "1 document: the ledger is whole\n"


def test_a_report_is_harmless_in_a_spreadsheet_and_a_terminal(tmp_path: Path) -> None:
    outcome = Outcome("=cmd()\x1b[2J.txt", "refused", "@it holds\tno text")
    with Coverage(tmp_path / "report.tsv") as coverage:
        coverage.add(outcome)
    told = (tmp_path / "report.tsv").read_text("utf-8").splitlines()[1]
    assert told == "refused\t\t'=cmd() [2J.txt\t'@it holds no text"


def test_a_report_is_not_written_over_what_is_read(ledger: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    done = ran_text("ingest", str(article), "--report", str(article), "--ledger", str(ledger))
    assert (done.returncode, article.read_text("utf-8")) == (2, TEXT)


@pytest.mark.parametrize(
    "arguments",
    [["export"], ["search", "police", "--json"], ["search", "police"], ["show", "DOCUMENT"], ["diff"]],
)
def test_a_closed_pipe_ends_quietly(ledger: Path, reading: Reading, arguments: list[str]) -> None:
    program = "from sayso.cli import main; main()"
    given = [reading.document.id if one == "DOCUMENT" else one for one in arguments]
    command = [sys.executable, "-c", program, *given, "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to try it on")
def test_a_full_disk_behind_standard_output_is_told_in_one_line(ledger: Path) -> None:
    program = "from sayso.cli import main; main()"
    command = [sys.executable, "-c", program, "search", "police", "--ledger", str(ledger)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_without_a_ledger_it_says_how_to_name_one(tmp_path: Path) -> None:
    done = ran_text("search", "x")
    assert done.returncode == 2
    assert "SAYSO_LEDGER" in done.stderr
    done = ran_text("search", "x", "--ledger", str(tmp_path / "none.ledger"))
    assert "does not exist" in done.stderr
