"""Time expressions of newspaper sentences, and the days they mean."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.times import time_words
from sayso.linguistics.times import (
    ResolvedTime,
    TimeExpression,
    find_times,
    reference_of,
    resolve,
    resolve_all,
)
from sayso.linguistics.timing.calendar import Period
from sayso.text.words import find_words
from tests.casefiles import written_cases

MARKED = re.compile(r"\{(.*?)\}")
PUBLISHED = date(2018, 6, 13)
PIECES = [*sorted(time_words()), "3", "31", "2014", "1990s", "12th", "03/15/2001", "Friday", "May", "March"]


@dataclass(frozen=True)
class Case:
    """A sentence with its expression in braces, which may hold none."""

    text: str
    expression: str | None
    start: int
    published: str | None
    future: bool
    days: tuple[str | None, str | None]
    precision: str
    relation: str


def cases() -> Iterator[Case]:
    for entry in written_cases("times"):
        marked = MARKED.search(entry["text"])
        yield Case(
            text=MARKED.sub(r"\1", entry["text"]),
            expression=marked[1] if marked else None,
            start=marked.start() if marked else 0,
            published=entry.get("published"),
            future="future" in entry,
            days=days(entry.get("days", "none")),
            precision=entry.get("precision", ""),
            relation=entry.get("relation", ""),
        )


def days(written: str) -> tuple[str | None, str | None]:
    """Of "2018-03-03/2018-03-04", with "~" for an open side; "none" is open on both."""
    start, _, end = written.partition("/")
    return (None, None) if written == "none" else (closed(start), closed(end))


def closed(side: str) -> str | None:
    return None if side == "~" else side


def times(text: str) -> tuple[TimeExpression, ...]:
    return find_times(text, find_words(text))


def read(text: str, reference: Any = PUBLISHED, *, future: bool = False) -> tuple[ResolvedTime, ...]:
    found = times(text)
    return resolve_all(found, reference, future=[future] * len(found))


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize("case", [c for c in cases() if c.expression], ids=lambda case: case.text)
def test_an_expression_of_the_press_means_its_days(case: Case) -> None:
    found = read(case.text, reference_of(case.published), future=case.future)
    told = [time for time in found if time.span.start == case.start]
    assert [time.span.text for time in told] == [case.expression]
    assert (iso(told[0].start), iso(told[0].end)) == case.days
    assert (told[0].precision, told[0].relation) == (case.precision, case.relation)


@pytest.mark.parametrize("case", [c for c in cases() if not c.expression], ids=lambda case: case.text)
def test_ages_durations_and_names_are_no_dates(case: Case) -> None:
    assert times(case.text) == ()


def test_there_are_cases_enough_for_the_ways_of_the_press() -> None:
    assert sum(case.expression is not None for case in cases()) >= 120


def test_expressions_do_not_run_over_an_empty_line() -> None:
    assert [time.span.text for time in times("Floods on 3 March\n\n2018 was dry")] == ["on 3 March", "2018"]


def test_an_expression_gives_its_words_and_characters() -> None:
    (found,) = times("It sank on 3 March 2018, at sea.")
    assert (found.first, found.last) == (2, 6)
    assert found.span.text == "on 3 March 2018"


def test_the_words_around_it_tell_whether_each_friday_is_to_come() -> None:
    found = times("They met on Friday and will meet on Friday.")
    met, meeting = resolve_all(found, PUBLISHED, future=[False, True])
    assert (iso(met.start), iso(meeting.start)) == ("2018-06-08", "2018-06-15")


def test_one_expression_can_be_resolved_from_what_was_told_before() -> None:
    (expression,) = times("The day before, it rained.")
    told = Period(date(2015, 3, 1), date(2015, 3, 2), "day")
    assert iso(resolve(expression, None, told=[told]).start) == "2015-02-28"


def test_units_are_counted_from_the_last_date_told_finely_enough() -> None:
    *_, year, day = read(
        "It sank on 3 March 2015, in spring 2015, in 2012. That year it rained. The day before, too."
    )
    assert (iso(year.start), iso(day.start)) == ("2012-01-01", "2015-03-02")


@pytest.mark.parametrize("published", [None, "", "spring", "2018-13-01", "2018-06-13/2018-06-01"])
def test_a_publication_date_that_is_none_leaves_relative_times_open(published: str | None) -> None:
    (found,) = read("It sank yesterday.", reference_of(published))
    assert (found.start, found.end, found.precision) == (None, None, "unknown")


@pytest.mark.parametrize("edge", [date.min, date.max])
def test_times_beyond_the_calendar_are_not_known(edge: date) -> None:
    text = (
        "yesterday, tomorrow, last week, next month, a century ago, in coming years, on Friday, last summer"
    )
    for future in (False, True):
        assert all(time.precision for time in read(text, edge, future=future))


@given(st.text(), st.none() | st.dates(), st.booleans())
def test_no_text_raises_and_spans_cut_right(text: str, reference: date | None, future: bool) -> None:
    check(text, reference, future=future)


@given(
    st.lists(st.sampled_from(PIECES), max_size=12),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.booleans(),
)
def test_no_row_of_time_words_raises(
    words: list[str], first: date | None, last: date | None, future: bool
) -> None:
    reference = Period(min(first, last), max(first, last), "day") if first and last else first
    check(" ".join(words), reference, future=future)


def check(text: str, reference: Period | date | None, *, future: bool) -> None:
    for time in (found := read(text, reference, future=future)):
        assert text[time.span.start : time.span.end] == time.span.text
        assert time.start is None or time.end is None or time.start < time.end
        assert (time.precision == "unknown") >= (time.start is None and time.end is None)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize(
    "unit", ["on Friday ", "from ", "a few ", "3 March ", "2014-", "the end of ", "9" * 50, "\n\n"]
)
def test_long_runs_of_one_pattern_end(unit: str) -> None:
    read(unit * 1_000)
