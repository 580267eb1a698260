"""What a source does with the content."""

from __future__ import annotations

import pytest

from sayso.attribution.attitude import attitude, cue_place, is_factive

CASES = "attitudes"


def test_the_attitude_of_a_sentence_is_what_a_reader_says(case: dict[str, str]) -> None:
    found = attitude(
        case["cue"].split(), content_words=case["content"].split(), before=case["before"].split()
    )
    assert found == case["attitude"]


def test_nothing_to_go_by_is_an_assertion() -> None:
    assert attitude([]) == "assertion"
    assert attitude(["gribbled"]) == "assertion"


def test_a_contraction_negates_whichever_way_it_was_cut() -> None:
    assert attitude(["didn’t", "say"]) == attitude(["did", "n't", "say"]) == "no_comment"


def test_a_tag_decides_between_a_noun_and_a_verb_spelled_alike() -> None:
    assert attitude(["dispute"], upos=["NOUN"]) == "question"
    assert attitude(["dispute"], upos=["VERB"]) == "denial"


@pytest.mark.parametrize(
    ("cue", "before", "place"),
    [
        ("said", "The mayor", "subject"),
        ("was told", "The court", "agent"),
        ("told", "The court was", "agent"),
        ("was saying", "The mayor", "subject"),
        ("heard from", "The court", "oblique"),
        ("according to", "", "object"),
        ("citing", "", "object"),
        ("claim", "Orenia 's", "subject"),
        ("reportedly", "", "none"),
        ("gribbled", "", "subject"),
    ],
)
def test_the_source_stands_where_the_cue_puts_it(cue: str, before: str, place: str) -> None:
    assert cue_place(cue.split(), before=before.split()) == place


def test_a_noun_is_owned_by_its_source() -> None:
    assert cue_place(["claim"], upos=["NOUN"]) == "owner"


@pytest.mark.parametrize("cue", ["acknowledged", "revealed", "admitted", "knew", "confirmed"])
def test_factive_cues_take_their_content_for_granted(cue: str) -> None:
    assert is_factive([cue])


@pytest.mark.parametrize("cue", ["said", "claimed", "alleged", "believes", "reportedly", "gribbled"])
def test_other_cues_do_not(cue: str) -> None:
    assert not is_factive([cue])
