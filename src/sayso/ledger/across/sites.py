"""Where the events that answer a question are said to have happened, weighted by independent accounts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from sayso.ledger.across.answers import Answer, Weight, answers, weight
from sayso.ledger.across.ties import batches
from sayso.ledger.asking import Filter
from sayso.ledger.ledger import Ledger
from sayso.ledger.packing import unpack
from sayso.ledger.searching import ask
from sayso.ledger.tables import codings, documents, events
from sayso.schema.event import Place

MOST_SITES = 150


@dataclass(frozen=True, slots=True)
class Site:
    """One place of events.

    Attributes:
        name: as the ledger tells it.
        country: ISO 3166-1 alpha-3, or None.
        lat, lon: degrees, WGS 84; None where nothing was found to be meant by the name.
        weight: of the events there.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    weight: Weight


@dataclass(frozen=True, slots=True)
class Sites:
    """Places, the heaviest first.

    Attributes:
        sites: at most as many as were asked for.
        events: records that were looked at; `capped` where more answer.
        nowhere: records that tell no place.
        left: places there are besides.
    """

    sites: tuple[Site, ...]
    events: int
    capped: bool
    nowhere: int
    left: int


# Where a place of a number lies, by ledgers: a reading is large, and a place is asked for again and again.
_KNOWN: WeakKeyDictionary[Engine, dict[int | None, Place]] = WeakKeyDictionary()
_MOST_KNOWN = 100_000
_Key = tuple[int | None, str]


def sites(ledger: Ledger, words: str = "", filter: Filter | None = None, *, most: int = MOST_SITES) -> Sites:
    """The places of what answers, of which at most 10,000 events are looked at.

    Raises:
        LedgerError: the question cannot be understood.
    """
    with ledger.transaction() as connection:
        found, capped = answers(ask(ledger, connection, words, filter, kind="events"))
        return _sites(connection, found, capped, most)


def _sites(connection: Connection, found: Sequence[Answer], capped: bool, most: int) -> Sites:
    there: dict[_Key, list[Answer]] = defaultdict(list)
    nowhere = 0
    for one in found:
        if one.place:
            # a place with a number may have several names; another has nothing but its name
            there[one.geonameid, "" if one.geonameid else one.place].append(one)
        else:
            nowhere += 1
    weights = {key: weight(some) for key, some in there.items()}
    ranked = sorted(weights, key=lambda key: (-weights[key].origins, -weights[key].records, key[1], key))
    kept = ranked[:most]
    points = _points(connection, [there[key][0] for key in kept])
    shown = tuple(_site(there[key], weights[key], points.get(there[key][0].number)) for key in kept)
    return Sites(shown, len(found), capped, nowhere, len(ranked) - len(shown))


def _site(some: Sequence[Answer], whole: Weight, point: Place | None) -> Site:
    name = Counter(one.place or "" for one in some).most_common(1)[0][0]
    if point is None:
        return Site(name, None, None, None, whole)
    return Site(name, point.country, point.lat, point.lon, whole)


def _points(connection: Connection, firsts: Sequence[Answer]) -> dict[int, Place]:
    """Where the place of each of these events lies; the tables keep no coordinates, but the readings do."""
    known = _KNOWN.setdefault(connection.engine, {})
    found = {one.number: known[one.geonameid] for one in firsts if one.geonameid in known}
    wanted = {one.number: one for one in firsts if one.number not in found}
    told = _told(connection, sorted(wanted))
    for number, place in told.items():
        one = wanted[number]
        # a person may have set another place than was read
        if place.name == one.place or (place.geonameid and place.geonameid == one.geonameid):
            found[number] = place
        if place.geonameid and place.geonameid == one.geonameid and len(known) < _MOST_KNOWN:
            known[place.geonameid] = place
    return found


def _told(connection: Connection, numbers: list[int]) -> dict[int, Place]:
    rows = (
        select(events.c.number, events.c.record, documents.c.text, codings.c.reading)
        .join(documents, documents.c.number == events.c.document)
        .join(codings, codings.c.document == documents.c.number)
        .where(codings.c.current)
    )
    found: dict[int, Place] = {}
    for some in batches(numbers):
        for number, record, text, packed in connection.execute(rows.where(events.c.number.in_(some))):
            read = next((one.place for one in unpack(packed, text).events if one.id == record), None)
            if read is not None and read.lat is not None and read.lon is not None:
                found[number] = read
    return found
