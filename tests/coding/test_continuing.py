"""Sentences that go on with somebody's account rest on whoever told it."""

from __future__ import annotations

import pytest

import sayso
from sayso.comparing.holding import held
from sayso.schema.event import Event
from sayso.schema.reading import Reading

TOLD = "The mayor of Orvel said gunmen came on motorcycles at dawn. They dragged two nurses into a van."


def event_at(reading: Reading, anchor: str) -> Event:
    (found,) = [one for one in reading.events if one.anchor.text == anchor]
    return found


def test_it_rests_on_who_told_the_account_and_says_that_it_goes_on() -> None:
    reading = sayso.read(TOLD)
    (said,) = reading.attributions
    dragged = event_at(reading, "dragged")
    assert dragged.standing == "reported"
    assert dragged.attributions == (said.id,)
    assert [(reason.kind, reason.span) for reason in dragged.why] == [("account", said.cue)]
    assert held(dragged, {said.id: said}).vouching == (said,)
    assert [(one.holder, one.value) for one in dragged.factuality] == [((said.id,), "CT+"), ((), "Uu")]


def test_what_did_not_happen_by_such_an_account_is_denied_by_who_told_it() -> None:
    reading = sayso.read(f"{TOLD} No soldier was killed.")
    (said,) = reading.attributions
    killed = event_at(reading, "killed")
    assert killed.standing == "denied"
    assert held(killed, {said.id: said}).denying == (said,)


def test_who_goes_on_to_tell_what_they_did_themselves_admits_it() -> None:
    reading = sayso.read(
        "The guard said he was standing at the gate when the column arrived. He shot the caretaker and ran."
    )
    assert event_at(reading, "shot").standing == "admitted"


@pytest.mark.parametrize(
    "after",
    [
        "On Friday rebels shelled the mill.",
        "\n\nRebels shelled the mill.",
        "Karvia shelled the mill.",
        "A farmer said the road was safe. On Friday rebels shelled the mill.",
        "The post has been moved since. Rebels shelled the mill.",
    ],
)
def test_an_account_ends_where_the_author_speaks_again(after: str) -> None:
    reading = sayso.read(f"{TOLD} {after}")
    assert event_at(reading, "shelled").attributions == ()
