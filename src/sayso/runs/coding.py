"""A shard of documents to lines of coded events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso import pipeline
from sayso.export.json import clean
from sayso.inputs.item import Given, Item, read_item
from sayso.reading import ReadingError
from sayso.runs.format import Format
from sayso.runs.writing import HEADINGS, WRITERS
from sayso.schema.reading import Reading


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with every document of a run.

    Attributes:
        format: of the lines.
        standings: the events that are kept; all where empty.
        date: of publication, for documents that do not say.
        codebook: of the user's own, or None for the shipped one.
        threads: of the encoder, None for as many as there are processors.
    """

    format: Format
    standings: tuple[str, ...] = ()
    date: str | None = None
    codebook: Path | None = None
    threads: int | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """What came of a shard.

    Attributes:
        lines: to be written, each with its end.
        items: how many there were in the shard.
        documents: how many of them were read.
        events: how many are in the lines.
        refused: why an item could not be read, one sentence each.
    """

    lines: str
    items: int
    documents: int
    events: int
    refused: tuple[str, ...]


def heading(job: Job) -> str:
    """The first line of the file, "" where the format has none."""
    return HEADINGS[job.format]


def code(shard: Sequence[Item], job: Job) -> Coded:
    """Reads the documents of a shard and codes their events."""
    pipeline.encoder()  # one that cannot be loaded is no fault of the documents
    refused: list[str] = []
    given = list(_given(shard, job, refused))
    lines: list[str] = []
    events = documents = 0
    for one, reading in _readings(given, refused):
        kept = [e for e in reading.events if not job.standings or e.standing in job.standings]
        lines += WRITERS[job.format](replace(reading, events=tuple(kept)), one)
        events += len(kept)
        documents += 1
    return Coded(
        lines="".join(clean(line) + "\n" for line in lines),
        items=len(shard),
        documents=documents,
        events=events,
        refused=tuple(refused),
    )


def _given(shard: Sequence[Item], job: Job, refused: list[str]) -> Iterator[Given]:
    for item in shard:
        try:
            yield read_item(item, date=job.date)
        except ReadingError as error:
            refused.append(str(error))
        except Exception as error:
            refused.append(_fault(item.name, error))


def _readings(given: Sequence[Given], refused: list[str]) -> Iterator[tuple[Given, Reading]]:
    """Together, which is quicker; one by one where sayso fails on any of them."""
    try:
        yield from list(zip(given, pipeline.read_batch(g.document for g in given), strict=True))
        return
    except Exception:  # one document in a hundred thousand must not end a night's work
        pass
    for one in given:
        try:
            reading = pipeline.read(one.document)
        except Exception as error:
            refused.append(_fault(one.name, error))
        else:
            yield one, reading


def _fault(name: str, error: Exception) -> str:
    return f"{name}: sayso failed on it ({type(error).__name__}: {error}); please report this"
