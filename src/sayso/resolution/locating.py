"""Where the events of a document happened: their places looked up in the gazetteer, all together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.resolution.places import Places
from sayso.resolution.places_hints import Hints, countries_of
from sayso.resolution.places_mentions import toponyms_in
from sayso.schema.event import Event, Place


def located(text: str, events: Sequence[Event], places: Places) -> tuple[Event, ...]:
    """The events with country, division and coordinates of their places; a name the gazetteer does not
    know, or that could be several places, keeps its words and nothing else.
    """
    named = [event.place for event in events if event.place is not None]
    if not named:
        return tuple(events)
    countries = [role.country for event in events for role in (*event.actors, *event.recipients)]
    hints = Hints(countries=countries_of(text.split(), others=[c for c in countries if c]))
    mentions = toponyms_in(text, [(place.start, place.end) for place in named])
    found = {
        place: match
        for place, match in zip(named, places.resolve(mentions, hints=hints), strict=True)
        if match is not None and not match.unsure
    }

    def known(place: Place) -> Place:
        match = found.get(place)
        if match is None:
            return place
        return replace(
            place,
            name=match.name,
            country=match.country,
            admin1=match.admin1,
            lat=match.lat,
            lon=match.lon,
            geonameid=match.geonameid,
        )

    return tuple(replace(event, place=known(event.place)) if event.place else event for event in events)
