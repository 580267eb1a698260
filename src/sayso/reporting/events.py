"""The events of a report, each with as many of its accounts as can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.admiralty import Grade
from sayso.comparing.origins import Reason
from sayso.comparing.testimony import Testimony
from sayso.comparing.vouched import Vouched
from sayso.ledger.across.event import EventStory, event
from sayso.ledger.across.events import EventCluster, event_clusters
from sayso.ledger.ledger import Ledger
from sayso.reporting.asked import Wanted
from sayso.workbench.sides import Day, Side, days, sides

MOST_OF_ORIGIN = 6  # accounts of one origin
MOST_ACCOUNTS = 40  # of one event
MOST_REASONS = 12


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts of one origin.

    Attributes:
        origin: id of the document that it begins with.
        accounts: the earliest, at most MOST_OF_ORIGIN; `left` how many there are besides.
        reasons: why its documents are one origin, at most MOST_REASONS.
    """

    origin: str
    accounts: tuple[Testimony, ...]
    left: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One event across documents.

    Attributes:
        cluster, vouched, grades: as in `EventStory`.
        sides, days: in order.
        groups: the earliest origin first; `left` accounts of further origins that are not shown.
    """

    cluster: EventCluster
    vouched: Vouched
    grades: Mapping[str, Grade]
    sides: Sequence[Side]
    days: Sequence[Day]
    groups: tuple[Group, ...]
    left: int

    @property
    def shown(self) -> frozenset[str]:
        """The ids of the accounts that are shown."""
        return frozenset(one.account.id for group in self.groups for one in group.accounts)


@dataclass(frozen=True, slots=True)
class Events:
    """Some of the events that answer.

    Attributes:
        told: the newest first.
        total: how many answer; `capped` where more accounts answer than were looked at.
    """

    told: tuple[Told, ...]
    total: int
    capped: bool


def events(ledger: Ledger, wanted: Wanted) -> Events:
    """The events of a report."""
    page = event_clusters(ledger, wanted.words, wanted.filter, limit=wanted.most)
    return Events(
        tuple(_told(event(ledger, one.id, around=False)) for one in page.events), page.total, page.capped
    )


def _told(story: EventStory) -> Told:
    groups = tuple(_groups(story))
    shown = sum(len(one.accounts) + one.left for one in groups)
    whole = sum(len(one.testimonies) for one in story.groups)
    return Told(
        story.cluster, story.vouched, story.grades, sides(story.vouched), days(story.vouched), groups,
        whole - shown,
    )  # fmt: skip


def _groups(story: EventStory) -> Iterator[Group]:
    shown = 0
    for group in story.groups:
        if shown >= MOST_ACCOUNTS:
            return
        some = group.testimonies[:MOST_OF_ORIGIN]
        shown += len(some)
        mine = {one.account.document for one in group.testimonies}
        reasons = (
            reason
            for origin in story.origins.origins
            for reason in origin.reasons
            if mine.issuperset(reason.between)
        )
        yield Group(group.origin, some, len(group.testimonies) - len(some), tuple(reasons)[:MOST_REASONS])
