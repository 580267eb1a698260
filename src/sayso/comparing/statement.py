"""One document's claim as it is compared with those of others: who said what, when, in whose words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.schema.attribution import Affiliation, Attitude, Identity, Naming
from sayso.schema.event import Standing

Order = tuple[str, str, int]
# What is not dated comes last.
_UNKNOWN = "\U0010ffff"
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim of one document as it is compared with those of others.

    Attributes:
        id: `DOCUMENT:RECORD`.
        document: id.
        published: ISO date or interval of publication, or None.
        outlet: of the document, or None.
        day: ISO day under which it is looked up, that of publication, or None.
        speaker: the words that name who says it, or None.
        name: what a pronoun or short form among them stands for, or None.
        identity, naming, affiliation, country: of the source; see `docs/records.md`.
        attitude: assertion or denial.
        cue: the words that say that it is said, or None.
        content: what is said; stretches that stand apart are joined with " … ".
        standing: of the event that the author asserts or denies; None for a claim by somebody else.
    """

    id: str
    document: str
    published: str | None
    outlet: str | None
    day: str | None
    speaker: str | None
    name: str | None
    identity: Identity
    naming: Naming
    affiliation: Affiliation
    country: str | None
    attitude: Attitude
    cue: str | None
    content: str
    standing: Standing | None = None

    @property
    def by_author(self) -> bool:
        """Whether it is the outlet's own word, which is told by its event and not by who says it."""
        return self.standing is not None

    @property
    def order(self) -> Order:
        """What sorts statements: day of publication, document, place in the document."""
        record = _NUMBER.search(self.id.rpartition(":")[2])
        published = (self.published or _UNKNOWN).split("/")[0][:10]
        return (published, self.document, int(record[0]) if record else 0)
