"""Who stands towards whom: everybody of one side with everybody of the other, and nobody with themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.codebook import load_codebook
from sayso.export import polecat
from sayso.export.dyads import dyads
from sayso.schema.event import Event, Role
from sayso.schema.reading import Reading


def role(text: str, name: str | None = None, country: str | None = None) -> Role:
    return Role(0, len(text), text, None, None, name, country)


def told(event: Event, actors: tuple[str, ...], recipients: tuple[str, ...]) -> list[tuple[str, str]]:
    """The rows of an event with these parties, "" for nobody."""
    made = replace(event, actors=tuple(map(role, actors)), recipients=tuple(map(role, recipients)))
    return [(one.text if one else "", other.text if other else "") for one, other in dyads(made)]


@pytest.fixture
def event(reading: Reading) -> Event:
    return reading.events[0]


@pytest.mark.parametrize(
    ("actors", "recipients", "rows"),
    [
        (("Daluvia", "Kestria"), ("Daluvia", "Kestria"), [("Daluvia", "Kestria"), ("Kestria", "Daluvia")]),
        (("Kestria",), ("Kestria",), [("Kestria", "")]),
        (("The army of Kestria",), ("the Army of Kestria",), [("The army of Kestria", "")]),
        (("Daluvia", "Kestria"), ("Kestria",), [("Daluvia", "Kestria"), ("Kestria", "")]),
        (("Daluvia and Kestria",), ("Kestria",), [("Daluvia and Kestria", "")]),
        (("Orvane",), ("Daluvia, Orvane and Kestria", "Lurna"), [("Orvane", "Lurna")]),
        (("Daluvia",), ("Kestria", "Orvane"), [("Daluvia", "Kestria"), ("Daluvia", "Orvane")]),
        (("Kestrian police",), ("Kestria",), [("Kestrian police", "Kestria")]),
        (("Daluvia",), (), [("Daluvia", "")]),
        ((), ("Kestria",), [("", "Kestria")]),
        ((), (), [("", "")]),
    ],
)
def test_nobody_stands_towards_themselves(
    event: Event, actors: tuple[str, ...], recipients: tuple[str, ...], rows: list[tuple[str, str]]
) -> None:
    assert told(event, actors, recipients) == rows


def test_two_mentions_of_one_name_are_one_party(event: Event) -> None:
    made = replace(event, actors=(role("its army", "Kestria"),), recipients=(role("Kestria"),))
    assert [(one and one.text, other) for one, other in dyads(made)] == [("its army", None)]


def test_a_state_with_and_in_its_name_is_one_party(event: Event) -> None:
    whole = role("Orvane and Lurna", country="ORV")
    made = replace(event, actors=(whole,), recipients=(role("Lurna"),))
    assert [(one and one.text, other and other.text) for one, other in dyads(made)] == [
        ("Orvane and Lurna", "Lurna")
    ]


def test_no_row_of_polecat_has_one_name_on_both_sides(reading: Reading) -> None:
    event = replace(reading.events[0], actors=(role("Karvia"),), recipients=(role("the Karvia"),))
    made = replace(reading, events=(event,))
    (row,) = polecat.rows(made, load_codebook())
    assert (row["Actor Name"], row["Recipient Name"]) == ("Karvia", "")
