"""One document into the ledger, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from sayso.comparing.account import Account
from sayso.comparing.outlets import outlet_key
from sayso.comparing.statement import Statement
from sayso.ledger.across.finding import enter, leave
from sayso.ledger.across.laying import change, lay
from sayso.ledger.across.ranking import rank_of
from sayso.ledger.across.ties import TIES, Ties, forget
from sayso.ledger.correcting import Corrected
from sayso.ledger.index import SearchIndex
from sayso.ledger.packing import pack
from sayso.ledger.rows import Row, claim_rows, entity_rows, event_rows
from sayso.ledger.tables import (
    appearances,
    codings,
    corrections,
    documents,
    entities,
    locations,
)
from sayso.schema.correction import Correction
from sayso.schema.document import Document
from sayso.schema.location import Location
from sayso.schema.plain import to_plain
from sayso.schema.reading import Reading

Added = Literal["read", "known", "copy"]


def digest_of(location: Location) -> str:
    """The same for the same place with the same particulars."""
    written = json.dumps(to_plain(location), ensure_ascii=False, sort_keys=True)
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def insert_document(connection: Connection, document: Document) -> int | None:
    """The number of a document that is new; None where its text is there already."""
    statement = _insert(connection, documents).values(**columns(document)).on_conflict_do_nothing()
    number = connection.execute(statement.returning(documents.c.number)).scalar()
    return None if number is None else int(number)


def update_document(connection: Connection, number: int, document: Document) -> None:
    """What is said about a document, from the first of its places."""
    values = {name: value for name, value in columns(document).items() if name not in ("id", "text")}
    connection.execute(update(documents).where(documents.c.number == number).values(**values))


def insert_location(connection: Connection, number: int, location: Location) -> bool:
    """Whether the place is new for this document."""
    statement = (
        _insert(connection, locations)
        .values(
            document=number,
            place=clean(location.place),
            digest=digest_of(location),
            publisher=outlet_key(location.outlet or ""),
            location=json.dumps(to_plain(location), ensure_ascii=True),
        )
        .on_conflict_do_nothing()
    )
    return connection.execute(statement.returning(locations.c.number)).scalar() is not None


def supersede(connection: Connection, number: int, mark: str) -> None:
    """No coding of a document counts any more; they stay, but for one of the same mark as comes next."""
    mine = codings.c.document == number
    connection.execute(delete(codings).where(mine, codings.c.mark == mark))
    connection.execute(update(codings).where(mine).values(current=False))


def insert_coding(connection: Connection, number: int, reading: Reading, mark: str) -> None:
    """The coding that counts from now on."""
    connection.execute(
        insert(codings).values(
            document=number,
            current=True,
            mark=mark,
            sayso=reading.sayso,
            encoder=reading.encoder,
            reading=pack(reading),
        )
    )


def restamp(connection: Connection, number: int, reading: Reading, mark: str) -> None:
    """The same coding, by another version."""
    mine = codings.c.document == number
    connection.execute(delete(codings).where(mine, codings.c.mark == mark, ~codings.c.current))
    connection.execute(
        update(codings)
        .where(mine, codings.c.current)
        .values(mark=mark, sayso=reading.sayso, encoder=reading.encoder, reading=pack(reading))
    )


def insert_correction(connection: Connection, correction: Correction) -> bool:
    """Whether it is new."""
    statement = (
        _insert(connection, corrections)
        .values(
            id=correction.id,
            document=correction.document,
            correction=json.dumps(to_plain(correction), ensure_ascii=True),
            by=clean(correction.by),
            at=correction.at,
        )
        .on_conflict_do_nothing()
    )
    return connection.execute(statement.returning(corrections.c.id)).scalar() is not None


def insert_rows(connection: Connection, index: SearchIndex, number: int, corrected: Corrected) -> None:
    """What the current coding is found by."""
    reading, reviews = corrected.reading, corrected.reviews
    change(connection, number)
    _fill(connection, index, TIES["claims"], reading, number, list(claim_rows(reading, reviews)))
    _fill(connection, index, TIES["events"], reading, number, list(event_rows(reading, reviews)))
    _enter(connection, number, reading)


def lay_out(
    connection: Connection, index: SearchIndex, number: int, corrected: Corrected, coded: Reading
) -> None:
    """Fills all tables that follow from a document's coding, of which nothing is there.

    Args:
        coded: without corrections.
    """
    lay(connection, number, coded)
    insert_rows(connection, index, number, corrected)


def remove_rows(connection: Connection, index: SearchIndex, number: int, corrected: Corrected) -> None:
    """Takes out what `insert_rows` put in for the same records."""
    reading, reviews = corrected.reading, corrected.reviews
    forget(connection, number)
    for ties, rows in (
        (TIES["claims"], claim_rows(reading, reviews)),
        (TIES["events"], event_rows(reading, reviews)),
    ):
        table = ties.records
        known = {row.values["record"]: row for row in rows}
        numbered = select(table.c.number, table.c.record).where(table.c.document == number)
        found = [(row.number, known[row.record]) for row in connection.execute(numbered)]
        index.remove(connection, ties.kind, [(each, row.terms) for each, row in found])
        leave(connection, ties, _rank(reading), _compared(found))
        connection.execute(delete(table).where(table.c.document == number))
    connection.execute(delete(appearances).where(appearances.c.document == number))


def _fill(
    connection: Connection,
    index: SearchIndex,
    ties: Ties,
    reading: Reading,
    number: int,
    rows: Sequence[Row],
) -> None:
    if not rows:
        return
    table = ties.records
    values = [{"document": number, **cleaned(row.values)} for row in rows]
    inserted = connection.execute(
        insert(table).returning(table.c.number, sort_by_parameter_order=True), values
    )
    found = list(zip(inserted.scalars(), rows, strict=True))
    index.add(connection, ties.kind, [(each, row.terms) for each, row in found])
    enter(connection, ties, _rank(reading), _compared(found))


def _compared(found: Iterable[tuple[int, Row]]) -> list[tuple[int, Account | Statement]]:
    return [(number, row.compared) for number, row in found if row.compared is not None]


def _rank(reading: Reading) -> int:
    return rank_of(reading.document.published, reading.document.id)


def _enter(connection: Connection, number: int, reading: Reading) -> None:
    rows = [(key, entity) for key, entity in entity_rows(reading)]
    if not rows:
        return
    known = {key: {"id": key, "kind": entity.kind, "name": clean(entity.name)} for key, entity in rows}
    for key, entity in rows:  # of several spellings the first in the alphabet, whatever came first
        known[key]["name"] = min(known[key]["name"], clean(entity.name))
    statement = _insert(connection, entities)
    smaller = func.min if connection.dialect.name == "sqlite" else func.least
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["id"], set_={"name": smaller(entities.c.name, statement.excluded.name)}
        ),
        [known[key] for key in sorted(known)],
    )
    found = connection.execute(select(entities.c.id, entities.c.number).where(entities.c.id.in_(list(known))))
    numbers = {row.id: row.number for row in found}
    connection.execute(
        insert(appearances),
        [{"entity": numbers[key], "document": number, "record": entity.id} for key, entity in rows],
    )


def columns(document: Document) -> dict[str, Any]:
    """What the table of documents says of one."""
    return cleaned(
        {
            "id": document.id,
            "title": document.title,
            "outlet": document.outlet,
            "url": document.url,
            "authors": "; ".join(document.authors),
            "published": document.published,
            "language": document.language,
            "wire": document.wire,
            "text": document.text,
        }
    )


def cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as both stores can hold them."""
    return {name: clean(value) if isinstance(value, str) else value for name, value in values.items()}


def clean(text: str) -> str:
    """Without what neither store can hold in a text: NUL, and halves of surrogate pairs."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode("utf-8")


def _insert(connection: Connection, table: Table) -> Any:
    """Both stores know `ON CONFLICT`, each with a construct of its own."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
