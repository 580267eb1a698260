"""All that a search finds, as a file that is written while it is read."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from io import StringIO
from itertools import chain
from typing import Any, Literal, get_type_hints

from sayso.export.cells import cell
from sayso.export.json import clean
from sayso.export.parquet import TYPE as PARQUET
from sayso.export.parquet import Kind as Column
from sayso.export.parquet import check, is_there, parquet
from sayso.ledger.hits import HITS, Hit, Kind, columns_of
from sayso.ledger.ledger import Ledger
from sayso.ledger.paging import MOST
from sayso.ledger.searching import search
from sayso.workbench.asking import Asked

Form = Literal["csv", "jsonl", "parquet"]
TYPES: Mapping[Form, str] = {
    "csv": "text/csv; charset=utf-8; header=present",
    "jsonl": "application/jsonl",
    "parquet": PARQUET,
}
_KINDS: Mapping[type, Column] = {int: "whole", float: "number"}
_ROWS = 200  # of one piece of a table


def hits(ledger: Ledger, asked: Asked) -> Iterator[Hit]:
    """All that is found, from the beginning, a page read at a time."""
    at: Asked | None = replace(asked, after=None)
    while at is not None:
        page = search(ledger, at.words, at.filter, kind=at.kind, limit=MOST, after=at.after, order=at.order)
        yield from page.hits
        at = at.on(page.next) if page.next else None


def begun(found: Iterator[Hit]) -> Iterator[Hit]:
    """The same with the first page read already; raises LedgerError where nothing can be found so."""
    first = next(found, None)
    return found if first is None else chain((first,), found)


def table(found: Iterable[Hit], kind: Kind) -> Iterator[str]:
    """CSV with a header; what a spreadsheet would compute is kept as text by an apostrophe before it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["id", *columns_of(kind)])
    for number, hit in enumerate(found, 1):
        writer.writerow([hit.id, *(_cell(getattr(hit, name)) for name in columns_of(kind))])
        if number % _ROWS == 0:
            yield _taken(out)
    yield _taken(out)


def lines(found: Iterable[Hit], kind: Kind) -> Iterator[str]:
    """One JSON object to a line, as `sayso search --json` prints them."""
    for hit in found:
        values = {"id": hit.id, **{name: getattr(hit, name) for name in columns_of(kind)}, "marks": hit.marks}
        yield clean(json.dumps(values, ensure_ascii=False)) + "\n"


def columns(found: Iterable[Hit], kind: Kind) -> Iterator[bytes]:
    """Parquet with the columns of the CSV; nothing is put before what a spreadsheet would compute."""
    hints = get_type_hints(HITS[kind])
    kinds = {name: _KINDS.get(hints[name], "text") for name in columns_of(kind)}
    rows = ({"id": hit.id, **{name: _plain(getattr(hit, name)) for name in kinds}} for hit in found)
    yield from parquet(rows, {"id": "text", **kinds})


WRITERS: Mapping[Form, Callable[[Iterable[Hit], Kind], Iterator[str] | Iterator[bytes]]] = {
    "csv": table,
    "jsonl": lines,
    "parquet": columns,
}


def check_form(form: Form) -> None:
    """Raises ExportError where a library that writes it is missing."""
    if form == "parquet":
        check()


def forms() -> tuple[Form, ...]:
    """What can be written here."""
    return ("csv", "jsonl", "parquet") if is_there() else ("csv", "jsonl")


def _cell(value: Any) -> str:
    return clean(cell("" if value is None else str(value)))


def _plain(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def _taken(out: StringIO) -> str:
    written = out.getvalue()
    out.seek(0)
    out.truncate()
    return written
