"""One record with all that tells where it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from sqlalchemy import select

from sayso.ledger.choosing import choose_entity
from sayso.ledger.correcting import SIDES, corrected, standing_ones
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger, Stored
from sayso.ledger.naming import shown_entity
from sayso.ledger.rating import letter_of, reliability
from sayso.ledger.rows import entity_id
from sayso.ledger.sentences import around
from sayso.ledger.shown import (
    Coding,
    Decision,
    Provenance,
    Shown,
    ShownDocument,
    ShownEntity,
    ShownRecord,
    ShownRole,
)
from sayso.ledger.tables import codings, documents
from sayso.schema.attribution import Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.entity import Entity
from sayso.schema.event import Event
from sayso.schema.reading import Reading
from sayso.schema.span import Span

__all__ = [
    "Coding",
    "Decision",
    "Provenance",
    "Shown",
    "ShownDocument",
    "ShownEntity",
    "ShownRecord",
    "ShownRole",
    "document_id",
    "show",
]

_DOCUMENT = re.compile(r"(?P<document>[0-9a-f]{4,16})(?::(?P<record>[acev]\d{1,9}))?")
_LEAST = 4  # characters of an id
_MOST_SHOWN = 5


def show(ledger: Ledger, id: str) -> Shown:
    """What has this id.

    Args:
        id: of a document (its first characters are enough, where no other has them), of a record in it
            (`DOCUMENT:c3`, `:v2`, `:a1`, `:e1`), or of an entity of the ledger, which its name in full tells
            as well.

    Raises:
        LedgerError: there is none, or several.
    """
    given = _DOCUMENT.fullmatch(id.strip().lower())
    found = _documents(ledger, given["document"]) if given else []
    if given is None or (not found and given["record"] is None):
        return shown_entity(ledger, _chosen(ledger, id, known=given is not None))
    return _shown(ledger, _only(given["document"], found), given["record"])


def _chosen(ledger: Ledger, id: str, *, known: bool) -> str:
    """The entity that is called so; `known` where what was given might be an id."""
    try:
        return choose_entity(ledger, id)
    except AbsentError:
        if known:
            _only(id.strip().lower(), [])
        raise LedgerError(
            f"{id!r:.60} is no id, and no entity is called so; expected the id of a document (at least"
            f" {_LEAST} characters), of a record in it (54ed65:c3) or of an entity, or its name in full"
        ) from None


def document_id(ledger: Ledger, begin: str) -> str:
    """The id of the document whose id begins so.

    Raises:
        LedgerError: there is none, or several.
    """
    given = _DOCUMENT.fullmatch(begin.strip().lower())
    if given is None or given["record"]:
        raise LedgerError(
            f"{begin!r:.60} is no id of a document; expected at least {_LEAST} of its characters"
        )
    return _only(given["document"], _documents(ledger, given["document"]))


def _documents(ledger: Ledger, begin: str) -> list[str]:
    """The ids that begin so, as many as an error can name."""
    ids = documents.c.id
    # "g" comes behind all hexadecimal digits
    asked = select(ids).where(ids >= begin, ids < begin + "g").order_by(ids).limit(_MOST_SHOWN + 1)
    with ledger.transaction() as connection:
        return list(connection.scalars(asked))


def _only(given: str, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    if not found:
        raise LedgerError(f"nothing in the ledger has the id {given}; `sayso search` tells ids")
    told = ", ".join(found[:_MOST_SHOWN]) + (" …" if len(found) > _MOST_SHOWN else "")
    raise LedgerError(f"{given} is the beginning of several ids ({told}); give more of it")


def _shown(ledger: Ledger, id: str, record: str | None) -> ShownDocument | ShownRecord:
    stored = ledger.stored(id)
    if stored is None:
        raise LedgerError(f"{id} has no coding; `sayso doctor` tells more")
    decisions = ledger.corrections(id)
    now = corrected(stored.reading, standing_ones(decisions))
    if record is None:
        return ShownDocument(id, now.reading, _provenance(ledger, stored, decisions, decisions))
    item = _records(now.reading).get(record)
    if item is None:
        raise LedgerError(f"{id} has no {record}; `sayso show {id}` tells what it has")
    mine = [one for one in decisions if _is_about(one, record, stored.reading, decisions)]
    chain, letters = _chain(item, now.reading), reliability(ledger)
    return ShownRecord(
        id=f"{id}:{record}",
        kind=_kind(item),
        record=item,
        review=now.reviews.get(record),
        document=now.reading.document,
        around=_around(now.reading, item),
        chain=chain,
        provenance=_provenance(ledger, stored, decisions, mine),
        reliability=None if isinstance(item, Event | Entity) else _letter(letters, item.source),
        chain_reliability=tuple(_letter(letters, one.source) for one in chain),
        roles=_roles(_records(stored.reading)[record], item),
        entity=shown_entity(ledger, entity_id(item)) if isinstance(item, Entity) else None,
    )


def _letter(letters: Mapping[str, str], source: Source) -> str | None:
    return letter_of(letters, source.resolved.text if source.resolved else None, source.text)


def _roles(coded: object, now: object) -> tuple[ShownRole, ...]:
    """Those of an event; other records have none."""
    if not isinstance(coded, Event) or not isinstance(now, Event):
        return ()
    found = []
    for side in SIDES:
        left = {role.span: role for role in getattr(now, side)}
        for number, role in enumerate(getattr(coded, side), 1):
            id = f"{now.id}.{side.removesuffix('s')}.{number}"
            found.append(ShownRole(id, left.get(role.span, role), rejected=role.span not in left))
    return tuple(found)


def _records(reading: Reading) -> dict[str, Claim | Event | Attribution | Entity]:
    found: dict[str, Claim | Event | Attribution | Entity] = {}
    for records in (reading.claims, reading.events, reading.attributions, reading.entities):
        found |= {record.id: record for record in records}
    return found


def _kind(record: object) -> Literal["claim", "event", "attribution", "entity"]:
    if isinstance(record, Claim):
        return "claim"
    if isinstance(record, Event):
        return "event"
    return "attribution" if isinstance(record, Attribution) else "entity"


def _around(reading: Reading, record: Claim | Event | Attribution | Entity) -> Span:
    spans = [record.anchor] if isinstance(record, Event) else _spans(record)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return around(reading.document.text, start, end)


def _spans(record: Claim | Attribution | Entity) -> Sequence[Span]:
    """An entity may be named all over the text; its first place is shown."""
    return record.mentions[:1] if isinstance(record, Entity) else record.content


def _chain(record: object, reading: Reading) -> tuple[Attribution, ...]:
    said = {attribution.id: attribution for attribution in reading.attributions}
    if isinstance(record, Claim):
        ids = record.chain
    elif isinstance(record, Event):
        ids = record.attributions
    else:
        ids = _outward(record, said) if isinstance(record, Attribution) else ()
    return tuple(said[id] for id in ids if id in said)


def _outward(attribution: Attribution, said: Mapping[str, Attribution]) -> tuple[str, ...]:
    ids = [attribution.id]
    while (outer := said[ids[-1]].parent) and outer in said and outer not in ids:
        ids.append(outer)
    return tuple(ids)


def _is_about(one: Correction, record: str, reading: Reading, known: Sequence[Correction]) -> bool:
    """Whether a decision, or the one that it undoes, is about this record."""
    by_id = {each.id: each for each in known}
    steps = 0
    while one.action == "undo" and steps < len(known):
        undone = by_id.get(one.value["undoes"])
        if undone is None:
            return False
        one, steps = undone, steps + 1
    laid = corrected(reading, [one])
    return record in laid.reviews or (one.action == "verdict" and record in laid.records.values())


def _provenance(
    ledger: Ledger, stored: Stored, decisions: Sequence[Correction], shown: Sequence[Correction]
) -> Provenance:
    standing = {one.id for one in standing_ones(decisions)}
    with ledger.transaction() as connection:
        rows = connection.execute(
            select(codings.c.mark, codings.c.sayso, codings.c.encoder, codings.c.current)
            .where(codings.c.document == stored.number)
            .order_by(codings.c.current.desc(), codings.c.number.desc())
        ).all()
    return Provenance(
        document=stored.reading.document.id,
        locations=stored.locations,
        codings=tuple(Coding(*row) for row in rows),
        decisions=tuple(
            Decision(one, undone=one.action != "undo" and one.id not in standing) for one in shown
        ),
    )
