"""What a person decided about a record. Nothing is ever overwritten: a correction is added, or undone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sayso.schema.plain import to_plain

CorrectionKind = Literal["claim", "event", "role", "entity", "source", "outlet"]
Action = Literal["accept", "reject", "edit", "merge", "split", "rate", "assign", "verdict", "undo"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision.

    Attributes:
        kind: of what it is about.
        action: what was decided.
        document: id, or None for entities, sources and outlets, which span documents.
        target: what it is about, by its place in the text, so that it is found again in a newer coding:
            for a claim `content` and `cue`, for an event `anchor` and `type`, for a role also `side`
            (`actors`, `recipients`) and `role`, each span as [start, end]; for entities `entities`, for a
            source `source`, for an outlet `outlet`.
        value: what is set (`edit`), the letter (`rate`), the `family` of publishers that an outlet belongs to
            (`assign`; "" for none), the `verdict` on what is claimed and the `url` of the page that gives the
            reasons (`verdict`), or the id of the correction that is undone.
        by: who decided.
        at: when, ISO 8601 in UTC.
    """

    kind: CorrectionKind
    action: Action
    document: str | None
    target: Mapping[str, Any]
    value: Mapping[str, Any] = field(default_factory=dict)
    by: str = ""
    at: str = ""

    @property
    def id(self) -> str:
        """From all that it says, so that the same decision is one in every ledger it comes to."""
        written = json.dumps(to_plain(self), ensure_ascii=False, sort_keys=True)
        return "x" + hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:15]

    @property
    def order(self) -> tuple[str, str]:
        """Decisions count in the order in which they were made."""
        return (self.at, self.id)
