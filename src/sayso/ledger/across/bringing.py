"""Lays the documents that are due beside the others.

A document is due from the moment it comes into the ledger, or changes, until this has looked at it; a run
that was broken off goes on with the next one. The documents that are due are taken in the order of their
publication, some to a transaction, and what follows from them (clusters, origins, counts) is made anew at the
end of each. Whatever the order in which documents came, and however many were due at once, the same stands
in the ledger at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select, update

from sayso.ledger.across.beginning import settle
from sayso.ledger.across.clusters import clusters_of, count, gather
from sayso.ledger.across.families import families_in
from sayso.ledger.across.laying import CHANGED, LAID
from sayso.ledger.across.linking import Due, link
from sayso.ledger.across.shelf import Shelf
from sayso.ledger.across.ties import TIES
from sayso.ledger.across.tying import tie
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import documents, facts, stories

AT_ONCE = 50  # documents in a transaction


def waiting(ledger: Ledger) -> int:
    """How many documents are due."""
    with ledger.transaction() as connection:
        return _waiting(connection)


def bring_up(ledger: Ledger, *, at: Callable[[int, int], object] = lambda done, total: None) -> int:
    """Lays every document that is due beside the others.

    Args:
        ledger: opened for writing.
        at: is told how many are done, and how many there are as far as is known.

    Returns:
        How many documents were looked at.
    """
    shelf = Shelf()
    done = 0
    while some := ledger.attempt(lambda connection: _bring(connection, shelf)):
        done += some
        at(done, done + waiting(ledger))
    return done


def _waiting(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(stories).where(stories.c.due > LAID)) or 0


@dataclass(slots=True)
class _Touched:
    """What the documents of one transaction have to do with."""

    documents: set[int] = field(default_factory=set)
    records: dict[Kind, set[int]] = field(default_factory=lambda: {"events": set(), "claims": set()})


def _bring(connection: Connection, shelf: Shelf) -> int:
    _alone(connection)
    shelf.use(connection)
    due = _next(connection)
    touched = _Touched({one.number for one in due})
    for one in due:
        if one.changed:
            shelf.story.drop(one.number)
        _look(connection, shelf, one, touched)
    if due:
        _follow(connection, shelf, touched)
    return len(due)


def _alone(connection: Connection) -> None:
    """One at a time: what is laid beside others must not change meanwhile. A file has one writer anyhow."""
    connection.execute(select(facts.c.value).where(facts.c.name == "version").with_for_update())


def _next(connection: Connection) -> list[Due]:
    rows = connection.execute(
        select(stories.c.document, documents.c.id, stories.c.rank, stories.c.due)
        .join(documents, documents.c.number == stories.c.document)
        .where(stories.c.due > LAID)
        .order_by(stories.c.rank)
        .limit(AT_ONCE)
    )
    last = connection.scalar(select(func.max(stories.c.rank)).where(stories.c.due == LAID)) or 0
    return [Due(row.document, row.id, row.rank, row.due == CHANGED, followed=row.rank < last) for row in rows]


def _look(connection: Connection, shelf: Shelf, due: Due, touched: _Touched) -> None:
    mine = stories.c.document == due.number
    connection.execute(update(stories).where(mine).values(due=LAID))
    touched.documents |= link(connection, shelf, due)
    for kind in TIES:
        touched.records[kind] |= tie(connection, shelf, kind, due)


def _follow(connection: Connection, shelf: Shelf, touched: _Touched) -> None:
    """Clusters, then origins, which hang on them, then the counts, which hang on both."""
    families = families_in(connection)
    roots = {
        kind: gather(connection, ties, touched.records[kind]) if touched.records[kind] else set()
        for kind, ties in TIES.items()
    }
    changed = settle(connection, touched.documents, families)
    for kind, ties in TIES.items():
        moved = clusters_of(connection, ties, changed | touched.documents)
        count(connection, shelf, ties, roots[kind] | moved, families)


def refresh(ledger: Ledger, *, at: Callable[[int, int], object] = lambda done, total: None) -> int:
    """Brings a ledger up, whatever it was opened for, through a connection of its own.

    Returns:
        How many documents remain due: none, unless the ledger cannot be written.
    """
    remaining = waiting(ledger)
    if not remaining:
        return 0
    try:
        with Ledger(ledger.name, write=True) as writer:
            bring_up(writer, at=at)
    except LedgerError:
        return waiting(ledger)
    return 0
