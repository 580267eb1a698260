"""Factiva as it is displayed, without field codes: HTML, RTF, or text.

Ministry denies withdrawal
By Jane Doe
512 words
5 March 2020
07:10
The Corrin Courier
CORRC
4
English
Copyright 2020 Corrin Press
The text.
Document CORRC00020200305eg35000p1
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.inputs.layout import (
    Announced,
    Entry,
    Fields,
    Layout,
    Lines,
    byline_names,
    day_of,
    found_in,
    text_of,
    words_of,
)
from sayso.reading.article import Metadata
from sayso.reading.bylines import is_byline
from sayso.reading.dates import is_date_line

EXPECTS = "Factiva with “… words”, a date, outlet and its code, a language, and “Document …” at the end"

_END = re.compile(r"\s*Document\s+([A-Za-z0-9]{10,40})\s*")
_WORDS = re.compile(r"\s*[\d,.]+ words\s*")
_TIME = re.compile(r"\s*\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s+[A-Z]{2,4})?\s*", re.IGNORECASE)
_CODE = re.compile(r"\s*(?=[A-Z0-9]*[A-Z])[A-Z0-9]{1,8}\s*")
_LANGUAGE = re.compile(
    r"\s*(?:Arabic|Bahasa(?: Indonesia| Malaysia)?|Bulgarian|Catalan|Chinese(?:\s*[-–(].*)?|Croatian|Czech"
    r"|Danish|Dutch|English|Estonian|Farsi|Finnish|French|German|Greek|Hebrew|Hindi|Hungarian|Indonesian|Italian|Japanese"
    r"|Korean|Latvian|Lithuanian|Malay|Norwegian|Persian|Polish|Portuguese|Romanian|Russian|Serbian|Slovak"
    r"|Slovenian|Spanish|Swedish|Thai|Turkish|Ukrainian|Vietnamese)\s*"
)
_COPYRIGHT = re.compile(
    r"\s*(?:[(\[]?(?:©|\(c\)|Copyright\b[\s,.:©(c)]*(?:\d{4}|[A-Z])).{0,200}"
    r"|.{0,120}\bAll rights reserved\.?)\s*",
    re.IGNORECASE,
)
_FURNITURE = re.compile(r"\s*(?:Page \d+ of \d+.*|©\s*\d{4} Factiva.*|Factiva|Dow Jones)\s*", re.IGNORECASE)
_DETAILS = 6
_TOP = 4
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines above a text.

    Attributes:
        words: index of the line that counts the words, among those that are not blank.
        timed: that a time stands below the date.
        language: index of the line with the language.
        text: index of the first one of the text.
    """

    words: int
    timed: bool
    language: int
    text: int


def recognises(lines: Lines) -> bool:
    shown = [line for line in lines if line.strip()]
    return any(_signature(shown, at) for at in range(len(shown)))


def announced(_: Lines) -> Announced | None:
    """None: the file does not say it."""
    return None


def entries(lines: Lines) -> Iterator[Entry]:
    start = 0
    for index, line in enumerate(lines):
        if match := _END.fullmatch(line):
            yield _entry(lines[start:index], match[1])
            start = index + 1
    rest = lines[start:]
    if recognises(rest):
        yield Entry(fault=f"it has no line “Document …” at its end: the file was cut off; {found_in(rest)}")


def _signature(shown: Lines, at: int) -> bool:
    """Words, date, perhaps the time, outlet, code: four lines that stand together nowhere else."""
    if not _WORDS.fullmatch(shown[at]) or at + 3 >= len(shown) or not is_date_line(shown[at + 1]):
        return False
    code = at + 4 if _TIME.fullmatch(shown[at + 2]) else at + 3
    return code < len(shown) and _CODE.fullmatch(shown[code]) is not None


def _head(shown: Lines) -> _Head | None:
    words = next((at for at in range(len(shown)) if _signature(shown, at)), None)
    if words is None:
        return None
    timed = _TIME.fullmatch(shown[words + 2]) is not None
    code = words + 3 + timed
    after = range(code + 1, min(code + 1 + _DETAILS, len(shown)))
    language = next((at for at in after if _LANGUAGE.fullmatch(shown[at])), None)
    if language is None:
        return None
    text = language + 1
    while text < min(language + 3, len(shown)) and _COPYRIGHT.fullmatch(shown[text]):
        text += 1
    return _Head(words, timed, language, text)


def _entry(lines: Lines, number: str) -> Entry:
    places = [at for at, line in enumerate(lines) if line.strip() and not _FURNITURE.fullmatch(line)]
    shown = [" ".join(lines[at].split()) for at in places]
    head = _head(shown)
    if head is None:
        return Entry(
            fault=f"its lines above the text are not as expected; {found_in(lines)}; expected {EXPECTS}"
        )
    told, fields = _told(shown, head)
    fields["accession_number"] = number
    if head.text >= len(shown):
        return Entry(told=told, fields=fields, fault=f"it has no text ({told.title!r:.80})")
    body = lines[places[head.text] :]
    text = text_of(line for line in body if not _FURNITURE.fullmatch(line))
    return Entry(text, told, fields)


def _told(shown: list[str], head: _Head) -> tuple[Metadata, Fields]:
    title, section, byline = _top(shown[max(head.words - _TOP, 0) : head.words])
    outlet = head.words + 2 + head.timed
    details = shown[outlet + 2 : head.language]
    words = words_of(shown[head.words])
    fields: Fields = {
        "words": words or 0,
        "date": shown[head.words + 1],
        "time": shown[head.words + 2] if head.timed else "",
        "source_code": shown[outlet + 1],
        "edition": "; ".join(details),
        "language": shown[head.language],
        "copyright": " ".join(shown[head.language + 1 : head.text]),
        "section": section,
        "byline": byline,
    }
    told = Metadata(
        title=title or None,
        outlet=shown[outlet],
        authors=byline_names(byline),
        published=day_of(shown[head.words + 1]),
    )
    return told, {key: value for key, value in fields.items() if value}


def _top(lines: list[str]) -> tuple[str, str, str]:
    """Title, section and byline from the lines above the number of words.

    Only a title is always there. A byline says so with "By", or is a name below a longer line: of
    "World" and "Ministry Denies Withdrawal" the second is the title.
    """
    if not lines:
        return "", "", ""
    *above, last = lines
    named = len(last.split()) <= _NAME_WORDS and is_byline(f"By {last}")
    if above and (last.startswith("By ") or (named and len(last) < len(above[-1]))):
        return above[-1], "; ".join(above[:-1]), last
    return last, "; ".join(above), ""


LAYOUT = Layout("Factiva", EXPECTS, recognises, entries, announced)
