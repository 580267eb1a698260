"""Which records of other documents are worth comparing with those of a document.

Each record stands in a list for each of its keys and its day, in the order of publication, and is compared
with the first few of each list of the days around. A name that is in all the news of a week makes no more
comparisons than another; and since "the first few" hang on nothing but the records, so does what is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, bindparam, delete, insert, select

from sayso.ledger.across.measures import MEASURES, Value
from sayso.ledger.across.ties import TIES, Ties, batches, listed, make_due, numbers
from sayso.ledger.hits import Kind

FIRST = 4  # records of a list that all others are compared with


def enter(connection: Connection, ties: Ties, rank: int, records: Iterable[tuple[int, Value]]) -> None:
    """Puts records, by their numbers, into their lists."""
    rows = [
        {"hash": value, "rank": rank, ties.held.name: number}
        for number, record in records
        for value in sorted(MEASURES[ties.kind].lists(record).own)
    ]
    if rows:
        connection.execute(insert(ties.keys), rows)


def leave(connection: Connection, ties: Ties, rank: int, records: Iterable[tuple[int, Value]]) -> None:
    """Takes records out of their lists; where somebody else is among the first of one now, whoever looks it
    up is due.
    """
    measure, keys = MEASURES[ties.kind], ties.keys.c
    known = [(number, measure.lists(record)) for number, record in records]
    rows = [{"value": value, "mine": number} for number, lists in known for value in sorted(lists.own)]
    full = _full(connection, ties, sorted({row["value"] for row in rows}))
    if rows:
        here = (keys.hash == bindparam("value"), keys.rank == rank, ties.held == bindparam("mine"))
        connection.execute(delete(ties.keys).where(*here), rows)
    moved = [lists for _, lists in known if full & lists.own]
    around = {value for lists in moved for value in lists.around(measure.days)}
    make_due(connection, ties, later(connection, ties, rank, around))


def first(connection: Connection, ties: Ties, rank: int, around: Iterable[int]) -> dict[int, set[int]]:
    """The first records of some lists, of earlier documents, by their numbers; each with the lists that it is
    among the first of.
    """
    found: dict[int, set[int]] = defaultdict(set)
    dialect = connection.dialect.name
    for some in batches(sorted(around)):
        told = {"numbers": numbers(dialect, some), "rank": rank}
        for value, number in connection.execute(_earlier_first(dialect, ties.kind), told):
            found[number].add(value)
    return found


def led(connection: Connection, ties: Ties, rank: int, hashes: Iterable[int]) -> set[int]:
    """Those of its lists that a document of this rank is among the first of."""
    found: set[int] = set()
    dialect = connection.dialect.name
    for some in batches(sorted(hashes)):
        told = {"numbers": numbers(dialect, some), "rank": rank}
        found.update(connection.scalars(_led(dialect, ties.kind), told))
    return found


def later(connection: Connection, ties: Ties, rank: int, around: Iterable[int]) -> set[int]:
    """The numbers of all records of later documents in these lists."""
    found: set[int] = set()
    for some in batches(sorted(around)):
        rows = select(ties.held).where(ties.keys.c.hash.in_(some), ties.keys.c.rank > rank)
        found.update(connection.scalars(rows))
    return found


def displaced(connection: Connection, ties: Ties, lists: Iterable[int], by: int) -> set[int]:
    """The numbers of the records that so many new ones may have pushed out of the first of these lists."""
    found: set[int] = set()
    for value in sorted(_full(connection, ties, sorted(lists))):
        keys = ties.keys.c
        rows = select(ties.held).where(keys.hash == value).order_by(keys.rank, ties.held)
        found.update(connection.scalars(rows.offset(1).limit(FIRST + by)))
    return found


# Made once, since building a statement takes longer than asking it.


@cache
def _earlier_first(dialect: str, kind: Kind) -> Select[tuple[int, int]]:
    """List and record, for the first records of each list that are earlier than a rank."""
    ties, asked = TIES[kind], listed(dialect)
    rows = select(asked, ties.held).join_from(asked.table, ties.keys, ties.keys.c.hash == asked)
    return rows.where(ties.keys.c.rank < bindparam("rank"), ties.keys.c.rank.in_(_first_ranks(ties, asked)))


@cache
def _led(dialect: str, kind: Kind) -> Select[tuple[int]]:
    """The lists that a document of a rank is among the first of."""
    ties, asked = TIES[kind], listed(dialect)
    rows = select(asked).join_from(asked.table, ties.keys, ties.keys.c.hash == asked)
    return rows.where(ties.keys.c.rank == bindparam("rank"), ties.keys.c.rank.in_(_first_ranks(ties, asked)))


@cache
def _longer(dialect: str, kind: Kind) -> Select[tuple[int]]:
    """The lists that have more records than are compared."""
    ties, asked = TIES[kind], listed(dialect)
    other = ties.keys.alias("other").c
    beyond = select(other.rank).where(other.hash == asked).order_by(other.rank).offset(FIRST).limit(1)
    return select(asked).where(beyond.correlate(asked.table).exists())


def _first_ranks(ties: Ties, asked: ColumnElement[int]) -> ScalarSelect[int]:
    """The ranks of the first records of a list."""
    other = ties.keys.alias("other").c
    rows = select(other.rank).where(other.hash == asked).order_by(other.rank).limit(FIRST)
    return rows.correlate(asked.table).scalar_subquery()


def _full(connection: Connection, ties: Ties, hashes: list[int]) -> set[int]:
    """Those of some lists that have more records than are compared."""
    dialect = connection.dialect.name
    found: set[int] = set()
    for some in batches(hashes):
        found.update(connection.scalars(_longer(dialect, ties.kind), {"numbers": numbers(dialect, some)}))
    return found
