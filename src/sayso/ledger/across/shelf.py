"""Documents and records as they are compared, kept at hand while the next ones are laid beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, select

from sayso.comparing.story import Story, story_of
from sayso.ledger.across.measures import MEASURES, Lists, Measure
from sayso.ledger.across.records import Record, records_by_number
from sayso.ledger.hits import Kind
from sayso.ledger.packing import unpack_document
from sayso.ledger.tables import codings, documents

Value = TypeVar("Value")
STORIES = 1_000  # documents of some hundred words each, some MB
RECORDS = 10_000  # of either kind, some dozen MB


class Kept(Generic[Value]):
    """The values that were asked for last, each made once.

    Args:
        make: the value for a number.
        most: how many are kept.
    """

    def __init__(self, make: Callable[[int], Value], most: int) -> None:
        self._make = make
        self._most = most
        self._kept: dict[int, Value] = {}

    def __call__(self, number: int) -> Value:
        value = self._kept.pop(number) if number in self._kept else self._make(number)
        self._kept[number] = value
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        return value

    def drop(self, number: int) -> None:
        """Forgets a value that may be another one now."""
        self._kept.pop(number, None)


class Compared:
    """A record with what of it is compared, each worked out when it is asked for.

    Args:
        record: what it is of.
        measure: of its kind.
    """

    def __init__(self, record: Record, measure: Measure) -> None:
        self.record = record
        self._measure = measure

    @cached_property
    def prepared(self) -> Any:
        """See `Measure`."""
        return self._measure.prepared(self.record.value)

    @cached_property
    def lists(self) -> Lists:
        """In which it stands."""
        return self._measure.lists(self.record.value)

    @cached_property
    def around(self) -> frozenset[int]:
        """The lists in which it looks for others."""
        return self._measure.around(self.lists)


class Shelf:
    """The stories of documents and the records of both kinds, by their numbers. Texts do not change; what is
    cut from them is dropped when its document does. A record that changes gets another number.
    """

    def __init__(self) -> None:
        self._connection: Connection | None = None
        self.story = Kept(self._story, STORIES)
        self._records: dict[Kind, dict[int, Compared]] = {"events": {}, "claims": {}}

    def records(self, kind: Kind, numbers: Collection[int]) -> dict[int, Compared]:
        """Those of some records that no person rejected."""
        kept = self._records[kind]
        missing = [number for number in numbers if number not in kept]
        if missing and self._connection is not None:
            if len(kept) + len(missing) > RECORDS:
                asked = {number: kept[number] for number in numbers if number in kept}
                kept.clear()
                kept |= asked
            found = records_by_number(self._connection, kind, missing)
            kept |= {number: Compared(record, MEASURES[kind]) for number, record in found.items()}
        return {number: kept[number] for number in numbers if number in kept}

    def use(self, connection: Connection) -> None:
        """From now on documents are read in this transaction."""
        self._connection = connection

    def _story(self, number: int) -> Story:
        if self._connection is None:
            raise ValueError("no transaction to read documents in; `use` gives one")
        row = self._connection.execute(
            select(documents.c.text, codings.c.reading)
            .join(codings, codings.c.document == documents.c.number)
            .where(documents.c.number == number, codings.c.current)
        ).one()
        return story_of(unpack_document(row.reading, row.text))
