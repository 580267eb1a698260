"""RIS, the format of reference managers, as ProQuest and Nexis Uni hand it out.

    TY  - NEWS
    T1  - Ministry denies withdrawal
    AU  - Doe, Jane
    JF  - The Corrin Courier
    DA  - 2020/03/05/
    AB  - ...
    ER  -

It holds an abstract at most, and the field `part` of a document says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.inputs.layout import (
    Announced,
    Entry,
    Fields,
    Layout,
    Lines,
    day_of,
    found_in,
    listed_names,
    text_of,
)
from sayso.reading.article import Metadata

SUFFIXES = frozenset((".ris",))
EXPECTS = "RIS with “TY  - …”, “AB  - …” and “ER  - ”"

_TAG = re.compile(r"\s*([A-Z][A-Z0-9])  ?-(?:\s(.*)|\s*)")
_BEGINS = re.compile(r"\ufeff?\s*TY  ?- ?[A-Z]{2,8}\s*")
_NAMES = {
    "AN": "accession_number", "CY": "place", "DB": "database", "DO": "doi", "DP": "provider", "ET": "edition",
    "IS": "issue", "KW": "keywords", "L2": "link", "LA": "language", "M3": "document_type", "N1": "notes",
    "PB": "publisher", "SE": "section", "SN": "issn", "SP": "page", "EP": "last_page", "TY": "type",
    "UR": "url", "VL": "volume", "Y2": "accessed",
}  # fmt: skip
_TITLES = ("T1", "TI")
_OUTLETS = ("JF", "T2", "JO", "JA", "BT")
_DAYS = ("DA", "Y1", "PY")
_TEXTS = ("AB", "N2")

Record = Mapping[str, Sequence[str]]


def recognises(lines: Lines) -> bool:
    first = next((line for line in lines if line.strip(" \ufeff\t")), "")
    return _BEGINS.fullmatch(first) is not None


def announced(_: Lines) -> Announced | None:
    """None: the format has no place for it."""
    return None


def entries(lines: Lines) -> Iterator[Entry]:
    for record in _records(lines):
        yield _entry(record)


def _records(lines: Lines) -> Iterator[list[tuple[str, str]]]:
    """Tags and values up to each end of a record; a line without a tag has the one above."""
    record: list[tuple[str, str]] = []
    for line in lines:
        match = _TAG.fullmatch(line.lstrip("\ufeff"))
        tag = match[1] if match else (record[-1][0] if record else "")
        if tag == "TY" and match and record:
            yield record
            record = []
        if match or line.strip():
            record.append((tag, (match[2] or "") if match else f"\n{line}"))
        if tag == "ER":
            yield record
            record = []
    if record:
        yield record


def _joined(pairs: Sequence[tuple[str, str]]) -> Record:
    """The values of each tag; those that begin with a line end go on from the one before."""
    values: dict[str, list[list[str]]] = {}
    for tag, value in pairs:
        if value.startswith("\n") and tag in values:
            values[tag][-1].append(value)
        else:
            values.setdefault(tag, []).append([value])
    return {tag: ["".join(parts) for parts in each] for tag, each in values.items()}


def _entry(pairs: Sequence[tuple[str, str]]) -> Entry:
    record = _joined(pairs)
    if "" in record or "TY" not in record:
        return Entry(fault=f"it does not begin with “TY  - ”; {_found(record)}; expected {EXPECTS}")
    if "ER" not in record:
        return Entry(fault=f"it has no “ER  - ” at its end: the file was cut off; {_found(record)}")
    told = Metadata(
        title=_first(record, _TITLES),
        outlet=_first(record, _OUTLETS),
        authors=tuple(
            name for tag in ("AU", "A1") for value in record.get(tag, ()) for name in listed_names(value)
        ),
        published=next(
            (day for tag in _DAYS for value in record.get(tag, ()) if (day := day_of(value))), None
        ),
    )
    fields: Fields = {
        name: "; ".join(values)
        for tag, name in _NAMES.items()
        if (values := [" ".join(value.split()) for value in record.get(tag, ()) if value.strip()])
    }
    if date := _first(record, _DAYS):
        fields["date"] = date
    text = next(
        (text_of(text.split("\n")) for tag in _TEXTS for text in record.get(tag, ()) if text.strip()), ""
    )
    if not text:
        return Entry(told=told, fields=fields, fault=f"it has no abstract (AB, N2); {_found(record)}")
    return Entry(text, told, fields | {"part": "abstract"})


def _found(record: Record) -> str:
    return found_in([f"{tag}  {values[0]}" for tag, values in record.items()])


def _first(record: Record, tags: Sequence[str]) -> str | None:
    return next(
        (" ".join(value.split()) for tag in tags for value in record.get(tag, ()) if value.strip()), None
    )


LAYOUT = Layout("RIS", EXPECTS, recognises, entries, announced)
