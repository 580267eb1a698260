"""What two codings of the same text tell differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Integer, cast, func, select

from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.packing import unpack
from sayso.ledger.pairing import pairs
from sayso.ledger.tables import codings, documents
from sayso.schema.claim import Claim
from sayso.schema.event import Event, Role
from sayso.schema.reading import Reading
from sayso.schema.span import Span

# A claim is the same one where half of its words are.
_SAME = 0.5
_MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Change:
    """One record that two codings tell differently.

    Attributes:
        kind: of the record.
        what: there is one more, one less, or one that says something else.
        before, after: the record in either coding, or None.
        fields: name -> (before, after) of what is changed, as plain values.
    """

    kind: Literal["claim", "event"]
    what: Literal["added", "gone", "changed"]
    before: Claim | Event | None
    after: Claim | Event | None
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two codings of one document.

    Attributes:
        document: id.
        changes: events first, then claims, each in the order of the text, what is gone last.
        same: records that both tell alike.
    """

    document: str
    changes: tuple[Change, ...]
    same: int


def diff(before: Reading, after: Reading) -> Difference:
    """What is added, gone or changed from one coding of a text to another.

    Events are the same where their anchors meet, claims where half of their words are the same.

    Raises:
        ValueError: the texts are not the same.
    """
    if before.document.id != after.document.id:
        ids = f"{before.document.id} and {after.document.id}"
        raise ValueError(f"{ids} are two texts; expected two codings of one")
    told = [
        *(_event_change(*pair) for pair in pairs(before.events, after.events, _same_event)),
        *(_claim_change(*pair) for pair in pairs(before.claims, after.claims, _same_claim)),
    ]
    changes = tuple(change for change in told if change is not None)
    return Difference(after.document.id, changes, len(told) - len(changes))


def _same_event(one: Event, other: Event) -> float:
    if not any(mine.overlaps(its) for mine in one.mentions for its in other.mentions):
        return 0.0
    return 1.0 + (one.type == other.type) + 0.5 * one.anchor.overlaps(other.anchor)


def _same_claim(one: Claim, other: Claim) -> float:
    if _end(one) <= other.content[0].start or _end(other) <= one.content[0].start:
        return 0.0
    mine, its = _characters(one.content), _characters(other.content)
    shared = 2 * len(mine & its) / (len(mine) + len(its) or 1)
    if shared < _SAME:
        return 0.0
    return shared + 0.5 * (one.source.span == other.source.span) + 0.1 * (one.event == other.event)


def _end(claim: Claim) -> int:
    return max(span.end for span in claim.content)


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _event_change(before: Event | None, after: Event | None) -> Change | None:
    return _change("event", before, after, _told_of_event)


def _claim_change(before: Claim | None, after: Claim | None) -> Change | None:
    return _change("claim", before, after, _told_of_claim)


def _change(kind: Any, before: Any, after: Any, told: Any) -> Change | None:
    if before is None or after is None:
        return Change(kind, "added" if before is None else "gone", before, after, {})
    old, new = told(before), told(after)
    fields = {name: (old[name], new[name]) for name in old if old[name] != new[name]}
    return Change(kind, "changed", before, after, fields) if fields else None


def _told_of_event(event: Event) -> dict[str, Any]:
    return {
        "type": event.type,
        "mode": event.mode,
        "standing": event.standing,
        "actors": _parties(event.actors),
        "recipients": _parties(event.recipients),
        "place": event.place.name if event.place else None,
        "date": [event.date.start, event.date.end],
    }


def _parties(roles: Sequence[Role]) -> list[dict[str, Any]]:
    return [
        {"name": role.name or role.text, "country": role.country, "sector": role.sector} for role in roles
    ]


def _told_of_claim(claim: Claim) -> dict[str, Any]:
    source = claim.source
    return {
        "content": " … ".join(span.text for span in claim.content),
        "source": source.resolved.text if source.resolved else source.text,
        "attitude": claim.attitude,
        "identity": source.identity,
        "naming": source.naming,
        "affiliation": source.affiliation,
        "role": source.role,
        "country": source.country,
    }


# -- between the codings that a ledger keeps --


def marks(ledger: Ledger) -> list[tuple[str, int, int]]:
    """(mark, documents coded so, of which so many still count), the latest first."""
    current = func.sum(cast(codings.c.current, Integer))
    rows = select(codings.c.mark, func.count(), current).group_by(codings.c.mark)
    with ledger.transaction() as connection:
        found = connection.execute(rows.order_by(func.max(codings.c.number).desc())).all()
    return [(mark, int(count), int(still)) for mark, count, still in found]


def differences(
    ledger: Ledger, ids: Iterable[str] | None = None, *, before: str | None = None, after: str | None = None
) -> Iterator[Difference]:
    """What the codings that a ledger keeps tell differently, document by document, sorted.

    Documents that were not coded twice are left out. A person's corrections are not looked at.

    Args:
        ids: of the documents; None for all.
        before: the mark of the older coding, or how it begins; None for the last one that was superseded.
        after: the mark of the newer one; None for the current one.

    Raises:
        LedgerError: no coding has such a mark.
    """
    older, newer = _mark(ledger, before), _mark(ledger, after)
    for id in ledger.ids() if ids is None else ids:
        with ledger.transaction() as connection:
            pair = _pair(_codings(connection, id), older, newer)
            if pair is not None:
                yield diff(*(_reading(connection, number) for number in pair))


def _mark(ledger: Ledger, begin: str | None) -> str | None:
    if begin is None:
        return None
    known = [mark for mark, _, _ in marks(ledger)]
    found = [begin] if begin in known else [mark for mark in known if mark.startswith(begin)]
    if len(found) == 1:
        return found[0]
    told = ", ".join(known[:_MOST_SHOWN]) or "none"
    several = "is the beginning of several marks" if found else "is no mark of a coding"
    raise LedgerError(f"{begin!r:.60} {several}; the ledger has {told}")


def _codings(connection: Connection, id: str) -> list[tuple[int, str, bool]]:
    """(number, mark, whether it counts), the latest first."""
    rows = (
        select(codings.c.number, codings.c.mark, codings.c.current)
        .join(documents, documents.c.number == codings.c.document)
        .where(documents.c.id == id)
        .order_by(codings.c.number.desc())
    )
    return [(number, mark, current) for number, mark, current in connection.execute(rows)]


def _pair(
    known: Sequence[tuple[int, str, bool]], before: str | None, after: str | None
) -> tuple[int, int] | None:
    """The numbers of the older and the newer coding, None where there are not both."""
    newer = [number for number, mark, current in known if (current if after is None else mark == after)]
    older = [
        number for number, mark, _ in known if number not in newer[:1] and (before is None or mark == before)
    ]
    return (older[0], newer[0]) if older and newer else None


def _reading(connection: Connection, number: int) -> Reading:
    row = connection.execute(
        select(codings.c.reading, documents.c.text)
        .join(documents, documents.c.number == codings.c.document)
        .where(codings.c.number == number)
    ).one()
    return unpack(row.reading, row.text)
