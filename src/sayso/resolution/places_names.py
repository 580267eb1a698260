"""How a toponym may be read: as it stands, or without a title, a compass point, an ending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lexicon.table import table
from sayso.lexicon.words import plain
from sayso.resolution.gazetteer import Gazetteer
from sayso.resolution.gazetteer_entry import Entry, Kind
from sayso.resolution.toponyms import key, sound

_DIVISIONS = frozenset({Kind.division1, Kind.division2, Kind.region})
_LANDS = frozenset({Kind.country, Kind.region, Kind.division1})
_POSSESSIVE = re.compile(r"['’]s?$")
_TITLED = re.compile(
    r"\A(?:(?:province|state|republic|kingdom|city|town|village|port|district|county|region|governorate|island"
    r"|municipality|emirate|commonwealth|suburb) of|old|new) (?=\w)"
)
_DIVISION_ENDING = re.compile(
    r" (?:province|state|governorate|district|county|co|region|prefecture|oblast|department|division"
    r"|territory|parish|canton|voivodeship|krai|emirate|municipality|shire|borough|subdistrict"
    r"|sub county|peninsula)$"
)
_TOWN_ENDING = re.compile(
    r" (?:city|town|village|township|suburb|metropolitan area|metro area|area|island|islands|bay|valley|beach"
    r"|harbour|harbor|port)$"
)
_FACILITY_ENDING = re.compile(
    r"(?: (?:international|regional|general|memorial|national|city|central))?"
    r" (?:airport|air base|airbase|hospital|university|college|stadium|prison|jail|refugee camp|camp|station"
    r"|high school|school|court|crown court|magistrates court|cathedral|museum|castle|embassy|zoo|port"
    r"|crossing|bridge|tower|park)$"
)
_COMPASS = re.compile(
    r"\A(?:(?:north|south|east|west|central|upper|lower|mid|inner|outer)(?:ern)?"
    r"|(?:north|south)[ ]?(?:east|west)(?:ern)?|greater|downtown|mainland|rural) (?=\w)"
)
_ARTICLE = re.compile(r"\A(?:al|el|ad|adh|an|ar|as|ash|at|ath|az|la|le|les|los|las) (?=\w{3})")
# Asian, European.
_PEOPLES = (re.compile(r"(?<=\w{3})n$"), re.compile(r"(?<=\w{3})an$"))
_ABBREVIATED = 6
# The cost of a reading that counts only where the document names the country besides.
FAR = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a toponym may mean.

    Attributes:
        entry: the place.
        cost: how much the reading of the name lacks, 0 for the name itself.
    """

    entry: Entry
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class _Reading:
    key: str
    cost: float
    kinds: frozenset[Kind] | None = None


def candidates(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    """What the name may mean, by the first reading that the gazetteer knows."""
    own = key(name)
    found = tuple(Candidate(entry) for entry in gazetteer.find_key(own))
    if name.endswith(".") and len(name) <= _ABBREVIATED:
        found = tuple(one for one in found if one.entry.kind in _LANDS) or found
    known = any(one.entry.kind in _LANDS or one.entry.kind is Kind.capital for one in found)
    nation = () if known else _nation(gazetteer, name, own)
    if found or nation:
        return (*nation, *found)
    for reading in _readings(name, own):
        entries = gazetteer.find_key(reading.key)
        kept = [entry for entry in entries if reading.kinds and entry.kind in reading.kinds] or entries
        if kept:
            return tuple(Candidate(entry, reading.cost) for entry in kept)
    return tuple(Candidate(entry, FAR) for entry in gazetteer.find_key(sound(own)))


def _nation(gazetteer: Gazetteer, name: str, own: str) -> tuple[Candidate, ...]:
    """The country or part of the world of a people or an adjective: "Turkish", "Syrians", "Asian"."""
    code = table("countries").get(plain(name))
    if code:
        written = (shown for alpha3, shown, *_ in gazetteer.tables["countries"].values() if alpha3 == code)
        found = gazetteer.find(next(written, ""))
        return tuple(Candidate(one) for one in found if one.kind is Kind.country and one.country == code)
    lands = (gazetteer.find_key(ending.sub("", own)) for ending in _PEOPLES if ending.search(own))
    return tuple(Candidate(one, 0.5) for found in lands for one in found if one.kind in _LANDS)


def _readings(name: str, own: str) -> Iterator[_Reading]:
    """Other keys to look under, the likeliest first."""
    bare = _POSSESSIVE.sub("", name)
    if bare != name:
        yield _Reading(key(bare), 0.0)
        own = key(bare)
    for pattern, kinds, cost in (
        (_DIVISION_ENDING, _DIVISIONS, 0.2),
        (_TOWN_ENDING, None, 0.3),
        (_COMPASS, None, 0.5),
        (_ARTICLE, None, 0.5),
        (_TITLED, None, 0.5),
        (_FACILITY_ENDING, None, FAR),
    ):
        shorter = pattern.sub("", own, count=1).strip()
        if shorter and shorter != own:
            yield _Reading(shorter, cost, kinds)
    yield from (_Reading(f"{added}{own}", 0.5) for added in ("al ", "el ", "ash ", "saint "))
    yield from (_Reading(f"{own}{added}", 0.5) for added in (" city", " county", " river", " island"))
    twice = _COMPASS.sub("", _DIVISION_ENDING.sub("", own), count=1)
    if twice and twice != own:
        yield _Reading(twice, 0.7)
