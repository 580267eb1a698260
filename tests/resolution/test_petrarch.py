"""PETRARCH's dictionaries of actors and agents, read as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.resolution.actors import Actors
from sayso.resolution.cameo import Cameo
from sayso.resolution.errors import ActorListError
from sayso.resolution.petrarch import read_dictionary

# Invented people in the layout of the Phoenix dictionaries, comments and stray marks included.
ACTORS = """# invented
PERU_  [PER]
+PERUVIA_
ADA_ORBAN_  ; invented
+A._ORBAN_
\t[PERREB 890101-991231]
\t[PERGOV >20000101]
\t[PERELI]
BRO_TARSK_
+TARSK_BROTHER
\t[IGOUNOHLH <20051231] [---]
HARBOUR_GUARD
+GUARD_OF_THE_HARBOUR
\t [IMGMUS]
"""
AGENTS = """!PERSON! = MAN, MEN
REED_CUTTER [~AGR]
NET!PERSON! [~LAB]
QUILL_THIEF {QUILL_THIEVES} [~CRM]
BELL_FOLK {} [~REL]
TOWN_CRIER [~MED]
GHOST [~JNK]
"""


def dictionary(folder: Path, text: str) -> Path:
    (folder / "own.actors.txt").write_text(text, "utf-8")
    return folder / "own.actors.txt"


@pytest.fixture
def actors(tmp_path: Path) -> Actors:
    return Actors(lists=[read_dictionary(dictionary(tmp_path, ACTORS))])


@pytest.mark.parametrize(
    ("mention", "date", "country", "sector"),
    [
        ("Ada Orban", "1995-06-01", "PER", "REB"),
        ("A. Orban", "2004-06-01", "PER", "GOV"),
        ("Ada Orban", "1985-06-01", "PER", "ELI"),
        ("Ada Orban", None, "PER", "ELI"),
        ("Peruvia", None, "PER", None),
        ("Bro Tarsk", "2003-01-01", "UNO", "MED"),
        ("Tarsk Brother", "2003-01-01", "UNO", "MED"),
        ("the Guard of the Harbour", None, "IMG", "REL"),
    ],
)
def test_names_have_the_code_of_the_day(
    actors: Actors, mention: str, date: str | None, country: str, sector: str | None
) -> None:
    answer = actors.who(mention, date=date)
    assert (answer.country, answer.sector) == (country, sector)


def test_a_code_that_ended_is_nobodys(actors: Actors) -> None:
    assert actors.who("Bro Tarsk", date="2010-01-01").country is None


@pytest.mark.parametrize(
    ("mention", "sectors"),
    [
        ("two reed cutters", ("AGR",)),
        ("netmen", ("LAB",)),
        ("a quill thief", ("CRM",)),
        ("quill thieves", ("CRM",)),
        ("bell folk", ("REL",)),
        ("the town criers", ("JRN",)),
        ("ghosts", ()),
    ],
)
def test_agents_are_nouns_with_their_plurals_and_sets(
    tmp_path: Path, mention: str, sectors: tuple[str, ...]
) -> None:
    actors = Actors(lists=[read_dictionary(dictionary(tmp_path, AGENTS))])
    assert actors.who(mention).sectors == sectors


def test_a_dictionary_that_knows_journalists_means_medicine_by_med(tmp_path: Path) -> None:
    actors = Actors(lists=[read_dictionary(dictionary(tmp_path, "BONE_SETTER [~MED]\nCRIER [~JRN]\n"))])
    assert actors.who("a bone setter").sectors == ("MED",)


@pytest.mark.parametrize(
    ("code", "country", "sectors"),
    [
        ("AFGGOVMIL", "AFG", ("GOV", "MIL")),
        ("KSVOPP", "XKX", ("OPP",)),
        ("IGOUNOREFHCR", "UNO", ("REF",)),
        ("IGOEUREEC", "EUR", ()),
        ("NGOHLH", "NGO", ("MED",)),
        ("GOV", "", ("GOV",)),
        ("QQQ", "", ()),
        ("JNK", "", ()),
    ],
)
def test_codes_of_cameo_are_told_in_plovers_terms(code: str, country: str, sectors: tuple[str, ...]) -> None:
    assert Cameo("JRN").read(code) == (country, sectors)


def test_what_makes_no_sense_is_left_out_and_told_with_its_line(tmp_path: Path) -> None:
    found = read_dictionary(dictionary(tmp_path, "[PER]\nADA_ORBAN [PERGOV 9008223-911221]\nBRO [CHLMIL]\n"))
    assert [line.partition(":")[0] for line in found.skipped] == ["line 1", "line 2"]
    assert [actor.name for actor in found.actors] == ["Bro"]


@pytest.mark.parametrize("text", ["", "Just an article.\n", "name: A\ncountry: PER\n"])
def test_another_file_says_what_it_should_be(tmp_path: Path, text: str) -> None:
    with pytest.raises(ActorListError, match=r"should be a PETRARCH dictionary, .* or a YAML list"):
        read_dictionary(dictionary(tmp_path, text))


def test_a_dictionary_in_the_old_encoding_is_read(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("JOSÉ_TARSK [PERGOV]\n".encode("latin-1"))
    actors = Actors(lists=[read_dictionary(tmp_path / "old.txt")])
    assert actors.who("José Tarsk").country == "PER"


@settings(deadline=None)
@given(st.text("AB_+-[]{}~!=<>;#\t\n01 GOVPER", max_size=120))
def test_any_lines_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = dictionary(tmp_path_factory.mktemp("petrarch"), text)
    try:
        found = read_dictionary(path)
    except ActorListError:
        return
    assert all(actor.country or actor.sectors for actor in found.actors)
    assert Actors(lists=[found]).who("A B") is not None
