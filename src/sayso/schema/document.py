"""The document as stored, cut into passages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

PassageKind = Literal[
    "headline", "summary", "byline", "dateline", "body", "commentary", "caption", "correction", "boilerplate"
]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one kind; the passages of a document tile its text.

    Attributes:
        kind: what this stretch is.
        start, end: half-open characters into `Document.text`.
    """

    kind: PassageKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article. Every offset anywhere in sayso refers to `text`.

    Attributes:
        id: from the text alone, so the same text twice is one document.
        title: the headline, or None.
        outlet: the publisher (the word *source* is kept for speakers), or None.
        url: where it was found, or None.
        authors: names from the byline or metadata, in their order.
        published: ISO date (`2026-11-22`) or interval (`2026-11-01/2026-12-01`, end exclusive), or None.
        language: ISO 639-1 code, or None where the text is too short to tell.
        text: the stored text, normalised by `sayso.text`.
        wire: the news agency credited in the text (`AP`, `Reuters`, `AFP` …), or None.
        passages: in reading order, tiling `text`.
    """

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    text: str
    wire: str | None
    passages: tuple[Passage, ...]


def document_id(text: str) -> str:
    """The id of a document with this stored text: 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
