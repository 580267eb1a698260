"""A shard of documents to lines of coded events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.export.json import clean
from sayso.inputs.item import Given, Item
from sayso.runs.format import Format
from sayso.runs.readings import Fault, given_of, readings_of
from sayso.runs.setting import Setting
from sayso.runs.writing import HEADINGS, WRITERS


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with every document of a run.

    Attributes:
        format: of the lines.
        standings: the events that are kept; all where empty.
        setting: how the documents are read.
    """

    format: Format
    standings: tuple[str, ...] = ()
    setting: Setting = field(default_factory=Setting)


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
    found = list(given_of(shard, date=job.setting.date))
    given = [one for one in found if isinstance(one, Given)]
    refused = [one.why for one in found if isinstance(one, Fault)]
    lines: list[str] = []
    events = documents = 0
    for one, reading in zip(given, readings_of(given), strict=True):
        if isinstance(reading, Fault):
            refused.append(reading.why)
            continue
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
