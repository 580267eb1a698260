"""Who is quoted, who publishes and where things happen, by name, in the order of the alphabet.

A page costs what it shows: names are read from an index, and never counted all together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, union_all

from sayso.comparing.outlets import outlet_key
from sayso.ledger.across.families import families_in
from sayso.ledger.ledger import Ledger
from sayso.ledger.listing import Listed, has
from sayso.ledger.overview import publisher_name
from sayso.ledger.paging import check_page
from sayso.ledger.tables import BY_NAME, BY_PLACE, BY_SOURCE, claims, events, locations


@dataclass(frozen=True, slots=True)
class Name:
    """A name with how many records of the ledger have it.

    Attributes:
        name: as the texts have it.
        count: claims of a speaker, articles of an outlet, events told of a place.
    """

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class OutletName:
    """An outlet.

    Attributes:
        name: as the article that came in first has it.
        articles: that it published here.
        family: of publishers, as a person said, or None.
    """

    name: str
    articles: int
    family: str | None


def speaker_names(
    ledger: Ledger, *, part: str = "", limit: int = 50, after: str | None = None
) -> Listed[Name]:
    """The names under which somebody is quoted.

    Several may be one person's, and one several persons': `speakers.speaker` tells who is meant.

    Args:
        part: of the name, whatever its case.
        limit: of one page, 1-1,000.
        after: `next` of the page before.
    """
    ways = [(claims.c.name, claims.c.review, BY_NAME), (claims.c.source, claims.c.review, BY_SOURCE)]
    return _names(ledger, ways, part, limit, after)


def place_names(ledger: Ledger, *, part: str = "", limit: int = 50, after: str | None = None) -> Listed[Name]:
    """The names of the places of which events are told; the arguments are as for `speaker_names`."""
    return _names(ledger, [(events.c.place, events.c.review, BY_PLACE)], part, limit, after)


def outlet_names(
    ledger: Ledger, *, part: str = "", limit: int = 50, after: str | None = None
) -> Listed[OutletName]:
    """The outlets that published something here, however they are written; as for `speaker_names`."""
    key, sought = locations.c.publisher, outlet_key(part)
    wanted = [key != "", *([key.contains(sought, autoescape=True)] if sought else [])]
    with ledger.transaction() as connection:
        rows = connection.execute(_some(key, wanted, limit, after)).all()
        families = families_in(connection)
        named = tuple(
            OutletName(publisher_name(connection, row.name) or row.name, row.number, families.get(row.name))
            for row in rows[:limit]
        )
    return Listed(named, rows[limit - 1].name if len(rows) > limit else None)


Way = tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[bool]]


def _names(ledger: Ledger, ways: Sequence[Way], part: str, limit: int, after: str | None) -> Listed[Name]:
    """Names with their counts, from several columns together.

    Args:
        ways: column, column of the review, and which records have the name there: an index of its own.
    """
    with ledger.transaction() as connection:
        some = [
            select(
                _some(
                    name, [which, _kept(review), *([has(ledger, name, part)] if part else [])], limit, after
                ).subquery()
            )
            for name, review, which in ways
        ]
        found = union_all(*some).subquery()
        whole = select(found.c.name, func.sum(found.c.number).label("number")).group_by(found.c.name)
        rows = connection.execute(whole.order_by(found.c.name).limit(limit + 1)).all()
    names = tuple(Name(" ".join(row.name.split()), int(row.number)) for row in rows[:limit])
    return Listed(names, rows[limit - 1].name if len(rows) > limit else None)


def _some(
    name: ColumnElement[Any], wanted: Sequence[ColumnElement[bool]], limit: int, after: str | None
) -> Select[Any]:
    """One more than the page has, where there is more."""
    check_page(limit)
    rows = select(name.label("name"), func.count().label("number")).where(*wanted)
    if after is not None:
        rows = rows.where(name > after)
    return rows.group_by(name).order_by(name).limit(limit + 1)


def _kept(review: ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(review.is_(None), review != "rejected")
