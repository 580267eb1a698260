"""Dates read as people write them, as finely as the text tells, and never more finely."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.export.when import interval, when
from sayso.schema.event import EventDate
from sayso.schema.span import Span

DAY = EventDate("2025-03-14", "2025-03-15", "day", None, "past")
ON_FRIDAY = Span(3, 12, "on Friday")


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        ("2025-03-14", "2025-03-15", "day", "14 March 2025"),
        ("2025-03-10", "2025-03-17", "week", "week of 10–16 March 2025"),
        ("2025-03-01", "2025-04-01", "month", "March 2025"),
        ("2025-03-01", "2025-06-01", "month", "March–May 2025"),
        ("2024-12-01", "2025-02-01", "month", "December 2024 – January 2025"),
        ("2019-01-01", "2020-01-01", "year", "2019"),
        ("2014-01-01", "2017-01-01", "year", "2014–2016"),
        ("2025-02-27", "2025-03-03", "day", "27 February – 2 March 2025"),
        ("2024-12-30", "2025-01-02", "day", "30 December 2024 – 1 January 2025"),
        ("2025-02-14", "2025-03-14", "week", "14 February – 13 March 2025, to within a week"),
        (None, "2025-03-14", "day", "before 14 March 2025"),
        (None, None, "unknown", ""),
    ],
)
def test_an_interval_reads_as_people_write_it(start: str, end: str, precision: str, told: str) -> None:
    assert interval(EventDate(start, end, precision, None, "past")) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("precision", "relation", "told"),
    [
        ("year", "present", "since 2014"),
        ("month", "past", "since January 2014"),
        ("day", "past", "since 1 January 2014"),
        ("year", "future", "from 2014 on"),
    ],
)
def test_an_open_interval_says_no_more_than_its_words(precision: str, relation: str, told: str) -> None:
    assert interval(EventDate("2014-01-01", None, precision, None, relation)) == told  # type: ignore[arg-type]


def test_the_words_of_the_text_stand_beside_the_date() -> None:
    assert when(replace(DAY, span=ON_FRIDAY)) == "14 March 2025 (“on Friday”)"


def test_words_that_are_the_date_are_not_repeated() -> None:
    assert when(replace(DAY, span=Span(3, 19, "on 14 March 2025"))) == "14 March 2025"


def test_a_date_without_words_is_that_of_publication() -> None:
    assert when(DAY) == "14 March 2025 (date of publication)"


def test_words_that_mean_no_known_day_are_shown_as_they_stand() -> None:
    assert when(EventDate(None, None, "unknown", ON_FRIDAY, "past")) == "“on Friday”"
    assert when(EventDate(None, None, "unknown", None, "past")) == ""
