"""A ledger that is whole is called whole, and nothing that is broken is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, select, update

from sayso.ledger.doctor import examine, rebuild
from sayso.ledger.ledger import Ledger
from sayso.ledger.packing import unpack
from sayso.ledger.rows import claim_rows
from sayso.ledger.tables import appearances, claim_keys, claims, codings, documents, events, locations
from sayso.schema.location import location_of
from sayso.schema.reading import Reading


@pytest.fixture
def filled(ledger: Ledger, readings: tuple[Reading, ...]) -> Ledger:
    for reading in readings:
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    return ledger


def break_by(ledger: Ledger, statement: object) -> None:
    with ledger.transaction() as connection:
        connection.execute(statement)  # type: ignore[call-overload]


def test_a_ledger_that_was_filled_is_whole(filled: Ledger) -> None:
    assert list(examine(filled)) == []


BREAKS: dict[str, Callable[[], object]] = {
    "text": lambda: update(documents).values(text="Another text."),
    "outlet": lambda: update(documents).values(outlet="Nobody"),
    "has no coding": lambda: update(codings).values(current=False),
    "cannot be read": lambda: update(codings).values(reading=b"x"),
    "found nowhere": lambda: delete(locations),
    "its claims are not": lambda: update(claims).values(content="Something else"),
    "its events are not": lambda: update(events).values(standing="fact", review="edited"),
    "its entities are not": lambda: delete(appearances),
    "cannot be found by words": lambda: None,
    "that are not there": lambda: delete(claims).where(claims.c.number.not_in(select(claim_keys.c.claim))),
}


@pytest.mark.parametrize("wrong", BREAKS)
def test_whatever_is_broken_is_named(filled: Ledger, wrong: str) -> None:
    statement = BREAKS[wrong]()
    if statement is not None:
        break_by(filled, statement)
    else:
        with filled.transaction() as connection:
            _forget(filled, connection)
    found = list(examine(filled))
    assert any(wrong in sentence for sentence in found), found


def _forget(ledger: Ledger, connection: Connection) -> None:
    """One claim out of the index."""
    row = connection.execute(
        select(claims.c.number, claims.c.record, documents.c.text, codings.c.reading)
        .join(documents, documents.c.number == claims.c.document)
        .join(codings, codings.c.document == claims.c.document)
    ).first()
    assert row is not None
    terms = {each.values["record"]: each.terms for each in claim_rows(unpack(row.reading, row.text), {})}
    ledger.index.remove(connection, "claims", [(row.number, terms[row.record])])


@pytest.mark.parametrize(
    "wrong", ["its claims are not", "its entities are not", "that are not there", "cannot be found by words"]
)
def test_what_is_searched_can_be_made_anew(filled: Ledger, wrong: str) -> None:
    statement = BREAKS[wrong]()
    if statement is not None:
        break_by(filled, statement)
    rebuild(filled)
    assert list(examine(filled)) == []
