"""The records that answer a question by their days, the newest or the oldest first.

A common question has a million answers, and to sort them all for one page takes seconds. So the answers
are taken by years; where a year holds too many for one quick sort by months, then by days, and a day by
parts of its documents.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import Connection, Subquery, Table, column, func, select

from sayso.ledger.asking import Phrase, Question
from sayso.ledger.hits import TABLES, Kind
from sayso.ledger.index import SearchIndex
from sayso.ledger.tables import documents
from sayso.ledger.terms import PARTS, UNDATED, day_facets, part_facet

Order = Literal["newest", "oldest"]
MOST_SORTED = 1_000
_MOST_NUMBERS = 10_000  # of one statement; SQLite takes 32,766
_LAST = 10**9  # what has no day comes last in either order


@dataclass(frozen=True, slots=True)
class Key:
    """Where a record stands among others.

    Attributes:
        day: ISO, or None.
        document: id.
        record: id within the document (`c12`).
        number: in this ledger.
    """

    day: str | None
    document: str
    record: str
    number: int = 0

    def rank(self, order: Order) -> tuple[int, str, int]:
        """What sorts it: by day, then by document, then as in the text."""
        day = int(self.day.replace("-", "")) if self.day else _LAST
        within = int("".join(letter for letter in self.record if letter.isdecimal()) or 0)
        return (-day if order == "newest" and self.day else day, self.document, within)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to one store.

    Attributes:
        kind: of the records.
        since, until: the days that the question is about, ISO, or None.
        after: only what comes behind this one.
    """

    connection: Connection
    index: SearchIndex
    kind: Kind
    question: Question
    order: Order = "newest"
    since: str | None = None
    until: str | None = None
    after: Key | None = None

    @property
    def table(self) -> Table:
        return TABLES[self.kind]

    def numbers(self, *within: str, most: int | None = None) -> list[int]:
        """The numbers of the records that answer and have all these facets; at most so many."""
        found = self._found(within)
        asked = select(found.c.number).order_by(found.c.number).limit(most)
        return list(self.connection.scalars(asked))

    def _found(self, within: Sequence[str]) -> Subquery:
        groups = (*self.question.groups, *((Phrase((one,), "facets"),) for one in within))
        question = replace(self.question, groups=groups)
        if groups or any(not phrase.without for phrase in question.phrases):
            return self.index.numbers(self.kind, question).columns(column("number")).subquery()
        # No index tells what all records without a value are; the one such value is this.
        every, review = select(self.table.c.number), self.table.c.review
        kept = every.where(review.is_(None) | (review != "rejected")) if question.phrases else every
        return kept.subquery()


def in_order(asked: Asked, numbers: Sequence[int]) -> Iterator[Key]:
    """The records that answer.

    Args:
        numbers: of all of them, or of more than `MOST_SORTED`.
    """
    found = _sorted(asked, numbers) if len(numbers) <= MOST_SORTED else _by_years(asked)
    if asked.after is None:
        return iter(found)
    last = asked.after.rank(asked.order)
    return (key for key in found if key.rank(asked.order) > last)


def _sorted(asked: Asked, numbers: Sequence[int]) -> list[Key]:
    table = asked.table
    keys = select(table.c.day, documents.c.id, table.c.record, table.c.number).join(
        documents, documents.c.number == table.c.document
    )
    found = [
        Key(*row)
        for some in _batches(numbers)
        for row in asked.connection.execute(keys.where(table.c.number.in_(some)))
    ]
    return sorted(found, key=lambda key: key.rank(asked.order))


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(numbers), _MOST_NUMBERS):
        yield numbers[at : at + _MOST_NUMBERS]


def _by_years(asked: Asked) -> Iterator[Key]:
    for year in _years(asked):
        yield from _within(asked, year)
    if asked.since is None and asked.until is None:
        yield from _some(asked, UNDATED, None)


def _years(asked: Asked) -> Iterator[str]:
    """The years that records of this kind have, whether or not they answer."""
    newest, day = asked.order == "newest", asked.table.c.day
    farthest = select(func.max(day) if newest else func.min(day))
    at = asked.connection.scalar(farthest)
    while at is not None:
        year = at[:4]
        yield year
        beyond = day < f"{year}-01-01" if newest else day > f"{year}-12-31"
        at = asked.connection.scalar(farthest.where(beyond))


def _within(asked: Asked, time: str) -> Iterator[Key]:
    """Those of a year (`2026`), a month (`2026-11`) or a day."""
    if not _may_hold(asked, time):
        return
    if len(time) == len("2026-11-22"):
        yield from _some(asked, day_facets(time)[-1], time)
        return
    numbers = asked.numbers(_facet(time), most=MOST_SORTED + 1)
    if len(numbers) <= MOST_SORTED:
        yield from _sorted(asked, numbers)
        return
    for shorter in _shorter(time, asked.order):
        yield from _within(asked, shorter)


def _some(asked: Asked, facet: str, day: str | None) -> Iterator[Key]:
    """Those of a day, or of none, by their documents."""
    numbers = asked.numbers(facet, most=MOST_SORTED + 1)
    if len(numbers) <= MOST_SORTED:
        yield from _sorted(asked, numbers)
        return
    begun = asked.after.document if asked.after and asked.after.day == day else ""
    for part in PARTS:
        if part >= begun[: len(part)]:
            yield from _sorted(asked, asked.numbers(facet, part_facet(part)))


def _may_hold(asked: Asked, time: str) -> bool:
    """Whether some of this time may be wanted still."""
    size = len(time)
    first, last = asked.since, asked.until
    if asked.after is not None:
        if asked.after.day is None:
            return False
        if asked.order == "newest":
            last = min(last or asked.after.day, asked.after.day)
        else:
            first = max(first or asked.after.day, asked.after.day)
    return not (first and time < first[:size]) and not (last and time > last[:size])


def _facet(time: str) -> str:
    return f"month={time.replace('-', '')}" if "-" in time else f"year={time}"


def _shorter(time: str, order: Order) -> list[str]:
    """The months of a year, or the days of a month, as they come in this order."""
    year, _, month = time.partition("-")
    most = monthrange(int(year), int(month))[1] if month else 12
    found = [f"{time}-{one:02}" for one in range(1, most + 1)]
    return found[::-1] if order == "newest" else found
