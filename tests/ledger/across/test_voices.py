"""Which names are taken for one person or body."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from sayso.ledger.across import voices
from sayso.ledger.across.voices import Called, Quoted, is_somebody, quoted


def groups(*names: str | Called) -> list[tuple[set[str], bool]]:
    found = quoted(each if isinstance(each, Called) else Called(each, None, 1) for each in names)
    return [({one.name for one in each.names}, each.unplaced) for each in found]


def test_a_shorter_name_belongs_to_the_only_fuller_one() -> None:
    (found,) = groups("Marsh", "Ilan Marsh", "Water Minister Ilan Marsh")
    assert found == ({"Marsh", "Ilan Marsh", "Water Minister Ilan Marsh"}, False)


def test_a_name_that_fits_two_is_nobodys() -> None:
    found = groups("Marsh", "Ilan Marsh", "Teo Marsh")
    assert ({"Marsh"}, True) in found
    assert len(found) == 3


def test_the_order_of_names_makes_no_difference() -> None:
    names = [
        Called(name, None, count)
        for count, name in enumerate(("Marsh", "Teo Marsh", "Ilan Marsh", "I. Marsh"))
    ]
    found: set[tuple[Quoted, ...]] = {quoted(each) for each in permutations(names)}
    assert len(found) == 1


def test_bodies_of_two_countries_are_two() -> None:
    kenya, uganda = Called("the health ministry", "KEN", 2), Called("the health ministry", "UGA", 1)
    assert len(groups(kenya, uganda)) == 2
    assert len(groups(kenya, "Uganda's health ministry")) == 2


def test_a_person_whose_country_is_told_otherwise_is_one_all_the_same() -> None:
    assert len(groups(Called("Ilan Marsh", "KEN", 2), Called("Ilan Marsh", "UGA", 1))) == 1


def test_people_without_a_name_are_nobody_that_can_be_found_again() -> None:
    assert groups("officials", "a witness", "he") == []
    assert not is_somebody(Called("the police", None, 1))
    assert is_somebody(Called("the Dorsk police", None, 1))
    assert is_somebody(Called("the health ministry", "KEN", 1))


WORDS = "Ilan Marsh Teo Korr the police health ministry spokesman for of Dorsk Lorn Kestria's army UN".split()


def test_looking_up_by_keys_misses_nobody_whom_looking_at_all_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(7)
    countries = [None, None, "KEN", "FRA"]
    names = [
        Called(" ".join(chance.choices(WORDS, k=chance.randint(1, 5))), chance.choice(countries), number)
        for number in range(400)
    ]
    found = quoted(names)
    for keys in ("_sought", "_kept"):
        monkeypatch.setattr(voices, keys, lambda name: ["all"])
    assert found == quoted(names)
    assert any(len(each.names) > 1 for each in found)
