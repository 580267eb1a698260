"""What was changed about marks, as decisions about records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sayso.codebook import Codebook
from sayso.export.uima.layers import LAYERS, Layer
from sayso.ledger.choosing import Chosen, choose
from sayso.ledger.deciding import about
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.values import values_of
from sayso.runs.changed import Base, Changes, Left
from sayso.runs.marked import Compared
from sayso.schema.correction import Correction
from sayso.schema.event import Event
from sayso.schema.reading import Reading

_DECISIONS = ("accept", "reject")
_OF_RECORDS = (*_DECISIONS, "edit")
_SIDES = {"actor": "actors", "recipient": "recipients"}


@dataclass(slots=True)
class _Wanted:
    """What is to become of one claim, event or role: a decision, fields to set, or both."""

    decision: str = ""
    fields: dict[str, str] = field(default_factory=dict)


class Drafting:
    """Decisions about one document.

    Args:
        coded: the reading without corrections.
        base: as it was exported.
        book: that knows types, modes and contexts.
    """

    def __init__(self, ledger: Ledger, coded: Reading, base: Base, book: Codebook) -> None:
        self.ledger, self.coded, self.base, self.book = ledger, coded, base, book
        self.document = coded.document.id
        self.marks = {mark.record: mark for mark in base.marks}
        self.left: list[Left] = []

    def changes(self, compared: Compared) -> Changes:
        """All that can be decided, and all that cannot."""
        self.left = [Left(self.document, record, why) for record, why in compared.left]
        wanted = self._wanted(compared)
        drafts = [draft for id, one in wanted.items() for draft in self._draft(id, one)]
        return Changes(tuple(drafts), tuple(self.left))

    def _leave(self, record: str, why: str) -> None:
        self.left.append(Left(self.document, record, why))

    def _wanted(self, compared: Compared) -> dict[str, _Wanted]:
        """By the id that a person would name: a source and its cue are of one claim."""
        wanted: dict[str, _Wanted] = {}
        gone = {record for record, decision in compared.decided.items() if decision == "reject"}
        for record, mark in self.marks.items():
            decision, edited = compared.decided.get(record, ""), compared.edited.get(record, {})
            if decision and decision not in _DECISIONS:
                self._leave(record, f"{decision!r:.40} is no decision; expected accept or reject")
                decision = ""
            if not decision and not edited:
                continue
            id = self._id(record)
            if id is None:
                self._leave(record, "it makes no claim, and only claims, events and roles can be corrected")
            elif mark.layer == "Participant" and _event_of(record) in gone:
                self._unused(record, edited)
            else:
                one = wanted.setdefault(id, _Wanted())
                one.decision = decision or one.decision
                one.fields = one.fields | _renamed(LAYERS[mark.layer], edited)
        return wanted

    def _unused(self, record: str, fields: Iterable[str]) -> None:
        for name in fields:
            self._leave(record, f"{name} was changed as well, but it is rejected")

    def _id(self, record: str) -> str | None:
        """`DOCUMENT:c1` of a source or a cue, `DOCUMENT:v1`, `DOCUMENT:v1.actor.1`."""
        mark = self.marks[record]
        if mark.layer == "Event":
            return f"{self.document}:{record}"
        if mark.layer == "Participant":
            return f"{self.document}:{self._role(record)}"
        claim = self.marks[record.partition(".")[0]].values.get("claim")
        return f"{self.document}:{claim}" if claim else None

    def _role(self, record: str) -> str:
        """Roles are counted as they were coded; a mark counts those that were left when it was exported."""
        event, side, number = record.split(".")
        left = getattr(_event(self.base.reading, event), _SIDES[side])[int(number) - 1]
        coded = [role.span for role in getattr(_event(self.coded, event), _SIDES[side])]
        return f"{event}.{side}.{coded.index(left.span) + 1}"

    def _draft(self, id: str, one: _Wanted) -> Iterator[Correction]:
        record = id.partition(":")[2]
        try:
            chosen = choose(self.ledger, id)
            if one.decision == "reject":
                draft = about(chosen, "reject")
                self._unused(record, one.fields)
            elif value := self._value(chosen, one.fields):
                draft = about(chosen, "edit", value)
            elif one.decision == "accept":
                draft = about(chosen, "accept")
            else:
                return
        except LedgerError as error:
            self._leave(record, str(error))
            return
        if self._is_free(draft, record):
            yield draft

    def _value(self, chosen: Chosen, fields: Mapping[str, str]) -> dict[str, object]:
        """What an edit sets; a field that cannot be set leaves the others. A mode is one of the new type."""
        given: list[str] = []
        value: dict[str, object] = {}
        for name, text in fields.items():
            try:
                value = values_of(chosen, [*given, f"{name}={text}"], self.book)
                given.append(f"{name}={text}")
            except LedgerError as error:
                self._leave(chosen.id.partition(":")[2], str(error))
        return value

    def _is_free(self, draft: Correction, record: str) -> bool:
        """Whether nobody decided otherwise since it was exported."""
        later = [one for one in self.base.since if one.action in _OF_RECORDS and _same_target(one, draft)]
        same = [one for one in later if (one.action, dict(one.value)) == (draft.action, dict(draft.value))]
        stands = [one for one in later if one.id in self.base.standing]
        if same and same[-1].id not in self.base.standing:
            self._leave(
                record, f"this was decided before, and undone since ({same[-1].id}); use `sayso correct`"
            )
            return False
        if stands and stands[-1] not in same:
            told = f"{stands[-1].by} decided otherwise since it was exported ({stands[-1].id})"
            self._leave(record, f"{told}; export it again, or undo that")
            return False
        return True


def _renamed(layer: Layer, edited: Mapping[str, str]) -> dict[str, str]:
    return {layer.fields[name]: value for name, value in edited.items()}


def _event_of(record: str) -> str:
    """Of a role: v1 of v1.actor.1."""
    return record.partition(".")[0]


def _event(reading: Reading, id: str) -> Event:
    return next(event for event in reading.events if event.id == id)


def _same_target(one: Correction, other: Correction) -> bool:
    return (one.kind, dict(one.target)) == (other.kind, dict(other.target))
