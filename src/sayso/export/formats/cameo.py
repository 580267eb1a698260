"""Every event in the columns of GDELT's table, behind how it is told, with a header.

What tells how an event is told stands before GDELT's columns, so that no program takes this for a table of
GDELT's by mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.codebook import Codebook, load_codebook
from sayso.export import polecat
from sayso.export.exported import Exported
from sayso.export.gdelt.columns import COLUMNS
from sayso.export.gdelt.rows import rows, unquoted
from sayso.export.json import clean
from sayso.export.reach import reach
from sayso.export.vouched import deniers, sayings, vouching
from sayso.schema.event import Event

_OURS = (
    "Standing", "VouchedForBy", "DeniedBy", "Event", "Cluster", "Origins", "OriginsAgainst", "Type", "Mode",
    "Anchor", "Outlet",
)  # fmt: skip


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The table; a piece to each document."""
    book = load_codebook()
    yield "\t".join((*_OURS, *COLUMNS)).encode() + b"\n"
    for one in documents:
        yield "".join(f"{clean(line)}\n" for line in _lines(one, book)).encode()


def _lines(one: Exported, book: Codebook) -> Iterator[str]:
    for event in one.reading.events:
        if one.wants(event.id):
            ours = [unquoted(value) for value in _told(one, event)]
            yield from ("\t".join((*ours, *row.values())) for row in rows(one, event, book))


def _told(one: Exported, event: Event) -> tuple[str, ...]:
    counted = reach(one, event)
    return (
        event.standing,
        " < ".join(vouching(event, sayings(one.reading))),
        "; ".join(deniers(one.reading, event)),
        polecat.event_id(one.reading, event),
        counted.cluster,
        str(counted.origins),
        str(counted.against),
        event.type,
        event.mode or "",
        event.anchor.text,
        one.reading.document.outlet or "",
    )
