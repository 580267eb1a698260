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


def test_what_did_not_happen_is_not_laid_in_the_mouth_of_who_told_what_did() -> None:
    reading = sayso.read(f"{TOLD} Soldiers made no arrests.")
    arrests = event_at(reading, "arrests")
    assert (arrests.standing, arrests.attributions) == ("negated", ())


@pytest.mark.parametrize(
    "text",
    [
        "The guard said he was praying at the shrine when the pair died. He shot them with a rifle.",
        "Police said they had used only water cannon. They shot a pensioner.",
        "The general said his troops had left by noon. He shot a deserter himself.",
    ],
)
def test_who_tells_of_themselves_admits_nothing_that_the_author_tells(text: str) -> None:
    shot = event_at(sayso.read(text), "shot")
    assert (shot.standing, shot.attributions) == ("fact", ())


@pytest.mark.parametrize(
    "text",
    [
        "The minister said no civilians were killed. Nine farmers were shot in the raid.",
        "The agency said its guards hit nobody. The guards shot five people.",
        "The ministry said its troops had not entered the camp. Troops shot nine people.",
        "The regime said it bombed a depot. In fact its planes shot at a school.",
        "The rebels said they had burned a depot. The army rejected the claim and shot two prisoners.",
        "Prosecutors said the minister took bribes. The court sentenced him to be shot.",
        "The coach said fans attacked the team bus. The federation suspended the referee.",
        "The airline said the crew had refused to fly. The pilots marched on the headquarters.",
    ],
)
def test_who_refutes_or_answers_an_account_does_not_go_on_with_it(text: str) -> None:
    assert all(reason.kind != "account" for event in sayso.read(text).events for reason in event.why)


@pytest.mark.parametrize("wrapped", [" ", "\n"])
def test_a_line_end_in_the_middle_of_a_paragraph_ends_no_account(wrapped: str) -> None:
    lines = (
        "The head of the clinic at Orvel said on Monday that gunmen had come on motorcycles",
        "at dawn and had stormed the ward. They shot a porter at the gate and dragged two",
        "nurses into a van that was waiting behind the mill, with its engine running and its",
        "doors open.",
    )
    assert event_at(sayso.read(wrapped.join(lines)), "shot").standing == "reported"


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
