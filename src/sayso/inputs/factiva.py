"""Factiva with its field codes: HTML and RTF, where they are a table, and labelled lines.

HD   Ministry denies withdrawal
BY   By Jane Doe
WC   512 words
PD   5 March 2020
SN   The Corrin Courier
LP   The first paragraphs.
TD   The rest.
AN   Document CORRC00020200305eg35000p1
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.inputs.layout import (
    Announced,
    Entry,
    Fields,
    Layout,
    Lines,
    byline_names,
    day_of,
    found_in,
    text_of,
    words_of,
)
from sayso.reading.article import Metadata

EXPECTS = "Factiva with its codes HD, WC, PD, SN, LP, TD, AN"

NAMES = {
    "AN": "accession_number", "ART": "art", "BY": "byline", "CLM": "column", "CO": "companies",
    "CR": "credit", "CT": "contact", "CX": "correction", "CY": "copyright", "ED": "edition",
    "ET": "time", "IN": "industries", "IPC": "ipc", "IPD": "ipd", "LA": "language", "NS": "subjects",
    "PG": "page", "PUB": "publisher", "RE": "regions", "RF": "references", "RST": "restrictions",
    "SC": "source_code", "SE": "section", "VOL": "volume",
}  # fmt: skip
_CODES = "|".join(sorted((*NAMES, "HD", "WC", "PD", "SN", "LP", "TD"), key=len, reverse=True))
# A space alone is no mark of a code: "TD Bank said", "IN brief".
_LABEL = re.compile(rf"\s*({_CODES})(?:\s*|(?:\t\s*| {{2,}}|\u00a0+\s*)(\S.*))")
_NUMBER = re.compile(r"(?:Document\s+)?(\S+)")
# What a value says may look like a code: source CO, region IN.
_TEXTS = ("LP", "TD")
_LEAST_CODES = 3
_SHORT_OF = 0.5


@dataclass(slots=True)
class _Record:
    """The codes of one document and the lines that stand at each."""

    lines: dict[str, list[str]] = field(default_factory=dict)

    def all_lines(self) -> list[str]:
        return [f"{code}\t{line}" for code, lines in self.lines.items() for line in lines[:1] or [""]]

    def value(self, code: str) -> str:
        return " ".join(" ".join(self.lines.get(code, ())).split())


def recognises(lines: Lines) -> bool:
    codes = {match[1] for line in lines if (match := _LABEL.fullmatch(line))}
    return "HD" in codes and len(codes & {"WC", "PD", "SN", "SC", "LA", "LP", "TD", "AN"}) >= _LEAST_CODES


def announced(_: Lines) -> Announced | None:
    """None: the summary at the end counts what was found, and a hundred at most are in a file."""
    return None


def entries(lines: Lines) -> Iterator[Entry]:
    for record in _records(lines):
        yield _entry(record)


def _records(lines: Lines) -> Iterator[_Record]:
    """A new one begins below the accession number, or where there is none, at the next headline."""
    record, code, bare = _Record(), "", False
    for line in lines:
        match = None if bare and line.strip() and code not in _TEXTS else _LABEL.fullmatch(line)
        if match:
            code, bare = match[1], match[2] is None
            if "AN" in record.lines or (code == "HD" and "HD" in record.lines):
                yield record
                record = _Record()
            record.lines.setdefault(code, [])
            line = match[2] or ""
        elif line.strip():
            bare = False
        if code and (line.strip() or record.lines[code]):
            record.lines[code].append(line.strip())
        if code == "AN" and record.lines["AN"]:
            code = ""  # what follows the last one is the summary of the search
    if record.lines:
        yield record


def _entry(record: _Record) -> Entry:
    told = Metadata(
        title=record.value("HD") or None,
        outlet=record.value("SN") or None,
        authors=byline_names(record.value("BY")),
        published=day_of(record.value("PD")),
    )
    text = "\n\n".join(filter(None, (text_of(record.lines.get(code, ())) for code in _TEXTS)))
    fields = _fields(record, text)
    if not text:
        fault = f"it has no text at LP or TD; {found_in(record.all_lines())}; expected {EXPECTS}"
        return Entry(told=told, fields=fields, fault=fault)
    if "AN" not in record.lines:
        fault = f"it has no AN at its end: the file was cut off; {found_in(record.all_lines())}"
        return Entry(told=told, fields=fields, fault=fault)
    return Entry(text, told, fields)


def _fields(record: _Record, text: str) -> Fields:
    fields: Fields = {
        NAMES[code]: value for code in record.lines if code in NAMES and (value := record.value(code))
    }
    if number := _NUMBER.fullmatch(str(fields.get("accession_number", ""))):
        fields["accession_number"] = number[1]
    if record.value("PD"):
        fields["date"] = record.value("PD")
    words = words_of(record.value("WC"))
    if words is not None:
        fields["words"] = words
        if "TD" not in record.lines and len(text.split()) < _SHORT_OF * words:
            fields["part"] = "lead paragraph"
    return fields


LAYOUT = Layout("Factiva", EXPECTS, recognises, entries, announced)
