"""One document's telling of one event: what is known of it where tellings are laid beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.schema.event import Event, Magnitude, Role, Standing
from sayso.schema.reading import Reading
from sayso.schema.span import Span

Bounds = tuple[int | None, int | None]

# The words that belong to a telling: the paragraph in which its anchor stands, or about as much.
AROUND = 250  # characters, to either side
CLAUSE = 120  # characters, likewise
HIT = ("killed", "injured", "arrested")


@dataclass(frozen=True, slots=True)
class Account:
    """An event of one document as it is compared with those of others.

    Attributes:
        id: `DOCUMENT:RECORD`.
        document: id.
        published: ISO day of publication, or None.
        title: of the document, or None.
        outlet, wire: of the document, or None.
        day: ISO day on which it began, or else that of publication, or None.
        until: ISO day before which it ended, or None where the text leaves that open.
        dated: whether the text itself tells the day.
        type, mode: of the codebook.
        standing: in this document.
        anchor: the words that name it.
        actors, recipients: names, in order.
        countries: codes of actors, recipients and place.
        place: name, or None.
        geonameid: of the place, or None.
        toll: for each of `killed`, `injured`, `arrested` that is told: least and most, None where open.
        source: on whose word, None for the author's own.
        content: the words that hold the anchor, who takes part, where and when, as far as a clause goes.
        around: the words around the anchor, up to AROUND characters to either side; "" for no more than
            `content`.
    """

    id: str
    document: str
    published: str | None
    title: str | None
    outlet: str | None
    day: str | None
    until: str | None
    dated: bool
    type: str
    mode: str | None
    standing: Standing
    anchor: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    countries: frozenset[str]
    place: str | None
    geonameid: int | None
    source: str | None
    content: str
    toll: dict[str, Bounds] = field(default_factory=dict, hash=False)
    around: str = ""
    wire: str | None = None


def account_of(reading: Reading, event: Event) -> Account:
    """An event of a reading as it is compared."""
    document = reading.document
    published = document.published[:10] if document.published else None
    roles = (*event.actors, *event.recipients)
    places = (event.place.country,) if event.place else ()
    return Account(
        id=f"{document.id}:{event.id}",
        document=document.id,
        published=published,
        title=document.title,
        outlet=document.outlet,
        wire=document.wire,
        day=event.date.start or published,
        until=event.date.end,
        dated=event.date.start is not None and event.date.span is not None,
        type=event.type,
        mode=event.mode,
        standing=event.standing,
        anchor=event.anchor.text,
        actors=tuple(names_of(event.actors)),
        recipients=tuple(names_of(event.recipients)),
        countries=frozenset(code for code in (*(role.country for role in roles), *places) if code),
        place=event.place.name if event.place else None,
        geonameid=event.place.geonameid if event.place else None,
        source=_source(reading, event),
        content=document.text[slice(*extent(event, len(document.text)))],
        around=document.text[max(0, event.anchor.start - AROUND) : event.anchor.end + AROUND],
        toll=dict(_toll(event.magnitude)),
    )


def extent(event: Event, length: int) -> tuple[int, int]:
    """The half-open characters around the anchor that hold who took part, where and when; no further than a
    long clause goes.

    Args:
        length: of the text.
    """
    spans = (
        *(role.span for role in (*event.actors, *event.recipients)),
        *(Span(place.start, place.end, place.text) for place in (event.place,) if place),
        *(span for span in (event.date.span,) if span),
    )
    near = [span for span in spans if abs(span.start - event.anchor.start) <= CLAUSE]
    start = min((span.start for span in near), default=event.anchor.start)
    end = max((span.end for span in near), default=event.anchor.end)
    return min(start, event.anchor.start), min(length, max(end, event.anchor.end))


def names_of(roles: Iterable[Role]) -> Iterator[str]:
    """The fullest name of each, or else its words; nobody twice."""
    named = (role.name or (role.resolved.text if role.resolved else role.text) for role in roles)
    yield from dict.fromkeys(" ".join(name.split()) for name in named)


def _source(reading: Reading, event: Event) -> str | None:
    said = {each.id: each.source for each in reading.attributions}
    sources = [said[one] for one in event.attributions if one in said]
    voices = [source.resolved.text if source.resolved else source.text for source in sources]
    return next(iter(voices), None)


def _toll(magnitude: Magnitude) -> Iterator[tuple[str, Bounds]]:
    for kind in HIT:
        count = getattr(magnitude, kind)
        if count is not None:
            yield kind, (count.low, count.high)
