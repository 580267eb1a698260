"""What a ledger holds, in numbers; and what came into it last."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import Connection, Table, column, func, select

from sayso.ledger.asking import Phrase, Question
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import REJECTED
from sayso.ledger.tables import claims, corrections, documents, entities, events, locations, stories
from sayso.ledger.terms import facet
from sayso.schema.event import Standing

_MOST_OUTLETS = 200
_MOST_DUE = 1_000  # documents that are counted of those that wait


@dataclass(frozen=True, slots=True)
class Overview:
    """A ledger in numbers.

    Attributes:
        documents, claims, events, entities, corrections: how many there are.
        first, last: ISO days of the earliest and the latest publication, None where none is known.
        outlets: (name, documents that were found there), the largest first, at most 200; None for documents
            whose outlet is not known.
        standings: (standing, events that no person rejected), the most frequent first.
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
        return Overview(
            documents=_count(connection, documents),
            claims=_count(connection, claims),
            events=_count(connection, events),
            entities=_count(connection, entities),
            corrections=_count(connection, corrections),
            first=connection.scalar(select(func.min(claims.c.day))),
            last=connection.scalar(select(func.max(claims.c.day))),
            outlets=tuple(_outlets(connection)),
            standings=tuple(_standings(ledger, connection)),
        )


def state(ledger: Ledger) -> tuple[object, ...]:
    """Something that is another one after documents were added, coded again, corrected, or laid beside the
    others; quick.
    """
    with ledger.transaction() as connection:
        return state_within(connection)


def state_within(connection: Connection) -> tuple[object, ...]:
    """As `state`, within a transaction."""
    due = select(stories.c.document).where(stories.c.due > 0).limit(_MOST_DUE).subquery()
    tables = (documents, locations, claims, events)
    newest = [connection.scalar(select(func.max(table.c.number))) for table in tables]
    waiting = connection.scalar(select(func.count()).select_from(due))
    return (*newest, _count(connection, corrections), waiting)


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


def _outlets(connection: Connection) -> Iterator[tuple[str | None, int]]:
    """Counted by the index of publishers alone: to look at each document takes a minute in a large ledger."""
    number = func.count().label("number")
    counted = (
        select(locations.c.publisher, number)
        .group_by(locations.c.publisher)
        .order_by(number.desc(), locations.c.publisher)
        .limit(_MOST_OUTLETS)
    )
    for publisher, documents_there in connection.execute(counted).all():
        yield publisher_name(connection, publisher), documents_there


def publisher_name(connection: Connection, publisher: str) -> str | None:
    """What a publisher of this key is called in the first place where it is met."""
    first = select(locations.c.location).where(locations.c.publisher == publisher).limit(1)
    told = connection.scalar(first.order_by(locations.c.number))
    return json.loads(told)["outlet"] if told and publisher else None


def _standings(ledger: Ledger, connection: Connection) -> list[tuple[str, int]]:
    """Counted by the index of facets, as a search counts them."""
    found = [(standing, _events(ledger, connection, standing)) for standing in get_args(Standing)]
    return sorted(((name, number) for name, number in found if number), key=lambda one: (-one[1], one[0]))


def _events(ledger: Ledger, connection: Connection, standing: str) -> int:
    wanted = Phrase((facet("standing", standing),), "facets")
    asked = Question((REJECTED,), ((wanted,),))
    numbers = ledger.index.numbers("events", asked).columns(column("number")).subquery()
    return connection.scalar(select(func.count()).select_from(numbers)) or 0


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
