"""Two outlets side by side: what both tell and where they differ, what only one tells, whom it quotes.

It counts what the ledger has of either, and says of neither that it is right. An event is silent in an outlet
where none of its articles here tells of it: the outlet may have told it in one that the ledger does not have.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

from sqlalchemy import Connection, select

from sayso.comparing.account import Account, Bounds
from sayso.comparing.naming import named
from sayso.comparing.speaker import same_name
from sayso.ledger.across.events import EventCluster, clusters_at
from sayso.ledger.across.published import (
    Outlet,
    Stretch,
    first_and_last,
    ids_of,
    origins_of,
    outlet_called,
    published_between,
    roots_told,
    stretch,
)
from sayso.ledger.across.records import Record, records_by_number
from sayso.ledger.across.sourcing import (
    Denial,
    Sourcing,
    denials,
    sourcing,
    speakers,
    uncarried,
    without,
)
from sayso.ledger.across.ties import batches
from sayso.ledger.across.voices import Quoted
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.overview import state_within
from sayso.ledger.paging import check_page
from sayso.ledger.tables import event_clusters
from sayso.schema.event import Standing

Difference = Literal["standing", "toll", "source"]
_WEIGHT: Mapping[Difference, int] = {"standing": 4, "toll": 2, "source": 1}


@dataclass(frozen=True, slots=True)
class Telling:
    """How one article of an outlet tells of an event.

    Attributes:
        id: of the event there, `DOCUMENT:RECORD`.
        published: ISO, or None.
        standing: in that article.
        toll: for each of `killed`, `injured`, `arrested` that it tells: least and most, None where open.
        source: on whose word, None for the outlet's own.
        content: the words around the anchor.
    """

    id: str
    published: str | None
    standing: Standing
    toll: Mapping[str, Bounds]
    source: str | None
    content: str


@dataclass(frozen=True, slots=True)
class BothTell:
    """An event that both outlets tell of.

    Attributes:
        event: with all its accounts, by whatever outlet.
        differs: in what: `standing`; `toll`: both give one, and not the same; `source`: both rest on
            somebody's word, and not on the same.
        one_origin: whether all their articles about it have one origin: then it is one account.
        one, other: how either tells it, the earliest article first.
    """

    event: EventCluster
    differs: tuple[Difference, ...]
    one_origin: bool
    one: tuple[Telling, ...]
    other: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Articles of both outlets that have one origin.

    Attributes:
        origin: id of the document that it begins with.
        one, other: ids of the articles of either.
    """

    origin: str
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two.

    Attributes:
        outlet: its name.
        first, last: days of its first and last article here, or None.
        articles, origins: how many texts it published, and how many independent beginnings they have.
        alike: how many of them have one origin with an article of the other outlet.
        events: how many it tells of.
        only: how many of these the other does not tell of.
        silences: how many events the other and at least one more outlet tell of, and it does not; only those
            that the other published something about between `first` and `last`.
        silent: the most widely told of them.
        sourcing: how its claims are sourced.
        quotes_alone: how many people and bodies it quotes by name, and the other surely does not.
        quoted_alone: the most quoted of them.
        denials_alone: how many denials it carries, and the other does not.
        denied_alone: the most widely carried of them.
    """

    outlet: str
    first: str | None
    last: str | None
    articles: int
    origins: int
    alike: int
    events: int
    only: int
    silences: int
    silent: tuple[EventCluster, ...]
    sourcing: Sourcing
    quotes_alone: int
    quoted_alone: tuple[Quoted, ...]
    denials_alone: int
    denied_alone: tuple[Denial, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two outlets side by side.

    Attributes:
        one, other: what is told of either.
        shared: how many origins there are in which both have articles.
        alike: those origins, the largest first.
        tell: how many events both tell of.
        differ: how many of them they tell differently.
        both: those events, the ones in which they differ first.
    """

    one: Side
    other: Side
    shared: int
    alike: tuple[Alike, ...]
    tell: int
    differ: int
    both: tuple[BothTell, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """What an outlet tells, whatever it is compared with.

    Attributes:
        first, last: days of its first and last article here, or None.
        begun: for each of its documents the number of the one that its account begins with.
        events, claims: the first record of each that it tells, with the records of its own that tell of it.
        speakers: whom it quotes, the most quoted first.
        denials: those by others that it carries.
        sourcing: how its claims are sourced.
    """

    outlet: Outlet
    first: str | None
    last: str | None
    begun: Mapping[int, int]
    events: Mapping[int, Sequence[int]]
    claims: Mapping[int, Sequence[int]]
    speakers: tuple[Quoted, ...]
    denials: Sequence[Record]
    sourcing: Sourcing


# What finds a half within a transaction.
Halving = Callable[[Connection, Outlet, Stretch], Half]


def half_of(connection: Connection, outlet: Outlet, days: Stretch) -> Half:
    """What an outlet tells on some days."""
    events = roots_told(connection, "events", outlet, days)
    claims = roots_told(connection, "claims", outlet, days)
    first, last = first_and_last(connection, outlet, days)
    return Half(
        outlet=outlet,
        first=first,
        last=last,
        # after the events: where documents come in meanwhile, every event has an origin and not the reverse
        begun=origins_of(connection, outlet, days),
        events=events,
        claims=claims,
        speakers=speakers(connection, outlet, days),
        denials=denials(connection, outlet, days),
        sourcing=sourcing(connection, outlet, days),
    )


class Halves:
    """Halves that were found before, for as long as the ledger stays as it is; each is found once at a time.

    Args:
        most: that are kept; each takes some megabytes for an outlet of ten thousand articles.
    """

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[tuple[Outlet, Stretch], _Kept] = OrderedDict()

    def __call__(self, connection: Connection, outlet: Outlet, days: Stretch) -> Half:
        kept = self._entry((outlet, days))
        with kept.lock:
            here = state_within(connection)
            if kept.found is None or kept.found[0] != here:
                kept.found = here, half_of(connection, outlet, days)
            return kept.found[1]

    def _entry(self, key: tuple[Outlet, Stretch]) -> _Kept:
        with self._lock:
            kept = self._kept.setdefault(key, _Kept())
            self._kept.move_to_end(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return kept


@dataclass(slots=True)
class _Kept:
    """A half, and the state of the ledger then."""

    lock: Lock = field(default_factory=Lock)
    found: tuple[tuple[object, ...], Half] | None = None


def compare(
    ledger: Ledger,
    one: str,
    other: str,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 20,
    half: Halving = half_of,
) -> Comparison:
    """What two outlets have in common, and in what they differ.

    Args:
        one, other: names or addresses of outlets.
        since, until: ISO days of publication, both included.
        limit: of each list, 1-1,000.
        half: finds what either tells; `Halves` where many are compared.

    Raises:
        LedgerError: one of them is no outlet of this ledger, or both are the same; or the days are none.
    """
    check_page(limit)
    days = stretch(since, until)
    with ledger.transaction() as connection:
        pair = outlet_called(connection, one), outlet_called(connection, other)
        if pair[0].key == pair[1].key:
            raise LedgerError(f"{one!r:.60} and {other!r:.60} are one outlet; give two")
        return _compared(connection, half(connection, pair[0], days), half(connection, pair[1], days), limit)


def _compared(connection: Connection, one: Half, other: Half, limit: int) -> Comparison:
    both = _both(connection, one, other)
    alike = _alike(connection, one.begun, other.begun)
    return Comparison(
        one=_side(connection, one, other, limit),
        other=_side(connection, other, one, limit),
        shared=len(alike),
        alike=alike[:limit],
        tell=len(both),
        differ=sum(bool(each.differs) for each in both),
        both=_with_clusters(connection, both[:limit]),
    )


def _side(connection: Connection, mine: Half, theirs: Half, limit: int) -> Side:
    silent = _silent(connection, mine, theirs)
    alone = list(without(mine.speakers, theirs.speakers))
    denied = uncarried(connection, mine.denials, theirs.denials, theirs.claims)
    shared = set(theirs.begun.values())
    return Side(
        outlet=mine.outlet.name,
        first=mine.first,
        last=mine.last,
        articles=len(mine.begun),
        origins=len(set(mine.begun.values())),
        alike=sum(origin in shared for origin in mine.begun.values()),
        events=len(mine.events),
        only=len(mine.events.keys() - theirs.events.keys()),
        silences=len(silent),
        silent=tuple(clusters_at(connection, silent[:limit])),
        sourcing=mine.sourcing,
        quotes_alone=len(alone),
        quoted_alone=tuple(alone[:limit]),
        denials_alone=len(denied),
        denied_alone=tuple(denied[:limit]),
    )


def _silent(connection: Connection, mine: Half, theirs: Half) -> list[int]:
    """What an outlet does not tell of, though the other does, from its first article here until its last."""
    untold = theirs.events.keys() - mine.events.keys()
    missing = {number: root for root in untold for number in theirs.events[root]}
    then = published_between(connection, list(missing), mine.first, mine.last)
    return _widely_told(connection, {missing[number] for number in then})


def _widely_told(connection: Connection, roots: set[int]) -> list[int]:
    """Those of some events that several publishers tell of, the most widely told first."""
    counts = event_clusters.c
    keys: list[tuple[int, int, int]] = []
    for some in batches(sorted(roots)):
        rows = select(counts.root, counts.publishers, counts.origins).where(
            counts.root.in_(some), counts.publishers > 1
        )
        keys += [(-row.publishers, -row.origins, row.root) for row in connection.execute(rows)]
    return [root for _, _, root in sorted(keys)]


def _alike(connection: Connection, mine: Mapping[int, int], theirs: Mapping[int, int]) -> tuple[Alike, ...]:
    shared = set(mine.values()) & set(theirs.values())
    ids = ids_of(connection, [*shared, *mine, *theirs]) if shared else {}
    found = [
        Alike(
            ids[origin],
            tuple(sorted(ids[number] for number, first in mine.items() if first == origin)),
            tuple(sorted(ids[number] for number, first in theirs.items() if first == origin)),
        )
        for origin in shared
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.one) - len(each.other), each.origin)))


@dataclass(frozen=True, slots=True)
class _Pair:
    """An event that both tell of, before its other accounts are looked at."""

    root: int
    differs: tuple[Difference, ...]
    one_origin: bool
    one: tuple[Telling, ...]
    other: tuple[Telling, ...]


def _both(connection: Connection, mine: Half, theirs: Half) -> list[_Pair]:
    """The events that both tell of: where they differ in most first, of these the latest."""
    shared = sorted(mine.events.keys() & theirs.events.keys())
    numbers = [number for root in shared for each in (mine, theirs) for number in each.events[root]]
    records = records_by_number(connection, "events", numbers)
    found = []
    for root in shared:
        one, other = (_records(records, each.events[root]) for each in (mine, theirs))
        origins = {mine.begun[each.document] for each in one}
        origins |= {theirs.begun[each.document] for each in other}
        sides = tuple(map(_telling, one)), tuple(map(_telling, other))
        found.append(_Pair(root, differing(*sides), len(origins) == 1, *sides))
    found.sort(key=lambda each: max(one.published or "" for one in each.one), reverse=True)
    return sorted(found, key=lambda each: -sum(_WEIGHT[one] for one in each.differs))


def _records(records: Mapping[int, Record], numbers: Sequence[int]) -> list[Record]:
    return sorted((records[one] for one in numbers if one in records), key=lambda one: one.order)


def _with_clusters(connection: Connection, both: Sequence[_Pair]) -> tuple[BothTell, ...]:
    clusters = clusters_at(connection, [each.root for each in both])
    return tuple(
        BothTell(cluster, each.differs, each.one_origin, each.one, each.other)
        for cluster, each in zip(clusters, both, strict=True)
    )


def _telling(record: Record) -> Telling:
    account = record.value
    if not isinstance(account, Account):
        raise TypeError(f"{account.id} is no event")
    return Telling(
        id=account.id,
        published=account.published,
        standing=account.standing,
        toll=dict(account.toll),
        source=account.source,
        content=account.content,
    )


def differing(one: Sequence[Telling], other: Sequence[Telling]) -> tuple[Difference, ...]:
    """In what the tellings of two outlets differ."""
    found: list[Difference] = []
    if {each.standing for each in one} != {each.standing for each in other}:
        found.append("standing")
    if any(_tolls(one, kind) != _tolls(other, kind) for kind in _kinds(one) & _kinds(other)):
        found.append("toll")
    mine, theirs = ([each.source for each in told if each.source] for told in (one, other))
    if mine and theirs and not any(_may_be_one(a, b) for a in mine for b in theirs):
        found.append("source")
    return tuple(found)


def _kinds(told: Sequence[Telling]) -> set[str]:
    return {kind for each in told for kind in each.toll}


def _tolls(told: Sequence[Telling], kind: str) -> set[Bounds]:
    return {each.toll[kind] for each in told if kind in each.toll}


def _may_be_one(a: str, b: str) -> bool:
    return (
        " ".join(a.split()).casefold() == " ".join(b.split()).casefold() or same_name(named(a), named(b)) > 0
    )
