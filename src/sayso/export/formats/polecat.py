"""POLECAT: its forty columns, then on whose word each event stands and how far it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.codebook import Codebook, load_codebook
from sayso.export import polecat, reach
from sayso.export.exported import Exported
from sayso.export.json import clean

_MORE = ("Headline", "URL", "Review", "Cluster", "Documents", "Publishers", "Origins", "Against")


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The table; a piece to each document."""
    book = load_codebook()
    yield polecat.heading(_MORE).encode() + b"\n"
    for one in documents:
        yield "".join(f"{clean(line)}\n" for line in _lines(one, book)).encode()


def _lines(one: Exported, book: Codebook) -> Iterator[str]:
    by_id = {polecat.event_id(one.reading, event): event for event in one.reading.events}
    for row in polecat.rows(one.reading, book):
        event = by_id[row["Event ID"]]
        if one.wants(event.id):
            yield polecat.line(row, reach.cells(one, event))
