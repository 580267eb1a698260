"""One document that is still to be read, and the same when it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sayso.reading import ReadingError, read_document
from sayso.reading.article import Metadata
from sayso.reading.sniffing import Kind
from sayso.reading.wire import credited_agency
from sayso.schema.correction import Correction
from sayso.schema.document import Document
from sayso.schema.imported import Imported
from sayso.schema.ready import Ready

NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Item:
    """One document that is still to be read.

    Attributes:
        name: file, or file and place in it, for messages: what a person would look for.
        path: of a file that is one document, or None.
        content: where it is part of a collection: the text, or the bytes of a page or a PDF.
        kind: how to read it; None to tell by its content.
        told: what the collection says about it; goes before what it says itself.
        fields: what else came with it, carried through.
        fault: why it cannot be read, for a person, or None.
        ready: a document that is coded already, a correction, or a row of another event data set, from
            another ledger.
    """

    name: str
    path: Path | None = None
    content: str | bytes | None = None
    kind: Kind | None = None
    told: Metadata = NOTHING
    fields: Mapping[str, Any] = field(default_factory=dict)
    fault: str | None = None
    ready: Ready | Correction | Imported | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A document as it was handed in.

    Attributes:
        name: as in `Item`.
        document: as read.
        fields: as in `Item`.
    """

    name: str
    document: Document
    fields: Mapping[str, Any] = field(default_factory=dict)


def read_item(item: Item, *, date: str | None = None) -> Given:
    """The document of an item; `date` is for those that do not say.

    Raises:
        ReadingError: there is no document in it; the sentence names the item.
    """
    document = _document(item)
    if document.published is None and date is not None:
        document = replace(document, published=date)
    return Given(item.name, document, item.fields)


def _document(item: Item) -> Document:
    if item.path is not None:
        return read_document(item.path, kind=item.kind)
    if isinstance(item.ready, Ready):
        return item.ready.reading.document
    told = item.told
    try:
        if item.fault is not None or item.content is None:
            raise ReadingError(item.fault or "it has no content")
        document = read_document(item.content, date=told.published, kind=item.kind, url=told.url)
    except ReadingError as error:
        raise ReadingError(f"{item.name}: {error}", empty=error.empty) from error
    return replace(
        document,
        title=told.title or document.title,
        outlet=told.outlet or document.outlet,
        authors=told.authors or document.authors,
        wire=document.wire or credited_agency(datelines=(), credits=_credits(item), notices=()),
    )


def _credits(item: Item) -> list[str]:
    """Where a collection says who wrote an article: an agency has it in its byline or credit line."""
    lines = (item.fields.get(name) for name in ("byline", "credit"))
    return [*item.told.authors, *(line for line in lines if isinstance(line, str))]
