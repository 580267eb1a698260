"""A reading as one page to look at, keep or send: no script, no network, everything in one file.

Pointing at a span marks its claim or event and the other way round; pointing at an event marks those on
whose word it stands too. The style sheet alone does that, with one or two `:has()` rules to each, so it
also works where scripts are off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.export import eventwords, words
from sayso.export.claimcards import card
from sayso.export.eventcards import event_card
from sayso.export.segments import Mark, Segment, blocks
from sayso.export.tallies import evidence, tallies
from sayso.export.templating import environment, storable
from sayso.export.when import published
from sayso.schema.event import Event
from sayso.schema.reading import Reading

if TYPE_CHECKING:
    from jinja2 import Environment

# A browser looks at every rule when the pointer moves; beyond this many, links have to do.
MOST_HOVERED = 600


def to_page(reading: Reading) -> str:
    """A whole HTML document."""
    return _render("page.html", reading)


def to_fragment(reading: Reading) -> str:
    """The same without `<html>` and `<head>`, its styles scoped, for a notebook."""
    return _render("fragment.html", reading)


def _render(template: str, reading: Reading) -> str:
    shown = (
        _environment()
        .get_template(template)
        .render(
            **parts(reading),
            hovered=[one.id for one in reading.attributions[:MOST_HOVERED]],
            followed=reading.events[:MOST_HOVERED],
        )
    )
    return storable(shown)


def parts(reading: Reading, *, links: Mapping[str, Sequence[str]] | None = None) -> dict[str, Any]:
    """What `article.html` shows: the text, the cards beside it, and how it is sourced.

    Args:
        links: addresses of the records' own pages, by the ids of attributions and events; a page that
            stands alone has none.
    """
    known = {attribution.id: attribution for attribution in reading.attributions}
    return {
        "reading": reading,
        "document": reading.document,
        "scope": f"sayso-{reading.document.id}",
        "blocks": blocks(reading.document, reading.attributions, reading.events),
        "cards": [card(one, known) for one in reading.attributions],
        "happened": {event.id: event_card(event, known) for event in reading.events},
        "standings": _standings(reading.events),
        "tallies": tallies(reading.profile),
        "flags": [(words.FLAG[flag.flag], evidence(flag.spans)) for flag in reading.profile.flags],
        "links": links or {},
    }


def _standings(events: Sequence[Event]) -> list[tuple[str, str, str, str]]:
    """(name, sign, words, meaning) of each standing that occurs, in a fixed order."""
    found = {event.standing for event in events}
    return [
        (one, eventwords.GLYPH[one], told, words.STANDING_MEANS[one])
        for one, told in words.STANDING.items()
        if one in found
    ]


def classes(segment: Segment) -> str:
    """The classes of a segment: the parts it plays, how deep it is nested, whose it is."""
    kinds = dict.fromkeys(mark.kind for mark in segment.marks)
    depth = sum(mark.kind == "content" for mark in segment.marks)
    owners = dict.fromkeys(mark.owner for mark in segment.marks if mark.owner)
    standing = [f"is-{mark.standing}" for mark in segment.marks if mark.standing][-1:]
    return " ".join([*kinds, *(["nested"] if depth > 1 else []), *standing, *owners])


def claim_of(segment: Segment) -> str:
    """The id of the attribution whose cue this is, "" elsewhere."""
    cues = [mark.owner for mark in segment.marks if mark.kind == "cue"]
    return cues[-1] if cues else ""


def event_of(segment: Segment) -> str:
    """The id of the event that this names, "" elsewhere."""
    named = [mark.owner for mark in segment.marks if mark.kind == "event"]
    return named[-1] if named else ""


def named_by(segment: Segment) -> list[Mark]:
    """The events whose names end here, so that each name gets its sign once."""
    return segment.ending("event")


@cache
def _environment() -> Environment:
    found = environment(["sayso.export"])
    found.filters |= {**FILTERS, **_OF_DOCUMENT}
    return found


# What `article.html` asks of a segment.
FILTERS: Mapping[str, Callable[[Segment], object]] = {
    filter.__name__: filter for filter in (classes, claim_of, event_of, named_by)
}
_OF_DOCUMENT: Mapping[str, Callable[[str | None], str]] = {published.__name__: published}
