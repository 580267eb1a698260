"""Who says it, as foreign formats know somebody: a name, whether it is one, and what bears it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.export import words
from sayso.schema.attribution import Identity, Source
from sayso.schema.document import Document
from sayso.schema.entity import Entity, EntityKind
from sayso.schema.reading import Reading

Kind = Literal["person", "group", "other"]
_KINDS: Mapping[Identity, Kind] = {
    "named_person": "person",
    "unnamed_person": "person",
    "named_group": "group",
    "unnamed_group": "group",
    "media_report": "group",
}
_AGREES: Mapping[EntityKind, Kind] = {"person": "person", "organisation": "group", "location": "group"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody, or something, that says something.

    Attributes:
        name: the fullest name of the document, or the words that describe them, on one line.
        named: it is a name, so that the same one elsewhere may be the same somebody; if not, it tells of
            nobody outside its document.
        kind: what bears it.
        public: a government, an army or a body between states.
    """

    name: str
    named: bool
    kind: Kind
    public: bool = False


def speaker(source: Source, entities: Mapping[str, Entity]) -> Speaker | None:
    """The source of a document with these entities; None where the text has no words for it."""
    if source.text is None and source.resolved is None:
        return None
    # "residents of Sella" may be taken for a name, but nothing of that name is known to the document
    entity = entities.get(source.entity or "") if source.naming == "named" else None
    name = entity.name if entity is not None else words.who(source)
    public = source.affiliation in ("government", "military", "intergovernmental")
    return Speaker(" ".join(name.split()), entity is not None, _kind(source, entity), public)


def _kind(source: Source, entity: Entity | None) -> Kind:
    """What both readings of it agree on; a country that speaks is a body."""
    told = _KINDS.get(source.identity, "other")
    agrees = _AGREES.get(entity.kind, told) if entity is not None else told
    return told if told == agrees else "other"


def writers(document: Document) -> tuple[Speaker, ...]:
    """Who says what a document says in its own voice: its authors, else its outlet, as far as known."""
    names = [flat for name in document.authors if (flat := " ".join(name.split()))]
    if names:
        return tuple(Speaker(name, True, "person") for name in names)
    return (outlet,) if (outlet := publisher(document.outlet)) else ()


def publisher(outlet: str | None) -> Speaker | None:
    """The outlet, or None where it is not known."""
    name = " ".join((outlet or "").split())
    return Speaker(name, True, "group") if name else None


def entities_of(reading: Reading) -> Mapping[str, Entity]:
    """The entities of a document by their ids."""
    return {entity.id: entity for entity in reading.entities}
