"""`sayso import` and `sayso beside`: what they tell, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.within import ran
from tests.inputs.eventdata.eventtables import icews_table, polecat_table


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "polecat.txt"
    path.write_text(polecat_table())
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    return str(tmp_path / "news.ledger")


def test_the_numbers_add_up_and_the_same_again_changes_nothing(table: Path, ledger: str) -> None:
    first = ran("import", str(table), "--ledger", ledger)
    assert first.returncode == 0
    assert b"1 row: 1 imported, 0 already there, 0 changed, 0 refused" in first.stderr
    again = ran("import", str(table), "--ledger", ledger)
    assert again.returncode == 0
    assert b"1 row: 0 imported, 1 already there" in again.stderr


def test_a_changed_row_is_told_and_ends_with_1_until_it_is_taken(table: Path, ledger: str) -> None:
    ran("import", str(table), "--ledger", ledger)
    table.write_text(polecat_table({"Intensity": "-3"}))
    changed = ran("import", str(table), "--ledger", ledger)
    assert changed.returncode == 1
    assert b"changed: polecat 20310604-0412-9f3c51-a" in changed.stderr
    assert b"--renew takes this one" in changed.stderr
    assert ran("import", str(table), "--renew", "--ledger", ledger).returncode == 0
    assert ran("import", str(table), "--ledger", ledger).returncode == 0


def test_refused_rows_are_listed_and_the_others_are_taken(table: Path, ledger: str, tmp_path: Path) -> None:
    table.write_text(polecat_table({}, {"Event Date": "soon"}))
    report = tmp_path / "report.tsv"
    told = ran("import", str(table), "--ledger", ledger, "--report", str(report))
    assert told.returncode == 1
    assert b"1 imported" in told.stderr
    assert b"line 3: 'soon' is no day" in told.stderr
    assert [line.split("\t")[0] for line in report.read_text().splitlines()] == [
        "status",
        "imported",
        "refused",
    ]


def test_the_report_is_not_written_over_a_table(table: Path, ledger: str) -> None:
    before = table.read_bytes()
    told = ran("import", str(table), "--ledger", ledger, "--report", str(table))
    assert told.returncode == 2
    assert b"a table and the report as well" in told.stderr
    assert table.read_bytes() == before


def test_of_several_tables_the_others_are_read(table: Path, ledger: str, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("a\tb\n")
    told = ran("import", str(other), str(table), "--ledger", ledger)
    assert told.returncode == 1
    assert b"2 rows: 1 imported, 0 already there, 0 changed, 1 refused" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("none.txt",), b"does not exist"),
        (("POLECAT", "--as", "icews"), b"of no layout that sayso knows"),
        (("POLECAT", "--as", "acled"), b"acled"),
        (("nothing-*.zip",), b"matches no file"),
    ],
)
def test_bad_input_ends_in_one_sentence(
    table: Path, ledger: str, arguments: tuple[str, ...], reason: bytes
) -> None:
    given = (str(table) if one == "POLECAT" else one for one in arguments)
    told = ran("import", *given, "--ledger", ledger)
    assert told.returncode == 2
    assert reason in told.stderr
    assert told.stderr.count(b"\n") == 1


def test_beside_tells_that_no_standing_is_told(table: Path, ledger: str, tmp_path: Path) -> None:
    icews = tmp_path / "icews.tab"
    icews.write_text(icews_table())
    ran("import", str(table), str(icews), "--ledger", ledger)
    listed = ran("beside", "--rows", "without", "--ledger", ledger)
    assert listed.returncode == 0
    assert listed.stdout.count(b"standing not told") == 2
    assert b"2 imported rows: 0 with an account that sayso read, 2 without one" in listed.stdout
    plain = json.loads(ran("beside", "--rows", "all", "--json", "--ledger", ledger).stdout)
    assert [row["standing"] for row in plain["rows"]] == ["not told"] * 2
    assert plain["counts"]["outside"] == 2


def test_beside_an_empty_ledger_says_what_to_do(ledger: str, table: Path) -> None:
    ran("import", str(table), "--ledger", ledger)
    told = ran("beside", "--dataset", "phoenix", "--ledger", ledger)
    assert b"no imported rows answer; `sayso import` brings" in told.stdout


def test_an_unknown_data_set_is_refused(ledger: str, table: Path) -> None:
    ran("import", str(table), "--ledger", ledger)
    told = ran("beside", "--dataset", "acled", "--ledger", ledger)
    assert told.returncode == 2
    assert b"no data set that sayso imports" in told.stderr
