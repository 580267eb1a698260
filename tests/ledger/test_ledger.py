"""What goes in comes out, in both stores."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from sayso.ledger.asking import Filter, question
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import claims, codings, events
from sayso.schema.location import Location, location_of
from sayso.schema.reading import Reading


def found_at(reading: Reading, name: str = "a.txt") -> Location:
    return location_of(reading.document, name=name)


def dated(reading: Reading, day: str) -> Reading:
    return replace(reading, document=replace(reading.document, published=day))


def answers(ledger: Ledger, kind: str, words: str = "", **facets: tuple[str, ...]) -> int:
    table = {"claims": claims, "events": events}[kind]
    numbers = ledger.index.numbers(kind, question(words, Filter(facets)))
    with ledger.transaction() as connection:
        asked = numbers.columns(table.c.number).subquery()
        counted = select(func.count()).select_from(table).where(table.c.number.in_(select(asked.c.number)))
        return connection.scalar(counted) or 0


def test_a_reading_comes_back_as_it_went_in(ledger: Ledger, readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        assert ledger.add(reading, found_at(reading), mark="one") == "read"
    for reading in readings:
        stored = ledger.stored(reading.document.id)
        assert stored is not None
        assert stored.reading == reading
    assert ledger.ids() == sorted(reading.document.id for reading in readings)


def test_the_same_content_again_changes_nothing(ledger: Ledger, readings: tuple[Reading, ...]) -> None:
    reading = readings[0]
    ledger.add(reading, found_at(reading), mark="one")
    before = ledger.stored(reading.document.id)
    assert ledger.add(reading, found_at(reading), mark="one") == "known"
    assert ledger.add_place(reading.document.id, found_at(reading)) == "known"
    assert ledger.stored(reading.document.id) == before


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_places_the_earlier_gives_the_particulars_whichever_came_first(
    ledger: Ledger, readings: tuple[Reading, ...], first: int
) -> None:
    early, late = dated(readings[1], "2024-06-02"), dated(readings[1], "2024-06-05")
    both = [(early, found_at(early, "b.txt")), (late, found_at(late, "a.txt"))]
    added = [ledger.add(reading, place, mark="one") for reading, place in (both[first], both[1 - first])]
    assert added == ["read", "copy"]
    stored = ledger.stored(early.document.id)
    assert stored is not None
    assert stored.reading == early
    assert [place.name for place in stored.locations] == ["b.txt", "a.txt"]
    with ledger.transaction() as connection:
        assert connection.scalar(select(func.count()).select_from(codings)) == 1


def test_a_newer_coding_is_searched_and_the_older_one_kept(
    ledger: Ledger, readings: tuple[Reading, ...]
) -> None:
    reading = readings[1]
    ledger.add(reading, found_at(reading), mark="one")
    assert answers(ledger, "events", "arrested") >= 1
    ledger.recode(reading.document.id, replace(reading, events=(), claims=()), mark="two")
    assert answers(ledger, "events", "arrested") == 0
    with ledger.transaction() as connection:
        kept = connection.execute(select(codings.c.mark, codings.c.current).order_by(codings.c.mark)).all()
    assert [tuple(row) for row in kept] == [("one", False), ("two", True)]


def test_words_and_facets_find_records(ledger: Ledger, readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        ledger.add(reading, found_at(reading), mark="one")
    assert answers(ledger, "claims", "convoy") >= 1
    assert answers(ledger, "claims", "conv*") == answers(ledger, "claims", "CONVOY")
    assert answers(ledger, "claims", '"convoy shelled"') == 0
    assert answers(ledger, "claims", '"shelled a convoy"') >= 1
    every = answers(ledger, "claims", "convoy")
    assert every == answers(ledger, "claims", "convoy sella") + answers(ledger, "claims", "convoy -sella")
    assert answers(ledger, "claims", "", attitude=("denial",)) >= 1
    assert answers(ledger, "claims", source=("defence ministry",)) >= 1
    assert answers(ledger, "claims", source=("karvia ministry",)) == 0
    every = answers(ledger, "events", standing=("fact", "denied", "reported", "planned", "possible"))
    assert every == sum(len(reading.events) for reading in readings)
    assert answers(ledger, "events", outlet=("Dorsk Daily",)) == len(readings[1].events)


def test_a_record_is_indexed_as_often_as_it_is_there(ledger: Ledger, readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        ledger.add(reading, found_at(reading), mark="one")
    ledger.recode(readings[0].document.id, readings[0], mark="two")
    with ledger.transaction() as connection:
        for table in (claims, events):
            rows = set(connection.scalars(select(table.c.number)))
            assert ledger.index.entries(connection, table.name) == rows
