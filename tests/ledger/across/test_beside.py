"""Imported rows beside the accounts of a fictional press: on whose word, denied by whom, and none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.ledger.across.beside import Laid, beside, laid_json
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.errors import LedgerError
from sayso.ledger.imported import Chosen
from sayso.ledger.importing import add_imported
from sayso.ledger.ledger import Ledger
from sayso.schema.imported import Imported, Party
from tests.ledger.across.press import press, put

BOMBING = Imported(
    dataset="polecat",
    id="20310310-0001",
    code="ASSAULT",
    day="2031-03-10",
    type="ASSAULT",
    actor=Party("the Tesk Front"),
    recipient=Party("the Velmoran army"),
    place="Belmar",
    row={"Event ID": "20310310-0001"},
)
ELSEWHERE = replace(BOMBING, id="20310310-0002", actor=Party("Orvania"), recipient=Party("Lorn"), place=None)
LATER = replace(BOMBING, id="20310313-0001", day="2031-03-13")
LONG_AFTER = replace(BOMBING, id="20320310-0001", day="2032-03-10")
STATEMENT = replace(BOMBING, id="20310310-0003", code="010", type=None)
ROWS = [BOMBING, ELSEWHERE, LATER, LONG_AFTER, STATEMENT]


@pytest.fixture
def told(store: str) -> Iterator[Ledger]:
    with Ledger(store, create=True) as ledger:
        put(ledger, *press().values())
        bring_up(ledger)
        add_imported(ledger, ROWS)
        yield ledger


def standings(laid: Laid, id: str) -> set[str]:
    found = [each for each in laid.rows if each.imported.id == id]
    return {one.testimony.account.standing for each in found for one in each.accounts}


def test_a_row_has_the_accounts_of_its_event_with_their_standings(told: Ledger) -> None:
    laid = beside(told)
    assert {"reported", "denied"} <= standings(laid, BOMBING.id)
    accounts = laid.rows[0].accounts
    denied = next(one for one in accounts if one.testimony.account.standing == "denied")
    assert denied.testimony.denier is not None
    assert "Front" in (denied.testimony.denier.name or "")
    assert all(one.testimony.account.type == "ASSAULT" for one in accounts)


def test_rows_are_counted_with_an_account_and_without(told: Ledger) -> None:
    counts = beside(told).counts
    assert counts.rows == len(ROWS)
    assert counts.uncompared == 1, "a statement has no type of PLOVER"
    assert counts.accounted + counts.unaccounted == len(ROWS) - 1
    assert counts.outside == 1, "a year after, the ledger tells of nothing"
    assert counts.on_word + counts.told <= counts.accounted
    assert counts.against == 1


def test_no_row_ever_has_a_standing_of_its_own(told: Ledger) -> None:
    plain = laid_json(beside(told, wanted="all"))
    assert {row["standing"] for row in plain["rows"]} == {"not told"}
    accounts = [one for row in plain["rows"] for one in row["accounts"]]
    assert accounts
    assert all(one["testimony"]["account"]["standing"] != "not told" for one in accounts)


def test_rows_without_an_account_can_be_listed(told: Ledger) -> None:
    without = beside(told, wanted="without")
    assert [each.imported.id for each in without.rows] == [ELSEWHERE.id, LATER.id, LONG_AFTER.id]
    every = beside(told, wanted="all")
    assert [each.imported.id for each in every.rows] == [row.id for row in ROWS[:4]]


def test_the_limit_bounds_what_is_listed_and_not_what_is_counted(told: Ledger) -> None:
    for wanted in ("with", "without", "all"):
        laid = beside(told, wanted=wanted, limit=0)
        assert laid.rows == ()
        assert laid.counts == beside(told).counts


def test_rows_are_chosen(told: Ledger) -> None:
    assert beside(told, Chosen(since="2032-01-01")).counts.rows == 1
    assert beside(told, Chosen(datasets=("icews",))).counts.rows == 0


def test_one_day_apart_is_near_and_more_is_not(told: Ledger) -> None:
    (found,) = beside(told, limit=1).rows
    days = {one.testimony.account.day for one in found.accounts}
    assert days <= {"2031-03-09", "2031-03-10", "2031-03-11"}


def test_every_account_leads_to_its_event(told: Ledger) -> None:
    (found,) = beside(told, limit=1).rows
    ids = {one.testimony.account.id for one in found.accounts}
    assert {one.event for one in found.accounts} & ids


def test_the_same_stands_there_however_often_it_is_asked(told: Ledger) -> None:
    assert beside(told, wanted="all") == beside(told, wanted="all")


def test_a_limit_that_is_none_is_refused(told: Ledger) -> None:
    with pytest.raises(LedgerError, match="expected 0 to 1000"):
        beside(told, limit=-1)


def test_a_ledger_without_imported_rows_has_nothing_to_lay_beside(store: str) -> None:
    with Ledger(store, create=True) as ledger:
        laid = beside(ledger)
    assert laid.rows == ()
    assert laid.counts.rows == 0
