"""Country and sectors of mentions, from words, names, dates and the fuller mention."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.resolution.actors import Actors
from sayso.resolution.codes import country_codes, sector_codes
from sayso.resolution.context import Places
from sayso.resolution.gazetteer_entry import Kind
from sayso.resolution.place_country import places_of
from sayso.resolution.who import NOBODY

ACTORS = Actors()


def who(mention: str, **asked: str | None) -> tuple[str | None, tuple[str, ...]]:
    answer = ACTORS.who(mention, **asked)  # type: ignore[arg-type]
    return answer.country, answer.sectors


@pytest.mark.parametrize(
    ("mention", "country", "sectors"),
    [
        ("gunmen", None, ("UAF",)),
        ("lawmakers", None, ("LEG",)),
        ("riot police", None, ("COP",)),
        ("the French president", "FRA", ("GOV",)),
        ("US officials", "USA", ("GOV",)),
        ("U.S. officials", "USA", ("GOV",)),
        ("Kenya's defence ministry spokesman", "KEN", ("GOV", "MIL")),
        ("the Ministry of Mines of Peru", "PER", ("GOV",)),
        ("the Portuguese health minister", "PRT", ("GOV", "MED")),
        ("the army of Chile", "CHL", ("MIL",)),
        ("two Ghanaian warplanes", "GHA", ("MIL",)),
        ("opposition lawmakers in Uruguay", "URY", ("LEG", "OPP")),
        ("rebel spokesman", None, ("REB",)),
        ("head of the Norwegian army", "NOR", ("MIL",)),
        ("hundreds of Italian farmers", "ITA", ("AGR",)),
        ("a group of heavily armed police", None, ("COP",)),
        ("the Mexican government and its generals", "MEX", ("GOV",)),
        ("a professor of law at a university in Iceland", "ISL", ("EDU",)),
        ("a Jamaica-based charity", "JAM", ("SOC",)),
        ("Muslim leaders in Belgium", "BEL", ("REL",)),
        ("members of the opposition", None, ("OPP",)),
        ("Portugal", "PRT", ()),
        ("Lisbon", "PRT", ("GOV",)),
        ("the Portuguese", "PRT", ()),
        ("two Portuguese", "PRT", ("CVL",)),
        ("Bavaria", "DEU", ("CVL",)),
        ("the Portuguese spokeswoman", "PRT", ("GOV",)),
        ("the Dutch side", "NLD", ("GOV",)),
    ],
)
def test_nouns_and_countries_tell(mention: str, country: str | None, sectors: tuple[str, ...]) -> None:
    assert who(mention) == (country, sectors)


@pytest.mark.parametrize(
    ("mention", "country", "sectors"),
    [
        ("the Kremlin", "RUS", ("GOV",)),
        ("Downing Street", "GBR", ("GOV",)),
        ("the Élysée", "FRA", ("GOV",)),
        ("the White House", "USA", ("GOV",)),
        ("the Knesset", "ISR", ("LEG",)),
        ("the Riksdag", "SWE", ("LEG",)),
        ("the FBI", "USA", ("COP",)),
        ("MI5", "GBR", ("SPY",)),
        ("Pentagon officials", "USA", ("GOV", "MIL")),
        ("the United Nations", "UNO", ()),
        ("UN peacekeepers", "UNO", ("MIL",)),
        ("European Union legislators", "EUR", ("LEG",)),
        ("NATO", "IGO", ("MIL",)),
        ("Amnesty International", "NGO", ("SOC",)),
        ("Siemens", "MNC", ("BUS",)),
        ("Fidesz", "HUN", ("PTY",)),
        ("Boko Haram fighters", "NGA", ("REB",)),
        ("the Norwegian Labour Party", "NOR", ("PTY",)),
    ],
)
def test_known_organisations_tell(mention: str, country: str, sectors: tuple[str, ...]) -> None:
    assert who(mention) == (country, sectors)


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("Peru-backed rebels", None),
        ("Peruvian-led troops", None),
        ("pro-Peruvian fighters", None),
        ("anti-Peruvian protesters", None),
        ("Peru-backed Bolivian rebels", "BOL"),
        ("the ambassador to Peru", None),
        ("the Bolivian ambassador to Peru", "BOL"),
        ("the Bolivian Peru envoy", "BOL"),
        ("troops in Peru", None),
        ("farmers in Peru", "PER"),
        ("the war against Peru", None),
    ],
)
def test_a_country_beside_an_actor_is_not_always_its_own(mention: str, country: str | None) -> None:
    assert ACTORS.who(mention).country == country


@pytest.mark.parametrize(
    ("mention", "country", "sectors"),
    [
        ("Merkel's government", "DEU", ("GOV",)),
        ("the Erdogan government", "TUR", ("GOV",)),
        ("Putin's spokesman", "RUS", ("GOV",)),
        ("Brown University", None, ("EDU",)),
        ("Brown's lawyer", None, ("JUD",)),
    ],
)
def test_a_leaders_name_before_a_noun_of_state_tells_the_country(
    mention: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    assert who(mention) == (country, sectors)


@pytest.mark.parametrize(
    ("mention", "sectors"),
    [
        ("rebel commandos", ("REB",)),
        ("junta forces", ("MIL",)),
        ("the state attorney general", ("GOV", "JUD")),
        ("the national tourist board", ("GOV",)),
        ("the health and welfare minister", ("GOV", "MED")),
        ("Lt. Gen. Ada Orban", ("MIL",)),
        ("Deputy Minister of Defence Ada Orban", ("GOV", "MIL")),
        ("an opposition journalist", ("JRN", "OPP")),
        ("a breakaway region", ("PRE",)),
        ("the ousted leader", ("ELI",)),
        ("the museum's staff", ("EDU",)),
    ],
)
def test_the_noun_and_the_words_before_it_share_the_work(mention: str, sectors: tuple[str, ...]) -> None:
    assert ACTORS.who(mention).sectors == sectors


def test_a_name_in_another_spelling_is_the_same_name() -> None:
    assert ACTORS.who("Sergey Lavrof").name is None
    assert ACTORS.who("Sergej Lavrov", date="2015").name == ACTORS.who("Sergei Lavrov", date="2015").name
    assert ACTORS.who("Lavrov Sergei").name is None


def test_heads_of_government_hold_office_on_a_day() -> None:
    assert who("President Hollande", date="2014-03-01") == ("FRA", ("GOV",))
    assert who("President Hollande", date="2020-03-01") == ("FRA", ("ELI",))
    assert who("François Hollande", date="2014") == ("FRA", ("GOV",))
    assert who("Angela Merkel", date="2015-05-05") == ("DEU", ("GOV",))
    assert who("Angela Merkel", date="2023-05-05") == ("DEU", ("ELI",))


def test_a_surname_alone_is_a_leaders_of_those_years_and_nobody_elses() -> None:
    assert who("Merkel", date="2015-01-01") == ("DEU", ("GOV",))
    assert who("Merkel", date="2024-01-01") == ("DEU", ("ELI",))
    assert ACTORS.who("Merkel", date="1985-01-01") == NOBODY
    assert ACTORS.who("Hicks", date="2022-01-01") == NOBODY
    assert who("Deputy Secretary Hicks", date="2022-01-01") == ("USA", ("GOV",))


def test_a_person_goes_from_one_post_to_another() -> None:
    assert who("Ursula von der Leyen", date="2016-02-02") == ("DEU", ("GOV",))
    assert who("Ursula von der Leyen", date="2021-02-02") == ("EUR", ("GOV",))


def test_an_undated_text_speaks_of_people_as_what_they_are_known_for_and_says_that_it_guessed() -> None:
    answer = ACTORS.who("Angela Merkel")
    assert (answer.country, answer.sectors, answer.unsure) == ("DEU", ("GOV",), True)


@pytest.mark.parametrize(
    "mention",
    [
        "a former minister",
        "ex-president",
        "the ousted prime minister",
        "a retired general",
        "the former Velmaran lawmaker",
        "the president's daughter",
        "the wife of the prime minister",
    ],
)
def test_former_officials_and_families_of_those_who_govern_are_the_elite(mention: str) -> None:
    assert ACTORS.who(mention).sectors == ("ELI",)


@pytest.mark.parametrize(
    ("mention", "sector"),
    [("a farmer's daughter", "CVL"), ("a former teacher", "EDU"), ("a former rebel", "REB")],
)
def test_other_families_and_other_former_people_are_what_they_were(mention: str, sector: str) -> None:
    assert ACTORS.who(mention).sector == sector


@pytest.mark.parametrize(
    "mention", ["Georgia", "the Congo", "Korean troops", "Congolese soldiers", "Kurdish fighters"]
)
def test_words_of_several_countries_stay_open(mention: str) -> None:
    answer = ACTORS.who(mention)
    assert answer.country is None
    assert answer.unsure
    assert [ground.kind for ground in answer.why][-1] == "open"


def test_two_countries_with_equal_right_stay_open() -> None:
    answer = ACTORS.who("French and German troops")
    assert (answer.country, answer.sectors, answer.unsure) == (None, ("MIL",), True)


def test_a_name_of_several_parties_keeps_what_they_share() -> None:
    answer = ACTORS.who("the Democratic Action Party and Perikatan Nasional")
    assert answer.sectors == ("PTY",)
    shared = ACTORS.who("the FPI")
    assert shared.sectors[:1] in ((), ("PTY",), ("REB",), ("REL",), ("SOC",))


@pytest.mark.parametrize(
    ("mention", "country", "sectors"),
    [
        ("Abkhazia", "GEO", ("PRE",)),
        ("the government of Transnistria", "MDA", ("GOV", "PRE")),
        ("Puerto Rico", "USA", ()),
        ("Hong Kong police", "HKG", ("COP",)),
        ("Kosovo police", "XKX", ("COP",)),
        ("Soviet troops", "RUS", ("MIL",)),
        ("Zaire", "COD", ()),
    ],
)
def test_territories_and_old_names_are_told_as_plover_does(
    mention: str, country: str, sectors: tuple[str, ...]
) -> None:
    assert who(mention) == (country, sectors)


def test_the_fuller_mention_tells_and_the_text_fills_in() -> None:
    assert who("he") == (None, ("UNK",))
    assert who("he", resolved="the Chilean president") == ("CHL", ("GOV",))
    assert who("the officials", resolved="US defence officials") == ("USA", ("GOV", "MIL"))
    assert who("the Peruvian judge", resolved="Ada Orban") == ("PER", ("JUD",))
    assert who("Merkel", resolved="Angela Merkel", date="2012-01-01") == ("DEU", ("GOV",))


def test_the_kind_of_an_entity_keeps_people_from_being_countries() -> None:
    assert who("Jordan") == ("JOR", ())
    assert ACTORS.who("Jordan", kind="person") == NOBODY
    assert ACTORS.who("Chad", kind="person") == NOBODY
    assert ACTORS.who("Mr Paris") == NOBODY
    assert who("Merkel", kind="organisation") == (None, ())


@pytest.mark.parametrize(
    "mention", ["us", "who", "mit", "pan", "turkey", "china plates", "", " ", "...", "'s", "-"]
)
def test_small_letters_and_marks_are_no_country_and_no_organisation(mention: str) -> None:
    assert ACTORS.who(mention).country is None


def test_what_nobody_knows_is_not_guessed() -> None:
    assert ACTORS.who("Ada Orban") == NOBODY
    assert ACTORS.who("the blue door") == NOBODY


def test_an_answer_says_what_it_rests_on() -> None:
    grounds = ACTORS.who("the former Chilean minister").why
    assert {ground.kind for ground in grounds} == {"noun", "former", "country"}


def test_places_that_the_tables_do_not_know_are_asked_for() -> None:
    places: Places = {"Tarsk": "PER", "Nether Dranik": "PER"}.get
    actors = Actors(places=places)
    assert actors.who("Tarsk police").country == "PER"
    assert actors.who("farmers in Nether Dranik").country == "PER"
    assert actors.who("Tarsk").sectors == ("CVL",)
    assert actors.who("Ada Tarsk").country is None
    assert actors.who("Tarsk", kind="person") == NOBODY


class Toy:
    """A gazetteer of three places."""

    class Place:
        def __init__(self, country: str, population: int) -> None:
            self.country, self.population, self.kind = country, population, Kind.city

    def find(self, name: str) -> list[Place]:
        return {
            "Tarsk": [self.Place("PER", 50_000), self.Place("CHL", 200)],
            "Dranik": [self.Place("PER", 90_000), self.Place("CHL", 80_000)],
            "Orban": [self.Place("PER", 300)],
        }.get(name, [])


def test_a_name_of_places_in_two_countries_counts_where_one_outweighs_the_other() -> None:
    places = places_of(Toy())
    assert [places(name) for name in ("Tarsk", "Dranik", "Orban", "Elsewhere")] == ["PER", None, None, None]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), st.one_of(st.none(), st.text(max_size=20)))
def test_any_text_gets_an_answer_in_known_codes(mention: str, resolved: str | None) -> None:
    answer = ACTORS.who(mention, resolved=resolved, date="2020-01-01")
    assert answer.country is None or answer.country in country_codes()
    assert set(answer.sectors) <= set(sector_codes())
    assert len(set(answer.sectors)) == len(answer.sectors)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from("the Syrian rebel army of in Iraq former , UN and 's - police Merkel".split()),
        max_size=12,
    )
)
def test_any_order_of_known_words_gets_an_answer(words: list[str]) -> None:
    answer = ACTORS.who(" ".join(words))
    assert set(answer.sectors) <= set(sector_codes())


def test_very_long_mentions_and_very_many_are_no_matter() -> None:
    assert ACTORS.who("police " * 10_000).sectors == ("COP",)
    begun = time.process_time()
    for number in range(5_000):
        ACTORS.who(f"the {number} Chilean soldiers")
    assert time.process_time() - begun < 10
