"""One outlet: what it published here, how it sources its claims, whom it quotes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.ledger.across.published import (
    Outlet,
    Stretch,
    first_and_last,
    kept,
    outlet_called,
    published,
    stretch,
)
from sayso.ledger.across.sourcing import Sourcing, sourcing
from sayso.ledger.across.voices import Called, Quoted, quoted
from sayso.ledger.ledger import Ledger
from sayso.ledger.paging import check_page
from sayso.ledger.tables import claims, documents, stories

# Of so many names, the most frequent, it is found which are of one person or body.
_NAMES = 300


@dataclass(frozen=True, slots=True)
class Published:
    """An article of an outlet.

    Attributes:
        id: of the document.
        title: or None.
        published: ISO, or None.
        alike: how many documents of the ledger have its origin, itself included.
    """

    id: str
    title: str | None
    published: str | None
    alike: int


@dataclass(frozen=True, slots=True)
class OutletPage:
    """An outlet of the ledger, with some of its articles.

    Attributes:
        name: as most of its documents have it.
        first, last: days of its first and last article here, or None.
        articles, origins: how many texts it published, and how many independent beginnings they have.
        months: (month, articles), ISO, the earliest first; articles without a day are left out.
        sourcing: how its claims are sourced.
        quoted: whom it quotes by name, the most quoted first.
        documents: of this page, the latest first.
    """

    name: str
    first: str | None
    last: str | None
    articles: int
    origins: int
    months: tuple[tuple[str, int], ...]
    sourcing: Sourcing
    quoted: tuple[Quoted, ...]
    documents: tuple[Published, ...]


def outlet(
    ledger: Ledger,
    name: str,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 30,
    skip: int = 0,
    most_quoted: int = 20,
) -> OutletPage:
    """One outlet of the ledger.

    Args:
        name: or its address, however it is written.
        since, until: ISO days of publication, both included.
        limit: articles of one page, 1-1,000.
        skip: how many come before it.
        most_quoted: names to give.

    Raises:
        LedgerError: it published nothing in this ledger; or the days are none.
    """
    check_page(limit, skip, of="articles")
    days = stretch(since, until)
    with ledger.transaction() as connection:
        known = outlet_called(connection, name)
        first, last = first_and_last(connection, known, days)
        articles, origins = _counts(connection, known, days)
        return OutletPage(
            name=known.name,
            first=first,
            last=last,
            articles=articles,
            origins=origins,
            months=_months(connection, known, days),
            sourcing=sourcing(connection, known, days),
            quoted=_quoted(connection, known, days)[:most_quoted],
            documents=_documents(connection, known, days, limit, skip),
        )


def _counts(connection: Connection, outlet: Outlet, days: Stretch) -> tuple[int, int]:
    mine = published(outlet, days).subquery()
    origin = func.coalesce(stories.c.origin, mine.c.document)
    counted = select(func.count(), func.count(origin.distinct())).select_from(mine)
    row = connection.execute(counted.join(stories, stories.c.document == mine.c.document, isouter=True)).one()
    return row[0], row[1]


def _months(connection: Connection, outlet: Outlet, days: Stretch) -> tuple[tuple[str, int], ...]:
    mine = published(outlet, days).subquery()
    month = func.substr(documents.c.published, 1, 7)
    rows = (
        select(month, func.count())
        .join(mine, mine.c.document == documents.c.number)
        .where(documents.c.published.is_not(None))
        .group_by(month)
        .order_by(month)
    )
    return tuple((row[0], row[1]) for row in connection.execute(rows))


def _quoted(connection: Connection, outlet: Outlet, days: Stretch) -> tuple[Quoted, ...]:
    """By name: whom an article only describes is nobody that could be found again."""
    mine = published(outlet, days).subquery()
    name = func.coalesce(claims.c.name, claims.c.source)
    rows = (
        select(name, claims.c.country, func.count())
        .join(mine, mine.c.document == claims.c.document)
        .where(claims.c.standing.is_(None), claims.c.naming == "named", name.is_not(None), kept(claims))
        .group_by(name, claims.c.country)
        .order_by(func.count().desc(), name)
        .limit(_NAMES)
    )
    return quoted(Called(" ".join(row[0].split()), row[1], row[2]) for row in connection.execute(rows))


def _documents(
    connection: Connection, outlet: Outlet, days: Stretch, limit: int, skip: int
) -> tuple[Published, ...]:
    mine = published(outlet, days).subquery()
    rows = connection.execute(
        select(documents.c.id, documents.c.title, documents.c.published, stories.c.origin)
        .join(mine, mine.c.document == documents.c.number)
        .join(stories, stories.c.document == documents.c.number, isouter=True)
        .order_by(func.coalesce(documents.c.published, "").desc(), documents.c.id)
        .limit(limit)
        .offset(skip)
    ).all()
    wanted = {row.origin for row in rows if row.origin is not None}
    alike = select(stories.c.origin, func.count()).where(stories.c.origin.in_(wanted))
    counts = {row[0]: row[1] for row in connection.execute(alike.group_by(stories.c.origin))}
    return tuple(Published(row.id, row.title, row.published, counts.get(row.origin, 1)) for row in rows)
