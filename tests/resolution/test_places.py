"""Which places the toponyms of a document mean."""

from __future__ import annotations

import pytest

from sayso.resolution.gazetteer_choosing import open_gazetteer
from sayso.resolution.gazetteer_entry import Kind
from sayso.resolution.places import Places
from sayso.resolution.places_hints import Hints, countries_of, outlet_country
from sayso.resolution.places_match import PlaceMatch
from sayso.resolution.places_mentions import Toponym, toponym, toponyms_in


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(open_gazetteer())


def only(places: Places, *names: str, hints: Hints | None = None) -> PlaceMatch:
    """What the first name means beside the others."""
    match = places.resolve(names, hints=hints)[0]
    assert match is not None
    return match


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Paris", "FRA", "Île-de-France"),
        ("Paris, Texas", "USA", "Texas"),
        ("Tripoli", "LBY", None),
        ("Tripoli, Lebanon", "LBN", None),
        ("London, Ont.", "CAN", "Ontario"),
        ("London, Ky.", "USA", "Kentucky"),
        ("Georgetown, Guyana", "GUY", None),
        ("Birmingham, Ala.", "USA", "Alabama"),
        ("Cordoba, Argentina", "ARG", None),
        ("Hyderabad, Pakistan", "PAK", "Sindh"),
    ],
)
def test_a_place_is_where_the_text_says_it_lies(
    places: Places, name: str, country: str, admin1: str | None
) -> None:
    match = only(places, name)
    assert match.country == country
    assert admin1 is None or match.admin1 == admin1


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (("Tripoli", "Sidon", "Tyre"), "LBN"),
        (("Tripoli", "Benghazi", "Misrata"), "LBY"),
        (("Valencia", "Caracas", "Maracaibo"), "VEN"),
        (("Valencia", "Madrid", "Seville"), "ESP"),
        (("Georgia", "Atlanta", "Alabama"), "USA"),
        (("Georgia", "Armenia", "Azerbaijan"), "GEO"),
        (("Perth", "Dundee", "Edinburgh"), "GBR"),
        (("Perth", "Adelaide", "Sydney"), "AUS"),
    ],
)
def test_the_other_places_of_the_document_decide(
    places: Places, names: tuple[str, ...], country: str
) -> None:
    assert only(places, *names).country == country


def test_the_countries_of_the_document_decide(places: Places) -> None:
    assert only(places, "Tripoli").country == "LBY"
    assert only(places, "Tripoli", hints=Hints(countries={"LBN": 5})).country == "LBN"


def test_the_country_of_the_outlet_tips_an_even_choice(places: Places) -> None:
    alone = only(places, "Newcastle", hints=Hints(outlet="GBR"))
    abroad = only(places, "Newcastle", hints=Hints(outlet="AUS"))
    assert (alone.country, abroad.country) == ("GBR", "AUS")


def test_what_a_name_lies_in_once_holds_for_all_its_mentions(places: Places) -> None:
    matches = places.resolve(["Paris, Texas", "Paris", "Paris"])
    assert [match.admin1 if match else None for match in matches] == ["Texas"] * 3


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("northern Syria", "Syria"),
        ("Fars Province", "Fars"),
        ("Aleppo’s", "Aleppo"),
        ("Granville County", "Granville County"),
        ("the city of Mosul", "Mosul"),
        ("Turkish", "Turkey"),
    ],
)
def test_a_name_is_read_without_its_title_or_compass_point(places: Places, name: str, found: str) -> None:
    assert found in only(places, name).name


def test_a_division_is_meant_where_the_name_says_so(places: Places) -> None:
    assert only(places, "Aleppo").kind is Kind.city
    assert only(places, "Aleppo province").kind is Kind.division1


def test_a_name_that_nobody_has_is_no_place(places: Places) -> None:
    assert places.resolve(["Velmoria-on-Karvia", "", "Kenya"])[:2] == (None, None)


def test_nothing_to_resolve_is_nothing(places: Places) -> None:
    assert places.resolve([]) == ()


def test_a_way_to_write_a_name_counts_where_the_document_names_its_country(places: Places) -> None:
    assert places.resolve(["Ain Issa"]) == (None,)
    match = only(places, "Ain Issa", "Syria")
    assert match.country == "SYR"
    assert match.unsure


def test_a_hospital_is_in_no_town_of_another_country(places: Places) -> None:
    assert only(places, "Mombasa General Hospital", "Kenya").name == "Mombasa"
    assert places.resolve(["Mombasa General Hospital", "Norway"])[0] is None


def test_the_country_of_the_dateline_weighs_more(places: Places) -> None:
    names = ("Valencia", "Madrid", "Caracas")
    assert only(places, *names, hints=Hints(dateline=1)).country == "ESP"
    assert only(places, *names, hints=Hints(dateline=2)).country == "VEN"


def test_an_open_choice_is_said_to_be_open(places: Places) -> None:
    assert only(places, "Springfield").unsure
    assert not only(places, "Nairobi").unsure


def test_a_confidence_is_a_share(places: Places) -> None:
    for name in ("Nairobi", "Springfield", "San Jose", "Sahel"):
        assert 0 < only(places, name).confidence <= 1


def test_the_order_of_the_answers_is_that_of_the_mentions(places: Places) -> None:
    matches = places.resolve(["Kenya", "Uganda", "Kenya"])
    assert [match.country if match else None for match in matches] == ["KEN", "UGA", "KEN"]


def test_fifty_thousand_mentions_end(places: Places) -> None:
    names = [f"San {letter}{n}" for n in range(5000) for letter in "abcde"] + ["San Jose", "Paris"] * 12_500
    assert len(places.resolve(names)) == 50_000


# --- what the text says -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Velmar, Karvia, was shelled.", ("Karvia",)),
        ("Velmar (Karvia) was shelled.", ("Karvia",)),
        ("Velmar in northern Karvia was shelled.", ("Karvia",)),
        ("Velmar, New South Karvia, was shelled.", ("New South Karvia,", "New South", "New")),
        ("Velmar was shelled. Karvia denied it.", ()),
        ("Velmar, which lies in Karvia", ()),
        ("Velmar", ()),
    ],
)
def test_the_words_after_a_name_may_say_what_it_lies_in(text: str, within: tuple[str, ...]) -> None:
    (mention,) = toponyms_in(text, [(0, 6)])
    assert mention.name == "Velmar"
    assert [name.rstrip(",") for name in mention.within] == [name.rstrip(",") for name in within]


def test_a_name_with_a_comma_says_what_it_lies_in() -> None:
    assert toponym("Velmar, Karvia") == Toponym("Velmar", ("Karvia",))
    assert toponym("Velmar") == Toponym("Velmar")


def test_countries_are_counted_by_name_and_people() -> None:
    words = "Turkish and Syrian officials met in Syria .".split()
    assert countries_of(words, others=["TUR"]) == {"TUR": 2, "SYR": 2}


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("https://www.velmar-times.co.uk/story", "GBR"),
        ("velmar.com.au", "AUS"),
        ("https://velmar.com", None),
        ("https://velmar.tv", None),
        ("", None),
        ("https://[", None),
    ],
)
def test_an_address_tells_the_country_of_its_outlet(address: str, country: str | None) -> None:
    assert outlet_country(address, open_gazetteer().tables["countries"]) == country
