from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing.copying import compare, subject
from tests.comparing.writing import OTHER, OWN, WIRE, joined, sentences, story

LINES = sentences(WIRE)


def test_the_same_words_under_another_template_are_exact() -> None:
    assert compare(story(WIRE), story(WIRE.upper().replace("“", '"').replace("”", '"'))).kind == "exact"


def test_changed_words_and_numbers_are_an_edit() -> None:
    edited = WIRE.replace("four", "five").replace("collapsed", "broke down").replace("repaired", "mended")
    assert compare(story(WIRE), story(edited)).kind == "edited"


def test_paragraphs_in_another_order_are_an_edit() -> None:
    assert compare(story(WIRE), story(joined(*LINES[3:], *LINES[:3]))).kind == "edited"


def test_a_story_cut_from_its_end_is_abridged_and_rests_on_the_whole() -> None:
    found = compare(story(joined(*LINES[:2])), story(WIRE))
    assert (found.kind, found.a_rests) == ("abridged", True)
    assert found.a_in_b > 0.9 > found.b_in_a


def test_an_own_lead_on_the_wires_body_is_shared_and_rests_on_it() -> None:
    lead = "Bakers were the first to hear of it, because flour comes by night and did not come on Monday."
    found = compare(story(f"{lead} {joined(*LINES[1:4])}"), story(WIRE))
    assert (found.kind, found.a_rests) == ("shared", True)


def test_two_agencies_whose_first_sentences_are_alike_do_not_rest_on_each_other() -> None:
    one = (
        "At least 12 people were killed and 30 wounded when a car bomb exploded near a market in Telmara on"
        " Tuesday, police said. No group claimed responsibility. It was the third bombing this month."
    )
    other = (
        "At least 12 people were killed and more than 30 wounded when a car bomb exploded outside a market"
        " in Telmara on Tuesday, a police spokesman said. Shops stayed shut and the mayor asked for blood."
    )
    found = compare(story(one), story(other))
    assert (found.kind, found.a_rests, found.b_rests) == ("shared", False, False)


def test_a_wire_paragraph_inside_an_own_story_is_shared_and_rests_on_nothing() -> None:
    found = compare(story(f"{OTHER} {LINES[2]}. {OWN}"), story(WIRE))
    assert (found.kind, found.a_rests, found.b_rests) == ("shared", False, False)


def test_two_reporters_who_heard_the_same_words_share_quotations_alone() -> None:
    found = compare(story(WIRE), story(OWN))
    assert (found.kind, found.quoted, found.a_rests) == ("quotations", 8, False)
    assert [passage.quoted for passage in found.passages] == [True]


def test_stories_of_different_things_have_nothing_in_common() -> None:
    found = compare(story(WIRE), story(OTHER))
    assert (found.kind, found.passages, found.subject) == ("none", (), 0.0)


def test_passages_are_where_they_say() -> None:
    short = joined(*LINES[1:3])
    found = compare(story(short), story(WIRE))
    for passage in found.passages:
        assert WIRE[slice(*passage.b)] == short[slice(*passage.a)]


def test_the_level_decides_what_rests_on_what() -> None:
    mixed = story(f"{OTHER} {joined(*LINES[1:3])}")
    assert not compare(mixed, story(WIRE)).a_rests
    assert compare(mixed, story(WIRE), level=0.2).a_rests


@pytest.mark.parametrize("level", [0.0, -1.0, 1.5])
def test_a_level_that_is_no_part_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="expected more than 0"):
        compare(story(WIRE), story(OWN), level=level)


@settings(deadline=None, max_examples=30)
@given(st.permutations(sentences(WIRE) + sentences(OTHER)), st.integers(1, 8), st.integers(1, 8))
def test_the_likeness_is_the_same_from_either_side(lines: list[str], first: int, second: int) -> None:
    a, b = story(joined(*lines[:first])), story(joined(*lines[-second:]))
    assert compare(a, b) == compare(b, a).turned


def test_two_reports_of_one_event_tell_of_the_same() -> None:
    assert subject(story(WIRE), story(OWN)) > 0.4
    assert subject(story(WIRE), replace(story(OWN), names=frozenset({"tarn"}))) == 0.0


def test_texts_without_a_word_are_no_copies() -> None:
    assert compare(story("…"), story("—")).kind == "none"
