"""Where a document was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.schema.document import Document


@dataclass(frozen=True, slots=True)
class Location:
    """One place where the text of a document was found, and what that place said about it.

    Attributes:
        name: file, or file and place in it, or address: as it was handed in.
        url, title, outlet, authors, published, wire: as in `Document`.
        fields: what else came with it, as plain JSON.
    """

    name: str
    url: str | None
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    wire: str | None
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """The address, where there is one."""
        return self.url or self.name

    @property
    def order(self) -> tuple[str, ...]:
        """What sorts the places of a text: the earliest publication first, then by what is known."""
        told = (self.published, self.outlet, self.url, self.title)
        return (*(value if value else "\U0010ffff" for value in told), ";".join(self.authors), self.name)


def location_of(document: Document, *, name: str, fields: Mapping[str, Any] | None = None) -> Location:
    """Where this document, as it was read, was found."""
    return Location(
        name=name,
        url=document.url,
        title=document.title,
        outlet=document.outlet,
        authors=document.authors,
        published=document.published,
        wire=document.wire,
        fields=dict(fields or {}),
    )
