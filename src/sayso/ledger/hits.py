"""What a search finds: the columns of a record with what its document is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Table, case, func, select

from sayso.ledger.tables import (
    claim_clusters,
    claim_ties,
    claims,
    documents,
    event_clusters,
    event_ties,
    events,
)

Kind = Literal["claims", "events"]
# Half-open characters of the hit's own field, by the name of the field.
Marks = Mapping[str, tuple[tuple[int, int], ...]]

TABLES: Mapping[Kind, Table] = {"claims": claims, "events": events}


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A claim as a search finds it, with a person's corrections.

    Attributes:
        document, record: ids; together they name it (`id`).
        title, outlet, url, published: of the document.
        day: that it is sorted and narrowed by, ISO, or None.
        source: the words of the source, or None.
        name: what they stand for, or None.
        identity, naming, affiliation, country, attitude, cue: as in the records.
        content: the words of the claim, on one line.
        standing: of the event that the author asserts or denies, None for a claim by somebody else.
        review: accepted, rejected, edited, or None where nobody looked at it.
        start, end: of the content, half-open characters of the document's text.
        documents, origins: how many documents report the same claim, this one included, and how many
            independent beginnings they have; 1 where none is laid beside it.
        marks: what of `content`, `source` and `name` answers the search.
    """

    document: str
    record: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    day: str | None
    source: str | None
    name: str | None
    identity: str
    naming: str
    affiliation: str
    country: str | None
    attitude: str
    cue: str | None
    content: str
    standing: str | None
    review: str | None
    start: int
    end: int
    documents: int
    origins: int
    marks: Marks

    @property
    def id(self) -> str:
        return f"{self.document}:{self.record}"


@dataclass(frozen=True, slots=True)
class EventHit:
    """An event as a search finds it, with a person's corrections.

    Attributes:
        document, record: ids; together they name it (`id`).
        title, outlet, url, published: of the document.
        day: when it happened, or else when it was published, ISO, or None.
        type, mode, standing: as in the records.
        anchor: the words that name it.
        actors, recipients: names, "; " between them.
        countries: of actors, recipients and place, a space between them.
        place: where, or None.
        source: on whose word, None for the author's own.
        content: the words around the anchor.
        confidence: 0-1, of the extraction.
        review: accepted, rejected, edited, or None where nobody looked at it.
        start, end: of the content, half-open characters of the document's text.
        documents, origins: how many documents tell of the same event, this one included, and how many
            independent beginnings they have; 1 where none is laid beside it.
        marks: what of `content`, `source`, `actors`, `recipients` and `place` answers the search.
    """

    document: str
    record: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    day: str | None
    type: str
    mode: str | None
    standing: str
    anchor: str
    actors: str
    recipients: str
    countries: str
    place: str | None
    source: str | None
    content: str
    confidence: float
    review: str | None
    start: int
    end: int
    documents: int
    origins: int
    marks: Marks

    @property
    def id(self) -> str:
        return f"{self.document}:{self.record}"


Hit = ClaimHit | EventHit
HITS: Mapping[Kind, type[ClaimHit] | type[EventHit]] = {"claims": ClaimHit, "events": EventHit}


def _cut(table: Table) -> ColumnElement[str]:
    return func.substr(documents.c.text, table.c.start + 1, table.c.end - table.c.start)


# The words of a record. Those of an event, and of a claim in one piece, are not kept apart from the text.
CONTENT: Mapping[Kind, ColumnElement[str]] = {
    "claims": case((claims.c.content == "", _cut(claims)), else_=claims.c.content).label("content"),
    "events": _cut(events).label("content"),
}
_OF_DOCUMENT = ("title", "outlet", "url", "published")
_COUNTED = ("documents", "origins")
# To which earlier record each one attaches, and what is counted of those that attach to one.
_ACROSS: Mapping[Kind, tuple[Table, Table]] = {
    "claims": (claim_ties, claim_clusters),
    "events": (event_ties, event_clusters),
}


def columns_of(kind: Kind) -> tuple[str, ...]:
    """The names of a hit's fields that are plain values, in their order."""
    return tuple(field.name for field in fields(HITS[kind]) if field.name != "marks")


def rows_of(connection: Connection, kind: Kind, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """The values of these records, in the order of the numbers."""
    table, (ties, clusters) = TABLES[kind], _ACROSS[kind]
    root = func.coalesce(ties.c.root, table.c.number)
    asked = (
        select(table.c.number, *_columns(kind))
        .join(documents, documents.c.number == table.c.document)
        .join(ties, ties.c[kind.removesuffix("s")] == table.c.number, isouter=True)
        .join(clusters, clusters.c.root == root, isouter=True)
        .where(table.c.number.in_(numbers))
    )
    names = columns_of(kind)
    found = {row[0]: dict(zip(names, row[1:], strict=True)) for row in connection.execute(asked)}
    return [found[number] for number in numbers]


@cache
def _columns(kind: Kind) -> tuple[ColumnElement[Any], ...]:
    return tuple(_column(kind, name) for name in columns_of(kind))


def _column(kind: Kind, name: str) -> ColumnElement[Any]:
    if name == "document":
        return documents.c.id
    if name == "content":
        return CONTENT[kind]
    if name in _COUNTED:
        return func.coalesce(_ACROSS[kind][1].c[name], 1)
    return (documents if name in _OF_DOCUMENT else TABLES[kind]).c[name]
