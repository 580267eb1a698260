"""How an outlet sources its claims: how its sources are named, whose they are, and who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from sayso.comparing.said import day_of
from sayso.comparing.saying import DAYS
from sayso.comparing.speaker import may_share_country, same_name, speaker
from sayso.comparing.statement import Statement
from sayso.ledger.across.published import Outlet, Stretch, kept, published
from sayso.ledger.across.records import Record, records_by_number
from sayso.ledger.across.ties import TIES, batches, roots_of
from sayso.ledger.across.voices import Called, Quoted, is_somebody, keys, likeness, quoted, sought
from sayso.ledger.tables import claim_clusters, claims


@dataclass(frozen=True, slots=True)
class Sourcing:
    """The claims of an outlet that are not its own word.

    Attributes:
        claims: how many.
        naming, affiliation: how many have each value, the most frequent first.
    """

    claims: int
    naming: Mapping[str, int]
    affiliation: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial that one of two outlets carries.

    Attributes:
        id: `DOCUMENT:RECORD` of the claim.
        published: of its document, ISO, or None.
        speaker: the fullest words that name who denies, or None.
        cue, content: the words.
        publishers: how many carry the same claim, this one included.
    """

    id: str
    published: str | None
    speaker: str | None
    cue: str | None
    content: str
    publishers: int


def sourcing(connection: Connection, outlet: Outlet, days: Stretch) -> Sourcing:
    """How its claims are sourced."""
    naming = _counted(connection, claims.c.naming, outlet, days)
    affiliation = _counted(connection, claims.c.affiliation, outlet, days)
    return Sourcing(sum(naming.values()), naming, affiliation)


def speakers(connection: Connection, outlet: Outlet, days: Stretch) -> tuple[Quoted, ...]:
    """Whom it quotes, the most quoted first."""
    name = func.coalesce(claims.c.name, claims.c.source)
    rows = _claims(outlet, days, name, claims.c.country, func.count()).where(name.is_not(None))
    asked = rows.group_by(name, claims.c.country)
    return quoted(Called(" ".join(row[0].split()), row[1], row[2]) for row in connection.execute(asked))


def without(mine: Iterable[Quoted], theirs: Iterable[Quoted]) -> Iterator[Quoted]:
    """Those of some speakers, known by name, who are surely not among others: none of their names fits."""
    others = [called for each in theirs for called in each.names]
    by: dict[str, list[int]] = defaultdict(list)
    for number, called in enumerate(others):
        for key in keys(called.name):
            by[key].append(number)
    for each in mine:
        if each.unplaced or not any(map(is_somebody, each.names)):
            continue
        near = {number for one in each.names for key in sought(one.name) for number in by[key]}
        if not any(likeness(one, others[number]) for number in near for one in each.names):
            yield each


def denials(connection: Connection, outlet: Outlet, days: Stretch) -> list[Record]:
    """The denials by others that it carries."""
    numbers = connection.scalars(_claims(outlet, days, claims.c.number).where(claims.c.attitude == "denial"))
    return sorted(records_by_number(connection, "claims", list(numbers)).values(), key=lambda one: one.order)


def uncarried(
    connection: Connection, mine: Sequence[Record], theirs: Sequence[Record], roots: Mapping[int, object]
) -> list[Denial]:
    """Those denials that another outlet does not carry: neither the same claim, nor about that time another
    denial by the same speaker. The most widely carried come first.

    Args:
        roots: the first record of every claim that the other one carries.
    """
    above = roots_of(connection, TIES["claims"], [one.number for one in mine])
    left = [one for one in mine if above.get(one.number, one.number) not in roots]
    said_there = _Said(theirs)
    left = [one for one in left if not said_there.by_the_same(one)]
    counts = _publishers(connection, [above.get(one.number, one.number) for one in left])
    told = [_denial(one.value, counts.get(above.get(one.number, one.number), 1)) for one in reversed(left)]
    return sorted(told, key=lambda each: -each.publishers)


class _Said:
    """What is said, by its day: who says something about some time is looked for among few."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_day: dict[int | None, list[Statement]] = defaultdict(list)
        for one in records:
            if isinstance(one.value, Statement):
                self._by_day[day_of(one.value)].append(one.value)

    def by_the_same(self, one: Record) -> bool:
        """Whether the speaker of a record says any of it, about the same time where both tell theirs."""
        if not isinstance(one.value, Statement):
            return False
        mine, who, day = one.value, speaker(one.value), day_of(one.value)
        days = self._by_day if day is None else (None, *range(day - DAYS, day + DAYS + 1))
        return any(
            may_share_country(mine, other) and same_name(who, speaker(other)) > 0
            for near in days
            for other in self._by_day.get(near, ())
        )


def _denial(value: Any, publishers: int) -> Denial:
    return Denial(
        id=value.id,
        published=value.published,
        speaker=value.name or value.speaker,
        cue=value.cue,
        content=value.content,
        publishers=publishers,
    )


def _publishers(connection: Connection, roots: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in batches(sorted(set(roots))):
        rows = select(claim_clusters.c.root, claim_clusters.c.publishers).where(
            claim_clusters.c.root.in_(some)
        )
        found |= {row[0]: row[1] for row in connection.execute(rows)}
    return found


def _counted(
    connection: Connection, column: ColumnElement[str], outlet: Outlet, days: Stretch
) -> dict[str, int]:
    rows = connection.execute(_claims(outlet, days, column, func.count()).group_by(column))
    return dict(sorted(((row[0], row[1]) for row in rows), key=lambda each: (-each[1], each[0])))


def _claims(outlet: Outlet, days: Stretch, *columns: ColumnElement[Any]) -> Select[Any]:
    """Something of its claims by others than the author, which no person rejected."""
    mine = published(outlet, days).subquery()
    return (
        select(*columns)
        .select_from(claims)
        .join(mine, mine.c.document == claims.c.document)
        .where(claims.c.standing.is_(None), kept(claims))
    )
