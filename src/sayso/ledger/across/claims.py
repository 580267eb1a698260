"""What is claimed, each claim once, with all who report it, by independent beginnings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.comparing.statement import Statement
from sayso.ledger.across.clusters import count_groups, members
from sayso.ledger.across.records import Record, records_by_number
from sayso.ledger.across.ties import TIES, batches, roots_of
from sayso.ledger.asking import Filter
from sayso.ledger.ledger import Ledger
from sayso.ledger.paging import check_page
from sayso.ledger.searching import CAP, ask
from sayso.ledger.tables import claims, documents


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """The reports of a claim that come from one origin.

    Attributes:
        origin: id of the document that they begin with.
        statements: the earliest first.
    """

    origin: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class ClaimCluster:
    """One claim, as documents report it.

    Attributes:
        first: the earliest report.
        groups: all reports by origin, the earliest origin first.
        documents, publishers: how many report it.
    """

    first: Statement
    groups: tuple[StatementGroup, ...]
    documents: int
    publishers: int

    @property
    def origins(self) -> int:
        """How many independent beginnings the reports have."""
        return len(self.groups)


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Some of the claims that a search finds.

    Attributes:
        claims: the newest first, each by its latest report that answers.
        total: how many there are among the first 10,000 reports that answer.
        capped: more reports answer than were looked at.
    """

    claims: tuple[ClaimCluster, ...]
    total: int
    capped: bool


def claim_clusters(
    ledger: Ledger, words: str = "", filter: Filter | None = None, *, limit: int = 50, skip: int = 0
) -> ClaimPage:
    """The claims of which some report answers.

    Args:
        words, filter: as for a search of claims.
        limit: of one page, 1-1,000.
        skip: how many come before it.

    Raises:
        LedgerError: the question cannot be understood.
    """
    check_page(limit, skip, of="claims")
    ties = TIES["claims"]
    with ledger.transaction() as connection:
        found = ask(ledger, connection, words, filter, kind="claims").all_numbers(most=CAP + 1)
        ordered = _newest(connection, found[:CAP])
        above = roots_of(connection, ties, ordered)
        roots = list(dict.fromkeys(above.get(number, number) for number in ordered))
        page = _clusters(connection, roots[skip : skip + limit])
    return ClaimPage(tuple(page), len(roots), len(found) > CAP)


def _newest(connection: Connection, numbers: Sequence[int]) -> list[int]:
    """By day, the newest first; what is equal by its document and place."""
    keys: list[tuple[str, str, int, int]] = []
    for some in batches(sorted(numbers)):
        rows = connection.execute(
            select(claims.c.day, documents.c.id, claims.c.record, claims.c.number)
            .join(documents, documents.c.number == claims.c.document)
            .where(claims.c.number.in_(some))
        )
        keys += [(row.day or "", row.id, int(row.record[1:]), row.number) for row in rows]
    keys.sort(key=lambda key: key[1:])
    keys.sort(key=lambda key: key[0], reverse=True)
    return [key[3] for key in keys]


def _clusters(connection: Connection, roots: Sequence[int]) -> list[ClaimCluster]:
    ties = TIES["claims"]
    inside = members(connection, ties, roots)
    records = records_by_number(connection, "claims", [one for each in inside.values() for one in each])
    publishers: dict[int, int] = {}
    for some in batches(sorted(roots)):
        counted = select(ties.clusters.c.root, ties.clusters.c.publishers).where(
            ties.clusters.c.root.in_(some)
        )
        publishers |= {row.root: row.publishers for row in connection.execute(counted)}
    found = []
    for root in roots:
        told = sorted((records[one] for one in inside[root] if one in records), key=lambda one: one.order)
        if told:
            found.append(_cluster(connection, told, publishers.get(root)))
    return found


def _cluster(connection: Connection, told: Sequence[Record], publishers: int | None) -> ClaimCluster:
    several = len({record.document for record in told}) > 1
    began = count_groups(connection, "claims", told) if several else {}
    statements = [record.value for record in told if isinstance(record.value, Statement)]
    first = statements[0]
    return ClaimCluster(
        first,
        tuple(_groups(told, began)),
        len({record.document for record in told}),
        int(bool(first.outlet)) if publishers is None else publishers,
    )


def _groups(told: Sequence[Record], began: Mapping[int, int]) -> list[StatementGroup]:
    """All of one document where nothing is known of beginnings."""
    of = {record.number: record.value.document for record in told}
    found: dict[str, list[Statement]] = {}
    for record in told:
        if isinstance(record.value, Statement):
            first = of.get(began.get(record.number, record.number), record.value.document)
            found.setdefault(first, []).append(record.value)
    return [StatementGroup(origin, tuple(each)) for origin, each in found.items()]
