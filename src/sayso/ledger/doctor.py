"""Proves a ledger whole: every row is what its document's coding and corrections say, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, func, select, text

from sayso.ledger.across.examining import wrong_across, wrong_in
from sayso.ledger.correcting import Corrected, corrected, standing_ones
from sayso.ledger.importedrow import unpack_row
from sayso.ledger.ledger import Ledger, Stored
from sayso.ledger.rows import claim_rows, entity_rows, event_rows
from sayso.ledger.tables import (
    ACROSS,
    appearances,
    claims,
    codings,
    corrections,
    documents,
    entities,
    events,
    imported,
    locations,
)
from sayso.ledger.writing import cleaned, columns
from sayso.schema.correction import Correction
from sayso.schema.document import document_id
from sayso.schema.imported import row_digest
from sayso.schema.plain import from_plain

_AT_ONCE = 50  # documents
_ROWS = 1_000  # imported ones that are held at once
_DERIVED: dict[str, Table] = {"claims": claims, "events": events}


def examine(ledger: Ledger, *, at: Callable[[int, int], object] = lambda done, total: None) -> Iterator[str]:
    """Everything that is wrong, one sentence each; nothing where the ledger is whole.

    Args:
        ledger: opened for reading or for writing.
        at: is told how many documents are done, and how many there are.
    """
    with ledger.transaction() as connection:
        yield from _store(connection)
        yield from _orphans(connection)
        yield from _index(ledger, connection)
        yield from wrong_across(connection)
        yield from _imported(connection)
    ids = ledger.ids()
    rest = iter(ids)
    done = 0
    while batch := list(islice(rest, _AT_ONCE)):
        for id in batch:
            yield from _document(ledger, id)
        done += len(batch)
        at(done, len(ids))


def rebuild(ledger: Ledger, *, at: Callable[[int, int], object] = lambda done, total: None) -> None:
    """Makes everything that is searched anew, from the codings and the corrections; one transaction to a
    document, begun with an empty index.
    """
    ledger.attempt(lambda connection: _empty(ledger, connection))
    ids = ledger.ids()
    for done, id in enumerate(ids, 1):
        ledger.lay_out(id)
        at(done, len(ids))


def _empty(ledger: Ledger, connection: Connection) -> None:
    for table in (*ACROSS, *_DERIVED.values(), appearances):
        connection.execute(table.delete())
    for kind in _DERIVED:
        connection.execute(text(f"DROP TABLE {kind}_index"))
    ledger.index.create(connection)


def _store(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield f"the file is damaged: {line}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of {row[0]} belongs to no row of {row[2]}"
    if connection.scalar(text("PRAGMA query_only")):
        return  # the index proves itself by a statement that counts as writing
    for kind in _DERIVED:
        connection.execute(text(f"INSERT INTO {kind}_index({kind}_index) VALUES ('integrity-check')"))


def _orphans(connection: Connection) -> Iterator[str]:
    coded = select(codings.c.document).where(codings.c.current)
    for id in connection.scalars(select(documents.c.id).where(documents.c.number.not_in(coded))):
        yield f"document {id} has no coding"
    twice = select(codings.c.document).where(codings.c.current).group_by(codings.c.document)
    for number in connection.scalars(twice.having(func.count() > 1)):
        yield f"document number {number} has more than one current coding"
    placed = select(locations.c.document)
    for id in connection.scalars(select(documents.c.id).where(documents.c.number.not_in(placed))):
        yield f"document {id} was found nowhere"
    known = select(documents.c.id)
    about = corrections.c.document
    for row in connection.execute(
        select(corrections.c.id, about).where(about.is_not(None), about.not_in(known))
    ):
        yield f"correction {row.id} is about document {row.document}, which is not there"
    for row in connection.execute(select(corrections.c.id, corrections.c.correction)):
        if not _says_its_id(row.correction, row.id):
            yield f"correction {row.id} is not what its id stands for"


def _imported(connection: Connection) -> Iterator[str]:
    """The rows of other event data sets: each is the one that it was when it came."""
    asked = select(imported.c.dataset, imported.c.id, imported.c.digest, imported.c.row)
    for row in connection.execution_options(yield_per=_ROWS).execute(asked.order_by(imported.c.number)):
        try:
            whole = row_digest(unpack_row(row.row)) == row.digest
        except ValueError:
            whole = False
        if not whole:
            name = f"imported row {row.dataset} {row.id}"
            yield f"{name} is not the one that came; `sayso import --renew` mends it"


def _says_its_id(written: str, id: str) -> bool:
    try:
        return from_plain(Correction, json.loads(written)).id == id
    except ValueError:
        return False


def _index(ledger: Ledger, connection: Connection) -> Iterator[str]:
    for kind, table in _DERIVED.items():
        rows = set(connection.scalars(select(table.c.number)))
        entries = ledger.index.entries(connection, kind)
        if rows - entries:
            yield f"{len(rows - entries)} {kind} cannot be found by words; `sayso doctor --repair` mends it"
        if entries - rows:
            yield f"words lead to {len(entries - rows)} {kind} that are not there; --repair mends it"


def _document(ledger: Ledger, id: str) -> Iterator[str]:
    try:
        stored, decided = next(ledger.stored_many([id]))
    except KeyError:
        return  # without a coding, which has been said
    except ValueError as error:
        yield f"document {id}: its coding cannot be read ({error})"
        return
    yield from (f"document {id}: {wrong}" for wrong in _wrong(ledger, stored, decided))


def _wrong(ledger: Ledger, stored: Stored, decided: Sequence[Correction]) -> Iterator[str]:
    document = stored.reading.document
    if document_id(document.text) != document.id:
        yield "its text is not the one that its id stands for"
    laid = corrected(stored.reading, standing_ones(decided))
    with ledger.transaction() as connection:
        row = (
            connection.execute(select(documents).where(documents.c.number == stored.number)).mappings().one()
        )
        for name, value in columns(document).items():
            if row[name] != value:
                yield f"its {name} is not that of its first place"
        for kind, wanted in _wanted(laid).items():
            table = _DERIVED[kind]
            found = connection.execute(
                select(table).where(table.c.document == stored.number).order_by(table.c.number)
            ).mappings()
            if [{name: r[name] for name in r if name not in ("number", "document")} for r in found] != wanted:
                yield f"its {kind} are not those of its coding; `sayso doctor --repair` mends it"
        known = connection.execute(
            select(entities.c.id, appearances.c.record)
            .join(appearances, appearances.c.entity == entities.c.number)
            .where(appearances.c.document == stored.number)
        )
        yield from wrong_in(connection, stored.number, stored.reading)
        if {tuple(row) for row in known} != {(key, e.id) for key, e in entity_rows(laid.reading)}:
            yield "its entities are not those of its coding; `sayso doctor --repair` mends it"


def _wanted(laid: Corrected) -> dict[str, list[dict[str, Any]]]:
    return {
        "claims": [cleaned(row.values) for row in claim_rows(laid.reading, laid.reviews)],
        "events": [cleaned(row.values) for row in event_rows(laid.reading, laid.reviews)],
    }
