"""The layers: what is annotated, with which features, and which of these a person may correct."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.schema.correction import CorrectionKind

SPACE = "sayso."
DECISION = "decision"
RECORD = "record"
STATE = "state"


@dataclass(frozen=True, slots=True)
class Layer:
    """One kind of annotation.

    Attributes:
        name: without `SPACE`.
        says: what it is, for the list of layers.
        features: name -> what it tells; all are strings.
        links: name -> the layer that it points to, with any number of targets.
        kind: of the corrections that its features can become; None where it is only shown.
        fields: feature -> the field that a correction sets.
    """

    name: str
    says: str
    features: Mapping[str, str]
    links: Mapping[str, str] = field(default_factory=dict)
    kind: CorrectionKind | None = None
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def type(self) -> str:
        """Its name as a UIMA type."""
        return SPACE + self.name

    def link(self, name: str) -> str:
        """The UIMA type of one link of a feature."""
        return f"{self.type}{name.capitalize()}Link"


_ID = "id of the record; leave it as it is"
_DECIDED = "accept: it is as it should be; reject: there is no such thing in the text"
_REVIEW = "accepted or edited, where a person has decided before"
_WHO = ("identity", "naming", "affiliation", "role", "country", "sector")

LAYERS: Mapping[str, Layer] = {
    layer.name: layer
    for layer in (
        Layer(
            "Export",
            "What was exported; sayso compares with it. Leave it as it is.",
            {RECORD: _ID, STATE: "of the records when they were exported"},
        ),
        Layer(
            "Source",
            "Whoever says it.",
            {RECORD: _ID, "stands_for": "the fuller words of the text that it stands for"}
            | {name: f"{name} of the source" for name in _WHO},
            kind="claim",
            fields={name: name for name in _WHO},
        ),
        Layer("Content", "What is said.", {RECORD: _ID}),
        Layer(
            "Cue",
            "The words that say that it is said; they hold the attribution together.",
            {
                RECORD: _ID,
                "claim": "id of the claim; empty where it makes none",
                "attitude": "assertion, denial; what is neither makes no claim",
                "form": "direct, indirect, mixed",
                "channel": "where it was said",
                "inside": "id of the attribution that it sits inside",
                "implied": "yes where no words say it, and the content stands in for them",
                "review": _REVIEW,
                DECISION: _DECIDED,
            },
            {"source": "Source", "content": "Content"},
            kind="claim",
            fields={"attitude": "attitude"},
        ),
        Layer(
            "Participant",
            "Whoever takes part in an event.",
            {
                RECORD: _ID,
                "name": "the fullest name in the document",
                "country": "ISO 3166-1 alpha-3, or IGO, NGO, MNC, IMG",
                "sector": "PLOVER sector code",
                DECISION: _DECIDED,
            },
            kind="role",
            fields={name: name for name in ("name", "country", "sector")},
        ),
        Layer(
            "Event",
            "What is said to have happened, and how it stands.",
            {
                RECORD: _ID,
                "event_type": "of the codebook",
                "mode": "of the type",
                "standing": "negated, planned, denied, admitted, reported, possible, fact",
                "contexts": "of the codebook, with commas between them",
                "vouched_for_by": "who says that it is so, innermost first",
                "denied_by": "who says that it is not so",
                "place": "where, as far as the text tells",
                "date": "when: first day/day after the last",
                "review": _REVIEW,
                DECISION: _DECIDED,
            },
            {"actors": "Participant", "recipients": "Participant", "cues": "Cue"},
            kind="event",
            fields={"event_type": "type", "mode": "mode", "standing": "standing", "contexts": "contexts"},
        ),
    )
}
