"""One document of a ledger as it is given to other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.schema.correction import Correction
from sayso.schema.location import Location
from sayso.schema.reading import Reading

if TYPE_CHECKING:
    from sayso.schema.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Counted:
    """How far an event or a claim is told in other documents too.

    Attributes:
        cluster: the record, `DOCUMENT:RECORD`, that stands for all that tell of the same.
        documents, publishers, origins: how many tell of it; origins are independent beginnings.
        against: how many origins deny it.
    """

    cluster: str
    documents: int
    publishers: int
    origins: int
    against: int


@dataclass(frozen=True, slots=True)
class Exported:
    """One document with what persons decided laid over it.

    Attributes:
        reading: as corrected; records that a person rejected are left out.
        locations: where the document was found, in a fixed order.
        reviews: id of a claim or event -> accepted or edited, where a person decided.
        corrections: of persons, that stand.
        about: id of a correction -> id of the claim or event of `reading` that it is about.
        chosen: ids of the claims and events that were asked for, None for all. Records that are not chosen
            stay in `reading`, since what is chosen may refer to them.
        counts: id of a claim or event -> how far it is told elsewhere; none where it stands alone.
        origin: id of the document that its account begins with; None where that is itself, or not known.
        merged: key of a name (`sayso.comparing.partynames.name_key`) -> what stands for all names of the
            same, where a person merged some.
        analysis: words, sentences and trees of the text, for the formats that need them; they are not kept.
    """

    reading: Reading
    locations: tuple[Location, ...] = ()
    reviews: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    chosen: frozenset[str] | None = None
    counts: Mapping[str, Counted] = field(default_factory=dict)
    origin: str | None = None
    merged: Mapping[str, str] = field(default_factory=dict)
    analysis: Analysis | None = None

    def wants(self, record: str) -> bool:
        """Whether a claim or an event was asked for."""
        return self.chosen is None or record in self.chosen
