"""A shard of documents to lines of coded events."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sayso import pipeline
from sayso.export import eventtable, polecat
from sayso.export.json import clean, to_plain
from sayso.reading import ReadingError
from sayso.runs.inputs import Given, Item, read_item
from sayso.schema.event import Event
from sayso.schema.reading import Reading


class Format(StrEnum):
    """How events are written."""

    jsonl = "jsonl"
    csv = "csv"
    polecat = "polecat"


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with every document of a run.

    Attributes:
        format: of the lines.
        standings: the events that are kept; all where empty.
        date: of publication, for documents that do not say.
        threads: of the encoder, None for as many as there are processors.
    """

    format: Format
    standings: tuple[str, ...] = ()
    date: str | None = None
    threads: int | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """What came of a shard.

    Attributes:
        lines: to be written, each with its end.
        documents, events: how many were read, and written.
        refused: why a document could not be read, one sentence each.
    """

    lines: str
    documents: int
    events: int
    refused: tuple[str, ...]


def heading(job: Job) -> str:
    """The first line of the file, "" where the format has none."""
    if job.format is Format.csv:
        return eventtable.heading() + "\n"
    return "\t".join(polecat.COLUMNS) + "\n" if job.format is Format.polecat else ""


def code(shard: Sequence[Item], job: Job) -> Coded:
    """Reads the documents of a shard and codes their events."""
    given: list[Given] = []
    refused: list[str] = []
    for item in shard:
        try:
            given.append(read_item(item, date=job.date))
        except ReadingError as error:
            refused.append(str(error))
    write = _WRITERS[job.format]
    lines: list[str] = []
    for one, reading in zip(given, pipeline.read_batch(g.document for g in given), strict=True):
        kept = [e for e in reading.events if not job.standings or e.standing in job.standings]
        lines += [clean(line) + "\n" for line in write(_only(reading, kept), one)]
    return Coded("".join(lines), len(given), len(lines), tuple(refused))


def _only(reading: Reading, events: Sequence[Event]) -> Reading:
    from dataclasses import replace

    return replace(reading, events=tuple(events))


def _jsonl(reading: Reading, given: Given) -> Iterator[str]:
    """One object to an event that can be read on its own: its document, and the chain it comes through."""
    known = {attribution.id: attribution for attribution in reading.attributions}
    document = {
        name: getattr(reading.document, name)
        for name in ("id", "title", "outlet", "url", "authors", "published", "wire")
    }
    for event in reading.events:
        row: dict[str, Any] = {"document": to_plain(document)}
        row |= {"fields": dict(given.fields)} if given.fields else {}
        row |= to_plain(event)
        row["chain"] = [to_plain(known[one]) for one in event.attributions]
        yield json.dumps(row, ensure_ascii=False)


def _csv(reading: Reading, given: Given) -> Iterator[str]:
    yield from map(eventtable.line, eventtable.rows(reading))


def _polecat(reading: Reading, given: Given) -> Iterator[str]:
    yield from map(polecat.line, polecat.rows(reading, pipeline.codebook()))


_WRITERS: dict[Format, Callable[[Reading, Given], Iterator[str]]] = {
    Format.jsonl: _jsonl,
    Format.csv: _csv,
    Format.polecat: _polecat,
}
