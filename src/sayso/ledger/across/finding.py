"""Which records of other documents are worth comparing with those of a document.

Each record stands in a list for each of its keys and its day, in the order of publication, and is compared
with the first few of each list of the days around. A name that is in all the news of a week makes no more
comparisons than another; and since "the first few" hang on nothing but the records, so does what is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Integer,
    Select,
    bindparam,
    delete,
    exists,
    insert,
    literal,
    select,
)

from sayso.ledger.across.measures import MEASURES, Value
from sayso.ledger.across.ties import TIES, Ties, listed, make_due, numbers
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
    full = _full(connection, ties, {row["value"] for row in rows})
    if rows:
        here = (keys.hash == bindparam("value"), keys.rank == rank, ties.held == bindparam("mine"))
        connection.execute(delete(ties.keys).where(*here), rows)
    moved = [lists for _, lists in known if full & lists.own]
    around = {value for lists in moved for value in measure.around(lists)}
    make_due(connection, ties, later(connection, ties, rank, around))


def first(connection: Connection, ties: Ties, rank: int, around: Collection[int]) -> dict[int, set[int]]:
    """The first records of some lists, of earlier documents, by their numbers; each with the lists that it is
    among the first of.
    """
    found: dict[int, set[int]] = defaultdict(set)
    for value, number in _asked(connection, _first, ties, around, rank=rank):
        found[number].add(value)
    return found


def led(connection: Connection, ties: Ties, rank: int, lists: Collection[int]) -> set[int]:
    """Those of its lists that a document of this rank is among the first of."""
    return {value for value, _ in _asked(connection, _led, ties, lists, rank=rank)}


def later(connection: Connection, ties: Ties, rank: int, around: Collection[int]) -> set[int]:
    """The numbers of all records of later documents in these lists."""
    return {number for _, number in _asked(connection, _later, ties, around, rank=rank)}


def displaced(connection: Connection, ties: Ties, rank: int, lists: Collection[int], by: int) -> set[int]:
    """The numbers of the records that those of a document of this rank, so many at most, push out of the
    first of these lists.
    """
    held: dict[int, list[tuple[int, int]]] = defaultdict(list)
    full = _full(connection, ties, lists)
    for value, number, at in _asked(connection, _begun, ties, full, most=FIRST + by):
        held[value].append((at, number))
    found: set[int] = set()
    for each in map(sorted, held.values()):
        others = [at for at, _ in each if at != rank]
        gone = set(others[:FIRST]) - {at for at, _ in each[:FIRST]}
        found |= {number for at, number in each if at in gone}
    return found


def _full(connection: Connection, ties: Ties, lists: Collection[int]) -> set[int]:
    """Those of some lists that have more records than are compared."""
    return {value for value, _ in _asked(connection, _longer, ties, lists)}


def _asked(
    connection: Connection,
    made: Callable[[str, Kind], Executable],
    ties: Ties,
    lists: Collection[int],
    **told: int,
) -> Iterable[Any]:
    """The pairs of list and record that a statement finds."""
    if not lists:
        return ()
    dialect = connection.dialect.name
    given = {"numbers": numbers(dialect, sorted(lists)), **told}
    return connection.execute(made(dialect, ties.kind), given)


# Each statement is made once, since building one takes longer than asking it.


@cache
def _first(dialect: str, kind: Kind) -> Executable:
    """Of the first records of each list those that are earlier than `rank`."""
    rows, keys, asked = _rows(dialect, kind)
    return rows.where(keys.rank < bindparam("rank"), keys.rank.in_(_ranks(kind, asked, FIRST)))


@cache
def _led(dialect: str, kind: Kind) -> Executable:
    """Of the first records of each list those of `rank`."""
    rows, keys, asked = _rows(dialect, kind)
    return rows.where(keys.rank == bindparam("rank"), keys.rank.in_(_ranks(kind, asked, FIRST)))


@cache
def _later(dialect: str, kind: Kind) -> Executable:
    """All that are later than `rank`."""
    rows, keys, _ = _rows(dialect, kind)
    return rows.where(keys.rank > bindparam("rank"))


@cache
def _begun(dialect: str, kind: Kind) -> Executable:
    """The first `most` of each list, with their ranks."""
    rows, keys, asked = _rows(dialect, kind)
    return rows.add_columns(keys.rank).where(
        keys.rank.in_(_ranks(kind, asked, bindparam("most", type_=Integer)))
    )


@cache
def _longer(dialect: str, kind: Kind) -> Executable:
    """The lists that go on after their first records."""
    asked = listed(dialect)
    beyond = _ranks(kind, asked, 1, beyond=FIRST)
    return select(asked, literal(0)).where(exists(beyond))


def _rows(dialect: str, kind: Kind) -> tuple[Select[tuple[int, int]], Any, ColumnElement[int]]:
    ties, asked = TIES[kind], listed(dialect)
    rows = select(asked, ties.held).join_from(asked.table, ties.keys, ties.keys.c.hash == asked)
    return rows, ties.keys.c, asked


def _ranks(
    kind: Kind, asked: ColumnElement[int], most: int | ColumnElement[int], *, beyond: int = 0
) -> Select[Any]:
    """The ranks of so many records of a list, in order."""
    other = TIES[kind].keys.alias("other").c
    rows = select(other.rank).where(other.hash == asked).order_by(other.rank).limit(most)
    return (rows.offset(beyond) if beyond else rows).correlate(asked.table)
