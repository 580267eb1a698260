"""What a ledger holds, a page at a time: documents as they came in, entities by their ids."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, func, select

from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.paging import check_page
from sayso.ledger.shown import Named
from sayso.ledger.tables import appearances, documents, entities

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What is said about a document, without its text.

    Attributes:
        id, title, outlet, url, published, language, wire: as in `Document`.
        authors: "; " between them.
    """

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    authors: str
    published: str | None
    language: str | None
    wire: str | None


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """Some of a list.

    Attributes:
        rows: in their order.
        next: what `after` takes for the following page, None on the last one.
    """

    rows: tuple[Row, ...]
    next: str | None


_COLUMNS = tuple(documents.c[field.name] for field in fields(DocumentRow))


def list_documents(
    ledger: Ledger, *, outlet: str | None = None, limit: int = 50, after: str | None = None
) -> Listed[DocumentRow]:
    """The documents, the last that came in first.

    Args:
        outlet: only those of this publisher, in full.
        limit: of one page, 1-1,000.
        after: `next` of the page before.

    Raises:
        LedgerError: nothing is called `after`.
    """
    rows = select(*_COLUMNS).order_by(documents.c.number.desc()).limit(_bounded(limit) + 1)
    if outlet is not None:
        rows = rows.where(documents.c.outlet == outlet)
    with ledger.transaction() as connection:
        if after is not None:
            number = connection.scalar(select(documents.c.number).where(documents.c.id == after))
            if number is None:
                raise _nowhere(after)
            rows = rows.where(documents.c.number < number)
        found = [DocumentRow(*row) for row in connection.execute(rows)]
    return Listed(tuple(found[:limit]), found[limit - 1].id if len(found) > limit else None)


def list_entities(
    ledger: Ledger,
    *,
    part: str = "",
    kind: str | None = None,
    limit: int = 50,
    after: str | None = None,
) -> Listed[Named]:
    """The entities, by their ids.

    Args:
        part: of the name, whatever its case.
        kind: person, organisation, location, nationality or other.
        limit: of one page, 1-1,000.
        after: `next` of the page before.
    """
    rows = select(entities.c.number, entities.c.id, entities.c.kind, entities.c.name)
    if part:
        rows = rows.where(has(ledger, entities.c.name, part))
    if kind is not None:
        rows = rows.where(entities.c.kind == kind)
    if after is not None:
        rows = rows.where(entities.c.id > after)
    with ledger.transaction() as connection:
        # of names that have it there are few: to look at all in the order of their ids would take longer
        first = entities.c.id.concat("") if part else entities.c.id
        found = connection.execute(rows.order_by(first).limit(_bounded(limit) + 1)).all()
        page = found[:limit]
        counted = select(appearances.c.entity, func.count(appearances.c.document.distinct()))
        mine = appearances.c.entity.in_([row.number for row in page])
        counts = {
            row[0]: row[1] for row in connection.execute(counted.where(mine).group_by(appearances.c.entity))
        }
    named = tuple(Named(row.id, row.kind, row.name, counts.get(row.number, 0)) for row in page)
    return Listed(named, named[-1].id if len(found) > limit else None)


def has(ledger: Ledger, name: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    """Whether a name has these letters in it, whatever their case; in SQLite of letters from A to Z."""
    if ledger.engine.dialect.name == "sqlite":  # its LIKE heeds no case by itself, and is quicker so
        return name.contains(part, autoescape=True)
    return name.icontains(part, autoescape=True)


def _bounded(limit: int) -> int:
    check_page(limit)
    return limit


def _nowhere(after: str) -> LedgerError:
    return LedgerError(f"{after!r:.60} is no place to go on from; give `next` of the page before")
