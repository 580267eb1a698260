"""Rows of other event data sets in a ledger: each once, without a standing, and out again whole."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

import sayso
from sayso.inputs.records import record_items
from sayso.ledger.doctor import examine
from sayso.ledger.errors import LedgerError
from sayso.ledger.exporting import export
from sayso.ledger.imported import Chosen, records
from sayso.ledger.importedrow import pack_row, unpack_row
from sayso.ledger.importing import add_imported
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import facts, imported
from sayso.runs.ingesting import ingest
from sayso.runs.setting import Setting
from sayso.schema.imported import Imported, Party

ROW = Imported(
    dataset="gdelt2",
    id="900000101",
    code="190",
    day="2031-06-04",
    type="ASSAULT",
    actor=Party("NORWAY", ("NOR",), ("MIL", "GOV")),
    recipient=Party("SWITZERLAND", ("CHE",)),
    place="Brevna",
    country="CHE",
    lat=46.5,
    lon=8.25,
    mentions=12,
    sources=2,
    url="https://lanner.example/brevna",
    row={"GLOBALEVENTID": "900000101", "EventCode": "190"},
)
STATEMENT = replace(ROW, id="900000102", code="010", type=None, row={"GLOBALEVENTID": "900000102"})
OTHER = Imported(dataset="polecat", id="20310605-1", part="c0ffee00", code="CONSULT", day="2031-06-05",
                 type="CONSULT", mode="visit", row={"Event ID": "20310605-1"})  # fmt: skip
ROWS = [OTHER, STATEMENT, ROW]


def held(ledger: Ledger, **chosen: Any) -> list[Imported]:
    return list(records(ledger, Chosen(**chosen)))


def test_a_row_comes_out_as_it_went_in(ledger: Ledger) -> None:
    assert add_imported(ledger, ROWS) == ["imported"] * 3
    assert held(ledger) == [ROW, STATEMENT, OTHER]


def test_the_same_row_again_changes_nothing(ledger: Ledger) -> None:
    add_imported(ledger, ROWS)
    assert add_imported(ledger, [*ROWS, ROW]) == ["known"] * 4
    assert held(ledger) == [ROW, STATEMENT, OTHER]


def test_a_row_that_changed_is_told_and_taken_only_on_request(ledger: Ledger) -> None:
    later = replace(ROW, mentions=40, row={**ROW.row, "NumMentions": "40"})
    add_imported(ledger, [ROW])
    assert add_imported(ledger, [later]) == ["changed"]
    assert held(ledger) == [ROW]
    assert add_imported(ledger, [later], renew=True) == ["changed"]
    assert held(ledger) == [later]
    assert add_imported(ledger, [later], renew=True) == ["known"]


def test_one_id_twice_in_one_batch_is_one_row(ledger: Ledger) -> None:
    later = replace(ROW, row={**ROW.row, "NumMentions": "40"})
    assert add_imported(ledger, [ROW, later, ROW]) == ["imported", "changed", "known"]
    assert held(ledger) == [ROW]


def test_ids_of_two_data_sets_and_of_two_pairs_of_actors_stand_beside_each_other(ledger: Ledger) -> None:
    several = [ROW, replace(ROW, dataset="gdelt1"), OTHER, replace(OTHER, part="decaf000")]
    assert add_imported(ledger, several) == ["imported"] * 4


def test_more_rows_than_one_statement_takes_are_known_again(ledger: Ledger) -> None:
    many = [replace(ROW, id=str(number), row={"GLOBALEVENTID": str(number)}) for number in range(1_300)]
    add_imported(ledger, many)
    assert set(add_imported(ledger, many)) == {"known"}
    assert [row.id for row in held(ledger)] == sorted(row.id for row in many)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"datasets": ("gdelt",)}, [ROW, STATEMENT]),
        ({"datasets": ("POLECAT",)}, [OTHER]),
        ({"types": ("assault",)}, [ROW]),
        ({"countries": ("che",)}, [ROW, STATEMENT]),
        ({"countries": ("HEN",)}, []),
        ({"since": "2031-06-05"}, [OTHER]),
        ({"until": "2031-06-04"}, [ROW, STATEMENT]),
    ],
)
def test_rows_are_chosen(ledger: Ledger, chosen: dict[str, Any], found: list[Imported]) -> None:
    add_imported(ledger, ROWS)
    assert held(ledger, **chosen) == found


def test_what_is_no_data_set_and_no_day_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no data set that sayso imports; expected some of polecat"):
        held(ledger, datasets=("acled",))
    with pytest.raises(LedgerError, match="is no day"):
        held(ledger, since="June")


def test_an_export_says_that_no_standing_is_told(ledger: Ledger) -> None:
    add_imported(ledger, ROWS)
    rows = [record for record in export(ledger) if record["record"] == "imported"]
    assert [row["standing"] for row in rows] == ["not told"] * 3
    assert rows[0]["row"]["EventCode"] == "190"


def test_what_is_exported_can_be_ingested_into_another_ledger(ledger: Ledger, tmp_path: Path) -> None:
    add_imported(ledger, ROWS)
    written = [json.dumps(record) for record in export(ledger)]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(written) + "\n")
    with Ledger(tmp_path / "other.ledger", create=True) as other:
        first, again = (
            [(one.kind, one.status) for one in ingest(record_items(path, None), other, setting=Setting())]  # type: ignore[arg-type]
            for _ in range(2)
        )
        assert first == [("imported row", "read")] * 3
        assert again == [("imported row", "known")] * 3
        assert held(other) == held(ledger)
        assert [json.dumps(record) for record in export(other)] == written


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", ""),
        ("id", "x" * 101),
        ("day", "June"),
        ("country", "Norway"),
        ("dataset", "acled"),
        ("mentions", -1),
    ],
)
def test_a_broken_row_in_an_export_is_a_fault_and_no_crash(tmp_path: Path, field: str, value: object) -> None:
    with Ledger(tmp_path / "news.ledger", create=True) as ledger:
        add_imported(ledger, [ROW])
        head, row = export(ledger)
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps(head) + "\n" + json.dumps({**row, field: value}) + "\n")
    (item,) = record_items(path, None)  # type: ignore[arg-type]
    assert item.ready is None
    assert item.fault is not None
    assert "export the ledger again" in item.fault


def test_the_doctor_finds_rows_that_are_not_what_came(ledger: Ledger) -> None:
    add_imported(ledger, ROWS)
    assert list(examine(ledger)) == []
    with ledger.transaction() as connection:
        for id, row in (("900000101", b"\1junk"), ("900000102", pack_row({"GLOBALEVENTID": "7"}))):
            connection.execute(update(imported).where(imported.c.id == id).values(row=row))
    wrong = list(examine(ledger))
    assert ["900000101" in line or "900000102" in line for line in wrong] == [True, True]
    with pytest.raises(LedgerError, match="import it again"):
        held(ledger)


@given(st.dictionaries(st.text(), st.text()))
def test_cells_are_packed_and_unpacked(row: dict[str, str]) -> None:
    assert unpack_row(pack_row(row)) == row


def test_a_packed_row_is_a_fraction_of_what_came(ledger: Ledger) -> None:
    from sayso.inputs.eventdata.gdelt import SECOND

    row = dict.fromkeys(SECOND, "1")
    assert len(pack_row(row)) < len(json.dumps(row)) / 3


def test_what_neither_store_can_hold_is_replaced(ledger: Ledger) -> None:
    add_imported(ledger, [replace(ROW, actor=Party("a\0b"))])
    with ledger.transaction() as connection:
        assert connection.scalar(select(imported.c.actor)) == "a\N{REPLACEMENT CHARACTER}b"


def test_a_ledger_of_version_2_takes_rows_when_it_is_brought_up(store: str) -> None:
    with Ledger(store, create=True) as ledger, ledger.transaction() as connection:
        imported.drop(connection)
        connection.execute(update(facts).where(facts.c.name == "version").values(value="2"))
    with Ledger(store, write=True) as ledger:
        assert add_imported(ledger, ROWS) == ["imported"] * 3
        assert list(examine(ledger)) == []


def test_a_program_asks_for_rows_and_frames(store: str) -> None:
    pandas = pytest.importorskip("pandas")
    with Ledger(store, create=True) as ledger:
        add_imported(ledger, ROWS)
    with sayso.open_ledger(store) as opened:
        rows = opened.imported(dataset="gdelt", type=("ASSAULT",))
        assert len(rows) == 1
        assert list(rows) == [ROW]
        frame = rows.to_pandas()
        assert isinstance(frame, pandas.DataFrame)
        assert frame.loc[0, "standing"] == "not told"
        assert frame.loc[0, "actor_sectors"] == "MIL; GOV"
        assert opened.imported().to_polars()["lat"].to_list() == [46.5, 46.5, None]
