"""The place, date and agency in front of a story's first sentence.

ANKARA, March 3 (Reuters) - Two people ...
WASHINGTON (AP) — The Latest ...
Geneva, 12 May - Talks ...
MOSCOW, March 3. /TASS/. The ministry ...
SELM, 3 MAR 91 (RADIO TARSK) -- [TEXT] THE MINISTRY ...
"""

from __future__ import annotations

import re

from sayso.reading.dates import DAY_AND_MONTH, MONTH
from sayso.reading.wire import is_agency

_UPPER = r"(?:[A-Z][A-ZÀ-Þ.'’]+|[A-Z]\.)"
_UPPER_PLACE = rf"{_UPPER}(?:[ /-](?:{_UPPER}|de|of))*"
_TITLE = r"[A-ZÀ-Þ][\w.'’-]+"
_TITLE_PLACE = rf"{_TITLE}(?:[ /](?:{_TITLE}|de|del|of|al|the)){{0,4}}"
_REGION = rf"(?:,\s+(?:{_TITLE}|[A-Z]\.)(?:\s+(?:{_TITLE}|of|and|the)){{0,3}})?"
# Monitors of broadcasts write months in capitals and years with two digits.
_TERSE = rf"\d{{1,2}}\s(?i:{MONTH})(?:\s\d{{2}})?(?!\d)|NO DATE"
_LAND = r"(?:\s\([^()\n]{2,40}\)(?=,?\s(?:\d|NO DATE)))?"
_DATE = rf"(?:,?\s*(?P<date>{DAY_AND_MONTH}|{_TERSE}))"
_AGENCY = r"(?:[,.]?\s*[(/](?P<agency>[^()/\n]{2,60})[)/]\.?)"
_DASH = r"\s*(?:—|–|--+|-|_|:)\s*"
_OPENING = re.compile(
    rf"(?:(?P<upper>{_UPPER_PLACE})|(?P<title>{_TITLE_PLACE}))(?P<region>{_REGION}?){_LAND}{_DATE}?"
    rf"\.?{_AGENCY}?(?P<dash>{_DASH}|\s+)(?=[\"'“‘\[A-Z0-9À-Þ])"
)
_AGENCY_ALONE = re.compile(rf"[(/](?P<agency>[^()/\n]{{2,60}})[)/]{_DASH}(?=[\"'“‘A-Z0-9])")
# "[REPORT] [ANA DUR] [TEXT]": what the monitors of a broadcast set before what they heard.
_HEADER = re.compile(
    r"(?:\[(?:editorial\s)?(?:report|bulletin|article)\]\s*(?:\[[^\[\]]{2,80}\]\s*)?)?"
    r"(?:\[(?:text|excerpts?|summary)\]\s*)*",
    re.IGNORECASE,
)
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
    if match is None or not _convinces(match):
        return None
    header = _HEADER.match(paragraph, match.end())
    return header.end() if header else match.end()


def _convinces(match: re.Match[str]) -> bool:
    agency = bool(match["agency"]) and is_agency(match["agency"])
    dash = match["dash"].strip()
    if match["agency"] and not agency:
        # a station or a newspaper that nobody knows counts where place and date stand with it
        return bool(match["date"] and match["upper"]) and dash not in {"", ":"}
    if agency:
        return True
    if dash in {"", ":"}:
        return False
    if match["date"]:
        return True
    return bool(match["upper"]) and match["upper"] not in _NO_PLACES and len(match["upper"]) > 2
