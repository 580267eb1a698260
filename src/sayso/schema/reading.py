"""Everything sayso says about one document."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.document import Document
from sayso.schema.entity import Entity
from sayso.schema.event import Event
from sayso.schema.profile import Profile


@dataclass(frozen=True, slots=True)
class Reading:
    """The records of one document, as `sayso read --json` prints them.

    Attributes:
        sayso: version of the program.
        encoder: version of the encoder.
        notices: what the reader should know about the reading itself (another language, a cut text).
    """

    sayso: str
    encoder: str
    document: Document
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    profile: Profile
    notices: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """The article and its claims side by side, for a notebook."""
        # The one import that goes up: a record cannot know how it looks, and a notebook asks the record.
        from sayso.export.page import to_fragment

        return to_fragment(self)
