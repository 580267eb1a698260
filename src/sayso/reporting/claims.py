"""The claims of a report, each with as many of its reports as can be read."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.comparing.statement import Statement
from sayso.ledger.across.claims import ClaimCluster, StatementGroup, claim_clusters
from sayso.ledger.ledger import Ledger
from sayso.reporting.asked import Wanted

MOST_REPORTS = 12  # of one claim


@dataclass(frozen=True, slots=True)
class Claimed:
    """One claim across documents.

    Attributes:
        cluster: with all its reports.
        groups: those that are shown, by origin; `left` how many reports there are besides.
    """

    cluster: ClaimCluster
    groups: tuple[StatementGroup, ...]
    left: int

    @property
    def first(self) -> Statement:
        return self.cluster.first


@dataclass(frozen=True, slots=True)
class Claims:
    """Some of the claims that answer.

    Attributes:
        told: the newest first.
        total: how many answer; `capped` where more reports answer than were looked at.
    """

    told: tuple[Claimed, ...]
    total: int
    capped: bool


def claims(ledger: Ledger, wanted: Wanted) -> Claims:
    """The claims of a report."""
    page = claim_clusters(ledger, wanted.words, wanted.filter, limit=wanted.most)
    return Claims(tuple(map(_claimed, page.claims)), page.total, page.capped)


def _claimed(cluster: ClaimCluster) -> Claimed:
    groups, room = [], MOST_REPORTS
    for one in cluster.groups:
        if room > 0:
            groups.append(StatementGroup(one.origin, one.statements[:room]))
            room -= len(groups[-1].statements)
    whole = sum(len(one.statements) for one in cluster.groups)
    return Claimed(cluster, tuple(groups), whole - sum(len(one.statements) for one in groups))
