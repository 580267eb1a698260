"""Events as rows of a plain table, one to an event, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from sayso.export import words
from sayso.export.cells import aligned, cell, paragraph
from sayso.schema.event import Count, Event, Role
from sayso.schema.reading import Reading

COLUMNS = (
    "document", "published", "outlet", "event", "type", "mode", "contexts", "quad", "anchor", "start", "end",
    "actors", "actor_countries", "actor_sectors", "recipients", "recipient_countries", "recipient_sectors",
    "place", "place_country", "date_start", "date_end", "date_precision", "date_relation",
    "killed_low", "killed_high", "injured_low", "injured_high", "arrested_low", "arrested_high",
    "standing", "why", "holder", "source_text", "source_identity", "source_affiliation", "source_country",
    "source_sector", "cue", "confidence", "passage",
)  # fmt: skip
# Characters of its paragraph on either side of an anchor that its row shows.
_REACH = 400


def rows(reading: Reading) -> Iterator[dict[str, str]]:
    """Column -> value for each event of one document, in reading order."""
    for event in reading.events:
        row = _event(reading, event) | _people(event) | _whose(reading, event)
        yield {column: cell(row.get(column, "")) for column in COLUMNS}


def heading(more: Sequence[str] = ()) -> str:
    """The names of the columns, and of more behind them, as a line without its end."""
    return _csv([*COLUMNS, *more])


def line(row: Mapping[str, str], more: Sequence[str] = ()) -> str:
    """One row, and more values behind it, as a line of CSV without its end."""
    return _csv([*(row[column] for column in COLUMNS), *map(cell, more)])


def _csv(values: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(values)
    return out.getvalue()


def _event(reading: Reading, event: Event) -> dict[str, str]:
    document = reading.document
    date = event.date
    return {
        "document": document.id,
        "published": document.published or "",
        "outlet": document.outlet or "",
        "event": event.id,
        "type": event.type,
        "mode": event.mode or "",
        "contexts": "; ".join(event.contexts),
        "quad": event.quad or "",
        "anchor": event.anchor.text,
        "start": str(event.anchor.start),
        "end": str(event.anchor.end),
        "place": event.place.name if event.place else "",
        "place_country": (event.place.country or "") if event.place else "",
        "date_start": date.start or "",
        "date_end": date.end or "",
        "date_precision": date.precision,
        "date_relation": date.relation,
        "confidence": f"{event.confidence:.2f}",
        "passage": paragraph(document.text, event.anchor, reach=_REACH),
        **_counts("killed", event.magnitude.killed),
        **_counts("injured", event.magnitude.injured),
        **_counts("arrested", event.magnitude.arrested),
    }


def _counts(name: str, count: Count | None) -> dict[str, str]:
    if count is None:
        return {}
    return {
        f"{name}_low": "" if count.low is None else str(count.low),
        f"{name}_high": "" if count.high is None else str(count.high),
    }


def _people(event: Event) -> dict[str, str]:
    return _roles("actor", event.actors) | _roles("recipient", event.recipients)


def _roles(side: str, roles: Sequence[Role]) -> dict[str, str]:
    return {
        f"{side}s": "; ".join(words.name(role) for role in roles),
        f"{side}_countries": aligned([role.country or "" for role in roles]),
        f"{side}_sectors": aligned([role.sector or "" for role in roles]),
    }


def _whose(reading: Reading, event: Event) -> dict[str, str]:
    known = {attribution.id: attribution for attribution in reading.attributions}
    chain = [known[one] for one in event.attributions]
    inner = chain[0] if chain else None
    return {
        "standing": event.standing,
        "why": "; ".join(f"{reason.kind}: {reason.span.text}" for reason in event.why),
        "holder": " < ".join(words.who(one.source) for one in chain) or "the author",
        "source_text": (inner.source.text or "") if inner else "",
        "source_identity": inner.source.identity if inner else "",
        "source_affiliation": inner.source.affiliation if inner else "",
        "source_country": (inner.source.country or "") if inner else "",
        "source_sector": (inner.source.sector or "") if inner else "",
        "cue": inner.cue.text if inner and inner.cue else "",
    }
