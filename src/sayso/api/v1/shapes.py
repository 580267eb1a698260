"""The shapes of answers, for the description of the API; the records themselves describe most of them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Literal, cast, get_type_hints

from pydantic import BaseModel, Field, create_model

from sayso.ledger.across.event import EventStory
from sayso.ledger.across.events import EventCluster
from sayso.ledger.across.names import Name, OutletName
from sayso.ledger.counting import Counts
from sayso.ledger.hits import ClaimHit, EventHit
from sayso.ledger.listing import DocumentRow
from sayso.ledger.overview import Overview
from sayso.ledger.shown import Named
from sayso.schema.correction import Correction

NEXT = Field(description="`cursor` of the following page, null on the last one.")


def _of(name: str, record: type, **more: Any) -> type[BaseModel]:
    """The fields of a record, some of them in another shape, and some more."""
    hints = get_type_hints(record)
    known: dict[str, Any] = {one.name: (hints[one.name], ...) for one in fields(record)}
    return cast(type[BaseModel], create_model(name, __doc__=record.__doc__, **known | more))


FoundClaim = _of("FoundClaim", ClaimHit, id=(str, ...))
FoundEvent = _of("FoundEvent", EventHit, id=(str, ...))
SignedCorrection = _of("SignedCorrection", Correction, id=(str, ...), stands=(bool, ...))
WrittenCorrection = _of("WrittenCorrection", Correction, id=(str, ...), new=(bool, ...))


class Claims(BaseModel):
    """A page of claims; `total` counts at most 10,000, and `capped` tells that there are more."""

    claims: list[FoundClaim]  # type: ignore[valid-type]
    total: int
    capped: bool
    next: str | None = NEXT


class Events(BaseModel):
    """A page of events; `total` counts at most 10,000, and `capped` tells that there are more."""

    events: list[FoundEvent]  # type: ignore[valid-type]
    total: int
    capped: bool
    next: str | None = NEXT


class Documents(BaseModel):
    """A page of documents, the last that came in first."""

    documents: list[DocumentRow]
    next: str | None = NEXT


class Entities(BaseModel):
    """A page of entities, by their ids."""

    entities: list[Named]
    next: str | None = NEXT


class Clusters(BaseModel):
    """A page of events across documents.

    `waiting` documents are not yet laid beside the others, and count for nothing here.
    """

    events: list[EventCluster]
    total: int
    capped: bool
    waiting: int
    next: str | None = NEXT


class Shared(BaseModel):
    """What two documents share: half-open characters of each, how many words, and the words themselves."""

    a: list[int]
    b: list[int]
    words: int
    quoted: bool
    text: str


class CreditTold(BaseModel):
    """Where one document names another outlet as what it rests on."""

    outlet: str
    way: str
    span: list[int] | None
    text: str | None


class ReasonTold(BaseModel):
    """Why two documents have one origin, or may have."""

    between: list[str]
    kind: str
    passages: list[Shared]
    credit: CreditTold | None = None


class DocumentOf(BaseModel):
    """A document of an origin, as it was published in one place."""

    id: str
    location: str
    outlet: str | None
    published: str | None


class OriginTold(BaseModel):
    """One independent beginning, with the documents that rest on it."""

    id: str
    documents: list[DocumentOf]
    reasons: list[ReasonTold]


class OriginsTold(BaseModel):
    """How many independent beginnings documents have, and why."""

    documents: int
    publishers: int
    origins: list[OriginTold]
    unsure: list[ReasonTold]
    circles: list[list[str]]


class Part(BaseModel):
    """One thing in which two accounts agree or do not."""

    name: str
    value: float | None
    weight: float
    says: float
    text: str


class SamenessTold(BaseModel):
    """How likely two accounts are of one event, with its parts."""

    score: float
    values: list[float | None]
    against: str | None
    parts: list[Part]


class TiedTold(BaseModel):
    """Why an account is taken for one of an event."""

    account: str
    to: str
    sameness: SamenessTold


Story = _of(
    "Story",
    EventStory,
    grades=(dict[str, str], Field(description="Id of an account -> its grade, such as F6.")),
    ties=(list[TiedTold], ...),
    origins=(OriginsTold, ...),
)


class Names(BaseModel):
    """A page of names, in the order of the alphabet."""

    names: list[Name]
    next: str | None = NEXT


class OutletNames(BaseModel):
    """A page of outlets, in the order of the alphabet."""

    outlets: list[OutletName]
    next: str | None = NEXT


class Rating(BaseModel):
    """How reliable a person holds a source to be; `id` is that of the decision."""

    id: str
    source: str
    letter: Literal["A", "B", "C", "D", "E", "F"]
    by: str
    at: str


class Ratings(BaseModel):
    """All that stand."""

    ratings: list[Rating]


class FamilyMember(BaseModel):
    """An outlet of a family of publishers; `id` is that of the decision."""

    id: str
    outlet: str
    family: str
    by: str
    at: str


class Families(BaseModel):
    """All that stand."""

    outlets: list[FamilyMember]


class Corrections(BaseModel):
    """Decisions of persons, in the order in which they were made."""

    corrections: list[SignedCorrection]  # type: ignore[valid-type]
    next: str | None = NEXT


class Decided(BaseModel):
    """What was written down; `new` is false where the same person had decided so, and it stands."""

    corrections: list[WrittenCorrection]  # type: ignore[valid-type]


class Added(BaseModel):
    """What became of a document: read, known (it was there), or copy (of a text that was there)."""

    id: str
    status: Literal["read", "known", "copy"]
    why: str


class Whole(BaseModel):
    """The ledger in numbers; `waiting` documents are not yet laid beside the others."""

    name: str
    version: str
    overview: Overview
    waiting: int


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    title: str = Field(description="The kind of problem, the same each time.")
    status: int = Field(description="Of HTTP.")
    detail: str = Field(description="What came, what was expected, and what to do next.")


class Made(BaseModel):
    """A new token. `token` is shown this once and kept nowhere."""

    token: str
    id: str
    name: str
    user: str | None
    scope: Literal["read", "write", "admin"]
    created: str
    expires: str | None


Facets = Counts
