"""How far the claims and events of some documents are told in others too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from sayso.ledger.across.ties import TIES, Ties
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import documents, stories


@dataclass(frozen=True, slots=True)
class Told:
    """What is counted of a cluster.

    Attributes:
        cluster: `DOCUMENT:RECORD` of its first record.
        documents, publishers, origins: how many tell of it; origins are independent beginnings.
        against: origins that deny it.
    """

    cluster: str
    documents: int
    publishers: int
    origins: int
    against: int


def counts(ledger: Ledger, ids: Sequence[str]) -> Mapping[str, Mapping[str, Told]]:
    """Id of a document -> id of a claim or event of it -> what is counted; nothing where one stands alone.

    Args:
        ids: of documents, no more than a statement takes.
    """
    found: dict[str, dict[str, Told]] = defaultdict(dict)
    with ledger.transaction() as connection:
        for ties in TIES.values():
            for id, record, first, of, *numbers in connection.execute(_rows(ties, ids)):
                found[id][record] = Told(f"{first}:{of}", *numbers)
    return found


def beginnings(ledger: Ledger, ids: Sequence[str]) -> Mapping[str, str]:
    """Id of a document -> id of the other document that its account begins with, where there is one."""
    first = documents.alias()
    rows = (
        select(documents.c.id, first.c.id)
        .join(stories, stories.c.document == documents.c.number)
        .join(first, first.c.number == stories.c.origin)
        .where(documents.c.id.in_(ids), first.c.number != documents.c.number)
    )
    with ledger.transaction() as connection:
        return {row[0]: row[1] for row in connection.execute(rows)}


def _rows(ties: Ties, ids: Sequence[str]) -> Select[Any]:
    mine, clusters = ties.records, ties.clusters
    begun, first = mine.alias(), documents.alias()
    root = func.coalesce(ties.ties.c.root, mine.c.number)
    counted = [clusters.c[name] for name in ("documents", "publishers", "origins", "against")]
    return (
        select(documents.c.id, mine.c.record, first.c.id, begun.c.record, *counted)
        .select_from(mine)
        .join(documents, documents.c.number == mine.c.document)
        .join(ties.ties, ties.one == mine.c.number, isouter=True)
        .join(clusters, clusters.c.root == root)
        .join(begun, begun.c.number == clusters.c.root)
        .join(first, first.c.number == begun.c.document)
        .where(documents.c.id.in_(ids))
    )
