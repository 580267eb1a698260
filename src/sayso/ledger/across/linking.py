"""Which earlier documents a document has words in common with.

Candidates are the first few holders, in the order of publication, of each of its fingerprints, within a
window of days before it. So a wire story in three hundred papers makes five comparisons for each of them and
not three hundred; and since "the first few" hang on nothing but the documents themselves, so do the links.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, or_, select, update

from sayso.comparing.copying import compare
from sayso.comparing.shingles import fingerprints as fingerprints_of
from sayso.ledger.across.keeping import is_kept, likeness_text
from sayso.ledger.across.laying import AGAIN, LAID
from sayso.ledger.across.ranking import UNDATED, window
from sayso.ledger.across.shelf import Shelf
from sayso.ledger.across.ties import batches, listed, numbers
from sayso.ledger.tables import credits, fingerprints, links, locations, stories

DAYS = 30  # between two publications of a copy
CREDIT_DAYS = 3  # between an account and one that credits it
CREDITED = 50  # documents that are compared for a credit
FIRST = 5  # holders of a fingerprint that are compared with all later ones
# A sentence of a wire leaves at least two; one may be a phrase of the trade.
SHARED = 2


@dataclass(frozen=True, slots=True)
class Due:
    """A document that is to be laid beside the others.

    Attributes:
        number: in this ledger.
        id: of the document.
        rank: in the order of publication.
        changed: whether it is new or another than before, so that later ones may have to do with it.
        followed: whether there are later ones that are not due.
    """

    number: int
    id: str
    rank: int
    changed: bool
    followed: bool


def link(connection: Connection, shelf: Shelf, due: Due) -> set[int]:
    """Finds a document's links to earlier ones anew; whoever of the later ones may have to do with it, where
    it changed, is due as well.

    Returns:
        The numbers of the documents that it is or was linked with.
    """
    mine = links.c.later == due.number
    before = set(connection.scalars(select(links.c.earlier).where(mine)))
    story = shelf.story(due.number)
    prints = fingerprints_of(story.words)
    fresh = {}
    for number in sorted(candidates(connection, prints, due) | crediting(connection, due, earlier=True)):
        likeness = compare(story, shelf.story(number))
        if is_kept(likeness):
            fresh[number] = likeness_text(likeness)
    connection.execute(delete(links).where(mine))
    if fresh:
        connection.execute(
            insert(links),
            [
                {"later": due.number, "earlier": number, "likeness": told}
                for number, told in sorted(fresh.items())
            ],
        )
    later = set[int]()
    if due.changed and due.followed:
        later = _later(connection, due, prints) | crediting(connection, due, earlier=False)
    _make_due(connection, later)
    return before | fresh.keys() | later


def candidates(connection: Connection, prints: Collection[int], due: Due) -> set[int]:
    """The earlier documents that are worth comparing."""
    least = min(SHARED, len(prints))
    shared = Counter(number for some in batches(list(prints)) for number in _first(connection, some, due))
    return {number for number, count in shared.items() if count >= least}


def crediting(connection: Connection, due: Due, *, earlier: bool) -> set[int]:
    """The documents of some days around whose outlet this one credits, or who credit its outlet: they may
    tell the same in other words.
    """
    low, high = window(due.rank, CREDIT_DAYS)
    told = {"document": due.number, "rank": due.rank, "low": low, "high": high}
    asked = _CREDITING[earlier]
    used = {name: told[name] for name in ("document", "rank", "low" if earlier else "high")}
    return {number for rows in asked for number in connection.scalars(rows, used)} - {due.number}


def _crediting(*, earlier: bool) -> tuple[Select[Any], ...]:
    """The statements, made once."""
    rank, here = stories.c.rank, bindparam("rank", type_=stories.c.rank.type)
    near = (rank >= bindparam("low"), rank < here) if earlier else (rank > here, rank <= bindparam("high"))
    document = bindparam("document", type_=credits.c.document.type)
    credited = select(credits.c.outlet).where(credits.c.document == document)
    published = select(locations.c.publisher).where(
        locations.c.document == document, locations.c.publisher != ""
    )
    mine = select(locations.c.document).where(locations.c.publisher.in_(credited))
    theirs = select(credits.c.document).where(credits.c.outlet.in_(published))
    found = (select(stories.c.document).where(stories.c.document.in_(each), *near) for each in (mine, theirs))
    return tuple(rows.order_by(rank).limit(CREDITED) if earlier else rows for rows in found)


_CREDITING = {earlier: _crediting(earlier=earlier) for earlier in (True, False)}


def _first(connection: Connection, prints: list[int], due: Due) -> Iterable[int]:
    """The first holders of each fingerprint that come before the document."""
    dialect = connection.dialect.name
    low, _ = window(due.rank, DAYS)
    told = {"numbers": numbers(dialect, prints), "low": low, "rank": due.rank}
    return connection.scalars(_first_holders(dialect), told)


@cache
def _first_holders(dialect: str) -> Select[Any]:
    """The statement, made once: building it takes longer than asking it."""
    asked, held, other = listed(dialect), fingerprints.c, fingerprints.alias("other").c
    first = (
        select(other.rank)
        .where(other.hash == asked, other.rank >= bindparam("low"), other.rank < bindparam("rank"))
        .order_by(other.rank)
        .limit(FIRST)
        .correlate(asked.table)
        .scalar_subquery()
    )
    rows = select(held.document).join_from(asked.table, fingerprints, held.hash == asked)
    return rows.where(held.rank.in_(first))


def _later(connection: Connection, due: Due, prints: Collection[int]) -> set[int]:
    """The later documents that this one is, or was, among the candidates of."""
    linked = set(connection.scalars(select(links.c.later).where(links.c.earlier == due.number)))
    low, high = window(due.rank, DAYS)
    found: set[int] = set()
    held = fingerprints.c
    for some in batches(list(prints)):
        rows = select(held.hash, held.rank, held.document).where(
            held.hash.in_(some), or_(held.rank.between(low, high), held.rank >= UNDATED)
        )
        holders: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for value, rank, document in connection.execute(rows.order_by(held.hash, held.rank)):
            holders[value].append((rank, document))
        for ranks in holders.values():
            found |= _among_first(ranks, due.rank)
    return linked | found


def _among_first(holders: list[tuple[int, int]], rank: int) -> set[int]:
    """The later holders for which this one is among the first of their window, in order of the ranks."""
    here = bisect_left(holders, (rank, 0))
    found = set()
    for at, number in holders[here + 1 :]:
        begin = bisect_left(holders, (window(at, DAYS)[0], 0))
        if here - begin < FIRST or at >= UNDATED:
            found.add(number)
    return found


def _make_due(connection: Connection, documents: set[int]) -> None:
    for some in batches(sorted(documents)):
        connection.execute(
            update(stories).where(stories.c.document.in_(some), stories.c.due == LAID).values(due=AGAIN)
        )
