from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.words import find_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They didn't stop.", "They did n't stop ."),
        ("Velmar’s envoy can’t come", "Velmar ’s envoy ca n’t come"),
        ("a Gulf-backed force", "a Gulf - backed force"),
        ("pro-government and re-elected", "pro-government and re-elected"),
        ("Mr. Marsh of the U.S. left.", "Mr. Marsh of the U.S. left ."),
        ("J. Avel said 1,200.50 and 10:30", "J. Avel said 1,200.50 and 10:30"),
        ("on 03/15/2001 at 7:30pm", "on 03/15/2001 at 7:30 pm"),
        ("“No,” she said…", "“ No , ” she said …"),
        (
            "see https://example.org/a?b=1, or a.b@example.org",
            "see https://example.org/a?b=1 , or a.b@example.org",
        ),
        ("We cannot go -- not now!!", "We can not go -- not now !!"),
        ("$200 or 50%", "$ 200 or 50 %"),
        ("O'Hara's men of the '90s", "O'Hara 's men of the '90s"),
    ],
)
def test_words_are_cut_as_universal_dependencies_does(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@given(st.text())
def test_words_are_in_order_and_hold_all_that_is_not_space(text: str) -> None:
    found = find_words(text)
    assert all(start < end for start, end in found)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(found))
    inside = {at for start, end in found for at in range(start, end)}
    assert all(at in inside or character.isspace() for at, character in enumerate(text))


@pytest.mark.parametrize("unit", ["a.", "a-", "1.1/", "x@", "re-", "-", "’s", "_", "a.b-c@", "w" * 50])
def test_long_runs_of_one_pattern_end(unit: str) -> None:
    assert find_words(unit * 20_000)
