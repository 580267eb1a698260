"""Who says what, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.span import Span

Identity = Literal[
    "named_person",
    "named_group",
    "unnamed_person",
    "unnamed_group",
    "document",
    "media_report",
    "poll",
    "database",
    "social_post",
    "reporter_observation",
    "none_given",
]
Naming = Literal["named", "described", "collective", "anonymous_on_request", "implicit"]
Affiliation = Literal[
    "government",
    "military",
    "armed_group",
    "political",
    "intergovernmental",
    "ngo",
    "media",
    "academic",
    "business",
    "religious",
    "union",
    "witness",
    "victim",
    "public",
    "unknown",
]
Role = Literal["decision_maker", "participant", "representative", "expert", "eyewitness"]
Form = Literal["direct", "indirect", "mixed"]
Attitude = Literal[
    "assertion", "denial", "belief", "knowledge", "intention", "demand", "question", "no_comment"
]
Channel = Literal[
    "interview",
    "statement",
    "speech",
    "document",
    "social_post",
    "press_report",
    "poll",
    "observation",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Source:
    """Who vouches. Without words in the text ("reportedly") start, end and text are None.

    Attributes:
        start, end, text: the span as in `Span`, or None three times.
        resolved: the fuller mention that a pronoun or short form stands for, or None.
        entity: id of the document's entity, or None.
        identity, naming, affiliation: what kind of source; see `docs/records.md`.
        role: the part it plays in what it tells, or None.
        country: ISO 3166-1 alpha-3 (or PLOVER's IGO, NGO, MNC, IMG …), or None.
        sector: PLOVER sector code, or None.
        unsure: whether the words could mean several, of which country and sector tell what is common.
    """

    start: int | None
    end: int | None
    text: str | None
    resolved: Span | None
    entity: str | None
    identity: Identity
    naming: Naming
    affiliation: Affiliation
    role: Role | None
    country: str | None
    sector: str | None = None
    unsure: bool = False

    @property
    def span(self) -> Span | None:
        if self.start is None or self.end is None or self.text is None:
            return None
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One saying: a source, a cue and the content that stands on the source's word.

    Attributes:
        id: unique within the document, in reading order (`a1`, `a2` …).
        source: who says it.
        cue: the words that say that it is said ("said", "according to", "reportedly"), or the opening
            mark of a quotation without such words; None for commentary, where the layout alone tells.
        content: what is said; several spans where the cue interrupts it.
        form: in quotation marks (direct), without (indirect), or partly (mixed).
        attitude: only assertion and denial make claims.
        channel: where it was said.
        parent: id of the attribution whose content holds this one, or None.
    """

    id: str
    source: Source
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    attitude: Attitude
    channel: Channel
    parent: str | None
