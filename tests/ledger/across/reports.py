"""Documents with one event each, made by hand: what is told, who tells it, and who had it from whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import select, update

from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import documents, event_clusters, event_ties, events, stories
from sayso.schema.document import document_id
from sayso.schema.entity import Entity
from sayso.schema.event import Event, EventDate, Place, Role, Standing
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from sayso.schema.span import Span
from tests.conftest import made_reading


@dataclass(frozen=True)
class Report:
    """One document.

    Attributes:
        point: where the place lies, latitude and longitude.
        text: of which the actor, the recipient and the place are words.
        cluster: reports of one event have the same.
        origin: reports with one origin have the same; None for one of its own.
    """

    text: str
    actor: str
    recipient: str
    standing: Standing = "fact"
    type: str = "ASSAULT"
    day: str | None = "2031-06-05"
    cluster: int | None = None
    origin: int | None = None
    place: str | None = None
    geonameid: int | None = None
    point: tuple[float, float] | None = None


def put(ledger: Ledger, reports: list[Report]) -> None:
    """Puts the reports into a ledger and lays them beside each other as they say."""
    for report in reports:
        reading = _reading(report)
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    with ledger.transaction() as connection:
        numbers = {
            id: (document, event)
            for id, document, event in connection.execute(
                select(documents.c.id, documents.c.number, events.c.number).join(
                    events, events.c.document == documents.c.number
                )
            )
        }
        found = [numbers[document_id(report.text)] for report in reports]
        for at, report in enumerate(reports):
            first = next(n for n, one in enumerate(reports) if _same(one.origin, report.origin) or n == at)
            connection.execute(
                update(stories)
                .where(stories.c.document == found[at][0])
                .values(origin=found[first][0], due=0)
            )
        for cluster in sorted({one.cluster for one in reports if one.cluster is not None}):
            mine = [at for at, one in enumerate(reports) if one.cluster == cluster]
            root = found[mine[0]][1]
            for at in mine[1:]:
                tie = {"event": found[at][1], "antecedent": root, "root": root, "score": 1.0}
                connection.execute(event_ties.insert().values(tie))
            origins = len({reports[at].origin if reports[at].origin is not None else -at for at in mine})
            counts = {"documents": len(mine), "publishers": 1, "origins": origins, "against": 0}
            connection.execute(event_clusters.insert().values(root=root, **counts))


def _same(one: int | None, other: int | None) -> bool:
    return one is not None and one == other


def _reading(report: Report) -> Reading:
    made = made_reading()
    text = report.text
    document = replace(
        made.document, id=document_id(text), text=text, title=text, published=None, passages=(), wire=None
    )
    told = Event(
        id="v1",
        type=report.type,
        mode=None,
        contexts=(),
        quad=None,
        anchor=Span.cut(text, 0, 3),
        mentions=(Span.cut(text, 0, 3),),
        standing=report.standing,
        actors=_role(text, report.actor, "e1"),
        recipients=_role(text, report.recipient, "e2"),
        place=_place(text, report),
        date=EventDate(report.day, report.day, "day" if report.day else "unknown", None, "past"),
        magnitude=made.events[0].magnitude,
        attributions=(),
        factuality=made.events[0].factuality,
        why=(),
        confidence=0.9,
    )
    entities = tuple(
        Entity(f"e{at}", "organisation", name, (_span(text, name),))
        for at, name in enumerate((report.actor, report.recipient), 1)
        if name
    )
    return replace(
        made,
        document=document,
        entities=entities,
        attributions=(),
        claims=(),
        events=(told,),
        profile=replace(made.profile, flags=()),
    )


def _span(text: str, words: str) -> Span:
    return Span.cut(text, text.index(words), text.index(words) + len(words))


def _role(text: str, name: str, entity: str) -> tuple[Role, ...]:
    if not name:
        return ()
    span = _span(text, name)
    return (Role(span.start, span.end, span.text, None, entity, None),)


def _place(text: str, report: Report) -> Place | None:
    if report.place is None:
        return None
    span = _span(text, report.place)
    lat, lon = report.point or (None, None)
    country = "KEN" if report.point else None
    return Place(span.start, span.end, span.text, report.place, country, None, lat, lon, report.geonameid)
