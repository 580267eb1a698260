"""Claims as rows of a plain table, one to a claim, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from sayso.export import words
from sayso.export.cells import aligned, cell
from sayso.schema.attribution import Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.event import Event
from sayso.schema.reading import Reading

COLUMNS = (
    "document", "published", "outlet", "claim", "attitude", "holder", "content", "start", "end",
    "source_text", "source_name", "source_identity", "source_naming", "source_affiliation", "source_role",
    "source_country", "source_sector", "cue", "hedges", "form", "channel", "events", "types", "standings",
)  # fmt: skip


def rows(reading: Reading) -> Iterator[dict[str, str]]:
    """Column -> value for each claim of one document, in reading order."""
    known = {attribution.id: attribution for attribution in reading.attributions}
    for claim in reading.claims:
        row = (
            _claim(reading, claim, known)
            | _source(claim.source)
            | _saying(known.get(claim.attribution or ""))
            | _events(events_of(reading, claim))
        )
        yield {column: cell(row.get(column, "")) for column in COLUMNS}


def heading(more: Sequence[str] = ()) -> str:
    """The names of the columns, and of more behind them, as a line without its end."""
    return _csv([*COLUMNS, *more])


def line(row: Mapping[str, str], more: Sequence[str] = ()) -> str:
    """One row, and more values behind it, as a line of CSV without its end."""
    return _csv([*(row[column] for column in COLUMNS), *map(cell, more)])


def holders(claim: Claim, known: Mapping[str, Attribution]) -> list[str]:
    """On whose word the claim stands, innermost first; the author where it is the author's own."""
    if claim.attribution is None:
        return ["the author"]
    outer = [known[one].source for one in claim.chain if one in known and one != claim.attribution]
    return [words.who(source) for source in (claim.source, *outer)]


def events_of(reading: Reading, claim: Claim) -> list[Event]:
    """The events that a claim tells of: the author's own one, or all that rest on its source first."""
    if claim.attribution is None:
        return [event for event in reading.events if event.id == claim.event]
    return [event for event in reading.events if event.attributions[:1] == (claim.attribution,)]


def content(claim: Claim) -> str:
    """What is claimed; interruptions are marked by an ellipsis."""
    return " … ".join(span.text for span in claim.content)


def _claim(reading: Reading, claim: Claim, known: Mapping[str, Attribution]) -> dict[str, str]:
    document = reading.document
    return {
        "document": document.id,
        "published": document.published or "",
        "outlet": document.outlet or "",
        "claim": claim.id,
        "attitude": claim.attitude,
        "holder": " < ".join(holders(claim, known)),
        "content": content(claim),
        "start": str(claim.content[0].start),
        "end": str(claim.content[-1].end),
    }


def _source(source: Source) -> dict[str, str]:
    return {
        "source_text": source.text or "",
        "source_name": source.resolved.text if source.resolved else (source.text or ""),
        "source_identity": source.identity,
        "source_naming": source.naming,
        "source_affiliation": source.affiliation,
        "source_role": source.role or "",
        "source_country": source.country or "",
        "source_sector": source.sector or "",
    }


def _saying(said: Attribution | None) -> dict[str, str]:
    if said is None:
        return {}
    return {
        "cue": said.cue.text if said.cue else "",
        "hedges": words.hedges(said),
        "form": said.form,
        "channel": said.channel,
    }


def _events(events: Sequence[Event]) -> dict[str, str]:
    return {
        "events": "; ".join(event.id for event in events),
        "types": aligned([event.type for event in events]),
        "standings": aligned([event.standing for event in events]),
    }


def _csv(values: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(values)
    return out.getvalue()
