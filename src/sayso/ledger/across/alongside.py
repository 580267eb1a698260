"""The accounts near a day that an imported row may be laid beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, or_, select

from sayso.comparing.account import account_of
from sayso.comparing.likeness import Ground, Likeness, grounds, likeness_of, likeness_of_row
from sayso.comparing.testimony import Testimony
from sayso.ledger.across.event import testimony
from sayso.ledger.across.ties import TIES, batches, roots_of
from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import documents, events
from sayso.schema.imported import Imported

NEAR = 1  # days between a row and an account
_WEEK = 7  # days; an account that is told of a longer time is of no day
_DOCUMENTS = 50


@dataclass(frozen=True, slots=True)
class Alongside:
    """An account that sayso read of what an imported row may be of.

    Attributes:
        event: id of the earliest account of the same event; `sayso event` shows all of them.
        agrees: what speaks for it, beside type and day.
        testimony: the account, with its standing and on whose word it is.
    """

    event: str
    agrees: tuple[Ground, ...]
    testimony: Testimony


def around(day: str) -> list[str]:
    """The days on which an account that is near this one may begin, in order."""
    middle = date.fromisoformat(day)
    return [(middle + timedelta(days=each)).isoformat() for each in range(-NEAR - _WEEK, NEAR + 1)]


@dataclass(frozen=True, slots=True)
class _Told:
    """An account with what it is compared by."""

    testimony: Testimony
    likeness: Likeness
    event: str


@dataclass(frozen=True, slots=True)
class Near:
    """The accounts near a day, found by type and mark."""

    found: Mapping[tuple[str, str], Sequence[_Told]]

    @property
    def empty(self) -> bool:
        return not self.found

    def of(self, row: Imported) -> tuple[Alongside, ...]:
        """Those that may be of the event of a row, the earliest published first."""
        mine = likeness_of_row(row)
        met = {id(one): one for word in mine.words for one in self.found.get((row.type or "", word), ())}
        laid = [
            Alongside(one.event, why, one.testimony)
            for one in met.values()
            if (why := grounds(mine, one.likeness))
        ]
        return tuple(sorted(laid, key=lambda each: each.testimony.order))


NOTHING = Near({})


class Shelf:
    """The readings of the documents that have an event near the day in hand."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: dict[str, dict[str, tuple[Testimony, Likeness]]] = {}

    def near(self, day: str) -> Near:
        """What is told of the days around this one."""
        with self._ledger.transaction() as connection:
            met = _events(connection, day)
            first = _firsts(connection, [number for number, _, _ in met])
        wanted = sorted({document for _, document, _ in met})
        self._kept = {document: self._kept[document] for document in wanted if document in self._kept}
        self._read([document for document in wanted if document not in self._kept])
        found: dict[tuple[str, str], list[_Told]] = defaultdict(list)
        for number, document, event in met:
            if event not in self._kept[document]:
                continue  # it was coded again meanwhile
            told, likeness = self._kept[document][event]
            one = _Told(told, likeness, first.get(number, told.account.id))
            for word in likeness.words:
                found[told.account.type, word].append(one)
        return Near(found)

    def _read(self, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), _DOCUMENTS):
            for stored, decided in self._ledger.stored_many(ids[start : start + _DOCUMENTS]):
                reading = corrected(stored.reading, standing_ones(decided)).reading
                self._kept[reading.document.id] = {
                    event.id: (_lighter(testimony(reading, account_of(reading, event))), likeness_of(event))
                    for event in reading.events
                }


def _lighter(told: Testimony) -> Testimony:
    """Without the words around, which are only for comparing articles."""
    return replace(told, account=replace(told.account, around=""))


def _events(connection: Connection, day: str) -> list[tuple[int, str, str]]:
    """(number, document, record) of the events that are told of a day near this one, no person rejected."""
    first = (date.fromisoformat(day) - timedelta(days=NEAR)).isoformat()
    days = around(day)
    table = events.c
    rows = (
        select(table.number, documents.c.id, table.record, table.day, table.until)
        .join(documents, documents.c.number == table.document)
        .where(table.day >= days[0], table.day <= days[-1])
        .where(or_(table.review.is_(None), table.review != "rejected"))
        .order_by(table.number)
    )
    return [
        (row.number, row.id, row.record)
        for row in connection.execute(rows)
        if row.day >= first or _lasts(row.day, row.until, first)
    ]


def _lasts(day: str, until: str | None, first: str) -> bool:
    """Whether what is told of a few days goes on to the first of those that are near."""
    if until is None or until <= first:
        return False
    return (date.fromisoformat(until) - date.fromisoformat(day)).days <= _WEEK


def _firsts(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Id of the earliest account of the event that each of these tells of, where others tell of it too."""
    roots = roots_of(connection, TIES["events"], numbers)
    ids: dict[int, str] = {}
    for some in batches(sorted(set(roots.values()))):
        rows = (
            select(events.c.number, documents.c.id, events.c.record)
            .join(documents, documents.c.number == events.c.document)
            .where(events.c.number.in_(some))
        )
        ids |= {row.number: f"{row.id}:{row.record}" for row in connection.execute(rows)}
    return {number: ids[root] for number, root in roots.items() if root in ids}
