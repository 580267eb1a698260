from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing.shingles import WINDOW, WORDS, fingerprints
from tests.comparing.writing import OTHER, WIRE, story

VOCABULARY = "harbour bridge minister convoy river winter market soldier letter engine".split()
words = st.lists(st.sampled_from(VOCABULARY), max_size=60)


def test_fingerprints_are_the_same_on_every_machine() -> None:
    told = "the transport ministry of velmora closed the bridge over the tarn".split()
    assert fingerprints(told) == (2739781789345,)


def test_they_fit_a_signed_column_of_a_database() -> None:
    assert all(0 <= value < 2**47 for value in fingerprints(story(WIRE).words))


def test_a_paragraph_inside_another_story_shares_fingerprints_with_its_wire() -> None:
    wire = story(WIRE).words
    inside = (*story(OTHER).words[:30], *wire[40:70], *story(OTHER).words[30:])
    assert len(set(fingerprints(wire)) & set(fingerprints(inside))) >= 3
    assert not set(fingerprints(wire)) & set(fingerprints(story(OTHER).words))


def test_small_words_alone_leave_no_fingerprint() -> None:
    assert fingerprints("at the end of the day it is as it was".split()) == ()


def test_too_few_words_leave_no_fingerprint() -> None:
    assert fingerprints(["collapsed", "bridge", "convoy"]) == ()


@settings(deadline=None, max_examples=40)
@given(words, st.lists(st.sampled_from(VOCABULARY), min_size=WINDOW + WORDS - 1, max_size=30), words)
def test_a_long_enough_shared_run_always_shares_a_fingerprint(
    before: list[str], run: list[str], after: list[str]
) -> None:
    assert set(fingerprints(run)) & set(fingerprints([*before, *run, *after]))
