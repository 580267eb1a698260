"""What one outlet published, as far as the ledger has it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import ColumnElement, Connection, Select, Table, func, or_, select

from sayso.comparing.outlets import outlet_key
from sayso.ledger.across.ties import TIES, batches
from sayso.ledger.asking import iso_day
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.tables import documents, events, locations, stories
from sayso.schema.location import Location
from sayso.schema.plain import from_plain

_MOST_SHOWN = 20  # names of known outlets in an error


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of publication, ISO, both included; None where that side is open."""

    since: str | None = None
    until: str | None = None

    def has(self, published: str | None) -> bool:
        """Whether a document that was published so is in it."""
        day = published[:10] if published else ""
        return (not self.since or day >= self.since) and (not self.until or "" < day <= self.until)

    @property
    def narrows(self) -> list[ColumnElement[bool]]:
        """What must hold of a document; one without a day is in no stretch that has an end."""
        day = func.substr(documents.c.published, 1, 10)
        given = ((day >= self.since) if self.since else None, (day <= self.until) if self.until else None)
        return [one for one in given if one is not None]


def stretch(since: str | None, until: str | None) -> Stretch:
    """The days from one to another; raises LedgerError where one is no day, or the second is the earlier."""
    first, last = iso_day(since), iso_day(until)
    if first and last and last < first:
        raise LedgerError(f"{first} is later than {last}; give the first day and then the last")
    return Stretch(first, last)


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet of the ledger.

    Attributes:
        key: of all ways to write it.
        name: as most of its documents have it.
    """

    key: str
    name: str


def outlet_called(connection: Connection, given: str) -> Outlet:
    """The outlet of this name, however it is written; raises LedgerError where it published nothing here."""
    key = outlet_key(given)
    mine = (
        select(documents.c.outlet, func.count())
        .join(locations, locations.c.document == documents.c.number)
        .where(locations.c.publisher == key, locations.c.publisher != "")
        .group_by(documents.c.outlet)
    )
    rows = connection.execute(mine).all()
    if not rows:
        raise LedgerError(f"{given!r:.60} published nothing in this ledger; {_known(connection, key)}")
    names = [(-count, name) for name, count in rows if outlet_key(name or "") == key]
    return Outlet(key, min(names)[1] if names else " ".join(given.split()))


def _known(connection: Connection, key: str) -> str:
    """The outlets of the ledger; of many those that are written most alike."""
    rows = select(documents.c.outlet).where(documents.c.outlet.is_not(None)).distinct()
    names = sorted(connection.scalars(rows))
    if not names:
        return "no outlet is known of any document"
    if len(names) > _MOST_SHOWN:
        names = sorted(sorted(names, key=lambda name: -_alike(key, outlet_key(name)))[:_MOST_SHOWN])
        return f"expected such as {', '.join(names)}"
    return f"expected one of {', '.join(names)}"


def _alike(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b).ratio()


def published(outlet: Outlet, days: Stretch) -> Select[tuple[int]]:
    """The numbers of its documents, as something to select from."""
    return (
        select(locations.c.document)
        .distinct()
        .join(documents, documents.c.number == locations.c.document)
        .where(locations.c.publisher == outlet.key, *days.narrows)
    )


def origins_of(connection: Connection, outlet: Outlet, days: Stretch) -> dict[int, int]:
    """For each of its documents the number of the one that its account begins with."""
    mine = published(outlet, days).subquery()
    origin = func.coalesce(stories.c.origin, stories.c.document)
    rows = select(stories.c.document, origin).join(mine, mine.c.document == stories.c.document)
    return {row[0]: row[1] for row in connection.execute(rows)}


def roots_told(connection: Connection, kind: Kind, outlet: Outlet, days: Stretch) -> dict[int, list[int]]:
    """What it tells: for the first record of each event or claim those of its own records that tell of it."""
    ties, mine = TIES[kind], published(outlet, days).subquery()
    table = ties.records
    root = func.coalesce(ties.ties.c.root, table.c.number)
    rows = (
        select(table.c.number, root)
        .join(mine, mine.c.document == table.c.document)
        .join(ties.ties, ties.one == table.c.number, isouter=True)
        .where(kept(table))
        .order_by(table.c.number)
    )
    found: dict[int, list[int]] = {}
    for number, first in connection.execute(rows):
        found.setdefault(first, []).append(number)
    return found


def kept(table: Table) -> ColumnElement[bool]:
    """What no person rejected."""
    return or_(table.c.review.is_(None), table.c.review != "rejected")


def first_and_last(connection: Connection, outlet: Outlet, days: Stretch) -> tuple[str | None, str | None]:
    """The days of its first and its last article here."""
    mine = published(outlet, days).subquery()
    day = func.substr(documents.c.published, 1, 10)
    rows = select(func.min(day), func.max(day)).join(mine, mine.c.document == documents.c.number)
    first, last = connection.execute(rows).one()
    return first, last


def published_between(
    connection: Connection, numbers: Sequence[int], first: str | None, last: str | None
) -> set[int]:
    """Those of some events whose documents were published from one day to another."""
    if first is None or last is None:
        return set()
    found: set[int] = set()
    day = func.substr(documents.c.published, 1, 10)
    for some in batches(sorted(numbers)):
        rows = (
            select(events.c.number)
            .join(documents, documents.c.number == events.c.document)
            .where(events.c.number.in_(some), day.between(first, last))
        )
        found.update(connection.scalars(rows))
    return found


def outlets_of(connection: Connection, numbers: Sequence[int]) -> tuple[str, ...]:
    """The names of the outlets that published some documents, each once, in the order of publication."""
    found: list[Location] = []
    for some in batches(sorted(set(numbers))):
        rows = select(locations.c.location).where(locations.c.document.in_(some), locations.c.publisher != "")
        found += [from_plain(Location, json.loads(written)) for written in connection.scalars(rows)]
    names: dict[str, str] = {}
    for place in sorted(found, key=lambda one: one.order):
        names.setdefault(outlet_key(place.outlet or ""), place.outlet or "")
    return tuple(names.values())


def ids_of(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The ids of these documents."""
    found: dict[int, str] = {}
    for some in batches(sorted(set(numbers))):
        rows = select(documents.c.number, documents.c.id).where(documents.c.number.in_(some))
        found |= {row.number: row.id for row in connection.execute(rows)}
    return found
