"""Which places the toponyms of a document mean, by what each is and by what stands around it.

places = Places(open_gazetteer())
places.resolve([toponym("Tripoli, Lebanon"), toponym("Beirut")])
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.resolution.gazetteer import Gazetteer
from sayso.resolution.gazetteer_entry import Entry, Kind
from sayso.resolution.places_hints import Hints
from sayso.resolution.places_match import PlaceMatch
from sayso.resolution.places_mentions import Toponym, toponym
from sayso.resolution.places_names import FAR, Candidate, candidates
from sayso.resolution.places_scoring import (
    Pick,
    Surroundings,
    contained,
    fit,
    kilometres,
    prior,
    rivals,
    supported,
    surroundings,
)
from sayso.resolution.toponyms import key

# Picks change each other's surroundings; three rounds settle nearly all documents.
ROUNDS = 3
# How many mentions the one in the dateline is worth besides itself.
DATELINE = 2
# Two places this near are one for most purposes: a town, its district, its airport.
SAME_KM = 60.0
SURE = 0.6
# Of a name's places only the biggest can win, unless the text says what they lie in.
MOST = 80
_HOLDERS = frozenset({Kind.country, Kind.division1, Kind.division2})


@dataclass(frozen=True, slots=True)
class _Name:
    """All mentions of one name that are said to lie in the same.

    Attributes:
        found: the candidates.
        priors: of each, with what the text says it lies in.
        times: how often it is mentioned.
    """

    found: tuple[Candidate, ...]
    priors: tuple[float, ...]
    times: int


class Places:
    """Resolves toponyms against one gazetteer; keeps nothing of a document."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._candidates = lru_cache(maxsize=4096)(lambda name: candidates(gazetteer, name))

    def resolve(
        self, mentions: Sequence[Toponym | str], *, hints: Hints | None = None
    ) -> tuple[PlaceMatch | None, ...]:
        """What each mention means, in their order; None where the gazetteer has no such name.

        Args:
            mentions: the toponyms of one document in reading order.
            hints: countries that the document is about.
        """
        hints = hints or Hints()
        read = [toponym(mention) if isinstance(mention, str) else mention for mention in mentions]
        whole = {key(mention.name): mention.within for mention in reversed(read) if self._holders(mention)}
        marks = [self._mark(mention, whole) for mention in read]
        names = self._names(read, marks, hints.dateline)
        matches = dict(zip(names, _settled(tuple(names.values()), hints), strict=True))
        return tuple(matches.get(mark) for mark in marks)

    def _mark(self, mention: Toponym, whole: dict[str, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
        """Mentions of one mark mean one place: "Paris" is "Paris, Texas" once the document says so."""
        own = key(mention.name)
        return own, mention.within if self._holders(mention) else whole.get(own, ())

    def _names(
        self, read: Sequence[Toponym], marks: Sequence[tuple[str, tuple[str, ...]]], dateline: int | None
    ) -> dict[tuple[str, tuple[str, ...]], _Name]:
        times = Counter(marks)
        if dateline is not None and dateline < len(marks):
            times[marks[dateline]] += DATELINE
        first = {mark: mention.name for mention, mark in reversed(list(zip(read, marks, strict=True)))}
        named = {mark: self._name(first[mark], mark[1], times[mark]) for mark in times}
        return {mark: name for mark, name in named.items() if name.found}

    def _name(self, name: str, within: tuple[str, ...], times: int) -> _Name:
        found = self._candidates(name)
        holders = self._holders(Toponym(name, within))
        others = rivals(found, self.gazetteer.find_key(f"{key(name)} city"))
        ranked = sorted(
            ((prior(one, others) + contained(one.entry, holders), n) for n, one in enumerate(found)),
            key=lambda pair: (-pair[0], pair[1]),
        )[:MOST]
        return _Name(tuple(found[n] for _, n in ranked), tuple(score for score, _ in ranked), times)

    def _holders(self, mention: Toponym) -> tuple[Entry, ...]:
        """What the mention is said to lie in, where one of its candidates does."""
        for name in mention.within:
            holders = tuple(
                one.entry for one in self._candidates(name) if one.entry.kind in _HOLDERS and not one.cost
            )
            if any(contained(one.entry, holders) for one in self._candidates(mention.name)):
                return holders
        return ()


def _settled(names: Sequence[_Name], hints: Hints) -> list[PlaceMatch | None]:
    """What each name means when the picks have settled."""
    countries = Counter(hints.countries)
    around = Surroundings(countries, Counter(), (), hints.outlet)
    scores = [_scores(name, around, None) for name in names]
    for _ in range(ROUNDS):
        picks = [_pick(name, own) for name, own in zip(names, scores, strict=True)]
        around = surroundings(picks, countries=countries, outlet=hints.outlet)
        fresh = [_scores(name, around, own) for name, own in zip(names, picks, strict=True)]
        if fresh == scores:
            break
        scores = fresh
    return [_match(name, own, around) for name, own in zip(names, scores, strict=True)]


def _scores(name: _Name, around: Surroundings, own: Pick | None) -> tuple[float, ...]:
    return tuple(score + fit(one, around, own) for one, score in zip(name.found, name.priors, strict=True))


def _pick(name: _Name, scores: tuple[float, ...]) -> Pick:
    return Pick(name.found[scores.index(max(scores))].entry, name.times)


def _match(name: _Name, scores: tuple[float, ...], around: Surroundings) -> PlaceMatch | None:
    pick, cost = _pick(name, scores), name.found[scores.index(max(scores))].cost
    best = pick.entry
    if cost >= FAR and not supported(best, around, pick):
        return None
    odds = [math.exp(score - max(scores)) for score in scores]
    here = (
        odd
        for odd, one in zip(odds, name.found, strict=True)
        if one.entry is best or kilometres(one.entry, best) <= SAME_KM
    )
    confidence = round(sum(here) / sum(odds), 3)
    return PlaceMatch(
        name=best.name,
        country=best.country,
        admin1=best.admin1,
        lat=best.lat,
        lon=best.lon,
        geonameid=best.geonameid,
        kind=best.kind,
        confidence=confidence,
        unsure=confidence < SURE or cost >= FAR,
    )
