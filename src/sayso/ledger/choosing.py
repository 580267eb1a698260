"""What a person points at: a claim, an event, or somebody who takes part in an event."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, select

from sayso.ledger.correcting import Side, corrected, role_target, standing_ones, target_of
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import entity_id
from sayso.ledger.tables import corrections, documents, entities
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.entity import Entity, EntityKind
from sayso.schema.event import Event, Role
from sayso.schema.plain import from_plain
from sayso.schema.reading import Reading

_ADDRESS = re.compile(
    r"(?P<document>[0-9a-f]{4,16}):(?P<record>[cv][0-9]{1,9})"
    r"(?:\.(?P<side>actor|recipient)s?\.(?P<number>[0-9]{1,4}))?"
)
_ID = re.compile(r"[0-9a-f]{4,16}")
_DECISION = re.compile(r"x[0-9a-f]{3,15}")
_MOST_SHOWN = 5
_SIDES: Mapping[str, Side] = {"actor": "actors", "recipient": "recipients"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One record of a document.

    Attributes:
        id: `DOCUMENT:RECORD`, for a role `DOCUMENT:RECORD.actor.1`.
        kind: what it is.
        document: id.
        record: as it is now, with the corrections so far.
        rejected: a role that does not count any more; its record is the one that was coded.
        event: that a role belongs to, and an event itself; None for a claim.
        target: how it is found again in another coding.
    """

    id: str
    kind: Literal["claim", "event", "role"]
    document: str
    record: Claim | Event | Role
    event: Event | None
    target: Mapping[str, Any]
    rejected: bool = False


def choose(ledger: Ledger, id: str) -> Chosen:
    """The record with this id, of which the document's first characters are enough.

    Raises:
        LedgerError: there is none, or several.
    """
    given = _ADDRESS.fullmatch(id.strip())
    if given is None:
        raise LedgerError(
            f"{id!r:.60} is no claim, event or role; expected DOCUMENT:c3, DOCUMENT:v2, or"
            " DOCUMENT:v2.actor.1, as `sayso search` and `sayso show` tell them"
        )
    document = only(given["document"], _beginning(ledger, documents.c.id, given["document"]))
    stored = ledger.stored(document)
    if stored is None:
        raise LedgerError(f"{document} has no coding; `sayso doctor` tells more")
    now = corrected(stored.reading, standing_ones(ledger.corrections(document))).reading
    if given["record"].startswith("c"):
        return _claim(stored.reading, now, given["record"])
    if given["side"] is None:
        return _event(stored.reading, now, given["record"])
    return _role(stored.reading, now, given["record"], _SIDES[given["side"]], int(given["number"]))


def choose_decision(ledger: Ledger, id: str) -> Correction:
    """The correction with this id, of which the first characters are enough."""
    if not _DECISION.fullmatch(id.strip()):
        raise LedgerError(f"{id!r:.60} is no correction; `sayso corrections list` tells their ids (x…)")
    found = only(id.strip(), _beginning(ledger, corrections.c.id, id.strip()), tells="sayso corrections list")
    with ledger.transaction() as connection:
        written = connection.scalar(select(corrections.c.correction).where(corrections.c.id == found))
    return from_plain(Correction, json.loads(written or ""))


def choose_entity(ledger: Ledger, given: str) -> str:
    """The id of an entity by its id, the beginning of it, or its name in full.

    Raises:
        LedgerError: there is none, or several.
    """
    given = given.strip()
    if _ID.fullmatch(given) and (found := _beginning(ledger, entities.c.id, given)):
        return only(given, found)
    ids = [entity_id(Entity("", kind, given, ())) for kind in _KINDS]
    with ledger.transaction() as connection:
        asked = select(entities.c.id, entities.c.kind).where(entities.c.id.in_(ids)).order_by(entities.c.id)
        named = {row.id: row.kind for row in connection.execute(asked)}
    if len(named) > 1:
        told = ", ".join(f"{id} ({kind})" for id, kind in named.items())
        raise LedgerError(f"{given!r:.60} is the name of several entities: {told}; give one of these ids")
    return only(given, list(named), tells="sayso show DOCUMENT:e1")


def only(given: str, found: Sequence[str], *, tells: str = "sayso search") -> str:
    """The one that was found.

    Args:
        given: what a person wrote.
        found: the ids that it may mean.
        tells: the command that tells ids of this kind.

    Raises:
        AbsentError: there is none.
        LedgerError: there are several.
    """
    if len(found) == 1:
        return found[0]
    if not found:
        raise AbsentError(f"nothing in the ledger is called {given!r:.60}; `{tells}` tells ids")
    told = ", ".join(found[:_MOST_SHOWN]) + (" …" if len(found) > _MOST_SHOWN else "")
    raise LedgerError(f"{given} is the beginning of several ids ({told}); give more of it")


_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "location", "nationality", "other")


def _beginning(ledger: Ledger, ids: ColumnElement[str], begin: str) -> list[str]:
    """The ids that begin so, as many as an error can name."""
    # "g" comes behind all hexadecimal digits
    asked = select(ids).where(ids >= begin, ids < begin + "g").order_by(ids).limit(_MOST_SHOWN + 1)
    with ledger.transaction() as connection:
        return list(connection.scalars(asked))


def _claim(coded: Reading, now: Reading, id: str) -> Chosen:
    claim = _with_id(coded, "claims", id)
    cues = {one.id: one.cue for one in coded.attributions}
    target = target_of(claim, cue=cues.get(claim.attribution or ""))
    document = coded.document.id
    return Chosen(f"{document}:{id}", "claim", document, _with_id(now, "claims", id), None, target)


def _event(coded: Reading, now: Reading, id: str) -> Chosen:
    event, document = _with_id(now, "events", id), coded.document.id
    return Chosen(
        f"{document}:{id}", "event", document, event, event, target_of(_with_id(coded, "events", id))
    )


def _role(coded: Reading, now: Reading, id: str, side: Side, number: int) -> Chosen:
    """Roles are counted as they were coded, so that a rejected one does not move the others."""
    before, after = _with_id(coded, "events", id), _with_id(now, "events", id)
    document, name = coded.document.id, f"{id}.{side.removesuffix('s')}.{number}"
    roles = getattr(before, side)
    if not 1 <= number <= len(roles):
        told = "; ".join(f"{n} “{_shown(role.text)}”" for n, role in enumerate(roles, 1)) or "none"
        raise LedgerError(f"{document}:{id} has no {name}; its {side} are {told}")
    role = roles[number - 1]
    left = next((one for one in getattr(after, side) if one.span == role.span), None)
    target = role_target(before, side, role)
    return Chosen(f"{document}:{name}", "role", document, left or role, after, target, rejected=left is None)


def _with_id(reading: Reading, kind: Literal["claims", "events"], id: str) -> Any:
    records = getattr(reading, kind)
    found = next((one for one in records if one.id == id), None)
    if found is None:
        count = f"{len(records)} {kind}, {records[0].id} to {records[-1].id}" if records else f"no {kind}"
        raise LedgerError(f"document {reading.document.id} has no {id}; it has {count}")
    return found


def _shown(text: str) -> str:
    return " ".join(text.split())[:60]
