"""Where the events that answer a question are said to have happened, weighted by independent accounts."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from sayso.ledger.across.answers import Answer, Weight, answers, weight
from sayso.ledger.asking import Filter
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import ask
from sayso.resolution.gazetteer_choosing import open_gazetteer
from sayso.resolution.gazetteer_entry import Entry

MOST_SITES = 200


@dataclass(frozen=True, slots=True)
class Site:
    """One place of events.

    Attributes:
        name: as the ledger tells it.
        country: ISO 3166-1 alpha-3, or None.
        lat, lon: degrees, WGS 84; None where the gazetteer does not know the place.
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


_Key = tuple[int | None, str]


def sites(ledger: Ledger, words: str = "", filter: Filter | None = None, *, most: int = MOST_SITES) -> Sites:
    """The places of what answers, of which at most 10,000 events are looked at.

    Raises:
        LedgerError: the question cannot be understood.
        GazetteerError: the gazetteer cannot be read.
    """
    with ledger.transaction() as connection:
        found, capped = answers(ask(ledger, connection, words, filter, kind="events"))
    there: dict[_Key, list[Answer]] = defaultdict(list)
    nowhere = 0
    for one in found:
        if one.place:
            # places that the gazetteer knows may have several names, others have nothing but a name
            there[one.geonameid, "" if one.geonameid else one.place].append(one)
        else:
            nowhere += 1
    weights = {key: weight(some) for key, some in there.items()}
    ranked = sorted(weights, key=lambda key: (-weights[key].origins, -weights[key].records, key[1], key))
    shown = tuple(_site(key[0], there[key], weights[key]) for key in ranked[:most])
    return Sites(shown, len(found), capped, nowhere, len(ranked) - len(shown))


def _site(geonameid: int | None, some: list[Answer], whole: Weight) -> Site:
    name = Counter(one.place or "" for one in some).most_common(1)[0][0]
    entry = _entry(name, geonameid) if geonameid else None
    return Site(
        name,
        entry.country if entry else None,
        entry.lat if entry else None,
        entry.lon if entry else None,
        whole,
    )


def _entry(name: str, geonameid: int) -> Entry | None:
    """The place with this number among those of the name; the ledger keeps no coordinates."""
    return next((one for one in open_gazetteer().find(name) if one.geonameid == geonameid), None)
