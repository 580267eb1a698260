"""Events as rows: one to each actor and recipient of each event that CAMEO has a code for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from sayso.codebook import Codebook
from sayso.export.cells import cell
from sayso.export.dyads import dyads
from sayso.export.exported import Exported
from sayso.export.gdelt.columns import COLUMNS
from sayso.export.gdelt.parties import party
from sayso.export.gdelt.places import place
from sayso.export.quads import QUADS
from sayso.export.reach import reach
from sayso.schema.document import Document
from sayso.schema.event import Event

_DAY = len("2025-03-14")
_BASE, _ROOT = 3, 2  # digits of a CAMEO code
_LEADS = ("headline", "summary")
_DIGITS = 15  # hexadecimal; as many as 64 bits with a sign hold


def rows(one: Exported, event: Event, book: Codebook) -> Iterator[dict[str, str]]:
    """Column -> value; none where CAMEO has no code for the event, as for a type of one's own codebook."""
    code = _code(book, event)
    if code is None:
        return
    common = {
        **_days(event, one.reading.document),
        **_event(one, event, book, code),
        **place(event.place),
        "Actor1Geo_Type": "0",
        "Actor2Geo_Type": "0",
    }
    for number, (actor, other) in enumerate(dyads(event)):
        row = {**common, **party("Actor1", actor), **party("Actor2", other)}
        row["GLOBALEVENTID"] = _id(reach(one, event).cluster, one.reading.document.id, event.id, number)
        yield {column: unquoted(row.get(column, "")) for column in COLUMNS}


def unquoted(value: str) -> str:
    """A cell of a table that knows no quoting: some programs would read on to the next quotation mark."""
    return cell(value.replace('"', "'"))


def _code(book: Codebook, event: Event) -> str | None:
    known = any(kind.name == event.type for kind in book.types)
    return book.cameo(event.type, event.mode) if known else None


def _id(*parts: object) -> str:
    """A number, as GDELT has it; the same for the same record."""
    return str(int(sha256(":".join(map(str, parts)).encode()).hexdigest()[:_DIGITS], 16))


def _days(event: Event, document: Document) -> Mapping[str, str]:
    """The first day that the text tells, or else that of publication."""
    published = _date((document.published or "")[:_DAY])
    day = _date(event.date.start) or published
    told = {"DATEADDED": f"{published:%Y%m%d}000000"} if published else {}
    if day is None:
        return told
    fraction = ((day.month - 1) * 30 + day.day) / 365  # as GDELT counts it
    return told | {
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": f"{day.year + fraction:.4f}",
    }


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _event(one: Exported, event: Event, book: Codebook, code: str) -> Mapping[str, str]:
    counted, scale = reach(one, event), book.intensity(event.type, event.mode)
    return {
        "IsRootEvent": str(int(_leads(one.reading.document, event))),
        "EventCode": code,
        "EventBaseCode": code[:_BASE],
        "EventRootCode": code[:_ROOT],
        "QuadClass": str(QUADS.get(event.quad or "", "")),
        "GoldsteinScale": "" if scale is None else f"{scale:g}",
        "NumMentions": str(counted.documents),
        # ten outlets with one wire story are one source
        "NumSources": str(counted.origins),
        "NumArticles": str(counted.documents),
        "SOURCEURL": one.reading.document.url or "",
    }


def _leads(document: Document, event: Event) -> bool:
    """Whether it is told in the headline, the summary, or the first paragraph of the body."""
    body = next((passage for passage in document.passages if passage.kind == "body"), None)
    ends = document.text.find("\n", body.start) if body else 0
    first = (body.start, len(document.text) if ends < 0 else ends) if body else (0, 0)
    led = [(passage.start, passage.end) for passage in document.passages if passage.kind in _LEADS]
    return any(start <= span.start < end for span in event.mentions for start, end in (first, *led))
