"""GeoJSON read back by the library geojson; a coarse place must not look like an address."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import geojson
import pytest

from sayso.export.exported import Counted, Exported
from sayso.export.formats.geojson import write
from sayso.schema.event import Place
from sayso.schema.reading import Reading
from tests.export.formats.pages import page, printed

NAIROBI = {"name": "Nairobi", "country": "KEN", "admin1": "Nairobi Area", "lat": -1.283, "lon": 36.817,
           "geonameid": 184745}  # fmt: skip
KENYA = {"name": "Kenya", "country": "KEN", "lat": 0.6, "lon": 37.8, "geonameid": 192950}
TURKANA = {"name": "Turkana", "country": "KEN", "admin1": "Turkana", "lat": 2.989, "lon": 35.184}
NOWHERE = {"name": "Sella", "country": None, "lat": 1.0, "lon": 2.0}


def placed(reading: Reading, **fields: Any) -> Exported:
    """The reading, of which the denied shelling has this place."""
    first, second, *others = reading.events
    place = Place(second.anchor.start, second.anchor.end, second.anchor.text, **fields)
    return Exported(replace(reading, events=(first, replace(second, place=place), *others)))


def read_back(*documents: Exported) -> Any:
    found = geojson.loads(b"".join(write(documents)).decode())
    assert found.is_valid, found.errors()
    return found


def test_as_many_of_the_demos_events_are_on_the_map_as_the_page_says(demo_ledger: Path) -> None:
    told = re.search(r"of the\ndemo's events (\d+) are on the map", page("geojson"))
    assert told
    found = geojson.loads(
        "\n".join(printed("sayso export --to geojson --ledger demo.ledger", demo_ledger=demo_ledger))
    )
    assert len(found.features) == int(told[1])


def test_an_event_is_a_point_where_it_is_said_to_have_happened(reading: Reading) -> None:
    (feature,) = read_back(placed(reading, **NAIROBI)).features
    assert feature.geometry == geojson.Point((36.817, -1.283))
    assert feature.id == f"{reading.document.id}:v2"


def test_only_events_whose_point_is_known_are_features(reading: Reading) -> None:
    assert read_back(Exported(reading)).features == []


def test_how_it_stands_and_who_vouches_for_it_are_told(reading: Reading) -> None:
    told = read_back(placed(reading, **NAIROBI)).features[0].properties
    assert told["standing"] == "denied"
    assert told["standing_means"] == "Somebody denies what somebody else says."
    assert told["vouched_for_by"] == ["drivers", "The minister, Ilena Brask"]
    assert told["denied_by"] == ["Ostrand"]
    assert told["actors"] == ["Ostrand"]


@pytest.mark.parametrize(
    ("place", "precision", "coarse"),
    [
        (NAIROBI, "capital", False),
        (KENYA, "country", True),
        (TURKANA, "division1", True),
        (NOWHERE, "unknown", True),
    ],
)
def test_a_place_says_how_exact_its_point_is(
    reading: Reading, place: dict[str, Any], precision: str, coarse: bool
) -> None:
    told = read_back(placed(reading, **place)).features[0].properties
    assert (told["precision"], told["coarse"]) == (precision, coarse)


def test_the_middle_of_a_country_is_said_to_be_one(reading: Reading) -> None:
    told = read_back(placed(reading, **KENYA)).features[0].properties
    assert "middle of the country" in told["point"]


def test_what_was_not_asked_for_is_left_out(reading: Reading) -> None:
    one = placed(reading, **NAIROBI)
    assert read_back(replace(one, chosen=frozenset({"v1"}))).features == []
    assert len(read_back(replace(one, chosen=frozenset({"v2"}))).features) == 1


def test_how_far_it_is_told_elsewhere_and_what_a_person_decided_are_told(reading: Reading) -> None:
    one = replace(
        placed(reading, **NAIROBI), counts={"v2": Counted("d:v9", 7, 5, 2, 1)}, reviews={"v2": "edited"}
    )
    told = read_back(one).features[0].properties
    assert (told["documents"], told["publishers"], told["origins"], told["origins_against"]) == (7, 5, 2, 1)
    assert (told["same_event"], told["review"]) == ("d:v9", "edited")


def test_no_documents_and_many_are_both_one_collection(reading: Reading) -> None:
    assert read_back().features == []
    assert len(read_back(placed(reading, **NAIROBI), placed(reading, **KENYA)).features) == 2


def test_half_a_surrogate_pair_in_a_title_breaks_nothing(reading: Reading) -> None:
    one = placed(reading, **NAIROBI)
    broken = replace(reading.document, title="half \ud800 of a pair")
    told = b"".join(write([replace(one, reading=replace(one.reading, document=broken))]))
    assert json.loads(told.decode("utf-8"))["features"][0]["properties"]["title"] == "half � of a pair"
