"""Values that stay in their cell, whatever reads the table."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.cells import aligned, cell, paragraph
from sayso.schema.span import Span


@pytest.mark.parametrize("formula", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", " =1", "\t=1", "\r\n@x", "\x00=1"])
def test_what_a_spreadsheet_would_compute_is_kept_as_text(formula: str) -> None:
    assert cell(formula).startswith("'")


@pytest.mark.parametrize("number", ["-3.5", "+4", "-10", "0.25"])
def test_a_number_stays_a_number(number: str) -> None:
    assert cell(number) == number


@settings(deadline=None)
@given(st.text())
def test_a_cell_is_one_line_that_begins_no_formula(value: str) -> None:
    shown = cell(value)
    assert len(shown.splitlines()) <= 1
    assert "\t" not in shown
    assert not shown.startswith(("=", "@"))


def test_values_keep_their_places() -> None:
    assert aligned(["", "KEN", ""]) == "; KEN; "
    assert aligned(["", ""]) == ""


TEXT = "One two three.\nFour five six seven eight nine ten.\nEleven."


def test_a_short_paragraph_is_whole_and_a_long_one_is_cut_between_words() -> None:
    six = Span.cut(TEXT, TEXT.index("six"), TEXT.index("six") + 3)
    assert paragraph(TEXT, six, reach=100) == "Four five six seven eight nine ten."
    assert paragraph(TEXT, six, reach=8) == "… five six seven …"
