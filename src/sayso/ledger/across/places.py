"""What is said to have happened at one place, each event once, over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, column, func, select

from sayso.ledger.across.events import EventCluster, clusters_at
from sayso.ledger.across.published import kept
from sayso.ledger.across.ties import TIES, batches, roots_of
from sayso.ledger.asking import Phrase, Question
from sayso.ledger.errors import AbsentError
from sayso.ledger.ledger import Ledger
from sayso.ledger.paging import check_page
from sayso.ledger.searching import CAP
from sayso.ledger.tables import events
from sayso.text.folding import folded_words


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place by its name, with some of the events that are told of it.

    Attributes:
        name: as most accounts have it.
        places: how many places of a gazetteer go by it, as far as accounts were placed; several are kept
            together here.
        accounts: how many tell of an event there.
        total: how many events these are.
        capped: there are more accounts than were looked at, 10,000.
        months: for each month (ISO, the earliest first) how many events have which standing, as the earliest
            account has it; events without a day are left out.
        events: of this page, the latest first.
    """

    name: str
    places: int
    accounts: int
    total: int
    capped: bool
    months: Mapping[str, Mapping[str, int]]
    events: tuple[EventCluster, ...]


def place(ledger: Ledger, name: str, *, limit: int = 30, skip: int = 0) -> PlacePage:
    """One place of the ledger.

    Args:
        name: in full, however it is written.
        limit: events of one page, 1-1,000.
        skip: how many come before it.

    Raises:
        AbsentError: no event is told of a place of this name.
        LedgerError: there can be no such page.
    """
    check_page(limit, skip, of="events")
    words = tuple(folded_words(name))
    with ledger.transaction() as connection:
        rows = _there(ledger, connection, words) if words else []
        if not rows:
            raise AbsentError(f"no event of this ledger is told of {name!r:.60}; give the name of a place")
        above = roots_of(connection, TIES["events"], [row.number for row in rows[:CAP]])
        roots = {above.get(row.number, row.number) for row in rows[:CAP]}
        days = _days(connection, roots)
        newest = sorted(days, key=lambda each: (days[each][0] or "", each), reverse=True)
        return PlacePage(
            name=Counter(row.place for row in rows).most_common(1)[0][0],
            places=len({row.geonameid for row in rows if row.geonameid is not None}),
            accounts=len(rows[:CAP]),
            total=len(roots),
            capped=len(rows) > CAP,
            months=_months(days),
            events=tuple(clusters_at(connection, newest[skip : skip + limit])),
        )


def _there(ledger: Ledger, connection: Connection, words: tuple[str, ...]) -> list[Any]:
    """The accounts whose place has just this name; the index finds those that have its words."""
    asked = Question(groups=((Phrase(words, "words"),),))
    near = ledger.index.numbers("events", asked).columns(column("number")).subquery()
    rows = (
        select(events.c.number, events.c.place, events.c.geonameid)
        .join(near, near.c.number == events.c.number)
        .where(events.c.place.is_not(None), kept(events))
        .order_by(func.coalesce(events.c.day, "").desc(), events.c.number)
    )
    found: list[Any] = []
    for row in connection.execute(rows):
        if tuple(folded_words(row.place)) == words:
            found.append(row)
        if len(found) > CAP:
            break
    return found


def _days(connection: Connection, roots: set[int]) -> dict[int, tuple[str | None, str]]:
    """Day and standing of the earliest account of each event."""
    found: dict[int, tuple[str | None, str]] = {}
    for some in batches(sorted(roots)):
        rows = select(events.c.number, events.c.day, events.c.standing).where(events.c.number.in_(some))
        found |= {row.number: (row.day, row.standing) for row in connection.execute(rows)}
    return found


def _months(days: Mapping[int, tuple[str | None, str]]) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {}
    for day, standing in days.values():
        if day:
            found.setdefault(day[:7], Counter())[standing] += 1
    return {month: dict(_ordered(found[month])) for month in sorted(found)}


def _ordered(counts: Counter[str]) -> Sequence[tuple[str, int]]:
    return sorted(counts.items())
