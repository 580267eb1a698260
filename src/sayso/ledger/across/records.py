"""Events and claims of the ledger as they are compared across documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, case, func, or_, select

from sayso.comparing.account import AROUND, Account
from sayso.comparing.statement import Statement
from sayso.ledger.across.making import About, account, statement
from sayso.ledger.across.ties import batches
from sayso.ledger.hits import CONTENT, TABLES, Kind
from sayso.ledger.tables import documents, events, stories


@dataclass(frozen=True, slots=True)
class Record:
    """An event or a claim of the ledger.

    Attributes:
        number: in this ledger.
        document: number of the document.
        value: as it is compared.
        order: the rank of its document, and its own place in it.
    """

    number: int
    document: int
    value: Account | Statement
    order: tuple[int, int]


def records_by_number(connection: Connection, kind: Kind, numbers: Sequence[int]) -> dict[int, Record]:
    """Those of some records that no person rejected, by their numbers."""
    found: dict[int, Record] = {}
    for some in batches(sorted(set(numbers))):
        rows = connection.execute(_rows(kind), {"some": some})
        found |= {row.number: _record(kind, row) for row in rows}
    return found


@cache
def _rows(kind: Kind) -> Select[Any]:
    """The statement, made once: building it takes longer than asking it."""
    table = TABLES[kind]
    return (
        select(
            *(column for column in table.c if column.name != "content"),
            CONTENT[kind],
            stories.c.rank,
            documents.c.id,
            documents.c.title,
            documents.c.outlet,
            documents.c.wire,
            documents.c.published,
            *((_around().label("around"),) if kind == "events" else ()),
        )
        .join(documents, documents.c.number == table.c.document)
        .join(stories, stories.c.document == table.c.document)
        .where(
            table.c.number.in_(bindparam("some", expanding=True)),
            or_(table.c.review.is_(None), table.c.review != "rejected"),
        )
    )


def _around() -> ColumnElement[str]:
    """The words around the anchor of an event, as `account_of` cuts them."""
    first = case((events.c.anchored > AROUND, events.c.anchored - AROUND + 1), else_=1)
    end = events.c.anchored + func.length(events.c.anchor) + AROUND
    return func.substr(documents.c.text, first, end - first + 1)


def _record(kind: Kind, row: Row[Any]) -> Record:
    order = (row.rank, int(row.record[1:]))
    about = About(row.id, row.title, row.outlet, row.wire, row.published)
    return Record(row.number, row.document, _MAKE[kind](dict(row._mapping), about), order)


_MAKE: Mapping[Kind, Callable[[Mapping[str, Any], About], Account | Statement]] = {
    "events": account,
    "claims": statement,
}
