"""Claims and events in sentences: whoever reads nothing else sees on whose word it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.exported import Counted
from sayso.export.telling import NEVER, claim_story, claim_title, elsewhere, event_story, event_title
from sayso.export.vouched import sayings
from sayso.schema.event import Factuality, Standing
from tests.export.formats.given import TITLE, border, made

READING = made().reading
SAID = sayings(READING)


def test_a_claim_begins_with_who_makes_it_and_through_whom_it_came() -> None:
    titles = [claim_title(claim, SAID) for claim in READING.claims]
    assert titles[1] == (
        "Claimed by drivers, as told by The minister, Ilena Brask: “the first shells came from the east”"
    )
    assert titles[3] == "Denied by Ostrand: “the accusation”"


def test_an_event_begins_with_how_it_stands() -> None:
    told = event_title(READING.events[1], SAID)
    assert told == f"{TITLE} · heavy weapons, “shelling”"


@pytest.mark.parametrize("standing", ["negated", "planned", "denied", "reported", "possible", "fact"])
def test_a_denial_vouches_for_nothing(standing: Standing) -> None:
    denied = replace(READING.events[1], attributions=("a4",), standing=standing)
    by = "by Ostrand: " if standing in ("denied", "negated") else "in the words of Ostrand"
    assert by in event_title(denied, SAID)
    assert "on the word of" not in event_story(READING, denied, SAID).partition("Text:")[0]


def test_whoever_says_that_it_did_not_happen_denies_it_in_the_title() -> None:
    negated = Factuality(("a2", "a1"), "CT-")
    event = replace(READING.events[1], attributions=("a2", "a1"), factuality=(negated,), why=())
    assert event_title(event, SAID).startswith("denied by drivers, as told by The minister, Ilena Brask: ")
    assert "on the word of" not in event_story(READING, event, SAID).partition("Text:")[0]
    assert "alleged" not in event_title(event, SAID)


def test_a_source_without_words_is_somebody_who_is_not_named() -> None:
    told = event_title(READING.events[2], SAID)
    assert told.startswith("reported by others, on the word of somebody who is not named: retreat")


def test_every_story_ends_with_what_sayso_does_not_say() -> None:
    reading, said = border().reading, sayings(border().reading)
    stories = [claim_story(claim, said) for claim in reading.claims]
    stories += [event_story(reading, event, said) for event in reading.events]
    assert len(stories) > 50
    for story in stories:
        assert story.endswith(NEVER)
        assert "\n" not in story


def test_how_far_it_is_told_elsewhere_is_a_sentence() -> None:
    counts = {"v2": Counted("x:v1", 5, 4, 3, 1), "v3": Counted("x:v2", 2, 2, 2, 0)}
    one = replace(made(), counts=counts)
    assert elsewhere(one, "v1") == ""
    assert elsewhere(one, "v2") == "Told in 5 documents of 3 independent origins; origins that deny it: 1."
    assert elsewhere(one, "v3") == "Told in 2 documents of 2 independent origins."


def test_quotation_marks_of_the_text_are_not_doubled() -> None:
    assert "““" not in " ".join(claim_story(claim, SAID) for claim in READING.claims)
