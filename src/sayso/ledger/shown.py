"""What is shown of a ledger: one thing with all that tells where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.document import Document
from sayso.schema.entity import Entity
from sayso.schema.event import Event, Role
from sayso.schema.location import Location
from sayso.schema.reading import Reading
from sayso.schema.span import Span


@dataclass(frozen=True, slots=True)
class Coding:
    """One coding of a document.

    Attributes:
        mark: of all that it depends on.
        sayso, encoder: versions.
        current: it counts; the others are superseded.
    """

    mark: str
    sayso: str
    encoder: str
    current: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's correction, and whether it still stands."""

    correction: Correction
    undone: bool


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a record comes from.

    Attributes:
        document: id.
        locations: where its text was found, the first of which gives its particulars.
        codings: the current one first, then from the newest to the oldest.
        decisions: what persons decided about it, in order.
    """

    document: str
    locations: tuple[Location, ...]
    codings: tuple[Coding, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document with its records, as persons corrected them."""

    id: str
    reading: Reading
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ShownRole:
    """Somebody who takes part in an event.

    Attributes:
        id: `v2.actor.1`, counted as they were coded, so that a rejected one does not move the others.
        role: as persons corrected it; of a rejected one as it was coded.
        rejected: it does not count any more.
    """

    id: str
    role: Role
    rejected: bool


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the ledger by itself.

    Attributes:
        id: in the ledger.
        kind: what it is.
        name: the first of its spellings in the alphabet.
        documents: how many name it so.
    """

    id: str
    kind: str
    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class ShownEntity:
    """Somebody or something that documents name.

    Attributes:
        id: in the ledger.
        kind: what it is.
        name: the first of its spellings in the alphabet.
        documents: how many name it, or one that it was merged with.
        appearances: (id of the document, its title, id of the entity there) by documents, those of the merged
            ones as well; at most 1,000.
        merged: the others that persons made one with it.
        decisions: merges and splits of any of these, in order.
    """

    id: str
    kind: str
    name: str
    documents: int
    appearances: tuple[tuple[str, str | None, str], ...]
    merged: tuple[Named, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A claim, an event, an attribution, or an entity of one document.

    Attributes:
        id: `DOCUMENT:RECORD`.
        kind: what it is.
        record: as persons corrected it.
        review: accepted, rejected, edited, or None where nobody looked at it.
        document: in which it stands.
        around: the sentences that it stands in.
        chain: the attributions that it passes through, innermost first.
        reliability: the letter that a person gave the source of a claim or an attribution, or None.
        chain_reliability: the same for each attribution of the chain.
        roles: of an event, all that were coded.
        entity: of an entity, what all documents together know of it.
    """

    id: str
    kind: Literal["claim", "event", "attribution", "entity"]
    record: Claim | Event | Attribution | Entity
    review: str | None
    document: Document
    around: Span
    chain: tuple[Attribution, ...]
    provenance: Provenance
    reliability: str | None = None
    chain_reliability: tuple[str | None, ...] = ()
    roles: tuple[ShownRole, ...] = ()
    entity: ShownEntity | None = None


Shown = ShownDocument | ShownRecord | ShownEntity
