"""Names of organisations and what they belong to."""

from __future__ import annotations

import pytest

from sayso.lexicon.organisations import affiliation_of_modifier, affiliation_of_name, organisations_in


@pytest.mark.parametrize(
    ("words", "affiliation"),
    [
        ("Ministry of Tides", "government"),
        ("Velmaran Armed Forces", "military"),
        ("Tarsk Liberation Front", "armed_group"),
        ("Reed Party", "political"),
        ("Tarsk Courier", "media"),
        ("University of Velmara", "academic"),
        ("Orenia Light Ltd", "business"),
        ("Tarsk University Press", "media"),
        ("Velmara", None),
        ("", None),
    ],
)
def test_the_words_of_a_name_tell_what_it_is(words: str, affiliation: str | None) -> None:
    assert affiliation_of_name(words.split()) == affiliation


def test_the_nearest_modifier_decides() -> None:
    assert affiliation_of_modifier(["police", "union"]) == "union"
    assert affiliation_of_modifier(["tall"]) is None


def test_known_names_are_found_in_longer_phrases() -> None:
    (found,) = organisations_in("the head of Human Rights Watch in Tarsk".split())
    assert (found.start, found.end, found.affiliation) == (3, 6, "ngo")


def test_an_acronym_that_is_a_word_counts_in_capitals_only() -> None:
    assert organisations_in(["Who", "left", "?"]) == ()
    assert organisations_in(["the", "WHO"])[0].affiliation == "intergovernmental"


@pytest.mark.parametrize("words", ["Shell", "the Observer", "The Hill", "Foreign Policy"])
def test_a_name_that_is_a_common_word_counts_as_a_whole_phrase(words: str) -> None:
    assert organisations_in(words.split())[0].end == len(words.split())


@pytest.mark.parametrize(
    "words",
    ["Shell shock", "an Observer", "The observer", "the Hill", "The Hill residents", "Foreign policy"],
)
def test_a_name_that_is_a_common_word_does_not_count_beside_others(words: str) -> None:
    assert organisations_in(words.split()) == ()


def test_a_name_that_is_a_common_word_counts_where_it_is_known_to_be_a_name() -> None:
    words = "a Guardian reporter".split()
    assert organisations_in(words, named={1})[0].affiliation == "media"
    assert organisations_in(["Guardian"], whole=False) == ()


@pytest.mark.parametrize(
    ("words", "country"),
    [("Verkhovna Rada", "UKR"), ("State Duma", "RUS"), ("Knesset", "ISR"), ("Muqata", "PSE")],
)
def test_opposite_sides_are_known_alike(words: str, country: str) -> None:
    (found,) = organisations_in(words.split())
    assert (found.affiliation, found.country) == ("government", country)
