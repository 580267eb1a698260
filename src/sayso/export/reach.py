"""How far a claim or an event is told: what stands beside every record that is given to other programs."""

from __future__ import annotations

from sayso.export.exported import Counted, Exported
from sayso.schema.claim import Claim
from sayso.schema.event import Event

COLUMNS = ("title", "url", "review", "cluster", "documents", "publishers", "origins", "against")


def reach(one: Exported, record: Claim | Event) -> Counted:
    """What was counted of it, and of a record that stands alone what can be counted of itself."""
    counted = one.counts.get(record.id)
    if counted is not None:
        return counted
    outlets = {place.outlet for place in one.locations} | {one.reading.document.outlet}
    known = len(outlets - {None})
    return Counted(f"{one.reading.document.id}:{record.id}", 1, known, 1, int(_denies(record)))


def cells(one: Exported, record: Claim | Event) -> list[str]:
    """The values of `COLUMNS` as text, "" for what is not known."""
    document, counted = one.reading.document, reach(one, record)
    told = (document.title, document.url, one.reviews.get(record.id), counted.cluster)
    numbers = (counted.documents, counted.publishers, counted.origins, counted.against)
    return [*(value or "" for value in told), *map(str, numbers)]


def _denies(record: Claim | Event) -> bool:
    if isinstance(record, Claim):
        return record.attitude == "denial"
    return record.standing in ("denied", "negated")
