"""The place of an event is where it happened, over trees by the shipped encoder."""

from __future__ import annotations

import pytest

from sayso import pipeline
from sayso.reading import read_document


def places(text: str) -> dict[str, str | None]:
    """Anchor -> name of the place."""
    reading = pipeline.read(read_document(text, kind="plain"))
    return {event.anchor.text: event.place.name if event.place else None for event in reading.events}


@pytest.mark.parametrize(
    ("text", "anchor", "place"),
    [
        ("Rebels attacked an army post in Morvania on Monday.", "attacked", "Morvania"),
        ("The police arrested four students near Port Selm.", "arrested", "Port Selm"),
        ("The mayor of Tarsk condemned the attack.", "condemned", None),
    ],
)
def test_the_place_of_an_event_is_found(text: str, anchor: str, place: str | None) -> None:
    assert places(text)[anchor] == place


def test_the_span_of_a_place_cuts_its_words() -> None:
    text = "Rebels attacked an army post in Morvania on Monday."
    (event,) = pipeline.read(read_document(text, kind="plain")).events
    assert event.place is not None
    assert text[event.place.start : event.place.end] == event.place.text
