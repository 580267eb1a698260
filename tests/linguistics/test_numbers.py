"""What bounds a phrase of a newspaper puts on a number of people."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.linguistics.numbers import Bounds, bounds, number
from sayso.text.words import find_words


def words(phrase: str) -> list[str]:
    """As the rest of the house cuts them: "twenty-five" is three words."""
    return [phrase[start:end] for start, end in find_words(phrase)]


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("nine", 9, 9),
        ("1,200", 1200, 1200),
        ("1,200,000", 1_200_000, 1_200_000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("12 thousand", 12_000, 12_000),
        ("two hundred and five", 205, 205),
        ("twenty-five", 25, 25),
        ("two thousand three hundred and forty-one", 2341, 2341),
        ("one million two hundred thousand", 1_200_000, 1_200_000),
        ("a hundred thousand", 100_000, 100_000),
        ("thirteen hundred", 1300, 1300),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("half dozen", 6, 6),
        ("a couple", 2, 2),
        ("a couple of dozen", 24, 24),
        ("both", 2, 2),
        ("a", 1, 1),
        ("no", 0, 0),
        ("none", 0, 0),
        ("no one", 0, 0),
    ],
)
def test_a_stated_number_is_both_bounds(phrase: str, low: int, high: int) -> None:
    assert bounds(words(phrase)) == Bounds(low, high)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("at least 20", 20, None),
        ("at least two dozen", 24, None),
        ("a minimum of 20", 20, None),
        ("20 or more", 20, None),
        ("20+", 20, None),
        ("more than a dozen", 13, None),
        ("more than 20", 21, None),
        ("over 20", 21, None),
        ("up to nine", None, 9),
        ("at most nine", None, 9),
        ("as many as 12", None, 12),
        ("nearly 50", None, 50),
        ("fewer than ten", None, 9),
        ("fewer than zero", None, 0),
        ("no fewer than 20", 20, None),
        ("not less than 20", 20, None),
        ("no more than 20", None, 20),
        ("about 1,000", 1000, 1000),
        ("some 40", 40, 40),
        ("10 or so", 10, 10),
    ],
)
def test_words_beside_a_number_open_one_side(phrase: str, low: int | None, high: int | None) -> None:
    assert bounds(words(phrase)) == Bounds(low, high)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("between 10 and 15", 10, 15),
        ("between one hundred and two hundred", 100, 200),
        ("20 to 30", 20, 30),
        ("from 20 to 30", 20, 30),
        ("10-15", 10, 15),
        ("10–15", 10, 15),
        ("nine or ten", 9, 10),
        ("two to three hundred", 200, 300),
        ("nine to one hundred", 9, 100),
        ("30 to 20", 20, 30),
        ("up to 20 or 30", None, 30),
        ("at least 20 to 30", 20, None),
    ],
)
def test_a_range_has_two_ends(phrase: str, low: int | None, high: int | None) -> None:
    assert bounds(words(phrase)) == Bounds(low, high)


@pytest.mark.parametrize(
    ("phrase", "low"),
    [
        ("dozens", 24),
        ("dozens of villagers", 24),
        ("scores", 40),
        ("hundreds", 200),
        ("at least several hundred", 300),
        ("hundreds of thousands", 200_000),
        ("tens of thousands", 20_000),
        ("several", 3),
        ("a few", 2),
        ("a few hundred", 200),
        ("many", None),
        ("some", None),
        ("numerous", None),
    ],
)
def test_a_vague_plural_says_at_least(phrase: str, low: int | None) -> None:
    assert bounds(words(phrase)) == Bounds(low, None)


@pytest.mark.parametrize(
    "phrase", ["", "the soldiers", "half of the men", "the 20-year-old man", "5 percent", "5 %", "1.5", "-"]
)
def test_what_counts_no_people_has_no_bounds(phrase: str) -> None:
    assert bounds(words(phrase)) is None


def test_two_numbers_of_different_things_are_not_added_up() -> None:
    assert bounds(words("10 soldiers and 5 drivers")) == Bounds(10, 10)


def test_a_number_is_written_by_all_of_its_words() -> None:
    assert number(["two", "hundred", "and", "five"]) == 205
    assert number(["two", "hundred", "and"]) is None
    assert number(["twenty", "thirty"]) is None
    assert number([]) is None


PIECES = (
    "a an the no not one two nine ten twenty ninety half couple pair of and or to up at least most more fewer"
    " less than between from over under nearly about some many few several dozen dozens hundred hundreds"
    " thousand thousands million tens scores - – + 3 20 1,200 1.5 999999999999 year % soldiers ٣ ²"
).split()


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12))
@example(["9" * 5000])
@example(["1" + ",000" * 2000])
@example(["million"] * 3000)
def test_any_words_have_ordered_bounds_or_none(phrase: list[str]) -> None:
    found = bounds(phrase)
    number(phrase)
    if found is not None:
        assert found.low is None or found.low >= 0
        assert found.high is None or found.high >= 0
        assert found.low is None or found.high is None or found.low <= found.high
