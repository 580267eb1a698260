"""A shard of documents to lines of coded events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.export.json import clean
from sayso.inputs.item import Given, Item
from sayso.ledger.correcting import corrected, without_rejected
from sayso.runs.format import Format
from sayso.runs.readings import Fault, given_of, readings_of
from sayso.runs.setting import Setting
from sayso.runs.writing import HEADINGS, WRITERS
from sayso.schema.correction import Correction


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with every document of a run.

    Attributes:
        format: of the lines.
        standings: the events that are kept; all where empty.
        setting: how the documents are read.
        ledger: path or URL of one whose corrections are laid over, or None.
        decided: a digest of these corrections, "" without any.
    """

    format: Format
    standings: tuple[str, ...] = ()
    setting: Setting = field(default_factory=Setting)
    ledger: str | None = None
    decided: str = ""


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
    decided = _decided(job.ledger, [one.document.id for one in given])
    for one, coded in zip(given, readings_of(given), strict=True):
        if isinstance(coded, Fault):
            refused.append(coded.why)
            continue
        reading = without_rejected(corrected(coded, decided.get(coded.document.id, ())))
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


def _decided(ledger: str | None, ids: Sequence[str]) -> Mapping[str, Sequence[Correction]]:
    """What persons decided about these documents, and did not undo."""
    if ledger is None:
        return {}
    from sayso.ledger.ledger import Ledger  # needs SQLAlchemy, which coding without a ledger does not

    with Ledger(ledger) as opened:
        return opened.standing(ids)
