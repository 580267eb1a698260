"""Places: which place a given toponym means, in the context of its article.

A toponym counts as `exact` when the GeoNames id is right, and as `within_161_km` when it is, or when
the place lies within 161 km (100 miles) of the gold one. A toponym that sayso does not resolve counts
as wrong. Corpora without ids have no `exact`.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from pathlib import Path

from sayso.evaluation.bootstrap import bootstrap
from sayso.evaluation.placexml import GoldPlace, PlaceArticle, read_articles
from sayso.evaluation.result import Evaluation, Progress, silent
from sayso.resolution.gazetteer_choosing import open_gazetteer
from sayso.resolution.places import Places
from sayso.resolution.places_hints import Hints, countries_of, outlet_country
from sayso.resolution.places_match import PlaceMatch
from sayso.resolution.places_mentions import Toponym, toponym, toponyms_in
from sayso.text.words import find_words

TASK = "places"
NEAR_KM = 161.0
EARTH_KM = 6371.0

#: (right id or None where gold has none, near) for each toponym of an article.
Answers = tuple[tuple[bool | None, bool], ...]


def evaluate(path: Path, *, gazetteer: Path | None = None, progress: Progress = silent) -> Evaluation:
    """Scores over an XML file of articles; raises CorpusError where it is of another layout."""
    begun = time.perf_counter()
    articles = read_articles(path)
    places = Places(open_gazetteer(gazetteer))
    answers: list[Answers] = []
    for article in articles:
        found = resolve(article, places)
        answers.append(tuple(judge(gold, match) for gold, match in zip(article.places, found, strict=True)))
        progress(len(answers), len(articles))
    intervals = bootstrap(answers, scores)
    return Evaluation(TASK, str(path), len(articles), scores(answers), intervals, time.perf_counter() - begun)


def resolve(article: PlaceArticle, places: Places) -> tuple[PlaceMatch | None, ...]:
    """What sayso makes of the gold toponyms of an article, in their order."""
    whole = f"{article.title}\n{article.text}"
    words = [whole[start:end] for start, end in find_words(whole)]
    hints = Hints(
        countries=countries_of(words),
        outlet=outlet_country(article.address, places.gazetteer.tables["countries"]),
    )
    return places.resolve([_toponym(gold, article.text) for gold in article.places], hints=hints)


def _toponym(gold: GoldPlace, text: str) -> Toponym:
    if gold.start is None or gold.end is None:
        return toponym(gold.name)
    return toponyms_in(text, [(gold.start, gold.end)])[0]


def judge(gold: GoldPlace, match: PlaceMatch | None) -> tuple[bool | None, bool]:
    """(whether the id is right, or None where gold has none; whether the place is right or near)."""
    same = match is not None and gold.geonameid is not None and match.geonameid == gold.geonameid
    near = same or (
        match is not None
        and gold.lat is not None
        and gold.lon is not None
        and kilometres(gold.lat, gold.lon, match.lat, match.lon) <= NEAR_KM
    )
    return (same if gold.geonameid is not None else None), near


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great circle between two points in degrees."""
    north, east = math.radians(other_lat - lat), math.radians(other_lon - lon)
    chord = math.sin(north / 2) ** 2 + (
        math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(east / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))


def scores(articles: Sequence[Answers]) -> dict[str, float]:
    answers = [answer for article in articles for answer in article]
    exact = [same for same, _ in answers if same is not None]
    shares = {"exact": exact, "within_161_km": [near for _, near in answers]}
    return {name: 100 * sum(right) / len(right) for name, right in shares.items() if right}
