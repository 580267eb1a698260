"""How much some accounts weigh: by independent beginnings, as the pictures of the workbench count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.exported import Exported
from sayso.schema.event import Event


@dataclass(frozen=True, slots=True)
class Account:
    """One document's account of an event.

    Attributes:
        document: id.
        origin: id of the document that its account begins with.
        cluster: the record that stands for all that tell of the same event.
        most: independent accounts that the whole cluster has.
        day: of the event, or else of publication; ISO, or "".
        type: of the event.
        voice: who vouches for it, innermost; "" for nobody.
    """

    document: str
    origin: str
    cluster: str
    most: int
    day: str
    type: str
    voice: str


def account(one: Exported, event: Event, voice: str) -> Account:
    """An event as a document tells it."""
    document = one.reading.document
    count = one.counts.get(event.id)
    return Account(
        document=document.id,
        origin=one.origin or document.id,
        cluster=count.cluster if count else f"{document.id}:{event.id}",
        most=count.origins if count else 1,
        day=event.date.start or (document.published or "")[:10],
        type=event.type,
        voice=voice,
    )


def origins(some: Iterable[Account]) -> int:
    """Independent accounts, each counted once for each event."""
    began: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in some:
        began[one.cluster, one.most].add(one.origin)
    # accounts of different documents may still be one: both on the word of one outlet
    return sum(min(len(found), most) for (_, most), found in began.items())
