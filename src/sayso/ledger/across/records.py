"""Events and claims of the ledger as they are compared across documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from sayso.comparing.account import Account
from sayso.comparing.statement import Statement
from sayso.ledger.across.ties import batches
from sayso.ledger.hits import TABLES, Kind
from sayso.ledger.rows import toll_of
from sayso.ledger.tables import documents, stories


@dataclass(frozen=True, slots=True)
class Record:
    """An event or a claim of the ledger.

    Attributes:
        number: in this ledger.
        document: number of the document.
        value: as it is compared.
        day: its day, counted from the year 1, or None.
        order: the rank of its document, and its own place in it.
    """

    number: int
    document: int
    value: Account | Statement
    day: int | None
    order: tuple[int, int]


def records_of(connection: Connection, kind: Kind, document: int) -> list[Record]:
    """The records of a document that no person rejected, in their order."""
    table = TABLES[kind]
    rows = connection.execute(_rows(kind).where(table.c.document == document).order_by(table.c.number))
    return [_record(kind, row) for row in rows]


def records_by_number(connection: Connection, kind: Kind, numbers: Sequence[int]) -> dict[int, Record]:
    """Those of some records that no person rejected, by their numbers."""
    table = TABLES[kind]
    found: dict[int, Record] = {}
    for some in batches(sorted(set(numbers))):
        rows = connection.execute(_rows(kind).where(table.c.number.in_(some)))
        found |= {row.number: _record(kind, row) for row in rows}
    return found


def _rows(kind: Kind) -> Select[Any]:
    table = TABLES[kind]
    return (
        select(
            table, stories.c.rank, documents.c.id, documents.c.title, documents.c.outlet, documents.c.published
        )
        .join(documents, documents.c.number == table.c.document)
        .join(stories, stories.c.document == table.c.document)
        .where(or_(table.c.review.is_(None), table.c.review != "rejected"))
    )


def _record(kind: Kind, row: Row[Any]) -> Record:
    day = date.fromisoformat(row.day).toordinal() if row.day else None
    order = (row.rank, int(row.record[1:]))
    return Record(row.number, row.document, _MAKE[kind](row), day, order)


def _account(row: Row[Any]) -> Account:
    return Account(
        id=f"{row.id}:{row.record}",
        document=row.id,
        published=_first_day(row.published),
        title=row.title,
        outlet=row.outlet,
        day=row.day,
        until=row.until,
        dated=row.dated,
        type=row.type,
        mode=row.mode,
        standing=row.standing,
        anchor=row.anchor,
        actors=_names(row.actors),
        recipients=_names(row.recipients),
        countries=frozenset(row.countries.split()),
        place=row.place,
        geonameid=row.geonameid,
        source=row.source,
        content=row.content,
        toll=toll_of(row.toll),
    )


def _statement(row: Row[Any]) -> Statement:
    return Statement(
        id=f"{row.id}:{row.record}",
        document=row.id,
        published=_first_day(row.published),
        outlet=row.outlet,
        day=row.day,
        speaker=row.source,
        name=row.name,
        identity=row.identity,
        naming=row.naming,
        affiliation=row.affiliation,
        country=row.country,
        attitude=row.attitude,
        cue=row.cue,
        content=row.content,
        standing=row.standing,
    )


_MAKE: Mapping[Kind, Callable[[Row[Any]], Account | Statement]] = {"events": _account, "claims": _statement}


def _names(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("; ")) if joined else ()


def _first_day(published: str | None) -> str | None:
    return published.split("/")[0][:10] if published else None
