"""Counting in the calendar, up to its edges."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linguistics.timing.calendar import PRECISION, Period, Unit, a_day, hull, shifted, unit_around

UNITS: list[Unit] = list(PRECISION)


@pytest.mark.parametrize(
    ("unit", "turn", "start", "end"),
    [
        ("day", -1, "2018-06-12", "2018-06-13"),
        ("week", 0, "2018-06-11", "2018-06-18"),
        ("month", -6, "2017-12-01", "2018-01-01"),
        ("quarter", 1, "2018-07-01", "2018-10-01"),
        ("year", -1, "2017-01-01", "2018-01-01"),
        ("decade", 0, "2010-01-01", "2020-01-01"),
        ("century", -1, "1901-01-01", "2001-01-01"),
    ],
)
def test_units_are_those_of_the_calendar(unit: Unit, turn: int, start: str, end: str) -> None:
    found = unit_around(unit, date(2018, 6, 13), turn)
    assert found == Period(date.fromisoformat(start), date.fromisoformat(end), PRECISION[unit])


@given(st.dates(), st.sampled_from(UNITS))
def test_a_unit_holds_the_day_it_is_around_or_leaves_the_calendar(day: date, unit: Unit) -> None:
    found = unit_around(unit, day)
    if found is not None:
        assert found.start is not None
        assert found.end is not None
        assert found.start <= day < found.end
    else:
        assert day.year < 101 or day.year > 9899


@given(st.dates(), st.sampled_from(UNITS), st.integers())
def test_no_distance_is_too_far_to_ask_for(day: date, unit: Unit, turn: int) -> None:
    found, reached = unit_around(unit, day, turn), shifted(day, unit, turn)
    assert found is None or found.precision == PRECISION[unit]
    assert reached is None or (reached >= day) == (turn >= 0) or turn == 0


def test_a_month_on_from_the_last_day_is_the_last_day() -> None:
    assert shifted(date(2018, 1, 31), "month", 1) == date(2018, 2, 28)


def test_a_day_that_no_year_has_is_none() -> None:
    assert a_day(2018, 2, 31) is None


@pytest.mark.parametrize(
    ("last", "precision"),
    [("2018-06-13", "day"), ("2018-06-17", "week"), ("2018-07-10", "month"), ("2019-06-01", "year")],
)
def test_two_days_far_apart_are_known_less_precisely(last: str, precision: str) -> None:
    first, second = a_day(2018, 6, 13), unit_around("day", date.fromisoformat(last))
    assert first is not None
    assert second is not None
    assert hull(first, second).precision == precision
