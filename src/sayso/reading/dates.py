"""Dates as newspapers print them, to ISO dates; never with a year that nobody stated."""

from __future__ import annotations

import re
from datetime import date

from sayso.reading.errors import ReadingError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
# "3 March", "March 3rd, 2018", "Sat., 3 Mar. 2018"
DAY_AND_MONTH = (
    rf"(?:{WEEKDAY},?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?!\d)(?:,?\s+\d{{4}}\b)?"
)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_PRINTED = re.compile(DAY_AND_MONTH, re.IGNORECASE)
_MONTH = re.compile(MONTH, re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_DATE_LINE = re.compile(
    rf"(?:(?:first\s+)?(?:published|posted|updated|date|last\s+(?:updated|modified))(?:\s+(?:on|at))?\s*:?\s*)?"
    rf"(?:{DAY_AND_MONTH}|\d{{4}}-\d{{2}}-\d{{2}})"
    rf"(?:[\s,|•·@–—-]|\bat\b)*(?:T?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s*)?(?:[ap]\.?m\.?)?\s*(?:[A-Z]{{1,4}}|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)


def checked_date(value: str) -> str:
    """The ISO date that a person gave, as it is.

    Raises:
        ReadingError: it is no date of the form 2026-11-22.
    """
    if _ISO.fullmatch(value.strip()) and (found := stated_date(value)):
        return found
    raise ReadingError(f"{value!r} is not a date; write year, month and day as in 2026-11-22")


def stated_date(text: str) -> str | None:
    """The first full date in `text` as an ISO date; None where day, month or year is missing."""
    if iso := _ISO.search(text):
        return _valid(int(iso[1]), int(iso[2]), int(iso[3]))
    printed = _PRINTED.search(text)
    if printed is None:
        return None
    month, year, day = (pattern.search(printed[0]) for pattern in (_MONTH, _YEAR, _DAY))
    if month is None or year is None or day is None:
        return None
    return _valid(int(year[0]), _MONTHS.index(month[0][:3].lower()) + 1, int(day[0]))


def is_date_line(text: str) -> bool:
    """Whether a line is a date and nothing else ("Published: 3 March 2018, 14:05 GMT")."""
    return len(text) < 80 and _DATE_LINE.fullmatch(text.strip()) is not None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
