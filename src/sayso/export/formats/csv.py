"""CSV with a row to each event, how it is told, and how far: for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.export import eventtable, reach
from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.vouched import deniers, sayings, vouching

_MORE = ("vouched_for_by", "denied_by", *reach.COLUMNS)


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The table; a piece to each document."""
    yield eventtable.heading(_MORE).encode() + b"\n"
    for one in documents:
        yield "".join(f"{clean(line)}\n" for line in _lines(one)).encode()


def _lines(one: Exported) -> Iterator[str]:
    said = sayings(one.reading)
    for event, row in zip(one.reading.events, eventtable.rows(one.reading), strict=True):
        if one.wants(event.id):
            vouch, deny = " < ".join(vouching(event, said)), "; ".join(deniers(one.reading, event))
            yield eventtable.line(row, [vouch, deny, *reach.cells(one, event)])
