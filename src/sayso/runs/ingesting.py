"""A shard of documents into the ledger: workers read, one writer writes, a transaction to each document."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Literal

from sayso.inputs.item import Given, Item
from sayso.ledger.errors import AbsentError
from sayso.ledger.importing import add_imported
from sayso.ledger.ledger import Ledger
from sayso.ledger.originals import Original, keep
from sayso.runs.keeping import original_of
from sayso.runs.pool import Opening
from sayso.runs.processes import processes
from sayso.runs.readings import Fault, given_of, readings_of
from sayso.runs.running import SHARD, run, shards
from sayso.runs.setting import Setting
from sayso.schema.correction import Correction
from sayso.schema.imported import Imported
from sayso.schema.location import Location, location_of
from sayso.schema.reading import Reading
from sayso.schema.ready import Ready

# What another ledger exported.
Brought = Ready | Correction | Imported
Status = Literal["read", "known", "copy", "empty", "refused", "failed"]


@dataclass(frozen=True, slots=True)
class Found:
    """A document that was read.

    Attributes:
        id: of the document.
        location: where it was found.
        reading: None where the ledger has one that need not change.
        original: what it was read from, where that is to be kept.
    """

    id: str
    location: Location
    reading: Reading | None
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item.

    Attributes:
        name: of the item.
        status: read; known (there already); a copy of a text that is there; empty; refused, since sayso
            does not read it; failed, since sayso broke on it.
        why: the reason, a sentence for a person, or "".
        document: id, or None where there is none.
        kind: what the item is; a ledger exports rows that it imported, and the corrections of persons, along
            with its documents.
    """

    name: str
    status: Status
    why: str = ""
    document: str | None = None
    kind: Literal["document", "imported row", "correction"] = "document"


def ingest(
    items: Iterable[Item],
    ledger: Ledger,
    *,
    setting: Setting,
    jobs: int = 1,
    size: int = SHARD,
    originals: bool = False,
    on: Opening = processes,
) -> Generator[Outcome]:
    """Reads every item into the ledger; what became of each, in their order.

    Whatever was yielded is in the ledger for good. The ledger's contents do not hang on the order of the
    items, nor on the number of jobs.

    Args:
        items: what is read.
        ledger: opened for writing.
        setting: how documents are read.
        jobs: how many workers read.
        on: where they are.
        size: items that are asked for before the first of them is in the ledger.
        originals: what each document is read from is kept beside it.

    Raises:
        LedgerError: the ledger cannot be written to.
        RunError: a worker died.
    """
    mark = setting.mark()
    work = partial(read_shard, ledger=ledger.name, setting=setting, originals=originals)
    parts = shards(items, size=size)
    with closing(run(parts, work, setting=setting, jobs=jobs, on=on)) as found, _looked_up():
        for one in chain.from_iterable(found):
            yield _entered(one, ledger, mark)


def read_shard(
    shard: Sequence[Item], *, ledger: str, setting: Setting, originals: bool = False
) -> list[Found | Fault | Brought]:
    """Reads a shard; a text that the ledger has already is not coded again."""
    unread = given_of([item for item in shard if item.ready is None], date=setting.date)
    found = [item.ready or next(unread) for item in shard]
    given = [one for one in found if isinstance(one, Given)]
    places = [location_of(one.document, name=one.name, fields=one.fields) for one in given]
    known = _opened(ledger).first_places([one.document.id for one in given])
    fresh = {
        number
        for number, (one, place) in enumerate(zip(given, places, strict=True))
        if one.document.id not in known or place.order < known[one.document.id].order
    }
    readings = readings_of([one for number, one in enumerate(given) if number in fresh])
    results = iter(_results(given, places, fresh, readings))
    read = [next(results) if isinstance(one, Given) else one for one in found]
    return [_with_original(one, item) for one, item in zip(read, shard, strict=True)] if originals else read


def _with_original(one: Found | Fault | Brought, item: Item) -> Found | Fault | Brought:
    return replace(one, original=original_of(item)) if isinstance(one, Found) else one


def _results(
    given: Sequence[Given], places: Sequence[Location], fresh: set[int], readings: Iterator[Reading | Fault]
) -> Iterator[Found | Fault]:
    for number, (one, place) in enumerate(zip(given, places, strict=True)):
        reading = next(readings) if number in fresh else None
        yield reading if isinstance(reading, Fault) else Found(one.document.id, place, reading)


_ledgers: dict[str, Ledger] = {}


def _opened(ledger: str) -> Ledger:
    """The ledger to look things up in, opened once in each process."""
    if ledger not in _ledgers:
        _ledgers[ledger] = Ledger(ledger)
    return _ledgers[ledger]


@contextmanager
def _looked_up() -> Iterator[None]:
    """Leaves no connection open: SQLite tidies its files up when the last one goes."""
    try:
        yield
    finally:
        while _ledgers:
            _ledgers.popitem()[1].close()


def _entered(one: Found | Fault | Brought, ledger: Ledger, mark: str) -> Outcome:
    if isinstance(one, Fault):
        return _outcome(one)
    if isinstance(one, Ready):
        return _brought(one, ledger)
    if isinstance(one, Imported):
        return _imported(one, ledger)
    if isinstance(one, Correction):
        return _corrected(one, ledger)
    return _found(one, ledger, mark)


def _found(found: Found, ledger: Ledger, mark: str) -> Outcome:
    if found.reading is None:
        status = ledger.add_place(found.id, found.location)
    else:
        status = ledger.add(found.reading, found.location, mark=mark)
    if found.original is not None:
        keep(ledger, found.id, found.original, found.location)
    why = f"the same text as document {found.id}" if status == "copy" else ""
    return Outcome(found.location.name, status, why, found.id)


def _brought(ready: Ready, ledger: Ledger) -> Outcome:
    first, *others = ready.locations
    status = ledger.add(ready.reading, first, mark=ready.mark)
    for place in others:
        ledger.add_place(ready.reading.document.id, place)
    return Outcome(first.name, status, document=ready.reading.document.id)


def _imported(one: Imported, ledger: Ledger) -> Outcome:
    name, (entered,) = f"imported row {one.name}", add_imported(ledger, [one])
    if entered == "changed":
        why = "it differs from the row that is there, which stays"
        return Outcome(name, "refused", why, kind="imported row")
    return Outcome(name, "read" if entered == "imported" else "known", kind="imported row")


def _corrected(one: Correction, ledger: Ledger) -> Outcome:
    name = f"correction {one.id}"
    try:
        return Outcome(name, "read" if ledger.correct(one) else "known", kind="correction")
    except AbsentError as error:
        return Outcome(name, "refused", str(error), kind="correction")


def _outcome(fault: Fault) -> Outcome:
    status: Status = "failed" if fault.ours else "empty" if fault.empty else "refused"
    return Outcome(fault.name, status, fault.why)
