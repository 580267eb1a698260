"""LexisNexis Academic and Nexis as they were until 2017: plain text, HTML or RTF.

                                   3 of 37 DOCUMENTS
                                 The Corrin Courier
                               March 5, 2010 Friday
    Ministry denies withdrawal
    BYLINE: Jane Doe
    SECTION: WORLD; Pg. 4
    LENGTH: 512 words
    ...
    LOAD-DATE: March 5, 2010
                           Copyright 2010 Corrin Press
                               All Rights Reserved

Older ones have the copyright on top, the title as `HEADLINE:` and `BODY:` before the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

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

EXPECTS = "LexisNexis Academic with “1 of 100 DOCUMENTS”, “LENGTH: … words”"

_START = re.compile(r"\s*(?:(?:Document )?(\d{1,6}) of (\d{1,6})(?: DOCUMENTS?))\s*")
_HEAD = re.compile(
    r"\s*(BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|HEADLINE|SERIES|COLUMN|DISTRIBUTION|CORRECTION-DATE"
    r"|CORRECTION|ABSTRACT|TITLE|EDITION|KICKER):(?:\s+(.*))?",
    re.DOTALL,
)
_BODY = re.compile(r"\s*(?:BODY|TEXT|FULL TEXT):\s*")
_TAIL = re.compile(
    r"\s*(GRAPHIC|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|PUB-TYPE|SUBJECT|NOTES?|URL"
    r"|TYPE|ORGANIZATION|COMPANY|TICKER|INDUSTRY|PERSON|GEOGRAPHIC|CITY|STATE|COUNTRY|CORRECTION-DATE"
    r"|CORRECTION):(?:\s+(.*))?",
    re.DOTALL,
)
# A memo in the story may have a "SUBJECT:" too, but no shares of subjects.
_TAIL_BEGINS = re.compile(
    r"\s*(?:(?:GRAPHIC|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|PUB-TYPE):|SUBJECT:.*\(\d\d%\))"
)
_COPYRIGHT = re.compile(
    r"\s*(?:Copyright\s+(?:\(c\)\s*|©\s*)?\d{4}\b.*|(?:.*\b)?All Rights Reserved\.?\s*)", re.IGNORECASE
)
_DATE = re.compile(
    rf"\s*(?:{WEEKDAY},?\s+)?(?:{DAY_AND_MONTH}|{MONTH},?\s+\d{{4}}\b)(?:[\s,]*{WEEKDAY}\b)?[\s,;]*",
    re.IGNORECASE,
)

Block = list[str]


def recognises(lines: Lines) -> bool:
    return any(map(_START.fullmatch, lines)) and any(
        _HEAD.match(line) or _COPYRIGHT.fullmatch(line) for line in lines
    )


def announced(lines: Lines) -> Announced | None:
    match = next((match for line in lines if (match := _START.fullmatch(line))), None)
    return None if match is None else Announced(int(match[2]), " ".join(match[0].split()))


def entries(lines: Lines) -> Iterator[Entry]:
    starts = [index for index, line in enumerate(lines) if _START.fullmatch(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _entry(lines[start + 1 : end])


def _entry(lines: Lines) -> Entry:
    blocks = [list(group) for blank, group in groupby(lines, lambda line: not line.strip()) if not blank]
    first = next((at for at, block in enumerate(blocks) if _HEAD.match(block[0])), None)
    if first is None:
        return Entry(
            fault=f"it has none of the labels LENGTH, SECTION, BYLINE; {found_in(lines)}; expected {EXPECTS}"
        )
    start, fields = _labelled(blocks, first)
    end = next((at for at in range(start, len(blocks)) if _ends(blocks[at])), len(blocks))
    told, fields = _told(blocks[:first], fields)
    fields |= _tail(blocks[end:])
    text = text_of(line for block in blocks[start:end] for line in (*block, ""))
    if not text:
        return Entry(told=told, fields=fields, fault=f"it has no text below its labels ({told.title!r:.80})")
    return Entry(text, told, fields)


def _ends(block: Block) -> bool:
    return _TAIL_BEGINS.match(block[0]) is not None or all(map(_COPYRIGHT.fullmatch, block))


def _labelled(blocks: list[Block], first: int) -> tuple[int, Fields]:
    """Where the text begins, and the labels above it: the blocks with one, up to the first without."""
    start = next((at for at in range(first, len(blocks)) if not _HEAD.match(blocks[at][0])), len(blocks))
    fields = gathered(pair for block in blocks[first:start] for pair in labelled(filled(block), _HEAD))
    if start < len(blocks) and _BODY.match(blocks[start][0]):
        blocks[start][0] = _BODY.sub("", blocks[start][0], count=1)
    return start, fields


def _told(top: list[Block], fields: Fields) -> tuple[Metadata, Fields]:
    """Outlet, date and title from the blocks above the labels."""
    blocks = [
        kept for block in top if (kept := [line for line in filled(block) if not _COPYRIGHT.fullmatch(line)])
    ]
    dated = next((at for at, block in enumerate(blocks) if any(map(_DATE.match, block))), None)
    lines = [line for block in blocks[: (0 if dated is None else dated) + 1] for line in block]
    date = next((at for at, line in enumerate(lines) if _DATE.match(line)), None)
    below = [" ".join(block) for block in blocks[(0 if dated is None else dated) + 1 :]]
    title = fields.pop("headline", None) or fields.pop("title", None) or (below.pop() if below else None)
    if date is not None:
        fields["date"] = lines[date]
        below = [_DATE.sub("", lines[date], count=1), *lines[date + 1 :], *below]
    if edition := "; ".join(filter(None, below)):
        fields["edition"] = edition
    words = words_of(str(fields.pop("length", "")))
    if words is not None:
        fields["words"] = words
    told = Metadata(
        title=None if title is None else str(title),
        outlet=" ".join(lines[:date]) or None,
        authors=byline_names(str(fields.get("byline", ""))),
        published=None if date is None else stated_date(lines[date]),
    )
    return told, fields


def _tail(blocks: list[Block]) -> Fields:
    rights = [block for block in blocks if all(map(_COPYRIGHT.fullmatch, block))]
    lines = [line for block in blocks if block not in rights[:1] for line in filled(block)]
    fields = gathered(labelled(lines, _TAIL))
    return fields | ({"copyright": " ".join(filled(rights[0]))} if rights else {})


LAYOUT = Layout("LexisNexis Academic", EXPECTS, recognises, entries, announced)
