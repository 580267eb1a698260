"""Which place a given toponym means, against people's judgement."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.evaluation import places
from sayso.evaluation.errors import CorpusError
from sayso.evaluation.placexml import GoldPlace, read_articles
from sayso.resolution.gazetteer_entry import Kind
from sayso.resolution.places_match import PlaceMatch

# An article in the layout of LGL and TR-News; the toponym without a place is left out.
TAGGED = """<articles><article docid="1"><title>Clashes</title><url>http://velmar.com/1</url>
<text><![CDATA[Guards left Nairobi for Velmar and Mombasa.]]></text><toponyms>
<toponym><phrase>Mombasa</phrase><start>35</start><end>42</end>
  <gaztag geonameid="186301"><name>Mombasa</name><lat>-4.05</lat><lon>39.66</lon></gaztag></toponym>
<toponym><phrase>Nairobi</phrase><start>12</start><end>19</end>
  <gaztag geonameid="1"><name>Nairobi</name><lat>-1.28</lat><lon>36.81</lon></gaztag></toponym>
<toponym><phrase>Velmar</phrase><start>24</start><end>30</end></toponym>
</toponyms></article></articles>"""
# GeoVirus counts characters from one.
COUNTED = """<articles><article><source>http://velmar.org</source><text>Fever in Kampala.</text><locations>
<location><name>Kampala</name><start>10</start><end>17</end><lat>0.31</lat><lon>32.58</lon><page>p</page></location>
</locations></article></articles>"""
# GWN has names of its own for the same.
LONG = """<articles><article><text>Rain fell on Dakar.</text><toponyms><toponym>
<start>13</start><end>18</end><extractedName>Dakar</extractedName><geonamesID>2253354</geonamesID>
<latitude>14.69</latitude><longitude>-17.44</longitude></toponym></toponyms></article></articles>"""


def corpus(path: Path, text: str) -> Path:
    (path / "places.xml").write_text(text, "utf-8")
    return path / "places.xml"


def test_articles_are_read_with_the_toponyms_that_have_a_place(tmp_path: Path) -> None:
    (article,) = read_articles(corpus(tmp_path, TAGGED))
    assert (article.title, article.address) == ("Clashes", "http://velmar.com/1")
    assert article.places == (
        GoldPlace("Nairobi", 12, 19, -1.28, 36.81, 1),
        GoldPlace("Mombasa", 35, 42, -4.05, 39.66, 186301),
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (COUNTED, GoldPlace("Kampala", 9, 16, 0.31, 32.58, None)),
        (LONG, GoldPlace("Dakar", 13, 18, 14.69, -17.44, 2253354)),
    ],
)
def test_the_other_layouts_are_read(tmp_path: Path, text: str, place: GoldPlace) -> None:
    assert read_articles(corpus(tmp_path, text))[0].places == (place,)


@pytest.mark.parametrize("text", ["", "Nairobi", "<articles/>", "<articles><article/></articles>"])
def test_another_layout_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(CorpusError, match="expected LGL, GWN, TR-News or GeoVirus"):
        places.evaluate(corpus(tmp_path, text))


def test_a_corpus_is_scored(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    found = places.evaluate(
        corpus(tmp_path, TAGGED), progress=lambda done, total: heard.append((done, total))
    )
    # The id of Nairobi is wrong in this corpus, its place is right.
    assert found.scores == {"exact": 50.0, "within_161_km": 100.0}
    assert found.intervals["exact"] == (50.0, 50.0)
    assert (found.task, found.documents, heard) == ("places", 1, [(1, 1)])


def test_a_corpus_without_ids_has_no_exact_score(tmp_path: Path) -> None:
    assert places.evaluate(corpus(tmp_path, COUNTED)).scores == {"within_161_km": 100.0}


def match(lat: float, lon: float, geonameid: int | None) -> PlaceMatch:
    return PlaceMatch("Velmar", "KEN", None, lat, lon, geonameid, Kind.city, 1.0, unsure=False)


@pytest.mark.parametrize(
    ("found", "judged"),
    [
        (None, (False, False)),
        (match(50.0, 50.0, 7), (True, True)),
        (match(1.0, 1.0, 8), (False, True)),
        (match(1.0, 3.0, None), (False, False)),
    ],
)
def test_a_place_is_right_by_its_id_and_near_by_either(
    found: PlaceMatch | None, judged: tuple[bool, bool]
) -> None:
    assert places.judge(GoldPlace("Velmar", 0, 6, 0.5, 0.5, 7), found) == judged


def test_a_place_is_near_across_the_date_line() -> None:
    assert places.kilometres(0, 179.9, 0, -179.9) == pytest.approx(22.2, abs=0.1)
    assert places.judge(GoldPlace("Velmar", 0, 6, 0.0, 179.9, None), match(0.0, -179.9, 3)) == (None, True)
