"""Records of several documents that tell of one thing: where each cluster begins, and its counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from sayso.ledger.across.families import Families
from sayso.ledger.across.independence import independent
from sayso.ledger.across.records import Record
from sayso.ledger.across.shelf import Shelf
from sayso.ledger.across.ties import Ties, batches, roots_of
from sayso.ledger.hits import Kind
from sayso.ledger.tables import locations, stories


def gather(connection: Connection, ties: Ties, touched: Iterable[int]) -> set[int]:
    """Finds the clusters of these records anew, after their ties changed.

    Returns:
        The first records of all clusters that are another than before; counts are not made yet.
    """
    roots = set(_first_of(connection, ties, touched).values())
    below = _below(connection, ties, roots)
    if below:
        connection.execute(
            update(ties.ties).where(ties.one == bindparam("mine")).values(root=bindparam("first")),
            [{"mine": number, "first": root} for number, root in sorted(below.items())],
        )
    stale = set(touched) - roots
    for some in batches(sorted(stale)):
        connection.execute(delete(ties.clusters).where(ties.clusters.c.root.in_(some)))
    return roots


def count(
    connection: Connection, shelf: Shelf, ties: Ties, roots: Collection[int], families: Families
) -> None:
    """Counts these clusters anew; what is none any more has no row."""
    for some in batches(sorted(roots)):
        connection.execute(delete(ties.clusters).where(ties.clusters.c.root.in_(some)))
    inside = members(connection, ties, roots)
    kept = shelf.records(ties.kind, [one for each in inside.values() for one in each])
    records = {number: one.record for number, one in kept.items()}
    numbers = sorted({record.document for record in records.values()})
    began, published = _origins(connection, numbers), _publishers(connection, numbers, families)
    rows = []
    for root, each in sorted(inside.items()):
        told = [records[number] for number in each if number in records]
        documents = {record.document for record in told}
        if len(documents) < 2:
            continue
        groups = independent(connection, ties.kind, told, began)
        rows.append(
            {
                "root": root,
                "documents": len(documents),
                "publishers": len({key for number in documents for key in published[number]}),
                "origins": len(set(groups.values())),
                "against": len({groups[record.number] for record in told if _denies(record)}),
            }
        )
    if rows:
        connection.execute(insert(ties.clusters), rows)


def count_groups(connection: Connection, kind: Kind, told: Sequence[Record]) -> dict[int, int]:
    """For each record of a cluster the first record of the independent account that it is part of."""
    return independent(connection, kind, told, _origins(connection, sorted({one.document for one in told})))


def members(connection: Connection, ties: Ties, roots: Collection[int]) -> dict[int, list[int]]:
    """The records of each cluster, its first one at the head."""
    found = {root: [root] for root in sorted(roots)}
    for some in batches(sorted(roots)):
        rows = select(ties.ties.c.root, ties.one).where(ties.ties.c.root.in_(some)).order_by(ties.one)
        for root, number in connection.execute(rows):
            found[root].append(number)
    return found


def clusters_of(connection: Connection, ties: Ties, documents: Collection[int]) -> set[int]:
    """The first records of all clusters that these documents have a part in."""
    found: set[int] = set()
    for some in batches(sorted(documents)):
        mine = connection.scalars(select(ties.records.c.number).where(ties.records.c.document.in_(some)))
        found.update(roots_of(connection, ties, mine).values())
    return found


def _denies(record: Record) -> bool:
    value = record.value
    return value.standing in ("denied", "negated") or getattr(value, "attitude", "") == "denial"


def _first_of(connection: Connection, ties: Ties, numbers: Iterable[int]) -> dict[int, int]:
    """Where the ties of each record lead in the end; they lead to earlier ones, so there is an end."""
    at = {number: number for number in set(numbers)}
    while True:
        above: dict[int, int] = {}
        for some in batches(sorted(set(at.values()))):
            rows = connection.execute(select(ties.one, ties.ties.c.antecedent).where(ties.one.in_(some)))
            above |= {row[0]: row[1] for row in rows}
        if not above:
            return at
        at = {number: above.get(reached, reached) for number, reached in at.items()}


def _below(connection: Connection, ties: Ties, roots: Iterable[int]) -> dict[int, int]:
    """All records whose ties lead to one of these, with it."""
    found: dict[int, int] = {}
    level = {root: root for root in roots}
    while level:
        following: dict[int, int] = {}
        for some in batches(sorted(level)):
            rows = select(ties.one, ties.ties.c.antecedent).where(ties.ties.c.antecedent.in_(some))
            following |= {row[0]: level[row[1]] for row in connection.execute(rows)}
        found |= following
        level = following
    return found


def _origins(connection: Connection, numbers: list[int]) -> Mapping[int, int]:
    """For each document the one that its account begins with; its own, where that is not settled."""
    found: dict[int, int] = {}
    for some in batches(numbers):
        rows = select(stories.c.document, stories.c.origin).where(stories.c.document.in_(some))
        found |= {number: number if origin is None else origin for number, origin in connection.execute(rows)}
    return found


def _publishers(connection: Connection, numbers: list[int], families: Families) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for some in batches(numbers):
        rows = select(locations.c.document, locations.c.publisher).where(locations.c.document.in_(some))
        for number, key in connection.execute(rows):
            if key:
                found[number].add(families.get(key, key))
    return found
