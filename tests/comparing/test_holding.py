"""Who vouches for an event and who denies it: whoever says "did not" denies, whoever accuses alleges."""

from __future__ import annotations

from dataclasses import replace

import pytest

import sayso
from sayso.comparing.holding import held
from sayso.schema.attribution import Attitude
from sayso.schema.event import Factuality, FactValue, Reason
from sayso.schema.reading import Reading
from tests.conftest import span


def names(reading: Reading, *attributions: str, **values: FactValue) -> tuple[list[str], list[str]]:
    """Ids of who vouches and of who denies, where the event is told through these."""
    factuality = tuple(Factuality((id,), value) for id, value in values.items())
    event = replace(reading.events[0], attributions=attributions, factuality=factuality, why=())
    sides = held(event, {one.id: one for one in reading.attributions})
    return [one.id for one in sides.vouching], [one.id for one in sides.denying]


@pytest.mark.parametrize("value", ["CT-", "PR-", "PS-"])
def test_whoever_says_that_it_did_not_happen_denies_it_and_vouches_for_nothing(
    reading: Reading, value: FactValue
) -> None:
    assert names(reading, "a1", a1=value) == ([], ["a1"])


@pytest.mark.parametrize("value", ["CT+", "PR+", "PS+", "Uu"])
def test_whoever_says_that_it_happened_vouches(reading: Reading, value: FactValue) -> None:
    assert names(reading, "a1", a1=value) == (["a1"], [])


def test_whoever_passes_on_a_denial_neither_vouches_nor_denies(reading: Reading) -> None:
    assert names(reading, "a2", "a1", a2="CT-", a1="Uu") == ([], ["a2"])


@pytest.mark.parametrize("value", ["CT-", "Uu", "CT+"])
def test_a_denial_vouches_for_nothing_whatever_its_value(reading: Reading, value: FactValue) -> None:
    assert names(reading, "a4", a4=value) == ([], ["a4"])


def test_whoever_denies_that_it_did_not_happen_is_on_neither_side(reading: Reading) -> None:
    event = replace(
        reading.events[0],
        attributions=("a4",),
        factuality=(Factuality(("a4",), "CT+"),),
        why=(Reason("negator", span("denies")),),
    )
    sides = held(event, {one.id: one for one in reading.attributions})
    assert (sides.vouching, sides.denying) == ((), ())


@pytest.mark.parametrize("attitude", ["intention", "demand", "question", "no_comment"])
def test_whoever_does_not_say_that_it_is_so_is_on_neither_side(reading: Reading, attitude: Attitude) -> None:
    first, *others = reading.attributions
    wanting = replace(reading, attributions=(replace(first, attitude=attitude), *others))
    assert names(wanting, "a1", a1="Uu") == ([], [])


def test_a_denial_elsewhere_that_decided_leaves_the_accuser_as_the_one_who_alleges(reading: Reading) -> None:
    denied = next(one for one in reading.attributions if one.id == "a4")
    assert denied.cue is not None
    event = replace(reading.events[0], attributions=("a1",), why=(Reason("denial", denied.cue),))
    sides = held(event, {one.id: one for one in reading.attributions})
    assert [one.id for one in sides.vouching] == ["a1"]
    assert sides.denying == (denied,)


@pytest.mark.parametrize(
    ("text", "anchor", "vouching", "denying"),
    [
        ("The army did not shell the village of Brevna, Samira Kell said on Monday.", "shell", [], ["Kell"]),
        ("“We did not shell the village of Brevna,” Samira Kell said on Monday.", "shell", [], ["Kell"]),
        (
            "Kestria accused Daluvia of shelling the village of Brevna. Daluvia denied the accusation.",
            "shelling", ["Kestria"], ["Daluvia"],
        ),
        (
            "Daluvia accused Kestria of shelling the village of Brevna. Kestria denied the accusation.",
            "shelling", ["Daluvia"], ["Kestria"],
        ),
    ],
)  # fmt: skip
def test_it_is_told_of_what_is_read(text: str, anchor: str, vouching: list[str], denying: list[str]) -> None:
    reading = sayso.read(text)
    event = next(one for one in reading.events if one.anchor.text == anchor)
    sides = held(event, {one.id: one for one in reading.attributions})
    for found, expected in ((sides.vouching, vouching), (sides.denying, denying)):
        assert len(found) == len(expected)
        assert all(name in (one.source.text or "") for one, name in zip(found, expected, strict=True))
