"""Datelines, dates, bylines and wire credits."""

from __future__ import annotations

import pytest

from sayso.reading import read_document
from sayso.reading.bylines import authors_of, is_byline
from sayso.reading.datelines import dateline_end
from sayso.reading.dates import is_date_line, stated_date

STORY = "Two people were hurt when the bridge gave way, officials said."


@pytest.mark.parametrize(
    "dateline",
    [
        "ANKARA, March 3 (Reuters) - ",
        "WASHINGTON (AP) — ",
        "Geneva, 12 May - ",
        "NEW DELHI, Mar 3 (PTI) ",
        "MOSCOW, March 3. /TASS/. ",
        "BEIJING, March 3 (Xinhua) -- ",
        "Berlin (dpa) - ",
        "NEWPORT NEWS, Va. - ",
        "UNITED NATIONS — ",
        "Port Asten (Meridian News Agency) – ",
        "(AFP) - ",
        "PARIS, France (AFP) _ ",
        "DRANIK, Velmora — ",
        "SELM, 3 MAR 91 (RADIO TARSK) -- ",
        "SELM (OSTRAND), 3 MAR 91 (RADIO TARSK) -- [TEXT] ",
        "CLANDESTINE, NO DATE (RADIO TARSK) -- [REPORT] [ANA DUR] [EXCERPTS] ",
    ],
)
def test_a_dateline_is_cut_from_its_first_sentence(dateline: str) -> None:
    assert dateline_end(dateline + STORY) == len(dateline)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Protesters - many of them students - filled the square.",
        "NATO said on Monday that it would wait.",
        "BREAKING - Two people were hurt.",
        "The Union (EU) - which has no army - will wait.",
        "Colonel Brel (retired) — A man of few words.",
        "“We waited,” said the mayor.",
        "On March 3 the bridge gave way.",
        "MARCH (RADIO TARSK) -- Two people were hurt.",
        "A" * 500,
    ],
)
def test_what_only_looks_like_a_dateline_is_left(paragraph: str) -> None:
    assert dateline_end(paragraph) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 March 2018", "2018-03-03"),
        ("Published: Sat., March 3rd, 2018 14:05 GMT", "2018-03-03"),
        ("ANKARA, Sept. 3, 2018 (Reuters) -", "2018-09-03"),
        ("2018-03-03T23:30:00-05:00", "2018-03-03"),
        ("March 3", None),
        ("Monday, 3 March", None),
        ("31 February 2018", None),
        ("May 2018", None),
    ],
)
def test_a_date_needs_day_month_and_year(text: str, date: str | None) -> None:
    assert stated_date(text) == date


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3 March 2018", True),
        ("Updated on March 3, 2018 at 9:15 a.m.", True),
        ("On 3 March 2018 he left.", False),
    ],
)
def test_a_date_line_is_a_date_and_nothing_else(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By JANE DOE and JOHN ROE, Associated Press", ("Jane Doe", "John Roe")),
        ("By Jane Doe, John Roe and Ana de la Cruz", ("Jane Doe", "John Roe", "Ana de la Cruz")),
        ("Jane Doe in Geneva", ("Jane Doe",)),
        ("By Jane Doe | 3 March 2018", ("Jane Doe",)),
    ],
)
def test_a_byline_gives_its_names(line: str, authors: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert authors_of(line) == authors


@pytest.mark.parametrize(
    "line", ["By Friday Evening", "By contrast, the mayor waited.", "By the river", STORY]
)
def test_other_lines_with_by_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        (f"ANKARA, March 3 (Reuters) - {STORY}", "Reuters"),
        (f"Bridge gives way\n\nBy Jane Doe, Associated Press\n\n{STORY}", "AP"),
        (f"{STORY}\n\nAFP contributed to this report.", "AFP"),
        (f"{STORY}\n\nAdditional reporting by Reuters", "Reuters"),
        (f"{STORY}\n\n© 2018 Thomson Reuters", "Reuters"),
        (f"{STORY}\n\nThe mayor told Reuters that nobody knew.", None),
        (f"{STORY}\n\nThe agency TASS quoted the mayor as saying so.", None),
        (f"{STORY}\n\nThe bridge on Monday. Photograph: Jane Doe/AFP/Getty Images", None),
        (f"Bridge gives way\n\nBy Jane Doe in Philadelphia, PA\n\n{STORY}", None),
        (f"PORT ASTEN (UNHCR) — {STORY}", None),
    ],
)
def test_an_agency_is_noted_where_it_is_credited_and_not_where_it_is_cited(
    text: str, wire: str | None
) -> None:
    assert read_document(text).wire == wire


def test_a_dateline_with_a_year_dates_the_document() -> None:
    assert read_document(f"ANKARA, March 3, 2018 (Reuters) - {STORY}").published == "2018-03-03"
    assert read_document(f"ANKARA, March 3 (Reuters) - {STORY}").published is None
    assert read_document(f"ANKARA, March 3 (Reuters) - {STORY}", date="2018-03-04").published == "2018-03-04"
