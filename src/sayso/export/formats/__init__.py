"""The formats in which a ledger is given to other programs: one module to each, loaded when it is asked for.

A module has one function:

    def write(documents: Iterable[Exported]) -> Iterator[bytes]

It is given the documents in the order of their ids, one at a time, and yields the file piece by piece; the
same records give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from sayso.export.exported import Exported

Writer = Callable[[Iterable[Exported]], Iterator[bytes]]
Of = Literal["claims", "events"]
_LINES, _LD, _PARQUET = "application/jsonl", "application/ld+json", "application/vnd.apache.parquet"
_TABS = "text/tab-separated-values; charset=utf-8"


class ExportError(Exception):
    """It cannot be written so; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Form:
    """A format.

    Attributes:
        module: that writes it, in this package.
        says: what it is for, as a list of formats says it.
        suffix: of files of it.
        media: type, as HTTP says it.
        extra: of the installation, where its library is none of those that are always there.
        of: what it has a row or object to; None where it holds both.
        binary: it is no text, and nothing for a screen.
        analysed: it needs `Exported.analysis`.
    """

    module: str
    says: str
    suffix: str
    media: str
    extra: str | None = None
    of: Of | None = None
    binary: bool = False
    analysed: bool = False


FORMS: Mapping[str, Form] = {
    "jsonl": Form(
        "jsonl", "every record, one object to a line; `sayso ingest` reads it back", ".jsonl", _LINES
    ),
    "csv": Form(
        "csv", "a row to each event, for spreadsheets: how it is told, by whom, and how far", ".csv",
        "text/csv; charset=utf-8; header=present", of="events",
    ),
    "csv-claims": Form(
        "csv_claims", "a row to each claim, for spreadsheets: who makes it, of whom, and how far it is told",
        ".csv", "text/csv; charset=utf-8; header=present", of="claims",
    ),
    "parquet": Form(
        "parquet", "a row to each event, typed and nested, for pandas, polars, R, DuckDB", ".parquet",
        _PARQUET, "parquet", of="events", binary=True,
    ),
    "parquet-claims": Form(
        "parquet_claims", "a row to each claim, likewise", ".parquet",
        _PARQUET, "parquet", of="claims", binary=True,
    ),
    "polecat": Form(
        "polecat", "POLECAT's forty columns, then how each event is told", ".tsv", _TABS, of="events"
    ),
    "plover": Form("plover", "PLOVER's own JSON, an event to a line", ".jsonl", _LINES, of="events"),
    "gdelt": Form(
        "gdelt", "GDELT's 61 columns. Lossy: only what is told as fact, since they cannot say who says so",
        ".tsv", _TABS, of="events",
    ),
    "cameo": Form(
        "cameo", "every event in GDELT's columns, behind how it is told. Lossy", ".tsv", _TABS, of="events"
    ),
    "stix": Form(
        "stix", "STIX 2.1, for OpenCTI, MISP: notes, with opinions of who vouches and who denies", ".json",
        "application/stix+json; version=2.1",
    ),
    "ftm": Form("ftm", "FollowTheMoney, for OpenAleph: documents, people, events", ".jsonl", _LINES),
    "schemaorg": Form("schemaorg", "schema.org: a Claim to each claim, for web pages", ".jsonld", _LD),
    "prov-jsonld": Form(
        "prov_jsonld", "W3C PROV-O as JSON-LD: where each record comes from", ".jsonld", _LD
    ),
    "prov-turtle": Form("prov_turtle", "the same as Turtle", ".ttl", "text/turtle"),
    "annotations": Form(
        "annotations", "W3C Web Annotations: sources, cues, contents and events in their texts", ".jsonld",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ),
    "geojson": Form(
        "geojson", "a point to each event whose place is known, for maps", ".geojson", "application/geo+json",
        of="events",
    ),
    "graphml": Form(
        "graphml", "who does what to whom and who says so, for Gephi, Cytoscape, igraph", ".graphml",
        "application/graphml+xml", "graphs", of="events",
    ),
    "gexf": Form(
        "gexf", "the same network for Gephi", ".gexf", "application/gexf+xml", "graphs", of="events"
    ),
    "inception": Form(
        "inception", "for INCEpTION, where people correct; `sayso corrections import` takes it back",
        ".zip", "application/zip", binary=True,
    ),
    "conllu": Form(
        "conllu", "CoNLL-U: words, sentences and trees, with who says what", ".conllu",
        "text/plain; charset=utf-8", analysed=True,
    ),
}  # fmt: skip


def writer(name: str) -> Writer:
    """What writes a format.

    Raises:
        ExportError: a library is missing.
    """
    form = FORMS[name]
    try:
        write: Writer = import_module(f"{__name__}.{form.module}").write
    except ImportError as error:
        if form.extra is None or (error.name or "").startswith("sayso"):
            raise
        told = f"{name} needs {error.name}, which is not installed"
        raise ExportError(f"{told}; pip install 'sayso[{form.extra}]'") from error
    return write
