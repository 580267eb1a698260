"""What is said to have happened, each event once, however many documents tell of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from sayso.comparing.account import Account, Bounds
from sayso.ledger.across.clusters import members
from sayso.ledger.across.records import Record, records_by_number
from sayso.ledger.across.ties import TIES, batches, roots_of
from sayso.ledger.asking import Filter
from sayso.ledger.ledger import Ledger
from sayso.ledger.paging import check_page
from sayso.ledger.searching import CAP, ask
from sayso.ledger.tables import documents, events

By = Literal["newest", "oldest", "origins"]


@dataclass(frozen=True, slots=True)
class EventCluster:
    """One event, as documents tell of it.

    Attributes:
        id: of the earliest account, `DOCUMENT:RECORD`.
        type, mode, actors, recipients, place, content: as the earliest account has them.
        day: ISO, the earliest that is told, or None.
        title: of the earliest document, or None.
        accounts: ids of all accounts, the earliest first.
        documents, publishers, origins: how many tell of it, and how many independent beginnings they have.
        against: origins from which it is denied.
        standings: how many accounts give it which standing.
        tolls: for each kind the different numbers that are given.
    """

    id: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    content: str
    day: str | None
    title: str | None
    accounts: tuple[str, ...]
    documents: int
    publishers: int
    origins: int
    against: int
    standings: Mapping[str, int]
    tolls: Mapping[str, tuple[Bounds, ...]]


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some of the events that a search finds.

    Attributes:
        events: in the order that was asked for.
        total: how many there are among the first 10,000 accounts that answer.
        capped: more accounts answer than were looked at.
    """

    events: tuple[EventCluster, ...]
    total: int
    capped: bool


def event_clusters(
    ledger: Ledger,
    words: str = "",
    filter: Filter | None = None,
    *,
    by: By = "newest",
    limit: int = 50,
    skip: int = 0,
) -> EventPage:
    """The events of which some account answers.

    Args:
        words, filter: as for a search of events; `filter.origins` counts origins.
        by: what comes first: the newest or oldest day, or the most origins.
        limit: of one page, 1-1,000.
        skip: how many come before it.

    Raises:
        LedgerError: the question cannot be understood.
    """
    check_page(limit, skip, of="events")
    ties = TIES["events"]
    with ledger.transaction() as connection:
        found = ask(ledger, connection, words, filter, kind="events").all_numbers(most=CAP + 1)
        above = roots_of(connection, ties, found[:CAP])
        roots = {above.get(number, number) for number in found[:CAP]}
        chosen = _ordered(connection, roots, by)
        page = clusters_at(connection, chosen[skip : skip + limit])
    return EventPage(tuple(page), len(roots), len(found) > CAP)


def clusters_at(connection: Connection, roots: Sequence[int]) -> list[EventCluster]:
    """The clusters that begin with these records, in their order."""
    ties = TIES["events"]
    inside = members(connection, ties, roots)
    records = records_by_number(connection, "events", [one for each in inside.values() for one in each])
    counts: dict[int, tuple[int, int, int, int]] = {}
    for some in batches(sorted(roots)):
        rows = connection.execute(select(ties.clusters).where(ties.clusters.c.root.in_(some)))
        counts |= {row.root: (row.documents, row.publishers, row.origins, row.against) for row in rows}
    found = []
    for root in roots:
        told = sorted((records[one] for one in inside[root] if one in records), key=lambda one: one.order)
        if told:
            found.append(_cluster(told, counts.get(root)))
    return found


def _cluster(told: Sequence[Record], counted: tuple[int, int, int, int] | None) -> EventCluster:
    accounts = [each.value for each in told if isinstance(each.value, Account)]
    first = accounts[0]
    denied = any(each.standing in ("denied", "negated") for each in accounts)
    documents, publishers, origins, against = counted or (1, int(bool(first.outlet)), 1, int(denied))
    return EventCluster(
        id=first.id,
        type=first.type,
        mode=first.mode,
        actors=first.actors,
        recipients=first.recipients,
        place=first.place,
        content=first.content,
        day=first.day,
        title=first.title,
        accounts=tuple(each.id for each in accounts),
        documents=documents,
        publishers=publishers,
        origins=origins,
        against=against,
        standings=dict(Counter(each.standing for each in accounts)),
        tolls=_tolls(accounts),
    )


def _tolls(accounts: Iterable[Account]) -> dict[str, tuple[Bounds, ...]]:
    found: dict[str, dict[Bounds, None]] = defaultdict(dict)
    for account in accounts:
        for kind, bounds in account.toll.items():
            found[kind][bounds] = None
    return {kind: tuple(numbers) for kind, numbers in found.items()}


def _ordered(connection: Connection, roots: Iterable[int], by: By) -> list[int]:
    """By the day of the earliest account or by origins; what is equal by its document and place."""
    counts = TIES["events"].clusters
    keys: list[tuple[int, str, str, int, int]] = []
    for some in batches(sorted(roots)):
        rows = connection.execute(
            select(events.c.number, events.c.day, events.c.record, documents.c.id, counts.c.origins)
            .join(documents, documents.c.number == events.c.document)
            .join(counts, counts.c.root == events.c.number, isouter=True)
            .where(events.c.number.in_(some))
        )
        keys += [(row.origins or 1, row.day or "", row.id, int(row.record[1:]), row.number) for row in rows]
    keys.sort(key=lambda key: key[2:4])
    if by != "oldest":
        keys.sort(key=lambda key: key[1], reverse=True)
    else:
        keys.sort(key=lambda key: key[1] or "\U0010ffff")
    if by == "origins":
        keys.sort(key=lambda key: key[0], reverse=True)
    return [key[4] for key in keys]
