"""What answers a question, each record with the event or claim it tells of and where its account begins.

Pictures are drawn from these. A copy adds nothing to them: what is counted are origins, once for each event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from sqlalchemy import ColumnElement, func, select

from sayso.ledger.across.ties import TIES
from sayso.ledger.ordering import Asked
from sayso.ledger.searching import CAP
from sayso.ledger.tables import stories
from sayso.schema.event import Standing

Telling = Literal["fact", "word", "disputed", "open"]
TELLINGS: tuple[Telling, ...] = get_args(Telling)
# How each standing is told: as fact, on somebody's word, disputed, or left open and to come.
TOLD: Mapping[Standing, Telling] = {
    "fact": "fact",
    "reported": "word",
    "admitted": "word",
    "denied": "disputed",
    "negated": "disputed",
    "possible": "open",
    "planned": "open",
}
_EVENT = ("type", "actors", "recipients", "place", "geonameid")
_CLAIM = ("attitude",)


@dataclass(frozen=True, slots=True)
class Answer:
    """One record.

    Attributes:
        number: its own in this ledger.
        cluster: number of the first record that tells of the same event or claim.
        most: independent accounts that the whole cluster has.
        origin: number of the document that the record's account begins with.
        day: ISO, or None.
        telling: how it is told.
        type, actors, recipients, place, geonameid: of an event; names with "; " between them.
    """

    number: int
    cluster: int
    most: int
    origin: int
    day: str | None
    telling: Telling
    type: str = ""
    actors: str = ""
    recipients: str = ""
    place: str | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """How much some records weigh.

    Attributes:
        origins: independent accounts, each counted once for each event or claim.
        split: how many of them tell it how, in the order of `TELLINGS`; an origin that tells of one event
            in two ways counts in both.
        records: how many there are, copies included.
    """

    origins: int
    split: tuple[tuple[Telling, int], ...]
    records: int


def answers(asked: Asked) -> tuple[list[Answer], bool]:
    """The records that answer, at most 10,000; and whether there are more."""
    ties, table = TIES[asked.kind], asked.table
    root = func.coalesce(ties.ties.c.root, table.c.number)
    found = asked.first(most=CAP + 1)
    rows = (
        select(
            table.c.number,
            root,
            func.coalesce(ties.clusters.c.origins, 1),
            func.coalesce(stories.c.origin, table.c.document),
            *_columns(asked),
        )
        .select_from(found)
        .join(table, table.c.number == found.c.number)
        .join(ties.ties, ties.one == table.c.number, isouter=True)
        .join(ties.clusters, ties.clusters.c.root == root, isouter=True)
        .join(stories, stories.c.document == table.c.document, isouter=True)
        .order_by(found.c.number)
    )
    every = asked.connection.execute(rows).all()
    make = _event if asked.kind == "events" else _claim
    return [make(row) for row in every[:CAP]], len(every) > CAP


def weight(some: Iterable[Answer]) -> Weight:
    """Of these records; it depends on nothing but them."""
    every = list(some)
    if len(every) == 1:  # most names are told of once
        return Weight(1, ((every[0].telling, 1),), 1)
    told: dict[Telling, list[Answer]] = defaultdict(list)
    for one in every:
        told[one.telling].append(one)
    split = tuple((telling, _origins(told[telling])) for telling in TELLINGS if telling in told)
    return Weight(_origins(every), split, len(every))


def _origins(some: Iterable[Answer]) -> int:
    began: dict[tuple[int, int], set[int]] = defaultdict(set)
    for one in some:
        began[one.cluster, one.most].add(one.origin)
    # accounts of different documents may still be one: both on the word of one outlet
    return sum(min(len(origins), most) for (_, most), origins in began.items())


def _columns(asked: Asked) -> list[ColumnElement[object]]:
    names = ("day", "standing", *(_EVENT if asked.kind == "events" else _CLAIM))
    return [asked.table.c[name] for name in names]


def _event(row: Sequence[Any]) -> Answer:
    number, cluster, most, origin, day, standing, *more = row
    return Answer(number, cluster, most, origin, day, _told(standing), *more)


def _claim(row: Sequence[Any]) -> Answer:
    """What the author claims stands as the author tells it; what others say is their word, or a denial."""
    number, cluster, most, origin, day, standing, attitude = row
    others: Telling = "disputed" if attitude == "denial" else "word"
    return Answer(number, cluster, most, origin, day, _told(standing) if standing else others)


def _told(standing: str) -> Telling:
    return TOLD[cast(Standing, standing)]
