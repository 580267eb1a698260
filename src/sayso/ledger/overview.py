"""What a ledger holds, in numbers; and what came into it last."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import claims, corrections, documents, entities, events

_MOST_OUTLETS = 200


@dataclass(frozen=True, slots=True)
class Overview:
    """A ledger in numbers.

    Attributes:
        documents, claims, events, entities, corrections: how many there are.
        first, last: ISO days of the earliest and the latest publication, None where none is known.
        outlets: (name, documents), the largest first, at most 200; None for documents without one.
        standings: (standing, events), the most frequent first.
    """

    documents: int
    claims: int
    events: int
    entities: int
    corrections: int
    first: str | None
    last: str | None
    outlets: tuple[tuple[str | None, int], ...]
    standings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that came in; `claims` and `events` are how many it has, the rest is as in `Document`."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    claims: int
    events: int


def overview(ledger: Ledger) -> Overview:
    """Counts everything, which in a large ledger takes a second: ask again only where `state` changed."""
    with ledger.transaction() as connection:
        outlets = connection.execute(
            select(documents.c.outlet, func.count())
            .group_by(documents.c.outlet)
            .order_by(func.count().desc(), documents.c.outlet)
            .limit(_MOST_OUTLETS)
        )
        standings = connection.execute(
            select(events.c.standing, func.count())
            .group_by(events.c.standing)
            .order_by(func.count().desc(), events.c.standing)
        )
        return Overview(
            documents=_count(connection, documents),
            claims=_count(connection, claims),
            events=_count(connection, events),
            entities=_count(connection, entities),
            corrections=_count(connection, corrections),
            first=connection.scalar(select(func.min(claims.c.day))),
            last=connection.scalar(select(func.max(claims.c.day))),
            outlets=tuple((name, number) for name, number in outlets),
            standings=tuple((name, number) for name, number in standings),
        )


def state(ledger: Ledger) -> tuple[object, ...]:
    """Something that is another one after documents were added, coded again or corrected; quick."""
    with ledger.transaction() as connection:
        newest = [
            connection.scalar(select(func.max(table.c.number))) for table in (documents, claims, events)
        ]
        return (*newest, _count(connection, corrections))


def arrivals(ledger: Ledger, *, limit: int = 20) -> tuple[Arrival, ...]:
    """The documents that came in last, the newest first."""
    rows = (
        select(
            documents.c.id,
            documents.c.title,
            documents.c.outlet,
            documents.c.published,
            *(
                select(func.count()).where(table.c.document == documents.c.number).scalar_subquery()
                for table in (claims, events)
            ),
        )
        .order_by(documents.c.number.desc())
        .limit(limit)
    )
    with ledger.transaction() as connection:
        return tuple(Arrival(*row) for row in connection.execute(rows))


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
