"""Nodes of a graph of triples, in no syntax yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.export.urns import TERMS

PREFIXES: Mapping[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sayso": TERMS,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Ref:
    """A node by its IRI."""

    iri: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A literal with a type of its own (`xsd:date`)."""

    value: str
    type: str


Value = Ref | Typed | str | int


@dataclass(slots=True)
class Node:
    """Something with all that is said of it.

    Attributes:
        iri: that names it.
        types: of it, as prefixed names.
        says: (predicate as a prefixed name, object), in order.
    """

    iri: str
    types: tuple[str, ...]
    says: list[tuple[str, Value]] = field(default_factory=list)

    def add(self, predicate: str, *values: Value | None) -> Node:
        """The node with these said of it as well; None says nothing."""
        self.says += [(predicate, value) for value in values if value is not None]
        return self
