"""The place, date and agency in front of a story's first sentence.

ANKARA, March 3 (Reuters) - Two people ...
WASHINGTON (AP) — The Latest ...
Geneva, 12 May - Talks ...
MOSCOW, March 3. /TASS/. The ministry ...
"""

from __future__ import annotations

import re

from sayso.reading.dates import DAY_AND_MONTH
from sayso.reading.wire import is_agency

_UPPER = r"(?:[A-Z][A-ZÀ-Þ.'’]+|[A-Z]\.)"
_UPPER_PLACE = rf"{_UPPER}(?:[ /-](?:{_UPPER}|de|of))*"
_TITLE = r"[A-ZÀ-Þ][\w.'’-]+"
_TITLE_PLACE = rf"{_TITLE}(?:[ /](?:{_TITLE}|de|del|of|al|the)){{0,4}}"
_REGION = rf"(?:,\s+(?:{_TITLE}|[A-Z]\.)(?:\s+(?:{_TITLE}|of|and|the)){{0,3}})?"
_DATE = rf"(?:,?\s*(?P<date>{DAY_AND_MONTH}))"
_AGENCY = r"(?:[,.]?\s*[(/](?P<agency>[^()/\n]{2,60})[)/]\.?)"
_DASH = r"\s*(?:—|–|--+|-|_|:)\s*"
_OPENING = re.compile(
    rf"(?:(?P<upper>{_UPPER_PLACE})|(?P<title>{_TITLE_PLACE}))(?P<region>{_REGION}?){_DATE}?\.?{_AGENCY}?"
    rf"(?P<dash>{_DASH}|\s+)(?=[\"'“‘A-Z0-9À-Þ])"
)
_AGENCY_ALONE = re.compile(rf"[(/](?P<agency>[^()/\n]{{2,60}})[)/]{_DASH}(?=[\"'“‘A-Z0-9])")
_LONGEST = 120
# "BREAKING - ...", "Q: ...", "NOTE: ..." are set like places.
_NO_PLACES = frozenset(
    "BREAKING UPDATE UPDATED EXCLUSIVE LIVE VIDEO WATCH NOTE ANALYSIS OPINION CORRECTION FACTBOX TIMELINE "
    "EDITORIAL COMMENT QUESTION ANSWER SUMMARY ABSTRACT HEADLINE NEWS FILE PHOTO PHOTOS".split()
)


def dateline_end(paragraph: str) -> int | None:
    """How many characters of the paragraph are dateline with its dash and space; None where there is none.

    A place in capitals needs a dash or an agency after it, a place in small letters a date or an
    agency: "Protesters - many of them students - ..." is no dateline.
    """
    opening = paragraph[:_LONGEST]
    alone = _AGENCY_ALONE.match(opening)
    if alone and is_agency(alone["agency"]):
        return alone.end()
    match = _OPENING.match(opening)
    return match.end() if match and _convinces(match) else None


def _convinces(match: re.Match[str]) -> bool:
    agency = bool(match["agency"]) and is_agency(match["agency"])
    if match["agency"] and not agency:
        return False
    dash = match["dash"].strip()
    if agency:
        return True
    if dash in {"", ":"}:
        return False
    if match["date"]:
        return True
    return bool(match["upper"]) and match["upper"] not in _NO_PLACES and len(match["upper"]) > 2
