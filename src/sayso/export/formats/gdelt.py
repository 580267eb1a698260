"""GDELT 2.0's event table: 61 columns between tabs, without a header, as programs made for GDELT read it.

Such a table has no place for who says so, and whoever reads it takes every row for something that happened.
So it holds only what is told as fact: events that an author tells in their own voice, and that no origin
denies. Each event stands once, however many documents tell of it. What is left out is in `cameo`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.codebook import load_codebook
from sayso.export.exported import Exported
from sayso.export.gdelt.rows import rows
from sayso.export.json import clean
from sayso.export.reach import reach
from sayso.schema.event import Event


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The rows; a piece to each document."""
    book, told = load_codebook(), set[str]()
    for one in documents:
        lines = ["\t".join(row.values()) for event in _facts(one, told) for row in rows(one, event, book)]
        yield "".join(clean(line) + "\n" for line in lines).encode()


def _facts(one: Exported, told: set[str]) -> Iterator[Event]:
    for event in one.reading.events:
        counted = reach(one, event)
        if not one.wants(event.id) or event.standing != "fact" or counted.against:
            continue
        if counted.cluster not in told:
            told.add(counted.cluster)
            yield event
