from dataclasses import replace
from math import log
from typing import Any, get_args

import pytest

from sayso.comparing.account import Account
from sayso.comparing.features import features
from sayso.comparing.sameness import LEVEL, SURE, related, same, sure
from sayso.comparing.scales import OPENING
from sayso.schema.event import Standing
from tests.comparing.accounts import ARMY, FRONT, TALKS, account

A = account("a:v1", ARMY)
B = account("b:v1", FRONT)


def value(name: str, a: Account, b: Account) -> float | None:
    return next(part.value for part in same(a, b).parts if part.name == name)


def test_two_tellings_in_other_words_are_one_event() -> None:
    assert same(A, B).score > LEVEL


def test_the_score_is_the_same_from_either_side() -> None:
    assert same(A, B) == same(B, A)


def test_the_score_is_the_logistic_of_what_its_parts_say_and_each_part_tells_what_it_compares() -> None:
    found = same(A, replace(B, toll={"killed": (9, 9)}))
    assert log(found.score / (1 - found.score)) == pytest.approx(OPENING + sum(p.says for p in found.parts))
    assert all(part.text.endswith(".") and "\n" not in part.text for part in found.parts)
    assert len({part.name for part in found.parts}) == len(found.parts) > 8


def test_what_one_of_them_does_not_tell_says_nothing() -> None:
    found = same(A, replace(B, mode=None, place=None))
    silent = {part.name: part.says for part in found.parts if part.value is None}
    assert {"mode", "place", "toll", "location"} <= silent.keys()
    assert set(silent.values()) == {0.0}


@pytest.mark.parametrize("standing", get_args(Standing))
def test_standing_plays_no_part_since_a_denial_is_a_telling_as_well(standing: Standing) -> None:
    assert same(A, replace(B, standing=standing)) == same(A, B)


@pytest.mark.parametrize("toll", [{}, {"killed": (20, None)}, {"killed": (None, 3)}, {"injured": (40, 40)}])
def test_other_numbers_of_victims_do_not_keep_two_tellings_apart(toll: Any) -> None:
    twelve = replace(A, toll={"killed": (12, 12)})
    assert same(twelve, replace(B, toll=toll)).score > LEVEL


def test_numbers_that_can_be_one_count_as_one() -> None:
    twenty = replace(B, toll={"killed": (20, None)})
    assert value("toll", replace(A, toll={"killed": (None, 30)}), twenty) == 1.0
    assert value("toll", replace(A, toll={"killed": (10, 10)}), twenty) == 0.5
    assert value("toll", replace(A, toll={"injured": (20, 20)}), twenty) is None


def test_an_attack_and_an_accusation_of_it_are_two_events() -> None:
    accusing = replace(B, type="ACCUSE", mode=None)
    assert (same(A, accusing).score, same(A, accusing).against) == (0.0, "type")


def test_one_raid_may_be_coded_as_a_seizure_or_as_an_attack() -> None:
    seizing = replace(B, type="COERCE", mode="seize")
    assert related("COERCE") == ("COERCE", "ASSAULT", "SANCTION")
    assert 0 < same(A, seizing).score < same(A, B).score


def test_days_that_both_tell_and_that_are_two_apart_are_two_events() -> None:
    friday = replace(B, day="2031-03-14", until="2031-03-15", published="2031-03-14")
    assert (same(A, friday).score, same(A, friday).against) == (0.0, "date")


def test_one_night_may_have_two_dates_and_counts_less() -> None:
    night = replace(B, day="2031-03-13", until="2031-03-14", published="2031-03-13")
    assert 0 < same(A, night).score < same(A, B).score


def test_a_range_of_days_agrees_with_each_of_them() -> None:
    assert value("date", A, replace(B, day="2031-03-11", until="2031-03-14")) == 1.0
    assert value("date", A, replace(B, day="2031-03-11", until=None)) == 0.0


def test_this_year_tells_no_day_so_that_of_publication_stands_for_it() -> None:
    vague = replace(B, day="2031-01-01", until="2032-01-01", published="2031-03-13")
    untold = replace(B, day="2031-03-13", until=None, dated=False, published="2031-03-13")
    assert same(A, vague) == same(A, untold)


def test_what_is_told_without_a_day_is_mostly_news_of_the_day_before_and_never_of_days_to_come() -> None:
    def untold(day: str) -> float | None:
        return value("date", A, replace(B, day=day, published=day, until=None, dated=False))

    before, on, after, later = (untold(f"2031-03-{day}") for day in (11, 12, 13, 18))
    assert before == 0.0
    assert [before, later, on, after] == sorted({before, later, on, after}, key=lambda each: each or 0.0)


def test_two_towns_that_the_gazetteer_knows_are_two_events_on_one_day() -> None:
    there = replace(A, geonameid=1)
    words = "Tesmar shelled Dravik on Wednesday. Doctors in the town said four had died near the mill."
    elsewhere = account("c:v1", words, geonameid=2, place="Dravik")
    assert same(there, replace(B, geonameid=1)).score > LEVEL > same(there, elsewhere).score


def test_a_country_is_no_other_place_than_a_town_in_it() -> None:
    assert value("place", replace(A, place="Lyon"), replace(B, place="France")) is None
    assert value("place", replace(A, place="Lyon"), replace(B, place="Lille")) == 0.0


def test_different_countries_rule_it_out_unless_somebody_has_a_name_in_both() -> None:
    one = replace(A, actors=("rebels",), countries=frozenset(("FRA",)))
    other = replace(B, actors=("soldiers",), recipients=("a depot",), countries=frozenset(("ESP",)))
    assert same(one, other).against == "countries"
    assert same(replace(one, actors=("Lorn",)), replace(other, actors=("Lorn Front",))).against is None
    assert same(one, replace(other, countries=frozenset(("ESP", "FRA")))).against is None
    assert same(one, replace(other, countries=frozenset(("UNO",)))).against is None


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Halim", "Yusra Halim"),
        ("Velmorans", "Velmora"),
        ("Velmoran troops", "the army of Velmora"),
        ("French police", "France"),
        ("Élodie Marchand", "Elodie Marchand’s guards"),
    ],
)
def test_short_forms_accents_and_peoples_are_the_same_names(short: str, full: str) -> None:
    assert value("actors", replace(A, actors=(short,)), replace(B, actors=(full,))) == 1.0


def test_a_role_beside_a_name_contradicts_nobody() -> None:
    assert (
        value("actors", replace(A, actors=("the president",)), replace(B, actors=("Samir Daoudi",))) is None
    )
    assert value("roles", replace(A, actors=("the minister",)), replace(B, actors=("ministers",))) == 1.0


def test_whoever_does_it_to_whom_the_same_names_are_the_same() -> None:
    one = replace(A, recipients=("Lorn Front",))
    turned = replace(B, actors=("Lorn Front",), recipients=("Tesmar army",))
    assert (value("names", one, turned), value("actors", one, turned)) == (1.0, 0.0)


def test_the_same_kind_of_event_on_the_same_day_needs_words_in_common() -> None:
    elsewhere = account("c:v1", TALKS, actors=("gunmen",), recipients=("farmers",), place=None)
    assert same(replace(A, place=None), elsewhere).score < LEVEL


@pytest.mark.parametrize("day", [None, "2031", "soon", "", "0000-00-00"])
def test_an_account_with_no_readable_day_is_compared_by_the_rest(day: str | None) -> None:
    nowhen = replace(B, day=day, published=day, until=day, dated=False, content="", title="")
    assert value("date", A, nowhen) is None
    assert value("words", A, nowhen) is None


def test_the_name_of_who_publishes_it_is_no_word_of_an_event() -> None:
    shells = (
        "BREVNA, June 4 (Halcyon News Agency) — Shells struck the market and killed at least seven people"
    )
    for publisher in (
        {"outlet": "Halcyon News Agency"},
        {"outlet": "Ista Herald", "wire": "Halcyon News Agency"},
    ):
        told = features(account("a:v1", shells, around=shells, **publisher))
        assert "brev" in told.words
        assert not {"halcyo", "halcyon", "agency"} & (told.keys | told.words | told.clause)


def test_only_what_names_somebody_or_some_place_in_common_is_sure() -> None:
    told = {"place": None, "actors": (), "recipients": ("at least 14 people",)}
    text = "before dawn on Tuesday and killed at least 14 people"
    nameless = same(account("a:v1", text, **told), account("b:v1", text, **told))
    assert nameless.score >= SURE
    assert not sure(nameless)
    assert sure(same(account("a:v1", text), account("b:v1", text)))
