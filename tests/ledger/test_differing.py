"""What a newer coding of the same text tells differently is told, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.ledger.differing import diff, differences, marks
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.schema.location import location_of
from sayso.schema.reading import Reading


def test_a_coding_does_not_differ_from_itself(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        found = diff(reading, reading)
        assert found.changes == ()
        assert found.same == len(reading.events) + len(reading.claims)


def test_what_is_gone_and_what_is_added_mirror_each_other(readings: tuple[Reading, ...]) -> None:
    reading = readings[0]
    less = replace(reading, events=reading.events[1:], claims=reading.claims[:-1])
    gone, added = diff(reading, less), diff(less, reading)
    assert [(one.kind, one.what, one.before) for one in gone.changes] == [
        ("event", "gone", reading.events[0]),
        ("claim", "gone", reading.claims[-1]),
    ]
    assert [(one.kind, one.what, one.after) for one in added.changes] == [
        ("event", "added", reading.events[0]),
        ("claim", "added", reading.claims[-1]),
    ]


def test_another_standing_is_a_change_of_the_same_event(readings: tuple[Reading, ...]) -> None:
    reading = readings[0]
    event = reading.events[0]
    other = replace(event, id="v77", standing="possible", type="THREATEN", actors=())
    (change,) = diff(reading, replace(reading, events=(other, *reading.events[1:]))).changes
    assert (change.what, change.before, change.after) == ("changed", event, other)
    assert change.fields["standing"] == (event.standing, "possible")
    assert change.fields["type"] == (event.type, "THREATEN")


def test_another_source_is_a_change_of_the_same_claim(readings: tuple[Reading, ...]) -> None:
    reading = readings[1]
    claim = next(one for one in reading.claims if one.attribution)
    other = replace(claim, source=replace(claim.source, naming="implicit"))
    claims = tuple(other if one is claim else one for one in reading.claims)
    (change,) = diff(reading, replace(reading, claims=claims)).changes
    assert dict(change.fields) == {"naming": (claim.source.naming, "implicit")}


def test_codings_of_two_texts_are_not_compared(readings: tuple[Reading, ...]) -> None:
    with pytest.raises(ValueError, match="two texts"):
        diff(readings[0], readings[1])


def test_a_ledger_tells_the_codings_that_it_keeps_apart(
    ledger: Ledger, readings: tuple[Reading, ...]
) -> None:
    for reading in readings:
        ledger.add(reading, location_of(reading.document, name="a.txt"), mark="one")
    reading = readings[0]
    ledger.recode(reading.document.id, replace(reading, events=()), mark="two")
    ledger.recode(reading.document.id, replace(reading, claims=()), mark="three")
    (last,) = differences(ledger)
    assert {(one.kind, one.what) for one in last.changes} == {("event", "added"), ("claim", "gone")}
    (first,) = differences(ledger, [reading.document.id], before="one", after="tw")
    assert {(one.kind, one.what) for one in first.changes} == {("event", "gone")}
    assert list(differences(ledger, [readings[1].document.id])) == []
    assert marks(ledger) == [("three", 1, 1), ("two", 1, 0), ("one", 3, 2)]
    with pytest.raises(LedgerError, match="several marks"):
        list(differences(ledger, before="t"))
    with pytest.raises(LedgerError, match="no mark"):
        list(differences(ledger, before="four"))
