"""A person's corrections laid over a reading. The coding itself stays as it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar

from sayso.schema.checking import FIELDS
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.event import Event, Role
from sayso.schema.reading import Reading
from sayso.schema.span import Span

Item = TypeVar("Item")
Side = Literal["actors", "recipients"]
SIDES: tuple[Side, ...] = ("actors", "recipients")
# A claim is the same one in a newer coding where half of its words are.
_SAME = 0.5
REVIEWS = {"accept": "accepted", "reject": "rejected", "edit": "edited"}


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with corrections.

    Attributes:
        reading: as corrected. It has the records of the coding, rejected ones included; a rejected role is
            left out. An attribution is corrected with the claim that comes from it; the profile is as coded.
        reviews: record id -> accepted, rejected or edited.
        lost: corrections whose record this coding does not have.
        records: id of a correction -> id of the claim or event that it is about, for all others.
    """

    reading: Reading
    reviews: Mapping[str, str]
    lost: tuple[Correction, ...] = ()
    records: Mapping[str, str] = field(default_factory=dict)


def standing_ids(corrections: Iterable[Correction]) -> set[str]:
    """The ids of those that were not undone, undoings included; an undoing may be undone as well."""
    by_id = {one.id: one for one in corrections}
    undoings = defaultdict(list)
    for one in by_id.values():
        if one.action == "undo":
            undoings[one.value["undoes"]].append(one.id)
    stands: dict[str, bool] = {}
    # An id is made from the contents, so nothing can undo itself, by however many steps.
    waiting = list(by_id)
    while waiting:
        undecided = [id for id in undoings[waiting[-1]] if id not in stands]
        if undecided:
            waiting += undecided
        else:
            id = waiting.pop()
            stands[id] = not any(stands[undoing] for undoing in undoings[id])
    return {id for id, still in stands.items() if still}


def standing_ones(corrections: Iterable[Correction]) -> list[Correction]:
    """The decisions that were not undone, in their order."""
    known = sorted(corrections, key=lambda one: one.order)
    standing = standing_ids(known)
    return [one for one in known if one.action != "undo" and one.id in standing]


def corrected(reading: Reading, corrections: Sequence[Correction]) -> Corrected:
    """The reading as a person corrected it; later decisions go before earlier ones."""
    if not corrections:
        return Corrected(reading, {})
    draft = _Draft(reading)
    lost = tuple(one for one in corrections if not draft.lay(one))
    return Corrected(draft.reading(), draft.all_reviews(), lost, draft.records)


def without_rejected(laid: Corrected) -> Reading:
    """The reading without the records that a person rejected."""
    gone = {id for id, review in laid.reviews.items() if review == "rejected"}
    return replace(
        laid.reading,
        events=tuple(event for event in laid.reading.events if event.id not in gone),
        claims=tuple(claim for claim in laid.reading.claims if claim.id not in gone),
    )


def target_of(record: Claim | Event, *, cue: Span | None = None) -> dict[str, Any]:
    """How a record, as coded, is found again in another coding of the same text."""
    if isinstance(record, Event):
        return {"record": record.id, "anchor": _place(record.anchor), "type": record.type}
    return {
        "record": record.id,
        "content": [_place(span) for span in record.content],
        "cue": _place(cue) if cue else None,
    }


def role_target(event: Event, side: str, role: Role) -> dict[str, Any]:
    return {**target_of(event), "side": side, "role": _place(role.span)}


def _place(span: Span) -> list[int]:
    return [span.start, span.end]


class _Draft:
    """Records under correction. They are found by how they were coded, so that one correction does not
    hang on another.
    """

    def __init__(self, coded: Reading) -> None:
        self.coded = coded
        self.events, self.claims = list(coded.events), list(coded.claims)
        self.attributions = {one.id: one for one in coded.attributions}
        self.cues = {one.id: one.cue for one in coded.attributions}
        self.reviews: dict[str, str] = {}
        self.records: dict[str, str] = {}
        self.dropped: set[tuple[int, Side, int]] = set()

    def lay(self, one: Correction) -> bool:
        """Whether there is such a record."""
        if one.kind == "claim":
            at = self._claim(one.target)
        else:
            at = _best(self.coded.events, lambda event: _event_score(event, one.target))
        if at is None:
            return False
        record = (self.claims if one.kind == "claim" else self.events)[at].id
        if one.kind == "role" and not self._lay_role(at, one):
            return False
        self.records[one.id] = record
        if one.kind == "role" or one.action == "verdict":  # what is claimed is no better read for it
            return True
        if one.kind == "claim" and one.action == "edit":
            self._edit_claim(at, one.value)
        elif one.action == "edit":
            self.events[at] = _edited(self.events[at], one.value)
        self.reviews[record] = REVIEWS[one.action]
        return True

    def reading(self) -> Reading:
        return replace(
            self.coded,
            events=tuple(self._without_dropped(at) for at in range(len(self.events))),
            claims=tuple(self.claims),
            attributions=tuple(self.attributions.values()),
        )

    def all_reviews(self) -> dict[str, str]:
        """With the author's own claims: what they assert is an event, and goes with it."""
        by_event = {
            claim.id: "rejected"
            for claim in self.claims
            if claim.event is not None and self.reviews.get(claim.event) == "rejected"
        }
        return by_event | self.reviews

    def _claim(self, target: Mapping[str, Any]) -> int | None:
        def score(claim: Claim) -> float:
            return _claim_score(claim, self.cues.get(claim.attribution or ""), target)

        return _best(self.coded.claims, score)

    def _edit_claim(self, at: int, value: Mapping[str, Any]) -> None:
        """An attribution is the same saying as its claim, so it has the same source and attitude."""
        claim = self.claims[at]
        kinds = {name: value[name] for name in FIELDS["claim"] if name in value and name != "attitude"}
        attitude = value.get("attitude", claim.attitude)
        self.claims[at] = replace(claim, attitude=attitude, source=replace(claim.source, **kinds))
        said = self.attributions.get(claim.attribution or "")
        if said is not None:
            said = replace(said, attitude=attitude, source=replace(said.source, **kinds))
            self.attributions[said.id] = said

    def _lay_role(self, at: int, one: Correction) -> bool:
        side: Side = one.target["side"]
        number = _best(getattr(self.coded.events[at], side), lambda role: _role_score(role, one.target))
        if number is None:
            return False
        event = self.events[at]
        if one.action == "reject":
            self.dropped.add((at, side, number))
        else:
            self.dropped.discard((at, side, number))
        if one.action == "edit":
            roles = list(getattr(event, side))
            kept = {name: one.value[name] for name in FIELDS["role"] if name in one.value}
            roles[number] = replace(roles[number], **kept)
            self.events[at] = _with_roles(event, side, roles)
        if one.action != "accept":
            self.reviews.setdefault(event.id, "edited")
        return True

    def _without_dropped(self, at: int) -> Event:
        event = self.events[at]
        for side in SIDES:
            roles = getattr(event, side)
            kept = [role for number, role in enumerate(roles) if (at, side, number) not in self.dropped]
            if len(kept) < len(roles):
                event = _with_roles(event, side, kept)
        return event


# -- finding the record again --


def _best(items: Sequence[Item], score: Callable[[Item], float]) -> int | None:
    """The place of the best item, the first of several; None where none fits at all."""
    scores = [score(item) for item in items]
    best = max(scores, default=0.0)
    return scores.index(best) if best > 0 else None


def _claim_score(claim: Claim, cue: Span | None, target: Mapping[str, Any]) -> float:
    wanted = {at for start, end in target["content"] for at in range(start, end)}
    found = {at for span in claim.content for at in range(span.start, span.end)}
    shared = 2 * len(wanted & found) / (len(wanted) + len(found) or 1)
    if shared < _SAME:
        return 0.0
    same_id = claim.id == target.get("record")
    # two claims may share their words ("Brask said drivers said ..."): then the cue tells, and in the same
    # coding the id
    return shared + 0.01 * _same_cue(cue, target.get("cue")) + 1e-6 * same_id


def _same_cue(cue: Span | None, place: Sequence[int] | None) -> bool:
    if cue is None or place is None:
        return cue is None and place is None
    return cue.start < place[1] and place[0] < cue.end


def _event_score(event: Event, target: Mapping[str, Any]) -> float:
    start, end = target["anchor"]
    if not any(span.start < end and start < span.end for span in event.mentions):
        return 0.0
    same_id = event.id == target.get("record")
    first = event.anchor.start < end and start < event.anchor.end
    same_type = bool(event.type == target["type"])
    return float(1 + same_type + 0.5 * first + 1e-6 * same_id)


def _role_score(role: Role, target: Mapping[str, Any]) -> float:
    start, end = target["role"]
    shared = max(0, min(role.end, end) - max(role.start, start))
    if shared < _SAME * (end - start):
        return 0.0
    length = role.end - role.start + end - start
    return float(2 * shared / (length or 1))


# -- what is set --


def _edited(event: Event, value: Mapping[str, Any]) -> Event:
    kept = {name: value[name] for name in FIELDS["event"] if name in value}
    if "contexts" in kept:
        kept["contexts"] = tuple(kept["contexts"])
    if "type" in kept and kept["type"] != event.type:
        # a mode belongs to its type
        kept = {"mode": None, "quad": value.get("quad"), **kept}
    return replace(event, **kept)


def _with_roles(event: Event, side: Side, roles: Sequence[Role]) -> Event:
    if side == "actors":
        return replace(event, actors=tuple(roles))
    return replace(event, recipients=tuple(roles))
