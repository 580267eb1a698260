"""A shard of items to readings; what fails costs one document, and is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso import pipeline
from sayso.inputs.item import Given, Item, read_item
from sayso.reading import ReadingError
from sayso.schema.reading import Reading


@dataclass(frozen=True, slots=True)
class Fault:
    """An item without a reading.

    Attributes:
        name: of the item.
        why: one sentence that begins with the name.
        ours: sayso failed, not the item.
        empty: there are no characters in it.
    """

    name: str
    why: str
    ours: bool = False
    empty: bool = False


def given_of(shard: Sequence[Item], *, date: str | None) -> Iterator[Given | Fault]:
    """The document of each item, or why there is none, in their order."""
    for item in shard:
        try:
            yield read_item(item, date=date)
        except ReadingError as error:
            yield Fault(item.name, str(error), empty=error.empty)
        except Exception as error:
            yield _fault(item.name, error)


def readings_of(given: Sequence[Given]) -> Iterator[Reading | Fault]:
    """The reading of each document: together, which is quicker; one by one where sayso fails on any."""
    pipeline.encoder()  # one that cannot be loaded is no fault of the documents
    try:
        yield from list(pipeline.read_batch(one.document for one in given))
        return
    except Exception:  # one document in a hundred thousand must not end a night's work
        pass
    for one in given:
        try:
            reading = pipeline.read(one.document)
        except Exception as error:
            yield _fault(one.name, error)
        else:
            yield reading


def _fault(name: str, error: Exception) -> Fault:
    why = f"{name}: sayso failed on it ({type(error).__name__}: {error}); please report this"
    return Fault(name, why, ours=True)
