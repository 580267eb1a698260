from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.text.normalise import REPLACEMENT, normalise

ODD = "a\0\x07\u200b\u202e\u2066\ufeff\u00ad\r\n\u00a0\u2028\x93\ud800\U000e0041é“"


@pytest.mark.parametrize(
    ("original", "stored"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("w\0or\0d", "word"),
        ("he said \u202etxet\u202c fine", "he said txet fine"),
        ("Mar\u200bsh \u2066told\u2069 us", "Marsh told us"),
        ("\ufeffThe", "The"),
        ("ten\u00a0people\u2009died", "ten people died"),
        ("co\u00adoperate", "cooperate"),
        ("\x93quoted\x94 \x97 it\x92s", "“quoted” — it’s"),
        ("lone \ud800 half", f"lone {REPLACEMENT} half"),
        ("page\x0cbreak", "page\nbreak"),
        ("hidden\U000e0041\U000e0042 tags", "hidden tags"),
        ("“It’s” – naïve…", "“It’s” – naïve…"),
        ("flag 🏳️ stays", "flag 🏳️ stays"),
    ],
)
def test_what_cannot_be_seen_goes_and_what_can_be_read_stays(original: str, stored: str) -> None:
    assert normalise(original).text == stored


@given(st.text(st.one_of(st.characters(), st.sampled_from(ODD)), max_size=200))
@settings(max_examples=100, deadline=None)
def test_normalising_twice_changes_nothing(original: str) -> None:
    once = normalise(original).text
    assert normalise(once).text == once


@given(st.text(st.one_of(st.sampled_from("abc"), st.sampled_from("\0\u200b\u202e\r")), max_size=100))
@settings(max_examples=100, deadline=None)
def test_every_stored_letter_maps_to_itself_in_the_original(original: str) -> None:
    stored = normalise(original)
    places = [stored.offsets.to_original(position) for position in range(len(stored.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(original)
    for position, letter in enumerate(stored.text):
        assert original[places[position]] == letter or letter == "\n"


@given(st.text(st.sampled_from(ODD), max_size=60))
@settings(max_examples=100, deadline=None)
def test_the_stored_text_can_be_encoded_and_holds_no_control(original: str) -> None:
    text = normalise(original).text
    text.encode("utf-8")
    assert all(character == "\n" or character.isprintable() or character.isspace() for character in text)


def test_a_text_without_anything_odd_keeps_one_breakpoint() -> None:
    assert list(normalise("plain words " * 1000).offsets.stored) == [0]


def test_three_removed_characters_need_at_most_four_breakpoints() -> None:
    stored = normalise("a" * 50 + "\0" + "b" * 50 + "\0" + "c" * 50 + "\0" + "d")
    assert len(stored.offsets.stored) == 4
    assert stored.offsets.to_original(150) == 153


def test_a_position_outside_the_text_is_refused() -> None:
    with pytest.raises(IndexError, match="outside a stored text of 3 characters"):
        normalise("abc").offsets.to_original(4)
