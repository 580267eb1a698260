"""The gazetteer: the one that sayso carries, and one made from a dump."""

from __future__ import annotations

import random
import string
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolution.gazetteer import Gazetteer
from sayso.resolution.gazetteer_blocks import (
    NameBlock,
    NameRow,
    PlaceBlock,
    PlaceRow,
    pack_names,
    pack_places,
    population,
    weight,
)
from sayso.resolution.gazetteer_building import build
from sayso.resolution.gazetteer_choosing import VARIABLE, carried, open_gazetteer
from sayso.resolution.gazetteer_entry import Kind
from sayso.resolution.gazetteer_errors import GazetteerError
from sayso.resolution.toponyms import key, sound

MEGABYTE = 1 << 20


def line(
    number: int,
    name: str,
    *,
    names: str = "",
    lat: str = "34.1",
    lon: str = "36.2",
    code: str = "P.PPL",
    country: str = "LB",
    division: str = "01",
    people: str = "0",
) -> str:
    """A line of a dump; the fields that nobody reads are empty."""
    group, feature = code.split(".")
    first = [str(number), name, name, names, lat, lon, group, feature, country, "", division]
    return "\t".join([*first, "", "", "", people, "", "", "Asia/Beirut", "2026-01-01"]) + "\n"


DUMP = (
    line(1, "Karvia Province", code="A.ADM1", people="900")
    + line(2, "Velmar", names="Vélmarre,Вельмар,VLM", people="12000")
    + line(3, "Velmar", division="02", people="90", lat="33.5")
    + line(4, "Velmar River", code="H.STM")
    + line(5, "Tarn Sea", code="H.SEA", country="")
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "LB.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "what it is")
        archive.writestr("LB.txt", DUMP)
    return path


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "filed"),
    [
        ("The Hague", "hague"),
        ("Sana'a", "sanaa"),
        ("Sanaʻa", "sanaa"),
        ("Łódź", "lodz"),
        ("Şırnak", "sirnak"),
        ("St. Mary’s", "saint marys"),
        ("Mt. Tarn", "mount tarn"),
        ("U.S.", "us"),
        ("DEIR EZ-ZOR", "deir ez zor"),
        ("Antigua & Barbuda", "antigua and barbuda"),
        ("The", "the"),
        ("St.", "st"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_name_is_filed_without_case_accents_and_stops(written: str, filed: str) -> None:
    assert key(written) == filed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir Ezzor", "Dayr az-Zawr"),
        ("Ain Issa", "‘Ayn ‘Īsá"),
        ("Qatraneh", "Al Qaţrānah"),
        ("Menoufia", "Al Minūfīyah"),
        ("Huliaipole", "Hulyaypole"),
    ],
)
def test_ways_to_romanise_a_name_sound_alike(one: str, other: str) -> None:
    assert sound(key(one)) == sound(key(other)) != ""


def test_a_short_name_has_no_sound() -> None:
    assert sound(key("Foua")) == sound("") == ""


@given(st.text(max_size=40))
def test_a_key_is_filed_under_itself_and_has_no_tab_or_line_feed(name: str) -> None:
    filed = key(name)
    assert not set(filed) & set("\t\n\r")
    assert filed == filed.strip()


# --- blocks -------------------------------------------------------------------------------------

numbers = st.integers(-(2**31), 2**31 - 1)
names = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.builds(PlaceRow, names, *[numbers] * 6), min_size=1, max_size=20))
def test_places_come_out_of_a_block_as_they_went_in(rows: list[PlaceRow]) -> None:
    assert list(PlaceBlock(pack_places(rows))) == rows


@given(
    st.dictionaries(
        names, st.lists(st.integers(0, 2**31 - 1), min_size=1, max_size=5), min_size=1, max_size=20
    )
)
def test_names_come_out_of_a_block_as_they_went_in(filed: dict[str, list[int]]) -> None:
    block = pack_names([NameRow(name, tuple(places)) for name, places in filed.items()])
    unpacked = NameBlock(block)
    assert {name: list(places) for name, places in unpacked.items()} == filed
    assert all(unpacked.places(name) == tuple(places) for name, places in filed.items())
    assert unpacked.places("twelve and more letters") == ()


@given(st.integers(0, 10**10))
def test_a_population_is_kept_to_a_tenth(people: int) -> None:
    assert abs(population(weight(people)) - people) <= 0.1 * people + 1


# --- the one that sayso carries -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Kenya", Kind.country, "KEN"),
        ("DRC", Kind.country, "COD"),
        ("Ivory Coast", Kind.country, "CIV"),
        ("Kyiv", Kind.capital, "UKR"),
        ("Kiev", Kind.capital, "UKR"),
        ("Nineveh", Kind.division1, "IRQ"),
        ("Calif.", Kind.division1, "USA"),
        ("Sahel", Kind.region, None),
        ("Lake Chad", Kind.water, None),
        ("Hindu Kush", Kind.landmark, None),
        ("Africa", Kind.region, None),
        ("pandi", Kind.city, "PHL"),
    ],
)
def test_the_carried_gazetteer_knows(name: str, kind: Kind, country: str | None) -> None:
    assert (kind, country) in [(entry.kind, entry.country) for entry in open_gazetteer().find(name)]


def test_an_entry_tells_all_that_geonames_does() -> None:
    damascus = next(entry for entry in open_gazetteer().find("Damascus") if entry.kind is Kind.capital)
    assert (damascus.name, damascus.country, damascus.geonameid) == ("Damascus", "SYR", 170654)
    assert damascus.admin1 == "Damascus"
    assert (round(damascus.lat), round(damascus.lon)) == (34, 36)
    assert damascus.population > 1_000_000
    assert not damascus.alternate


def test_every_country_has_a_point_and_a_code() -> None:
    countries = list(open_gazetteer().rows(frozenset({Kind.country})))
    assert len(countries) > 240
    assert all(len(row.country) == 2 for row in countries)
    assert all((row.lat, row.lon) != (0.0, 0.0) for row in countries)


def test_a_name_that_nobody_has_is_not_found() -> None:
    assert open_gazetteer().find("Velmoria-on-Karvia") == ()
    assert open_gazetteer().find("") == ()
    assert open_gazetteer().find("\x00") == ()
    assert open_gazetteer().find("￿￿") == ()


def test_the_carried_gazetteer_is_small() -> None:
    assert carried().stat().st_size < 10 * MEGABYTE


def test_places_are_resolved_without_heavy_libraries() -> None:
    program = (
        "import sys; from sayso.resolution.places import Places;"
        "from sayso.resolution.gazetteer_choosing import open_gazetteer;"
        "assert Places(open_gazetteer()).resolve(['Kenya'])[0].country == 'KEN';"
        "print(*({'numpy', 'onnxruntime', 'lxml', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


# --- one made from a dump -----------------------------------------------------------------------


def test_a_dump_makes_a_gazetteer(dump: Path, tmp_path: Path) -> None:
    out = tmp_path / "full.bin"
    count = build(dump, out)
    made = Gazetteer(out)
    assert count > 300  # what sayso knows of countries and seas comes along
    big, small = made.find("velmar")
    assert (big.geonameid, big.country, big.admin1, big.kind) == (2, "LBN", "Karvia Province", Kind.city)
    assert (small.geonameid, small.admin1, small.lat) == (3, None, 33.5)
    assert [entry.geonameid for entry in made.find("velmarre")] == [2]
    assert made.find("velmarre")[0].alternate
    assert made.find("tarn sea")[0].kind is Kind.water
    assert [entry.country for entry in made.find("Ivory Coast")] == ["CIV"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["LB.zip", "full.bin"]


def test_the_same_dump_makes_the_same_bytes(dump: Path, tmp_path: Path) -> None:
    build(dump, tmp_path / "one.bin")
    build(dump, tmp_path / "two.bin")
    assert (tmp_path / "one.bin").read_bytes() == (tmp_path / "two.bin").read_bytes()


def test_runs_on_disk_give_what_sorting_in_memory_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(0)
    words = ["".join(chance.choices(string.ascii_lowercase, k=3)) for _ in range(400)]
    text = tmp_path / "some.txt"
    text.write_text("".join(line(n + 1, chance.choice(words)) for n in range(2000)), "utf-8")
    build(text, tmp_path / "memory.bin")
    monkeypatch.setattr("sayso.resolution.gazetteer_writing.RUN", 100)
    build(text, tmp_path / "disk.bin")
    assert (tmp_path / "memory.bin").read_bytes() == (tmp_path / "disk.bin").read_bytes()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (DUMP[:-20], "line 5: the dump is cut off in the middle of this line"),
        (DUMP + "6\tVelmar\n", "line 6: 2 columns; expected the 19"),
        (DUMP + line(6, "Velmar", lat="91"), "line 6: latitude is '91'; expected a number from -90 to 90"),
        (DUMP + line(6, "Velmar", lon="nan"), "line 6: longitude is 'nan'"),
        (DUMP + line(6, "Velmar", people="many"), "line 6: population is 'many'"),
        (line(0, "Velmar"), "line 1: geonameid is '0'"),
        ("", "is empty"),
    ],
)
def test_a_dump_that_is_cut_off_or_no_dump_is_refused_and_nothing_is_written(
    tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(GazetteerError, match=told):
        build(path, tmp_path / "full.bin")
    assert [path.name for path in tmp_path.iterdir()] == ["dump.txt"]


def test_a_zip_file_that_is_cut_off_is_refused(dump: Path, tmp_path: Path) -> None:
    dump.write_bytes(dump.read_bytes()[:-30])
    with pytest.raises(GazetteerError, match=r"LB\.zip is a zip file that is cut off"):
        build(dump, tmp_path / "full.bin")


def test_a_zip_file_that_is_damaged_is_refused(dump: Path, tmp_path: Path) -> None:
    dump.write_bytes(dump.read_bytes().replace(b"Velmar River", b"Velmar Rivet"))
    with pytest.raises(GazetteerError, match="damaged or cut off after line"):
        build(dump, tmp_path / "full.bin")


def test_a_zip_file_without_one_table_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("one.txt", DUMP)
        archive.writestr("two.txt", DUMP)
    with pytest.raises(GazetteerError, match="holds 2 tables; expected one"):
        build(tmp_path / "two.zip", tmp_path / "full.bin")


# --- choosing and opening -----------------------------------------------------------------------


def test_the_environment_chooses_the_gazetteer(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(dump, tmp_path / "full.bin")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "full.bin"))
    assert open_gazetteer().find("velmar")
    assert not open_gazetteer(carried()).find("velmar river")


@pytest.mark.parametrize("content", [b"", b"PK", b"something else altogether, and longer than a head" * 9])
def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.bin").write_bytes(content)
    with pytest.raises(GazetteerError, match=r"odd\.bin is no gazetteer of this version"):
        Gazetteer(tmp_path / "odd.bin")


def test_a_gazetteer_that_is_cut_off_is_refused(dump: Path, tmp_path: Path) -> None:
    build(dump, tmp_path / "full.bin")
    (tmp_path / "full.bin").write_bytes((tmp_path / "full.bin").read_bytes()[:-5])
    with pytest.raises(GazetteerError, match="is cut off"):
        Gazetteer(tmp_path / "full.bin")


def test_a_gazetteer_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.bin cannot be read: No such file"):
        open_gazetteer(tmp_path / "none.bin")
