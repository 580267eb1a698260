"""One record with all that tells where it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import func, select

from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger, Stored
from sayso.ledger.sentences import around
from sayso.ledger.tables import appearances, codings, documents, entities
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.correction import Correction
from sayso.schema.document import Document
from sayso.schema.entity import Entity
from sayso.schema.event import Event
from sayso.schema.location import Location
from sayso.schema.reading import Reading
from sayso.schema.span import Span

_DOCUMENT = re.compile(r"(?P<document>[0-9a-f]{4,16})(?::(?P<record>[acev]\d{1,9}))?")
_LEAST = 4  # characters of an id
_MOST_SHOWN = 5
_MOST_APPEARANCES = 1_000


@dataclass(frozen=True, slots=True)
class Coding:
    """One coding of a document.

    Attributes:
        mark: of all that it depends on.
        sayso, encoder: versions.
        current: it counts; the others are superseded.
    """

    mark: str
    sayso: str
    encoder: str
    current: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's correction, and whether it still stands."""

    correction: Correction
    undone: bool


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a record comes from.

    Attributes:
        document: id.
        locations: where its text was found, the first of which gives its particulars.
        codings: the current one first, then from the newest to the oldest.
        decisions: what persons decided about it, in order.
    """

    document: str
    locations: tuple[Location, ...]
    codings: tuple[Coding, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document with its records, as persons corrected them."""

    id: str
    reading: Reading
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A claim, an event, an attribution, or an entity of one document.

    Attributes:
        id: `DOCUMENT:RECORD`.
        kind: what it is.
        record: as persons corrected it.
        review: accepted, rejected, edited, or None where nobody looked at it.
        document: in which it stands.
        around: the sentences that it stands in.
        chain: the attributions that it passes through, innermost first.
    """

    id: str
    kind: Literal["claim", "event", "attribution", "entity"]
    record: Claim | Event | Attribution | Entity
    review: str | None
    document: Document
    around: Span
    chain: tuple[Attribution, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ShownEntity:
    """Somebody or something that documents name.

    Attributes:
        id: in the ledger.
        kind: what it is.
        name: the first of its spellings in the alphabet.
        documents: how many name it.
        appearances: (id of the document, its title, id of the entity there) by documents; at most 1,000.
    """

    id: str
    kind: str
    name: str
    documents: int
    appearances: tuple[tuple[str, str | None, str], ...]


Shown = ShownDocument | ShownRecord | ShownEntity


def show(ledger: Ledger, id: str) -> Shown:
    """What has this id.

    Args:
        id: of a document (its first characters are enough, where no other has them), of a record in it
            (`DOCUMENT:c3`, `:v2`, `:a1`, `:e1`), or of an entity of the ledger.

    Raises:
        LedgerError: there is none, or several.
    """
    given = _DOCUMENT.fullmatch(id.strip().lower())
    if given is None:
        raise LedgerError(
            f"{id!r:.60} is no id; expected that of a document (at least {_LEAST} characters), of a record in"
            " it (54ed65:c3), or of an entity"
        )
    found = _documents(ledger, given["document"])
    if not found and given["record"] is None and (entity := _entity(ledger, given["document"])):
        return entity
    return _shown(ledger, _only(given["document"], found), given["record"])


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
    return ShownRecord(
        id=f"{id}:{record}",
        kind=_kind(item),
        record=item,
        review=now.reviews.get(record),
        document=now.reading.document,
        around=_around(now.reading, item),
        chain=_chain(item, now.reading),
        provenance=_provenance(ledger, stored, decisions, mine),
    )


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
    return record in corrected(reading, [one]).reviews


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


def _entity(ledger: Ledger, id: str) -> ShownEntity | None:
    """The entity of the ledger with this id."""
    with ledger.transaction() as connection:
        row = connection.execute(select(entities).where(entities.c.id == id)).first()
        if row is None:
            return None
        mine = appearances.c.entity == row.number
        total = connection.scalar(select(func.count(appearances.c.document.distinct())).where(mine))
        found = connection.execute(
            select(documents.c.id, documents.c.title, appearances.c.record)
            .join(documents, documents.c.number == appearances.c.document)
            .where(mine)
            .order_by(documents.c.id, appearances.c.record)
            .limit(_MOST_APPEARANCES)
        ).all()
    return ShownEntity(id, row.kind, row.name, total or 0, tuple((a, b, c) for a, b, c in found))
