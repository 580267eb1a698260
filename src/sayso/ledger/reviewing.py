"""What nobody has looked at yet, the most doubtful first.

Doubt is about the reading, never about what happened: an extraction that is unsure of itself, an account that
sources dispute, a speaker who is told by a pronoun or by part of a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import get_args

from sqlalchemy import ColumnElement, Connection, and_, func, not_, or_, select

from sayso.ledger.hits import HITS, TABLES, Hit, Kind, rows_of
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import claims, events
from sayso.schema.event import Standing

CAP = 10_000  # records that are counted; beyond it stands "more than"
DEEPEST = 1_000  # places of the queue that can be asked for
_PLACES = ("confidence", "document", "start", "number")
# So much of its confidence is taken off where a misreading of who holds an event for true weighs most.
_WEIGHS: Mapping[Standing, float] = {"denied": 0.3, "negated": 0.15, "admitted": 0.1}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Some of what waits.

    Attributes:
        hits: the most doubtful first.
        total: how many records wait; at most `CAP`.
        capped: there are more than `total`.
        more: others follow on these.
    """

    hits: tuple[Hit, ...]
    total: int
    capped: bool
    more: bool


def waiting(ledger: Ledger, kind: Kind, *, limit: int = 20, skip: int = 0) -> Waiting:
    """The records of a kind that nobody has looked at.

    Claims of an author about an event wait with the event.

    Args:
        limit: of the records, at least 1.
        skip: that come before; at most `DEEPEST`.
    """
    skip = min(max(skip, 0), DEEPEST)
    with ledger.transaction() as connection:
        numbers = (_events if kind == "events" else _claims)(connection, skip + limit + 1)
        some = numbers[skip : skip + limit]
        total = _count(connection, kind)
        hits = tuple(HITS[kind](**row, marks={}) for row in rows_of(connection, kind, some))
    return Waiting(hits, min(total, CAP), total > CAP, len(numbers) > skip + limit)


def _events(connection: Connection, most: int) -> list[int]:
    """Of each standing the least confident, by the index that is made for it; then all of them together."""
    found: list[tuple[float, int, int, int]] = []
    confidence, document, start, number = (events.c[name] for name in _PLACES)
    for standing in get_args(Standing):
        rows = (
            select(confidence, document, start, number)
            .where(events.c.review.is_(None), events.c.standing == standing)
            .order_by(confidence, document, start)
            .limit(most)
        )
        less = _WEIGHS.get(standing, 0.0)
        found += [(sure - less, *place) for sure, *place in connection.execute(rows)]
    return [place[-1] for place in nsmallest(most, found)]


def _claims(connection: Connection, most: int) -> list[int]:
    """First those whose speaker was made out from a pronoun or a part of a name, the newest first."""
    found: list[int] = []
    newest = (claims.c.document.desc(), claims.c.start, claims.c.number)
    for chosen in (_MADE_OUT, not_(_MADE_OUT)):
        if len(found) < most:
            rows = select(claims.c.number).where(*_WAITS["claims"], chosen)
            found += connection.scalars(rows.order_by(*newest).limit(most - len(found)))
    return found


_MADE_OUT: ColumnElement[bool] = and_(
    func.coalesce(claims.c.name, "") != "",
    or_(claims.c.source.is_(None), claims.c.source != claims.c.name),
)
_WAITS: Mapping[Kind, Iterable[ColumnElement[bool]]] = {
    "claims": (claims.c.review.is_(None), claims.c.standing.is_(None)),
    "events": (events.c.review.is_(None),),
}


def _count(connection: Connection, kind: Kind) -> int:
    some = select(TABLES[kind].c.number).where(*_WAITS[kind]).limit(CAP + 1).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0
