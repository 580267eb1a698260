"""How a ledger of an older version is brought up: within the transaction that opens it, or not at all."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping

from sqlalchemy import Connection, bindparam, delete, func, select, text, update
from sqlalchemy.schema import CreateIndex

from sayso.comparing.outlets import outlet_key
from sayso.ledger.across.finding import enter
from sayso.ledger.across.laying import AGAIN
from sayso.ledger.across.records import records_by_number
from sayso.ledger.across.ties import TIES
from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.index import KINDS, SearchIndex
from sayso.ledger.packing import unpack
from sayso.ledger.tables import (
    appearances,
    claims,
    codings,
    corrections,
    documents,
    events,
    locations,
    metadata,
    stories,
)
from sayso.ledger.writing import lay_out
from sayso.schema.correction import Correction
from sayso.schema.plain import from_plain


def _lay_beside(connection: Connection, index: SearchIndex) -> None:
    """Version 2 lays documents beside each other, and searches more of an event."""
    connection.execute(text("ALTER TABLE locations ADD COLUMN publisher TEXT NOT NULL DEFAULT ''"))
    for number, written in connection.execute(select(locations.c.number, locations.c.location)).all():
        key = outlet_key(json.loads(written)["outlet"] or "")
        connection.execute(update(locations).where(locations.c.number == number).values(publisher=key))
    for table in (appearances, claims, events):
        table.drop(connection)
    for kind in KINDS:
        connection.execute(text(f"DROP TABLE {kind}_index"))
    metadata.create_all(connection)
    for each in locations.indexes:
        each.create(connection, checkfirst=True)
    index.create(connection)
    _lay_out_all(connection, index)


def _lay_out_all(connection: Connection, index: SearchIndex) -> None:
    """Fills all tables that follow from the codings and the corrections."""
    decided: dict[str | None, list[Correction]] = defaultdict(list)
    for written in connection.scalars(select(corrections.c.correction)):
        one = from_plain(Correction, json.loads(written))
        decided[one.document].append(one)
    coded = (
        select(documents.c.number, documents.c.id, documents.c.text, codings.c.reading)
        .join(codings, codings.c.document == documents.c.number)
        .where(documents.c.number == bindparam("number"), codings.c.current)
    )
    for number in connection.scalars(select(documents.c.number).order_by(documents.c.number)).all():
        row = connection.execute(coded, {"number": number}).one()
        reading = unpack(row.reading, row.text)
        lay_out(connection, index, number, corrected(reading, standing_ones(decided[row.id])), reading)


def _once(connection: Connection, index: SearchIndex) -> None:
    """Version 3 keeps the words of a claim once, and has tables that version 2 did not know."""
    metadata.create_all(connection)
    here = func.substr(documents.c.text, claims.c.start + 1, claims.c.end - claims.c.start)
    same = select(here).where(documents.c.number == claims.c.document).scalar_subquery()
    connection.execute(update(claims).where(claims.c.content == same).values(content=""))


def _by_name(connection: Connection, index: SearchIndex) -> None:
    """Version 3 knows who is quoted by name, and where things happen, in the order of the alphabet."""
    for table in (claims, events):
        for each in table.indexes:
            connection.execute(CreateIndex(each, if_not_exists=True))


def _apart(connection: Connection, index: SearchIndex) -> None:
    """Version 3 has lists of their own for events of a certain day; all are laid beside each other anew."""
    ties = TIES["events"]
    connection.execute(delete(ties.keys))
    for document in connection.scalars(select(documents.c.number).order_by(documents.c.number)).all():
        told = connection.scalars(select(events.c.number).where(events.c.document == document)).all()
        records = records_by_number(connection, "events", told)
        for rank in {record.order[0] for record in records.values()}:
            enter(connection, ties, rank, ((number, record.value) for number, record in records.items()))
    connection.execute(update(stories).values(due=AGAIN))


def _third(connection: Connection, index: SearchIndex) -> None:
    """All that version 3 brings."""
    for bring in (_once, _by_name, _apart):
        bring(connection, index)


MIGRATIONS: Mapping[int, Callable[[Connection, SearchIndex], None]] = {1: _lay_beside, 2: _third}
