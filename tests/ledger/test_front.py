"""A ledger in a program: records, and frames of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

import sayso
from sayso.ledger import front
from sayso.ledger.errors import LedgerError
from sayso.ledger.front import OpenLedger
from sayso.ledger.hits import ClaimHit, EventHit, columns_of
from sayso.ledger.ledger import Ledger
from sayso.ledger.showing import ShownDocument
from sayso.schema.reading import Reading
from tests.ledger.asked import copies, fill


@pytest.fixture
def opened(store: str, readings: tuple[Reading, ...]) -> Iterator[OpenLedger]:
    with Ledger(store, create=True) as ledger:
        fill(ledger, copies(readings, 6))
    with sayso.open_ledger(store) as found:
        yield found


def test_claims_and_events_are_records(opened: OpenLedger) -> None:
    claims = list(opened.claims("march"))
    assert claims
    assert all(isinstance(one, ClaimHit) for one in claims)
    events = list(opened.events(standing=("denied", "reported"), since="2023-01-01"))
    assert events
    assert all(isinstance(one, EventHit) and one.day for one in events)


def test_a_query_iterates_over_all_pages(opened: OpenLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(opened.claims())
    monkeypatch.setattr(front, "MOST", 4)
    assert list(opened.claims()) == whole
    assert len(whole) == opened.search().total


def test_a_document_comes_with_its_records(opened: OpenLedger) -> None:
    documents = list(opened.documents())
    assert len(documents) == len(opened.documents()) == 6
    assert [one.id for one in documents] == sorted(one.id for one in documents)
    reading = opened.reading(documents[0].id)
    assert reading.document.id == documents[0].id
    shown = opened.show(documents[0].id[:8])
    assert isinstance(shown, ShownDocument)
    with pytest.raises(LedgerError, match="no document"):
        opened.reading("nothing")


def test_a_slip_of_the_pen_is_told(opened: OpenLedger) -> None:
    with pytest.raises(LedgerError, match="no standing"):
        list(opened.claims(standing="facts"))


@pytest.mark.parametrize("kind", ["claims", "events", "documents"])
def test_frames_hold_what_the_records_hold(opened: OpenLedger, kind: str) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    query: Any = getattr(opened, kind)()
    records = list(query)
    one, other = query.to_pandas(), query.to_polars()
    assert isinstance(one, pandas.DataFrame)
    assert isinstance(other, polars.DataFrame)
    assert list(one.columns) == other.columns
    assert other.to_dicts() == [{name: getattr(each, name) for name in other.columns} for each in records]
    assert len(one) == len(records)


def test_a_frame_of_nothing_has_its_columns(opened: OpenLedger) -> None:
    pytest.importorskip("polars")
    frame = opened.claims("nobodysaysso").to_polars()
    assert frame.columns == list(columns_of("claims"))
    assert len(frame) == 0


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_missing_library_is_told(opened: OpenLedger, monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(LedgerError, match=r"sayso\[frames\]"):
        getattr(opened.claims(), f"to_{library}")()
