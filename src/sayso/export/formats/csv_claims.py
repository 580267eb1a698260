"""CSV with a row to each claim, who makes it, and how far it is told: for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.export import claimtable, reach
from sayso.export.exported import Exported
from sayso.export.json import clean


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The table; a piece to each document."""
    yield claimtable.heading(reach.COLUMNS).encode() + b"\n"
    for one in documents:
        yield "".join(f"{clean(line)}\n" for line in _lines(one)).encode()


def _lines(one: Exported) -> Iterator[str]:
    for claim, row in zip(one.reading.claims, claimtable.rows(one.reading), strict=True):
        if one.wants(claim.id):
            yield claimtable.line(row, reach.cells(one, claim))
