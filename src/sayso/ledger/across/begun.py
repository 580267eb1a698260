"""The origins of a whole ledger, some at a time; and how many documents one of them has.

They are read as `bringing.py` left them, so that a page costs what it shows and not what the ledger holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from sayso.comparing.origins import Origins
from sayso.ledger.across.beginning import origins_among
from sayso.ledger.across.families import Families, families_in
from sayso.ledger.across.region import facts_of
from sayso.ledger.across.ties import batches
from sayso.ledger.ledger import Ledger
from sayso.ledger.paging import check_page
from sayso.ledger.tables import documents, locations, stories


@dataclass(frozen=True, slots=True)
class OriginPage:
    """Some of the origins of a ledger.

    Attributes:
        found: those of the page, the ones of most documents first, of these the latest.
        documents, publishers, origins: how many the whole ledger has.
        several: how many of its origins have more than one document.
    """

    found: Origins
    documents: int
    publishers: int
    origins: int
    several: int


def origin_page(ledger: Ledger, *, limit: int = 20, skip: int = 0) -> OriginPage:
    """The origins of a ledger with the reason for every merge, those of several documents first.

    Args:
        limit: of one page, 1-1,000.
        skip: how many come before it.

    Raises:
        LedgerError: there can be no such page.
    """
    check_page(limit, skip, of="origins")
    with ledger.transaction() as connection:
        families = families_in(connection)
        first = _first()
        counted = select(func.count().label("number")).select_from(stories).group_by(first).subquery()
        number = counted.c.number
        total, several, every = connection.execute(
            select(
                func.count(), func.count().filter(number > 1), func.coalesce(func.sum(number), 0)
            ).select_from(counted)
        ).one()
        found = _origins(connection, families, limit, skip)
        return OriginPage(found, int(every), _publishers(connection, families), total, several)


def documents_of_one_origin(ledger: Ledger, id: str) -> int:
    """How many documents have the origin of this one, itself included; 0 where there is no such document."""
    with ledger.transaction() as connection:
        mine = (
            select(_first())
            .join(documents, documents.c.number == stories.c.document)
            .where(documents.c.id == id)
            .scalar_subquery()
        )
        # what begins an account may not carry its own number yet
        rows = select(stories.c.document).where((stories.c.origin == mine) | (stories.c.document == mine))
        return len(set(connection.scalars(rows)))


def titles(ledger: Ledger, ids: Iterable[str]) -> Mapping[str, str | None]:
    """The titles of some documents by their ids."""
    wanted = sorted(set(ids))
    found: dict[str, str | None] = {}
    with ledger.transaction() as connection:
        for at in range(0, len(wanted), 500):
            rows = select(documents.c.id, documents.c.title).where(documents.c.id.in_(wanted[at : at + 500]))
            found |= {row.id: row.title for row in connection.execute(rows)}
    return found


def _first() -> ColumnElement[int]:
    """The document that another begins with; itself where that is not settled."""
    return func.coalesce(stories.c.origin, stories.c.document)


def _origins(connection: Connection, families: Families, limit: int, skip: int) -> Origins:
    first = _first()
    ordered = (
        select(first)
        .group_by(first)
        .order_by(func.count().desc(), func.max(stories.c.rank).desc(), first)
        .limit(limit)
        .offset(skip)
    )
    chosen = list(connection.scalars(ordered))
    inside: list[int] = []
    for some in batches(sorted(chosen)):
        rows = select(stories.c.document).where(stories.c.origin.in_(some) | stories.c.document.in_(some))
        inside += connection.scalars(rows)
    facts = facts_of(connection, set(inside))
    found = origins_among(connection, facts, families)
    place = {facts.ids[number]: at for at, number in enumerate(chosen) if number in facts.ids}
    ranked = sorted(found.origins, key=lambda one: min(place.get(id, len(place)) for id in one.documents))
    return Origins(found.articles, found.publishers, tuple(ranked), (), found.circles)


def _publishers(connection: Connection, families: Families) -> int:
    keys = connection.scalars(select(locations.c.publisher).where(locations.c.publisher != "").distinct())
    return len({families.get(key, key) for key in keys})
