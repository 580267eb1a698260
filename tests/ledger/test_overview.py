"""What a ledger holds, in numbers."""

from __future__ import annotations

from dataclasses import replace

from sayso.ledger.across.bringing import bring_up
from sayso.ledger.choosing import choose
from sayso.ledger.deciding import about, decide
from sayso.ledger.ledger import Ledger
from sayso.ledger.overview import arrivals, overview, state
from sayso.ledger.searching import search
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from tests.conftest import made_reading
from tests.ledger.asked import copies, fill


def test_everything_is_counted(ledger: Ledger) -> None:
    fill(ledger, copies([made_reading()], 4))
    told = overview(ledger)
    assert (told.documents, told.entities, told.corrections) == (4, 1, 0)
    assert told.claims == search(ledger, kind="claims").total
    assert told.events == search(ledger, kind="events").total == sum(number for _, number in told.standings)
    assert told.outlets == (("Dorsk Daily", 2), ("The Telmara Courier", 2))
    assert (told.first, told.last) == ("2023-01-09", "2025-01-02")


def test_what_a_person_rejected_does_not_count_and_a_second_place_does(ledger: Ledger) -> None:
    reading = made_reading()
    fill(ledger, [reading])
    there = replace(location_of(reading.document, name="b.txt"), outlet="Dorsk Daily")
    ledger.add(reading, there, mark="one")
    unknown = replace(there, name="c.txt", outlet=None)
    ledger.add(reading, unknown, mark="one")
    event = reading.events[0]
    draft = about(choose(ledger, f"{reading.document.id}:{event.id}"), "reject")
    decide(ledger, [draft], by="me")
    told = overview(ledger)
    assert told.outlets == ((None, 1), ("Dorsk Daily", 1), ("The Telmara Courier", 1))
    assert sum(number for _, number in told.standings) == len(reading.events) - 1
    assert (told.documents, told.corrections) == (1, 1)


def test_an_empty_ledger_has_nothing(ledger: Ledger) -> None:
    told = overview(ledger)
    assert (told.documents, told.outlets, told.first, told.standings) == (0, (), None, ())
    assert arrivals(ledger) == ()


def test_the_state_changes_with_the_ledger(ledger: Ledger) -> None:
    before = state(ledger)
    assert state(ledger) == before
    fill(ledger, copies([made_reading()], 1))
    assert state(ledger) != before


def test_what_came_in_last_stands_first(ledger: Ledger) -> None:
    readings = copies([made_reading()], 3)
    fill(ledger, readings)
    found = arrivals(ledger, limit=2)
    assert [one.id for one in found] == [reading.document.id for reading in reversed(readings)][:2]
    assert (found[0].claims, found[0].events) == (len(readings[0].claims), len(readings[0].events))


def test_the_state_is_another_one_when_documents_were_laid_beside_each_other(
    ledger: Ledger, readings: tuple[Reading, ...]
) -> None:
    fill(ledger, list(readings))
    before = state(ledger)
    bring_up(ledger)
    assert state(ledger) != before
    assert state(ledger) == state(ledger)
