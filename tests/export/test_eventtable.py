"""The plain table of events, one row to an event."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from sayso.export import eventtable
from sayso.schema.event import Count, Event, Magnitude, Role
from sayso.schema.reading import Reading
from sayso.schema.span import Span


def told(reading: Reading, *more: tuple[str, ...]) -> list[dict[str, str]]:
    """The table as a program reads it that knows only CSV."""
    rows = list(eventtable.rows(reading))
    text = "\n".join([eventtable.heading(), *map(eventtable.line, rows)])
    return list(csv.DictReader(io.StringIO(text)))


def with_first(reading: Reading, event: Event) -> Reading:
    return replace(reading, events=(event, *reading.events[1:]))


def test_every_event_is_one_row_in_reading_order(reading: Reading) -> None:
    assert [row["event"] for row in told(reading)] == [event.id for event in reading.events]


def test_a_row_tells_what_happened_and_on_whose_word(reading: Reading) -> None:
    row = told(reading)[1]
    event = reading.events[1]
    assert (row["type"], row["standing"]) == (event.type, "denied")
    assert row["holder"].split(" < ") == ["drivers", "The minister, Ilena Brask"]
    assert (row["source_text"], row["source_identity"]) == ("drivers", "unnamed_group")
    assert row["cue"] == "had told her"
    assert (row["source_country"], row["source_sector"]) == ("", "")
    assert row["why"].split("; ")[0] == "cue: had told her"
    text = reading.document.text
    assert text[int(row["start"]) : int(row["end"])] == row["anchor"]


def test_what_the_author_tells_has_the_author_as_its_holder(reading: Reading) -> None:
    row = told(reading)[0]
    assert (row["holder"], row["source_text"], row["source_identity"], row["cue"]) == (
        "the author", "", "", "",
    )  # fmt: skip


def test_open_bounds_are_empty_cells_and_zero_is_none(reading: Reading) -> None:
    span = reading.events[0].anchor
    event = replace(reading.events[0], magnitude=Magnitude(Count(9, None, span), Count(0, 0, span)))
    row = told(with_first(reading, event))[0]
    assert (row["killed_low"], row["killed_high"]) == ("9", "")
    assert (row["injured_low"], row["injured_high"]) == ("0", "0")
    assert (row["arrested_low"], row["arrested_high"]) == ("", "")


def test_countries_and_sectors_stand_at_the_places_of_their_actors(reading: Reading) -> None:
    span = reading.events[0].anchor
    nameless = Role(span.start, span.end, "gunmen", None, None, None)
    known = replace(nameless, text="Ostrand", name="Ostrand", country="OST", sector="GOV")
    row = told(with_first(reading, replace(reading.events[0], actors=(nameless, known, nameless))))[0]
    assert row["actors"].split("; ") == ["gunmen", "Ostrand", "gunmen"]
    assert row["actor_countries"].split(";") == ["", " OST", ""]
    assert len(row["actor_sectors"].split(";")) == 3


def test_no_value_begins_a_formula_or_breaks_its_line(reading: Reading) -> None:
    span = reading.events[0].anchor
    role = Role(span.start, span.end, '=HYPERLINK("x")', None, None, '=HYPERLINK(\n"x")')
    hostile = replace(reading.events[0], anchor=Span(span.start, span.end, "@at\ttack"), actors=(role,))
    lines = list(map(eventtable.line, eventtable.rows(with_first(reading, hostile))))
    assert all(len(line.splitlines()) == 1 for line in lines)
    row = told(with_first(reading, hostile))[0]
    assert (row["anchor"], row["actors"]) == ("'@at tack", '\'=HYPERLINK( "x")')


def test_more_columns_stand_behind_its_own(reading: Reading) -> None:
    row = next(eventtable.rows(reading))
    assert next(csv.reader([eventtable.heading(("input",))]))[-1] == "input"
    assert next(csv.reader([eventtable.line(row, ("=a, b",))]))[-1] == "'=a, b"


def test_a_document_without_events_has_no_rows(reading: Reading) -> None:
    assert list(eventtable.rows(replace(reading, events=()))) == []


def test_country_and_sector_of_the_source_are_told(reading: Reading) -> None:
    inner = reading.attributions[1]
    known = replace(inner, source=replace(inner.source, country="KEN", sector="CVL"))
    said = (reading.attributions[0], known, *reading.attributions[2:])
    row = told(replace(reading, attributions=said))[1]
    assert (row["source_country"], row["source_sector"]) == ("KEN", "CVL")
