"""Documents as they are compared, kept at hand while the next ones are laid beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy import Connection, select

from sayso.comparing.story import Story, story_of
from sayso.ledger.packing import unpack_document
from sayso.ledger.tables import codings, documents

Value = TypeVar("Value")
STORIES = 1_000  # documents of some hundred words each, some MB


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


class Shelf:
    """The stories of documents, by their numbers. Texts do not change; what is cut from them is dropped when
    its document does.
    """

    def __init__(self) -> None:
        self._connection: Connection | None = None
        self.story = Kept(self._story, STORIES)

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
