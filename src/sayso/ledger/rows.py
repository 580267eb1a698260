"""The records of a reading as rows of the tables that are searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sayso.comparing.account import AROUND, Account, extent
from sayso.comparing.statement import Statement
from sayso.ledger.across.making import TOLLS, About, account, statement
from sayso.ledger.terms import Terms, day_facets, facets, part_facet, words_of
from sayso.schema.attribution import Source
from sayso.schema.entity import Entity
from sayso.schema.event import Event, Magnitude, Role
from sayso.schema.reading import Reading
from sayso.schema.span import Span
from sayso.text.folding import fold, slug


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a document as the ledger searches it.

    Attributes:
        values: of its columns, without the numbers.
        terms: what it is found by.
        compared: what of it is compared with records of other documents; None where a person rejected it.
    """

    values: Mapping[str, Any]
    terms: Terms
    compared: Account | Statement | None


def claim_rows(reading: Reading, reviews: Mapping[str, str]) -> Iterator[Row]:
    """A row per claim, in their order."""
    standings = {event.id: event.standing for event in reading.events}
    cues = {attribution.id: attribution.cue for attribution in reading.attributions}
    day = _first_day(reading.document.published)
    outlet, about = reading.document.outlet, About.of(reading.document)
    for claim in reading.claims:
        source, cue = claim.source, cues.get(claim.attribution or "")
        standing = standings.get(claim.event or "")
        review = reviews.get(claim.id)
        start, end = min(span.start for span in claim.content), max(span.end for span in claim.content)
        content = _joined(claim.content)
        values = {
            "record": claim.id,
            "day": day,
            "source": source.text,
            "name": source.resolved.text if source.resolved else None,
            "identity": source.identity,
            "naming": source.naming,
            "affiliation": source.affiliation,
            "country": source.country,
            "attitude": claim.attitude,
            "cue": cue.text if cue else None,
            "content": "" if content == reading.document.text[start:end] else content,
            "standing": standing,
            "review": review,
            "start": start,
            "end": end,
        }
        yield Row(
            values,
            Terms(
                words=words_of(span.text for span in claim.content),
                source=words_of(_names(source)),
                facets=(
                    *facets(
                        naming=source.naming,
                        identity=source.identity,
                        affiliation=source.affiliation,
                        country=source.country,
                        attitude=claim.attitude,
                        standing=standing,
                        outlet=outlet,
                        review=review,
                        entity=_entity_ids(reading, (source.entity,)),
                    ),
                    *day_facets(day),
                    part_facet(reading.document.id),
                ),
            ),
            None if review == "rejected" else statement({**values, "content": content}, about),
        )


def event_rows(reading: Reading, reviews: Mapping[str, str]) -> Iterator[Row]:
    """A row per event, in their order."""
    said = {attribution.id: attribution for attribution in reading.attributions}
    published, about = _first_day(reading.document.published), About.of(reading.document)
    for event in reading.events:
        sources = [said[one].source for one in event.attributions if one in said]
        day = event.date.start or published
        start, end = extent(event, len(reading.document.text))
        content = reading.document.text[start:end]
        wide = reading.document.text[max(0, event.anchor.start - AROUND) : event.anchor.end + AROUND]
        review = reviews.get(event.id)
        roles = (*event.actors, *event.recipients)
        countries = sorted({role.country for role in roles if role.country} | _country(event))
        values = {
            "record": event.id,
            "day": day,
            "type": event.type,
            "mode": event.mode,
            "standing": event.standing,
            "anchor": event.anchor.text,
            "anchored": event.anchor.start,
            "actors": _listed(event.actors),
            "recipients": _listed(event.recipients),
            "countries": " ".join(countries),
            "place": event.place.name if event.place else None,
            "source": next((_voice(source) for source in sources), None),
            "confidence": event.confidence,
            "until": event.date.end,
            "dated": event.date.start is not None and event.date.span is not None,
            "geonameid": event.place.geonameid if event.place else None,
            "toll": toll_text(event.magnitude),
            "review": review,
            "start": start,
            "end": end,
        }
        yield Row(
            values,
            Terms(
                words=words_of((content, event.place.name if event.place else None)),
                source=words_of(name for source in sources for name in _names(source)),
                actor=words_of(_role_names(event.actors)),
                recipient=words_of(_role_names(event.recipients)),
                facets=(
                    *facets(
                        type=event.type,
                        mode=event.mode,
                        standing=event.standing,
                        country=countries,
                        actor=(role.country for role in event.actors),
                        recipient=(role.country for role in event.recipients),
                        sector=(role.sector for role in roles),
                        naming=(source.naming for source in sources),
                        affiliation=(source.affiliation for source in sources),
                        outlet=reading.document.outlet,
                        review=review,
                        entity=_entity_ids(reading, (role.entity for role in roles)),
                    ),
                    *day_facets(day),
                    part_facet(reading.document.id),
                ),
            ),
            None if review == "rejected" else account({**values, "content": content, "around": wide}, about),
        )


def entity_rows(reading: Reading) -> Iterator[tuple[str, Entity]]:
    """Each entity of the document with its id in the ledger."""
    for entity in reading.entities:
        yield entity_id(entity), entity


def entity_id(entity: Entity) -> str:
    """The same for all documents that know somebody of this kind by this name."""
    key = slug(entity.name) or fold(entity.name)
    return "e" + sha256(f"{entity.kind}\n{key}".encode("utf-8", "surrogatepass")).hexdigest()[:15]


def toll_text(magnitude: Magnitude) -> str | None:
    """How many people an event hit, as the ledger keeps it: "killed 12-14, injured 30-"."""
    counts = ((kind, getattr(magnitude, kind)) for kind in TOLLS)
    told = [f"{kind} {_number(count.low)}-{_number(count.high)}" for kind, count in counts if count]
    return ", ".join(told) or None


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _entity_ids(reading: Reading, wanted: Iterable[str | None]) -> list[str]:
    chosen = set(wanted)
    return [entity_id(entity) for entity in reading.entities if entity.id in chosen]


def _first_day(published: str | None) -> str | None:
    return published[:10] if published else None


def _joined(spans: Iterable[Span]) -> str:
    return " … ".join(" ".join(span.text.split()) for span in spans)


def _names(source: Source) -> list[str | None]:
    return [source.text, source.resolved.text if source.resolved else None]


def _voice(source: Source) -> str | None:
    return source.resolved.text if source.resolved else source.text


def _role_names(roles: Iterable[Role]) -> list[str | None]:
    return [
        name
        for role in roles
        for name in dict.fromkeys((role.text, role.resolved.text if role.resolved else None, role.name))
    ]


def _listed(roles: Iterable[Role]) -> str:
    named = (role.name or (role.resolved.text if role.resolved else role.text) for role in roles)
    return "; ".join(dict.fromkeys(" ".join(name.split()) for name in named))


def _country(event: Event) -> set[str]:
    return {event.place.country} if event.place and event.place.country else set()
