"""Cells as values; what cannot be read is not known."""

from __future__ import annotations

import pytest

from sayso.inputs.eventdata.values import (
    CellError,
    cameo_party,
    cameo_type,
    coordinates_of,
    country_of,
    day_of,
    number_of,
    plover_mode,
    plover_type,
)


@pytest.mark.parametrize("cell", ["2031-06-04", "20310604", "2031-06-04 00:00:00"])
def test_days_are_read_however_they_are_written(cell: str) -> None:
    assert day_of(cell) == "2031-06-04"


@pytest.mark.parametrize("cell", ["2031", "20311304", "04/06/2031", "2031-06-04 13:00", "20310604x"])
def test_what_is_no_day_is_refused(cell: str) -> None:
    with pytest.raises(CellError, match="is no day"):
        day_of(cell)


def test_an_empty_day_is_not_known() -> None:
    assert day_of("") is None


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("NOR", "NOR"),
        ("KOS", "XKX"),
        ("XXQ", None),
        ("Norway", "NOR"),
        ("Georgia", "GEO"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Côte d’Ivoire", "CIV"),
        ("Kestria", None),
        ("Norwegian", None),
        ("", None),
    ],
)
def test_countries_are_known_by_code_or_name(told: str, code: str | None) -> None:
    assert country_of(told) == code


@pytest.mark.parametrize(
    ("code", "type"),
    [("190", "ASSAULT"), ("042", "CONSULT"), ("42", "CONSULT"), ("311", "AGREE"), ("010", None), ("10", None),
     ("", None), ("---", None)],
)  # fmt: skip
def test_codes_of_cameo_are_types_of_plover_where_there_is_one(code: str, type: str | None) -> None:
    found = cameo_type(code)
    assert (found.type if found else None) == type


def test_types_and_modes_of_plover_are_those_of_the_codebook() -> None:
    assert plover_type("assault") == "ASSAULT"
    assert plover_type("EXPLODE") is None
    assert plover_mode("ASSAULT", "Heavy_Weapons") == "heavy-weapons"
    assert plover_mode("ASSAULT", "allege") is None
    assert plover_mode(None, "allege") is None


def test_codes_of_actors_tell_country_and_sectors() -> None:
    party = cameo_party("NORGOVMIL", "OSLO")
    assert (party.name, party.countries, party.sectors) == ("OSLO", ("NOR",), ("GOV", "MIL"))
    assert cameo_party("").name is None


@pytest.mark.parametrize("pair", [("", "8"), ("91", "8"), ("nan", "8"), ("46#", "8")])
def test_coordinates_are_known_both_or_not_at_all(pair: tuple[str, str]) -> None:
    assert coordinates_of(*pair) == (None, None)


def test_numbers_are_whole_or_not_known() -> None:
    assert (number_of("12"), number_of("12.0"), number_of("many"), number_of("")) == (12, 12, None, None)
