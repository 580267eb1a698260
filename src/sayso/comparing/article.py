"""Where and when a document was published: what origins need to know of it beside its words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.comparing.outlets import outlet_key

Order = tuple[str, int, str]
_UNKNOWN = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Article:
    """A document at one place; the same text at three places is three articles of one document.

    Attributes:
        document: id of the document.
        outlet: who published it, or None.
        published: ISO date or interval, or None.
        location: address or file, or None.
        words: how many words the document's telling passages have.
    """

    document: str
    outlet: str | None = None
    published: str | None = None
    location: str | None = None
    words: int = 0

    @property
    def date(self) -> str:
        """The first day that it may be of; what is not known comes last."""
        return (self.published or _UNKNOWN).split("/")[0][:10]

    @property
    def order(self) -> Order:
        """What sorts documents: the earliest, of equal days the fullest."""
        return (self.date, -self.words, self.document)

    @property
    def publisher(self) -> str:
        return outlet_key(self.outlet or "")
