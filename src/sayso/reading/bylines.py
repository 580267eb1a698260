"""Lines that say who wrote, and the names in them."""

from __future__ import annotations

import re

from sayso.reading.dates import DAY_AND_MONTH
from sayso.reading.wire import is_agency

_NAME_WORD = r"(?:[A-ZÀ-Þ][\w’'-]*\.?|de|del|di|da|la|le|van|von|der|den|bin|bint|al|el|ter|dos)"
_NAME = rf"(?:[A-ZÀ-Þ][\w’'.-]*(?:\s+{_NAME_WORD}){{1,4}})"
_NAMES = rf"{_NAME}(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s+&\s+|;\s+){_NAME}){{0,6}}"
_WHERE = rf"(?:\s+(?:in|at|reporting from)\s+{_NAME_WORD}(?:[\s,]+(?:and\s+)?{_NAME_WORD}){{0,6}})"
_ROLE = r"(?:\s*[,|•·/–—-]\s*[^.!?\n]{2,80})"
_BY = re.compile(
    rf"(?:By|BY|Words by|Story by|Written by)\s+(?P<names>{_NAMES}|{_NAME_WORD}(?:\s+Staff|\s+staff)?)"
    rf"{_WHERE}?{_ROLE}?\.?"
)
_IN_PLACE = re.compile(rf"(?P<names>{_NAMES}){_WHERE}")
_STAFF = re.compile(
    r"(?:By\s+)?(?:[A-Z][\w’'.-]*\s+){0,3}(?:Staff|staff)"
    r"(?:\s+(?:Writers?|writers?|Reporters?|reporters?|and agencies))?\.?"
)
_CREDIT = re.compile(
    r"[\s(\[–—*-]*(?:(?:additional\s+)?(?:reporting|writing|editing|words)\s+by\s+(?-i:[A-Z])"
    r"|with\s+(?:additional\s+)?(?:reporting|files|input|contributions)\s+(?:from|by)\s)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"[\s(\[*]*(?:[A-Z][^.!?\n]{1,200}?\s)(?:also\s+)?contributed(?:\s+(?:reporting|research|to\s+(?:this|the)\s+"
    r"(?:report|story|article|piece))){1,3}(?:\s+from\s+[A-Z][\w ,]{1,40})?[.)\]\s]*"
)
_REPORTING_BY = re.compile(rf"(?<!dditional )[Rr]eporting by\s+(?P<names>{_NAMES})")
_SEPARATOR = re.compile(r",\s+(?:and\s+)?|\s+and\s+|\s+&\s+|;\s+")
_DATE = re.compile(DAY_AND_MONTH)
_NOT_NAMES = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:January|February|March|April|June|July|August|September"
    r"|October|November|December|Morning|Evening|Noon|Midnight|Christmas|Contrast|Comparison|Law|Then|Now)\b"
)
_LONGEST_LINE = 160
_LONGEST_CREDIT = 600


def is_byline(line: str) -> bool:
    """Whether a line near the top names the authors ("By Jane Doe", "Jane Doe in Geneva")."""
    return _byline(line) is not None or (len(line) < _LONGEST_LINE and _STAFF.fullmatch(line) is not None)


def is_credit(paragraph: str) -> bool:
    """Whether a paragraph says who else worked on the story ("Reporting by ...", "AFP contributed ...")."""
    if len(paragraph) > _LONGEST_CREDIT:
        return False
    return bool(_CREDIT.match(paragraph) or _CONTRIBUTED.fullmatch(paragraph))


def authors_of(line: str) -> tuple[str, ...]:
    """The names in a byline or in "Reporting by ...", in their order; () where there are none."""
    match = _byline(line) or _REPORTING_BY.search(line)
    if match is None:
        return ()
    names = (name.strip(" .") for name in _SEPARATOR.split(match["names"]))
    return tuple(_cased(name) for name in names if name and not is_agency(name))


def _byline(line: str) -> re.Match[str] | None:
    if len(line) > _LONGEST_LINE or _NOT_NAMES.search(_DATE.sub("", line)):
        return None
    return _BY.fullmatch(line) or _IN_PLACE.fullmatch(line)


def _cased(name: str) -> str:
    """Agencies set bylines in capitals ("By JANE DOE"); names are stored as people write them."""
    return name.title() if name.isupper() and " " in name else name
