"""Nexis Uni (and Lexis+): full documents as DOCX, RTF or plain text.

    Ministry denies withdrawal
    The Corrin Courier
    March 5, 2020 Thursday
    Copyright 2020 Corrin Press All Rights Reserved
    Section: WORLD; Pg. 4
    Length: 512 words
    Byline: Jane Doe
    Body
    ...
    Graphic / Classification / Load-Date: March 5, 2020
    End of Document

A cover page with the search and a list of titles may stand before the first document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.inputs.layout import (
    Announced,
    Entry,
    Fields,
    Layout,
    Lines,
    byline_names,
    filled,
    found_in,
    gathered,
    labelled,
    text_of,
    words_of,
)
from sayso.reading.article import Metadata
from sayso.reading.dates import DAY_AND_MONTH, MONTH, WEEKDAY, stated_date

EXPECTS = "Nexis Uni with “Length: … words”, “Body” and “End of Document”"

_END = re.compile(r"\s*End of Document\s*", re.IGNORECASE)
_BODY = re.compile(r"\s*Body\s*:?\s*", re.IGNORECASE)
_LENGTH = re.compile(r"\s*Length:\s*[\d,.]+ words?\s*", re.IGNORECASE)
_COUNT = re.compile(r"\s*Documents?\s*\((\d{1,6})\)\s*")
_JOB = re.compile(r"\s*Job Number:")
_LABEL = re.compile(r"\s*([A-Z][A-Za-z]+(?:[ /-][A-Za-z]+){0,3}):(?:\s+(\S.*))?")
_COPYRIGHT = re.compile(r"\s*(?:Copyright\b|©|\(c\)).*|.*\bAll Rights Reserved\.?\s*", re.IGNORECASE)
# "March 5, 2020 Thursday 10:05 AM GMT", "5 March 2020", "March 2020", "Late Edition" in the line of the date.
_DATE_LINE = re.compile(
    rf"\s*(?:{WEEKDAY},?\s+)?(?:{DAY_AND_MONTH}|{MONTH},?\s+\d{{4}}\b|\d{{4}}-\d{{2}}-\d{{2}})", re.IGNORECASE
)
_AFTER_DATE = re.compile(
    rf"^[\s,;]*(?:{WEEKDAY})?[\s,]*(?:\d{{1,2}}:\d{{2}}(?:\s*[AP]M)?(?:\s+[A-Z]{{2,4}})?)?[\s,;]*",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"\s*(?:(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms|Search Type|Narrowed by"
    r"|Content Type)\b.*|Documents?\s*\(\d+\)|.*\bAbout LexisNexis\b.*)"
)
_LISTED = re.compile(r"\s*(\d{1,6})\.\s.*")
_FURNITURE = re.compile(
    r"\s*(?:Page \d+ of \d+|.*\bAbout LexisNexis\b.*|.*©\s*\d{4} LexisNexis.*"
    r"|Link to (?:Image|Story|Original (?:Document|Story))|\[?logo\]?)\s*",
    re.IGNORECASE,
)
_LOAD_DATE = re.compile(r"\s*Load-Date:", re.IGNORECASE)
_CLASSIFICATION = re.compile(r"\s*Classification\s*", re.IGNORECASE)
_GRAPHIC = re.compile(r"\s*Graphic\s*$", re.IGNORECASE)
_CLASSIFIED = re.compile(
    r"\s*(?:Language|Publication-Type|Journal Code|Subject|Company|Geographic):", re.IGNORECASE
)
_CLASSIFIED_WITHIN = 6


def recognises(lines: Lines) -> bool:
    cover = any(map(_COUNT.fullmatch, lines)) and any(map(_JOB.match, lines))
    body = any(map(_BODY.fullmatch, lines))
    return cover or (body and (any(map(_LENGTH.fullmatch, lines)) or any(map(_END.fullmatch, lines))))


def announced(lines: Lines) -> Announced | None:
    for line in lines:
        if match := _COUNT.fullmatch(line):
            return Announced(int(match[1]), line.strip())
        if _BODY.fullmatch(line):
            break
    return None


def entries(lines: Lines) -> Iterator[Entry]:
    start = 0
    for index, line in enumerate(lines):
        if _END.fullmatch(line):
            yield _entry(lines[start:index])
            start = index + 1
    rest = [line for line in lines[start:] if line.strip() and not _FURNITURE.fullmatch(line)]
    if rest and (start or any(map(_BODY.fullmatch, rest))):
        yield Entry(fault=f"it has no line “End of Document”: the file was cut off; {found_in(rest)}")


def _entry(lines: Lines) -> Entry:
    body = next((index for index, line in enumerate(lines) if _BODY.fullmatch(line)), None)
    if body is None:
        return Entry(fault=f"it has no line “Body”; {found_in(lines)}; expected {EXPECTS}")
    head = _without_cover(lines[:body])
    told, fields = _head(filled(head), covered=len(head) < body)
    end = _end_of_text(lines, body + 1)
    text = text_of(line for line in lines[body + 1 : end] if not _FURNITURE.fullmatch(line))
    fields |= _tail(filled(line for line in lines[end:] if not _FURNITURE.fullmatch(line)))
    if not text:
        return Entry(told=told, fields=fields, fault=f"nothing stands below its “Body” ({told.title!r:.80})")
    return Entry(text, told, fields)


def _without_cover(head: Lines) -> Lines:
    """The lines above a body, less the page with the search; the last line of that may be left."""
    if not any(map(_COUNT.fullmatch, head)) and not any(map(_JOB.match, head)):
        return head
    last, number = 0, 1
    for index, line in enumerate(head):
        listed = _LISTED.fullmatch(line)
        if listed and int(listed[1]) == number:  # "5. März 2020" is no title of the list
            last, number = index, number + 1
        elif _COVER.fullmatch(line):
            last = index
    return head[last + 1 :]


def _head(head: list[str], *, covered: bool) -> tuple[Metadata, Fields]:
    """What stands above the body: title, outlet, date, then labels."""
    head = [line for line in head if not _FURNITURE.fullmatch(line)]
    labels = next(
        (at for at, line in enumerate(head) if _COPYRIGHT.fullmatch(line) or _is_label(line)), len(head)
    )
    dates = [at for at in range(min(labels, len(head))) if at >= 2 and _DATE_LINE.match(head[at])]
    # A date in another language is known by its place alone.
    date = dates[-1] if dates else max(labels - 1, 0) if covered else min(labels, 2)
    above = head[: max(date - 1, 0)] or head[:1]
    fields = _labelled(head[labels:])
    if date < labels:
        fields |= _dated(head[date:labels])
    told = Metadata(
        title=(above[-1] if covered else " ".join(above)) if above else None,
        outlet=head[date - 1] if date > 1 else None,
        authors=byline_names(str(fields.get("byline", ""))),
        published=stated_date(head[date]) if dates else None,
    )
    return told, fields


def _is_label(line: str) -> bool:
    """A title may have a colon as well ("Corrin: the war"); these stand above every body."""
    match = _LABEL.match(line)
    return match is not None and match[1].lower() in ("section", "length", "byline", "dateline", "highlight")


def _dated(lines: list[str]) -> Fields:
    """The line of the date, and what stands between it and the copyright: the edition."""
    match = _DATE_LINE.match(lines[0])
    rest = _AFTER_DATE.sub("", lines[0][match.end() :]) if match else ""
    edition = "; ".join(filter(None, (rest.strip(), *lines[1:])))
    fields: Fields = {"date": lines[0]}
    if edition:
        fields["edition"] = edition
    return fields


def _labelled(lines: list[str]) -> Fields:
    """The labels from the copyright down."""
    copyright_lines = [line for line in lines if _COPYRIGHT.fullmatch(line)]
    fields = gathered(labelled([line for line in lines if not _COPYRIGHT.fullmatch(line)], _LABEL))
    if copyright_lines:
        fields["copyright"] = " ".join(copyright_lines)
    words = words_of(str(fields.get("length", "")))
    if words is not None:
        fields["words"] = words
        del fields["length"]
    return fields


def _end_of_text(lines: Lines, start: int) -> int:
    """Where the graphic, the classification and the load date begin.

    The last "Graphic" counts, as a story may have a heading of that one word, and a classification
    only where its labels follow.
    """
    end = _last(lines, start, len(lines), _LOAD_DATE)
    end = next((at for at in range(start, end) if _is_classification(lines, at)), end)
    return _last(lines, start, end, _GRAPHIC)


def _last(lines: Lines, start: int, end: int, pattern: re.Pattern[str]) -> int:
    """Where the last line of a kind stands; the end where there is none."""
    return next((at for at in range(end - 1, start - 1, -1) if pattern.match(lines[at])), end)


def _is_classification(lines: Lines, at: int) -> bool:
    if not _CLASSIFICATION.fullmatch(lines[at]):
        return False
    below = filled(lines[at + 1 : at + 1 + _CLASSIFIED_WITHIN])
    return any(map(_CLASSIFIED.match, below))


def _tail(lines: list[str]) -> Fields:
    """What stands below the text: the words at the pictures, then labels."""
    labels = next(
        (at for at, line in enumerate(lines) if _CLASSIFIED.match(line) or _LOAD_DATE.match(line)), len(lines)
    )
    graphic = [
        line
        for line in lines[:labels]
        if not _GRAPHIC.fullmatch(line) and not _CLASSIFICATION.fullmatch(line)
    ]
    fields = gathered(labelled(lines[labels:], _LABEL))
    if graphic:
        fields["graphic"] = " ".join(graphic)
    return fields


LAYOUT = Layout("Nexis Uni", EXPECTS, recognises, entries, announced)
