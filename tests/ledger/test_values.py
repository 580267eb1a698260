"""A person sets only what the records know, and a file brings nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest

from sayso.codebook import load_codebook
from sayso.ledger.choosing import Chosen
from sayso.ledger.correcting import role_target, target_of
from sayso.ledger.errors import LedgerError
from sayso.ledger.values import values_of
from sayso.schema.checking import check_correction
from sayso.schema.correction import Correction
from sayso.schema.reading import Reading

Kind = Literal["claim", "event", "role"]


def chosen(reading: Reading, kind: Kind) -> Chosen:
    claim, event = reading.claims[0], reading.events[0]
    role = event.actors[0]
    if kind == "claim":
        return Chosen("d:c1", kind, reading.document.id, claim, None, target_of(claim))
    if kind == "event":
        return Chosen("d:v1", kind, reading.document.id, event, event, target_of(event))
    target = role_target(event, "actors", role)
    return Chosen("d:v1.actor.1", kind, reading.document.id, role, event, target)


SET: list[tuple[Kind, list[str], dict[str, Any]]] = [
    ("claim", ["attitude=denial"], {"attitude": "denial"}),
    ("claim", ["identity=Named group", "role="], {"identity": "named_group", "role": None}),
    ("event", ["type=Assault"], {"type": "ASSAULT", "quad": "material conflict"}),
    (
        "event",
        ["type=coerce", "mode=ARREST"],
        {"type": "COERCE", "quad": "material conflict", "mode": "arrest"},
    ),
    ("event", ["contexts=legal, military,legal"], {"contexts": ["military", "legal"]}),
    ("event", ["mode="], {"mode": None}),
    ("role", ["country=kos", "sector=gov"], {"country": "XKX", "sector": "GOV"}),
    ("role", ["name=A = B"], {"name": "A = B"}),
]


@pytest.mark.parametrize(("kind", "given", "value"), SET)
def test_what_is_known_is_set_as_the_records_write_it(
    reading: Reading, kind: Kind, given: list[str], value: dict[str, Any]
) -> None:
    found = values_of(chosen(reading, kind), given, load_codebook())
    assert found == value
    one = chosen(reading, kind)
    check_correction(
        Correction(kind, "edit", one.document, one.target, found, "anna", "2026-11-22T10:00:00.000000Z")
    )


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("claim", "attitude=question", "expected one of assertion, denial"),
        ("claim", "standing=fact", "cannot be set of a claim"),
        ("claim", "naming", "expected field=value"),
        ("claim", "naming=", "cannot be empty"),
        ("event", "type=WAR", "expected one of AGREE, CONSULT"),
        ("event", "anchor=x", "cannot be set of an event"),
        ("event", "mode=arrest", "is no mode of ACCUSE"),
        ("event", "standing=true", "expected one of negated"),
        ("event", "contexts=weather", "is no context"),
        ("role", "country=ZZZ", "is no country"),
        ("role", "sector=ZZZ", "is no sector"),
        ("role", f"name={'x' * 300}", "is too long"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(
    reading: Reading, kind: Kind, given: str, said: str
) -> None:
    with pytest.raises(LedgerError, match=said):
        values_of(chosen(reading, kind), [given], load_codebook())


WHOLE = Correction(
    "event",
    "edit",
    "0123456789abcdef",
    {"anchor": [3, 7], "type": "AID"},
    {"standing": "denied"},
    "anna",
    "2026-11-22T10:00:00.000000Z",
)


def test_a_whole_correction_is_let_in() -> None:
    check_correction(WHOLE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"action": "merge"},
        {"document": None},
        {"document": "../../etc"},
        {"target": {"anchor": [3, 7]}},
        {"target": {"anchor": [7, 3], "type": "AID"}},
        {"target": {"anchor": "3-7", "type": "AID"}},
        {"target": {"anchor": [3, 7], "type": "AID", "cue": [True, 2]}},
        {"value": {}},
        {"value": {"standing": "true"}},
        {"value": {"anchor": "x"}},
        {"value": {"type": None}},
        {"value": {"contexts": "military"}},
        {"value": {"type": "AID", "quad": "war"}},
        {"action": "undo", "value": {}},
        {"by": " "},
        {"at": "yesterday"},
        {"at": "2026-13-22T10:00:00.000000Z"},
        {"at": "9999-12-31T23:59:59.999999Z"},
        {"kind": "source", "action": "rate", "document": None, "target": {"source": "A"}},
        {"kind": "entity", "action": "merge", "document": None, "target": {"entities": []}},
        {"kind": "role", "target": {"anchor": [3, 7], "type": "AID", "side": "place", "role": [1, 2]}},
        {"kind": "claim", "target": {"content": []}},
    ],
)
def test_a_broken_correction_is_told_from_a_whole_one(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        check_correction(replace(WHOLE, **wrong))
