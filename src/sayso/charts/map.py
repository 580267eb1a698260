"""Where it is said to have happened, each place parted by how it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.charts import library
from sayso.charts.drawn import Drawn
from sayso.charts.examples import NOTHING, examples, telling_of
from sayso.charts.land import land
from sayso.ledger.across.answers import TELLINGS, Telling
from sayso.ledger.across.sites import Sites, sites
from sayso.ledger.asking import Filter
from sayso.ledger.front import Query
from sayso.ledger.hits import EventHit, Hit
from sayso.ledger.ledger import Ledger
from sayso.workbench.asking import Asked
from sayso.workbench.drawing import map as drawing
from sayso.workbench.pictures import WORDS

_SCALE = library.WIDTH / drawing.WIDTH
_LARGEST = 1_500  # square pixels of the heaviest place
_LAND = "#e2ded5"
_NAMED = 14  # places with a name beside them


@dataclass(frozen=True, slots=True)
class MapRow:
    """What is told one way of one place.

    Attributes:
        place: name, as the ledger tells it.
        country: ISO 3166-1 alpha-3, or None.
        lat, lon: degrees, WGS 84; None where nothing was found to be meant by the name.
        telling: fact, word, disputed or open; `told` the same in words.
        origins: independent accounts, each counted once for each event.
        records: events there, however told, copies included.
        example: id of the first event that is told so; `outlet`, `source` and `sentence` are its own.
    """

    place: str
    country: str | None
    lat: float | None
    lon: float | None
    telling: Telling
    told: str
    origins: int
    records: int
    example: str
    outlet: str | None
    source: str | None
    sentence: str


class Map(Drawn[MapRow]):
    """Places of events, the heaviest first."""

    of = MapRow

    def __init__(self, rows: tuple[MapRow, ...], note: str, *, found: Sites) -> None:
        super().__init__(rows, note)
        self._found = found

    def chart(self) -> Any:
        alt = library.altair()
        shapes = drawing.drawn(self._found, Asked("events"))
        x, y, wide, high = (part * _SCALE for part in shapes.world)
        flat: dict[str, Any] = {
            "type": "identity",
            "reflectY": True,
            "scale": wide / 360,
            "translate": [x + wide / 2, y + high / 2],
        }
        ground = (
            alt.Chart(alt.Data(values=land(shapes), format=alt.DataFormat(type="json")))
            .mark_geoshape(fill=_LAND, stroke=_LAND, strokeWidth=1, clip=True)
            .project(**flat)
        )
        places = alt.Chart(library.data(list(self._rings())))
        at = {"longitude": "lon:Q", "latitude": "lat:Q"}
        rings = (
            places.mark_circle(opacity=1, strokeWidth=1)
            .encode(
                **at,
                size=alt.Size("area:Q", scale=None, legend=None),
                fill=library.told("Fill", library.FILL),
                stroke=library.told("Stroke", library.COLOUR),
                tooltip=library.tooltip(
                    place="where", told="how", origins="origins", source="for example", sentence="says",
                    outlet="in",
                ),
            )
            .project(**flat)
        )  # fmt: skip
        names = (
            places.transform_filter("datum.name != null")
            .mark_text(
                align="left", dx=14, fontWeight=600, stroke="#ffffff", strokeWidth=2.5, strokeOpacity=0.8
            )
            .encode(**at, text="name:N")
            .project(**flat)
        )
        over = names.mark_text(align="left", dx=14, fontWeight=600)
        whole = alt.layer(ground, rings, names, over).properties(
            width=library.WIDTH, height=round(shapes.height * _SCALE)
        )
        hint = "an area is as large as there are origins. Land: Natural Earth; no borders are drawn"
        return library.finished(whole, "Where it is said to have happened", hint, self.note)

    def _rings(self) -> Iterator[dict[str, Any]]:
        """Circles on each other, the largest first, so that what is seen of each is its part."""
        by: dict[tuple[str, float, float], dict[Telling, MapRow]] = {}
        for row in self.rows:
            if row.lat is not None and row.lon is not None:
                by.setdefault((row.place, row.lat, row.lon), {})[row.telling] = row
        most = max((sum(one.origins for one in told.values()) for told in by.values()), default=1)
        for number, told in enumerate(by.values()):
            inside = [told[telling] for telling in TELLINGS if telling in told]
            whole = sum(one.origins for one in inside)
            for one in reversed(inside):
                yield {
                    "place": one.place,
                    "lat": one.lat,
                    "lon": one.lon,
                    "told": one.told,
                    "origins": one.origins,
                    "source": one.source or "the author",
                    "sentence": one.sentence,
                    "outlet": one.outlet,
                    "area": round(60 + _LARGEST * whole / most),
                    "name": one.place if one is inside[-1] and number < _NAMED else None,
                }
                whole -= one.origins


def map_of(ledger: Ledger, words: str, filter: Filter, *, most: int) -> Map:
    """The map of a question; errors as for a search."""
    found = sites(ledger, words, filter, most=most)

    def places(hit: Hit) -> Iterator[tuple[str, Telling]]:
        if isinstance(hit, EventHit) and hit.place:
            yield hit.place, telling_of(hit)

    shown = examples(ledger, Query(ledger, words, filter, "events", "oldest"), places)
    rows = []
    for one in found.sites:
        for telling, origins in one.weight.split:
            example = shown.get((one.name, telling), NOTHING)
            rows.append(
                MapRow(
                    one.name, one.country, one.lat, one.lon, telling, WORDS[telling], origins,
                    one.weight.records, example.id, example.outlet, example.source, example.sentence,
                )
            )  # fmt: skip
    return Map(tuple(rows), _note(found), found=found)


def _note(found: Sites) -> str:
    unknown = sum(one.lat is None for one in found.sites)
    parts = [
        f"{found.nowhere:,} of {found.events:,} events tell no place" if found.nowhere else "",
        f"{unknown:,} places are not found on a map" if unknown else "",
        f"{found.left:,} places of fewer origins are left out" if found.left else "",
    ]
    return "; ".join(part for part in parts if part)
