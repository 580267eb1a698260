from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraphs

WRAPPED = """\
The council met on Monday to hear what the engineers had found under
the bridge, and put off its decision.
The mayor was not there.

A second hearing is planned for the week after next, when the members
will have read the report.
"""


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert cut("One.\n\n  Two. \n \nThree.") == ["One.", "Two.", "Three."]


def test_each_long_line_is_a_paragraph() -> None:
    assert cut("x " * 80 + "\n" + "y " * 80) == [("x " * 80).strip(), ("y " * 80).strip()]


def test_lines_broken_at_a_width_are_joined_where_the_next_word_would_not_have_fitted() -> None:
    assert [found.split()[-1] for found in cut(WRAPPED)] == ["decision.", "there.", "report."]


def test_a_headline_and_a_byline_on_two_lines_stay_two() -> None:
    assert cut("Bridge closed\nBy Jane Doe\n\n" + "word " * 40)[:2] == ["Bridge closed", "By Jane Doe"]


@pytest.mark.parametrize("text", ["", "   ", "\n\n \n"])
def test_white_space_has_no_paragraphs(text: str) -> None:
    assert cut(text) == []


@given(st.text(st.sampled_from("ab .\n "), max_size=300))
def test_paragraphs_hold_every_visible_character_in_order(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
