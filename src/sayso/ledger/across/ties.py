"""The tables that tie records of several documents together: events to events, claims to claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Table,
    bindparam,
    cast,
    delete,
    func,
    select,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql

from sayso.ledger.hits import TABLES, Kind
from sayso.ledger.tables import (
    claim_clusters,
    claim_keys,
    claim_ties,
    event_clusters,
    event_keys,
    event_ties,
    stories,
)

AT_ONCE = 500  # numbers in one statement


@dataclass(frozen=True, slots=True)
class Ties:
    """Where the records of one kind are tied.

    Attributes:
        kind: claims or events.
        keys: by what each record is found.
        ties: a row for each record that attaches to an earlier one.
        clusters: a row for each cluster of two records or more, by its first one.
    """

    kind: Kind
    keys: Table
    ties: Table
    clusters: Table

    @property
    def records(self) -> Table:
        return TABLES[self.kind]

    @property
    def one(self) -> Column[int]:
        """The record that attaches."""
        return self.ties.c[self.kind.removesuffix("s")]

    @property
    def held(self) -> Column[int]:
        """The record that a key finds."""
        return self.keys.c[self.kind.removesuffix("s")]


TIES: Mapping[Kind, Ties] = {
    "events": Ties("events", event_keys, event_ties, event_clusters),
    "claims": Ties("claims", claim_keys, claim_ties, claim_clusters),
}


def forget(connection: Connection, number: int) -> None:
    """Unties the records of a document before they go; whoever was tied to them is due again."""
    for ties in TIES.values():
        mine = set(connection.scalars(select(ties.records.c.number).where(ties.records.c.document == number)))
        roots = roots_of(connection, ties, mine)
        dissolve(connection, ties, set(roots.values()))


def dissolve(connection: Connection, ties: Ties, roots: Iterable[int]) -> None:
    """Takes whole clusters apart; the documents of all their records are due again."""
    for some in batches(sorted(set(roots))):
        inside = [*some, *connection.scalars(select(ties.one).where(ties.ties.c.root.in_(some)))]
        make_due(connection, ties, inside)
        connection.execute(delete(ties.ties).where(ties.ties.c.root.in_(some)))
        connection.execute(delete(ties.clusters).where(ties.clusters.c.root.in_(some)))


def roots_of(connection: Connection, ties: Ties, records: Iterable[int]) -> dict[int, int]:
    """The first record of the cluster of each record that is in one."""
    found: dict[int, int] = {}
    for some in batches(sorted(set(records))):
        rows = select(ties.one, ties.ties.c.root).where(ties.one.in_(some))
        found |= {row[0]: row[1] for row in connection.execute(rows)}
        alone = select(ties.ties.c.root).where(ties.ties.c.root.in_(some)).distinct()
        found |= {root: root for root in connection.scalars(alone)}
    return found


def batches(numbers: list[int]) -> Iterable[list[int]]:
    """A statement takes no more than so many values at once."""
    return (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))


def listed(dialect: str) -> ColumnElement[int]:
    """Numbers as the one column of a table, to join with; a statement is told them as `numbers`."""
    if dialect == "sqlite":
        return func.json_each(bindparam("numbers")).table_valued("value", name="listed").c.value
    array = cast(bindparam("numbers"), postgresql.ARRAY(BigInteger))
    return func.unnest(array).table_valued("value").render_derived(name="listed").c.value


def numbers(dialect: str, given: Sequence[int]) -> str | list[int]:
    """Numbers as a statement is told them."""
    return json.dumps(list(given)) if dialect == "sqlite" else list(given)


def make_due(connection: Connection, ties: Ties, records: Iterable[int]) -> None:
    """The documents of some records are to be laid beside the others again."""
    for some in batches(sorted(set(records))):
        documents = select(ties.records.c.document).where(ties.records.c.number.in_(some))
        connection.execute(
            update(stories).where(stories.c.document.in_(documents), stories.c.due == 0).values(due=1)
        )


def counted(kind: Kind) -> CompoundSelect[tuple[int, int]]:
    """A SELECT of the columns `number` and `origins` of all records that stand in a cluster."""
    ties = TIES[kind]
    root, origins = ties.clusters.c.root, ties.clusters.c.origins
    tied = select(ties.one.label("number"), origins.label("origins")).join(
        ties.clusters, root == ties.ties.c.root
    )
    return union_all(tied, select(root, origins))
