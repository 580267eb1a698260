"""A person's corrections laid over a reading. The coding itself stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.event import Event, Role
from sayso.schema.reading import Reading
from sayso.schema.span import Span

Item = TypeVar("Item")
# A claim is the same one in a newer coding where half of its words are.
_SAME = 0.5
REVIEWS = {"accept": "accepted", "reject": "rejected", "edit": "edited"}
CLAIM_FIELDS = ("attitude", "identity", "naming", "affiliation", "role", "country")
EVENT_FIELDS = ("type", "mode", "standing", "contexts")
ROLE_FIELDS = ("name", "country", "sector")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with corrections.

    Attributes:
        reading: as corrected.
        reviews: record id -> accepted, rejected or edited.
        lost: corrections whose record this coding does not have.
    """

    reading: Reading
    reviews: Mapping[str, str]
    lost: tuple[Correction, ...] = ()


def standing_ones(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that were not undone, in their order; an undoing may be undone as well."""
    known = sorted(corrections, key=lambda one: one.order)
    undone: set[str] = set()
    for one in reversed(known):
        if one.action == "undo" and one.id not in undone:
            undone.add(one.value["undoes"])
    return [one for one in known if one.action != "undo" and one.id not in undone]


def corrected(reading: Reading, corrections: Sequence[Correction]) -> Corrected:
    """The reading as a person corrected it; later decisions go before earlier ones."""
    reviews: dict[str, str] = {}
    lost: list[Correction] = []
    events, claims = list(reading.events), list(reading.claims)
    for one in corrections:
        found = _correct_claim(claims, one) if one.kind == "claim" else _correct_event(events, one)
        if found is None:
            lost.append(one)
        elif one.kind == "role":
            reviews.setdefault(found, "edited")
        else:
            reviews[found] = REVIEWS[one.action]
    if not corrections:
        return Corrected(reading, {})
    return Corrected(replace(reading, events=tuple(events), claims=tuple(claims)), reviews, tuple(lost))


def target_of(record: Claim | Event, *, cue: Span | None = None) -> dict[str, Any]:
    """How a record is found again in another coding of the same text."""
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


# -- finding the record again --


def _best(items: Sequence[Item], score: Callable[[Item], float], *, least: float) -> int | None:
    """The place of the best item, the first of several; None where none is good enough."""
    scores = [score(item) for item in items]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= least and best > 0 else None


def _claim_score(claim: Claim, target: Mapping[str, Any]) -> float:
    wanted = {at for start, end in target["content"] for at in range(start, end)}
    found = {at for span in claim.content for at in range(span.start, span.end)}
    shared = 2 * len(wanted & found) / (len(wanted) + len(found) or 1)
    # two claims may share their words: the same record of the same coding goes first
    return shared + 1e-6 * (claim.id == target.get("record"))


def _event_score(event: Event, target: Mapping[str, Any]) -> float:
    start, end = target["anchor"]
    if not any(span.start < end and start < span.end for span in event.mentions):
        return 0.0
    return 1.0 + float(event.type == target["type"]) + 1e-6 * (event.id == target.get("record"))


def _role_score(role: Role, target: Mapping[str, Any]) -> float:
    start, end = target["role"]
    return float(max(0, min(role.end, end) - max(role.start, start)) / (end - start or 1))


# -- what is set --


def _correct_claim(claims: list[Claim], one: Correction) -> str | None:
    at = _best(claims, lambda claim: _claim_score(claim, one.target), least=_SAME)
    if at is None:
        return None
    if one.action == "edit":
        value = {name: one.value[name] for name in CLAIM_FIELDS if name in one.value}
        attitude = value.pop("attitude", claims[at].attitude)
        claims[at] = replace(claims[at], attitude=attitude, source=replace(claims[at].source, **value))
    return claims[at].id


def _correct_event(events: list[Event], one: Correction) -> str | None:
    at = _best(events, lambda event: _event_score(event, one.target), least=1.0)
    if at is None:
        return None
    if one.kind == "role":
        changed = _with_role(events[at], one)
        if changed is None:
            return None
        events[at] = changed
    elif one.action == "edit":
        events[at] = _edited(events[at], one.value)
    return events[at].id


def _edited(event: Event, value: Mapping[str, Any]) -> Event:
    kept = {name: value[name] for name in EVENT_FIELDS if name in value}
    if "contexts" in kept:
        kept["contexts"] = tuple(kept["contexts"])
    if "type" in kept and kept["type"] != event.type:
        kept = {"mode": None, "quad": value.get("quad"), **kept}
    return replace(event, **kept)


def _with_role(event: Event, one: Correction) -> Event | None:
    side = one.target["side"]
    roles = list(getattr(event, side))
    at = _best(roles, lambda role: _role_score(role, one.target), least=_SAME)
    if at is None:
        return None
    if one.action == "reject":
        del roles[at]
    elif one.action == "edit":
        roles[at] = replace(roles[at], **{name: one.value[name] for name in ROLE_FIELDS if name in one.value})
    return (
        replace(event, actors=tuple(roles)) if side == "actors" else replace(event, recipients=tuple(roles))
    )
