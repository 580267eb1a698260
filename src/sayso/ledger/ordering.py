"""The records that answer a question by their days, the newest or the oldest first.

A common question has a million answers, and to sort them all for one page takes seconds. So a day is
sorted at a time, or a month or a year where days have few answers, until the page is full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import Connection, Subquery, Table, column, func, select

from sayso.ledger.across.ties import counted
from sayso.ledger.asking import Phrase, Question
from sayso.ledger.hits import TABLES, Kind
from sayso.ledger.index import SearchIndex
from sayso.ledger.tables import documents
from sayso.ledger.terms import PARTS, UNDATED, part_facet, time_facet
from sayso.ledger.timeline import Timeline

Order = Literal["newest", "oldest"]
MOST_SORTED = 1_000
# A stretch of time should have some hundred answers: fewer take too many questions, more too long a sort.
_WANTED, _FEW = 300, 100
_MOST_NUMBERS = 10_000  # of one statement; SQLite takes 32,766
_UNKNOWN = 10**9  # what has no day comes last in either order
# Characters of an ISO date that are a year, a month, a day; and about how many days these are.
_SIZES = {4: 365, 7: 30, 10: 1}
_YEAR, _DAY = 4, 10


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
        day = int(self.day.replace("-", "")) if self.day else _UNKNOWN
        within = int("".join(letter for letter in self.record if letter.isdecimal()) or 0)
        return (-day if order == "newest" and self.day else day, self.document, within)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to one store.

    Attributes:
        kind: of the records.
        question: whatever the days.
        since, until: ISO days, both included, or None.
        stretch: the facets of which one must hold between these days; empty where neither is given.
        after: only what comes behind this one.
        origins: how many independent accounts there are, at least and at most; None where that is open.
    """

    connection: Connection
    index: SearchIndex
    kind: Kind
    question: Question
    order: Order = "newest"
    since: str | None = None
    until: str | None = None
    stretch: tuple[str, ...] = ()
    after: Key | None = None
    origins: tuple[int | None, int | None] = (None, None)

    @property
    def table(self) -> Table:
        return TABLES[self.kind]

    def all_numbers(self, *, most: int) -> list[int]:
        """The numbers of the records that answer, at most so many of the lowest."""
        return self._numbers(self._found(*([self.stretch] if self.stretch else [])), most)

    def first(self, *, most: int) -> Subquery:
        """The same as something to join with; its column is `number`."""
        found = self._found(*([self.stretch] if self.stretch else []))
        return select(found.c.number).order_by(found.c.number).limit(most).subquery()

    def arrived(self, *, beyond: int, most: int) -> list[int]:
        """The numbers of the records that answer, of documents that came in after this one; the last of them
        first.
        """
        found = self._found(*([self.stretch] if self.stretch else []))
        asked = (
            select(self.table.c.number)
            .join(found, found.c.number == self.table.c.number)
            .where(self.table.c.document > beyond)
            .order_by(self.table.c.document.desc(), self.table.c.start, self.table.c.number)
        )
        return list(self.connection.scalars(asked.limit(most)).all())

    def numbers(self, *facets: str, most: int | None = None) -> list[int]:
        """The numbers of the records that answer, whatever the days, and have all these facets."""
        return self._numbers(self._found(*((one,) for one in facets)), most)

    def _numbers(self, found: Subquery, most: int | None) -> list[int]:
        asked = select(found.c.number).order_by(found.c.number).limit(most)
        return list(self.connection.scalars(asked).all())

    def _found(self, *more: Sequence[str]) -> Subquery:
        groups = tuple(tuple(Phrase((one,), "facets") for one in group) for group in more)
        question = replace(self.question, groups=(*self.question.groups, *groups))
        if question.groups or any(not phrase.without for phrase in question.phrases):
            return self._counted(self.index.numbers(self.kind, question).columns(column("number")).subquery())
        # No index tells what all records without a value are; the one such value is this.
        every, review = select(self.table.c.number), self.table.c.review
        kept = every.where(review.is_(None) | (review != "rejected")) if question.phrases else every
        return self._counted(kept.subquery())

    def _counted(self, found: Subquery) -> Subquery:
        """Those of them that have so many independent accounts."""
        least, most = self.origins
        if least is None and most is None:
            return found
        counts = counted(self.kind).subquery()
        alone = (least or 1) <= 1  # what stands in no cluster has one origin
        joined = select(found.c.number).join(counts, counts.c.number == found.c.number, isouter=alone)
        origins = func.coalesce(counts.c.origins, 1)
        bounds = [origins >= least] if least is not None else []
        return joined.where(*bounds, *([origins <= most] if most is not None else [])).subquery()

    def timeline(self) -> Timeline:
        """The days that may have what is asked for, from where it is to go on."""
        line = Timeline(self.connection, self.table.c.day, newest=self.order == "newest")
        line = replace(line, since=self.since or line.since, until=self.until or line.until)
        if self.after is None or self.after.day is None:
            return line
        if line.newest:
            return replace(line, until=min(line.until, self.after.day))
        return replace(line, since=max(line.since, self.after.day))


def in_order(asked: Asked, numbers: Sequence[int]) -> Iterator[Key]:
    """The records that answer.

    Args:
        numbers: of all of them, or more than `MOST_SORTED` of the lowest.
    """
    found = iter(_sorted(asked, numbers)) if len(numbers) <= MOST_SORTED else _by_days(asked, numbers)
    if asked.after is None:
        return found
    last = asked.after.rank(asked.order)
    return (key for key in found if key.rank(asked.order) > last)


def _sorted(asked: Asked, numbers: Sequence[int]) -> list[Key]:
    table = asked.table
    keys = select(table.c.day, documents.c.id, table.c.record, table.c.number).join(
        documents, documents.c.number == table.c.document
    )
    found = [
        Key(*row)
        for at in range(0, len(numbers), _MOST_NUMBERS)
        for row in asked.connection.execute(keys.where(table.c.number.in_(numbers[at : at + _MOST_NUMBERS])))
    ]
    return sorted(found, key=lambda key: key.rank(asked.order))


def _by_days(asked: Asked, some: Sequence[int]) -> Iterator[Key]:
    """A stretch of time after the other, and last what has no day."""
    if asked.after is None or asked.after.day is not None:
        yield from _dated(asked, asked.timeline(), some)
    if not asked.stretch:
        numbers = asked.numbers(UNDATED, most=MOST_SORTED + 1)
        yield from _sorted(asked, numbers) if len(numbers) <= MOST_SORTED else _by_parts(asked, UNDATED, None)


def _dated(asked: Asked, timeline: Timeline, some: Sequence[int]) -> Iterator[Key]:
    day = timeline.first()
    size = _likely_size(asked, timeline, some)
    while day is not None:
        numbers = asked.numbers(time_facet(day[:size]), most=MOST_SORTED + 1)
        if len(numbers) > MOST_SORTED and size < _DAY:
            size = _narrower(size)
            continue
        full = len(numbers) > MOST_SORTED
        found = _by_parts(asked, time_facet(day), day) if full else _sorted(asked, numbers)
        yield from (key for key in found if timeline.has(key.day, at=day))
        day = timeline.beyond(day[:size])
        size = _wider(size) if len(numbers) < _FEW else size


def _by_parts(asked: Asked, facet: str, day: str | None) -> Iterator[Key]:
    """Those of a day, or of none, part of the documents by part."""
    begun = asked.after.document if asked.after and asked.after.day == day else ""
    for part in PARTS:
        if part >= begun[: len(part)]:
            yield from _sorted(asked, asked.numbers(facet, part_facet(part)))


def _likely_size(asked: Asked, timeline: Timeline, some: Sequence[int]) -> int:
    """The widest stretch that has not too many answers where they are spread as evenly as their numbers."""
    every = asked.connection.scalar(select(func.max(asked.table.c.number))) or 1
    a_day = len(some) / some[-1] * every / (timeline.length() or 1)
    return next((size for size, days in _SIZES.items() if a_day * days <= _WANTED), _DAY)


def _narrower(size: int) -> int:
    return min(other for other in _SIZES if other > size)


def _wider(size: int) -> int:
    return max((other for other in _SIZES if other < size), default=_YEAR)
