"""Every layout gives the same event; what is no layout is refused by what it holds."""

from __future__ import annotations

import gzip
import zipfile
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.polecat import COLUMNS as OURS
from sayso.inputs.eventdata import gdelt, icews, phoenix, polecat
from sayso.inputs.eventdata.rows import LAYOUTS, Unread, event_rows
from sayso.reading import ReadingError
from sayso.schema.imported import Imported
from tests.inputs.eventdata.eventtables import (
    GDELT_COLUMNS,
    gdelt_table,
    icews_table,
    phoenix_table,
    polecat_table,
)

TABLES = {
    "polecat": polecat_table(),
    "icews": icews_table(),
    **{f"gdelt of {number}": gdelt_table(columns) for number, columns in GDELT_COLUMNS.items()},
    "phoenix": phoenix_table(),
    "phoenix with a header": phoenix_table(header=True),
}


def written(tmp_path: Path, text: str | bytes, name: str = "events.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(path: Path) -> list[Imported]:
    found = list(event_rows(path))
    assert not [one for one in found if isinstance(one, Unread)], found
    return [one for one in found if isinstance(one, Imported)]


def test_the_layouts_have_as_many_columns_as_their_data_sets_publish() -> None:
    lengths = {layout.says.split(" (")[0]: len(layout.columns) for layout in LAYOUTS}
    assert (len(polecat.COLUMNS), len(icews.COLUMNS), len(phoenix.COLUMNS)) == (40, 20, 26)
    assert (len(gdelt.UNTIL_2013), len(gdelt.FIRST), len(gdelt.SECOND)) == (57, 58, 61)
    assert set(lengths) == {"POLECAT", "ICEWS", "GDELT 2.0", "GDELT 1.0", "Phoenix"}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_layout_tells_the_same_event(tmp_path: Path, table: str) -> None:
    (row,) = read(written(tmp_path, table))
    assert (row.day, row.type) == ("2031-06-04", "ASSAULT")
    assert (row.actor.countries, row.actor.sectors[:1]) == (("NOR",), ("MIL",))
    assert (row.recipient.countries, row.recipient.sectors) == (("CHE",), ("CVL",))
    assert row.place is not None
    assert row.place.startswith("Brevna")
    assert row.country == "CHE"


def test_a_row_keeps_the_cells_that_it_came_with(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path, gdelt_table(gdelt.SECOND)))
    assert (row.dataset, row.id, row.code) == ("gdelt2", "900000101", "190")
    assert row.row["ActionGeo_CountryCode"] == "SZ"
    assert "Actor1EthnicCode" not in row.row, "empty cells are left out"
    assert (row.lat, row.lon, row.mentions, row.sources) == (46.5, 8.25, 12, 2)
    assert row.url == "https://lanner.example/brevna"


def test_version_one_and_two_of_gdelt_are_two_data_sets(tmp_path: Path) -> None:
    found = [read(written(tmp_path, gdelt_table(each)))[0].dataset for each in GDELT_COLUMNS.values()]
    assert found == ["gdelt1", "gdelt1", "gdelt2"]


def test_a_code_without_counterpart_in_plover_has_no_type_and_stays(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path, icews_table({"CAMEO Code": "010", "Event Text": "Make statement"})))
    assert (row.type, row.mode, row.code) == (None, None, "010")


def test_rows_of_one_id_with_other_participants_are_told_apart(tmp_path: Path) -> None:
    first, second = read(written(tmp_path, polecat_table({}, {"Recipient Name Raw": "villagers"})))
    assert first.id == second.id
    assert first.key != second.key


def test_texts_in_quotation_marks_as_a_repository_writes_them_are_read(tmp_path: Path) -> None:
    header, row = icews_table().splitlines()
    quoted = "\t".join(f'"{cell}"' if not cell[:1].isdecimal() else cell for cell in row.split("\t"))
    (found,) = read(written(tmp_path, f"{header}\n{quoted}\n"))
    assert found.actor.name == "Army (Norway)"


@pytest.mark.parametrize("packed", ["gz", "zip"])
def test_packed_tables_are_read_on_the_way(tmp_path: Path, packed: str) -> None:
    path = tmp_path / f"20310605.export.CSV.{packed}"
    table = gdelt_table(gdelt.SECOND)
    if packed == "gz":
        path.write_bytes(gzip.compress(table.encode()))
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("20310605.export.CSV", table)
    assert [row.id for row in read(path)] == ["900000101"]


def test_of_a_damaged_file_what_stands_before_the_damage_is_read(tmp_path: Path) -> None:
    many = polecat_table(*({"Event ID": f"20310604-{n:04}-aa"} for n in range(4_000)))
    found = list(event_rows(written(tmp_path, gzip.compress(many.encode())[:-2_000], "cut.txt.gz")))
    assert isinstance(found[0], Imported)
    assert isinstance(found[-1], Unread)
    assert "cannot be read to its end" in found[-1].why


def test_what_cannot_be_read_is_named_by_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    whole = polecat_table({}, {"Event Date": "June 4"}, {"Event ID": ""}, {"Event ID": "20310604-9"})
    found = list(event_rows(written(tmp_path, whole + "a\tb\n")))
    refused = [one for one in found if isinstance(one, Unread)]
    assert [one.name.rpartition(", ")[2] for one in refused] == ["line 3", "line 4", "line 6"]
    assert "expected such as 2031-06-04" in refused[0].why
    assert "is no id" in refused[1].why
    assert "has 2 cells; expected 40" in refused[2].why


def test_a_line_longer_than_any_row_is_passed_over(tmp_path: Path) -> None:
    header, row = polecat_table().splitlines()
    path = written(tmp_path, f"{header}\n{'x' * 3_000_000}\n{row}\n")
    unread, whole = event_rows(path)
    assert isinstance(unread, Unread)
    assert "longer than 1 MB" in unread.why
    assert isinstance(whole, Imported)


def test_a_swelling_file_ends_with_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.inputs.bounded.FREE_BYTES", 100_000)
    monkeypatch.setattr("sayso.inputs.bounded.MOST_TIMES", 2)
    table = polecat_table() + "\n" * 1_000_000
    *_, last = event_rows(written(tmp_path, gzip.compress(table.encode()), "bomb.gz"))
    assert isinstance(last, Unread)
    assert "unpacks to more than" in last.why


def test_an_unknown_layout_is_refused_by_what_it_holds(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"3 tab-separated cells, “when”, “who”, “what”.*POLECAT.*GDELT"):
        list(event_rows(written(tmp_path, "when\twho\twhat\n1\t2\t3\n")))


def test_a_layout_that_is_given_and_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"of no layout that sayso knows.*expected ICEWS"):
        list(event_rows(written(tmp_path, polecat_table()), family="icews"))


def test_as_many_columns_as_a_data_set_has_do_not_make_it_one(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="61 tab-separated cells"):
        list(event_rows(written(tmp_path, "\t".join(["x"] * 61) + "\n")))


def test_a_header_that_was_cut_is_refused_by_the_columns_that_it_lacks(tmp_path: Path) -> None:
    cut = "\n".join("\t".join(line.split("\t")[:20]) for line in polecat_table().splitlines())
    lacking = ", ".join(polecat.COLUMNS[20:])
    with pytest.raises(ReadingError, match="of no layout that sayso knows") as refused:
        list(event_rows(written(tmp_path, cut)))
    assert "20 tab-separated cells" in str(refused.value)
    assert f"of POLECAT it lacks {lacking}; expected POLECAT (40 columns" in str(refused.value)


def test_a_row_with_a_nul_byte_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    table = polecat_table({"Event ID": "1"}, {"Event ID": "2", "Placename": "Bre\0vna"}, {"Event ID": "3"})
    first, second, third = event_rows(written(tmp_path, table))
    assert isinstance(second, Unread)
    assert second.name.endswith("line 3")
    assert "holds a NUL byte" in second.why
    assert [one.id for one in (first, third) if isinstance(one, Imported)] == ["1", "3"]


def test_commas_are_named_as_the_likely_reason(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="separated by commas"):
        list(event_rows(written(tmp_path, ",".join(polecat.COLUMNS) + "\n")))


def test_a_table_that_sayso_wrote_is_not_imported_without_its_standings(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="written by sayso and tells standings"):
        list(event_rows(written(tmp_path, "\t".join(OURS) + "\n")))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "begins with no row"),
        (b"\0\1\2\n", "is no text"),
        (b"PK\x03\x04junk", "no zip that can be read"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        list(event_rows(written(tmp_path, content)))


def test_a_folder_and_a_missing_file_are_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="name the tables in it"):
        list(event_rows(tmp_path))
    with pytest.raises(ReadingError, match="does not exist"):
        list(event_rows(tmp_path / "none.txt"))


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "years.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2031.tab.zip", b"")
    with pytest.raises(ReadingError, match=r"an archive in an archive; unpack years\.zip first"):
        list(event_rows(path))


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "a/../../evil.zip"])
def test_a_name_that_leads_out_of_a_zip_is_told_and_not_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / "2031.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, polecat_table())
    with pytest.raises(ReadingError, match="this name leads outside of the zip, so it is not read"):
        list(event_rows(path))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("events.tab", icews_table())
    found = list(event_rows(path))
    assert sorted(type(one).__name__ for one in found) == ["Imported", "Unread"]
    assert not (tmp_path.parent / "evil.txt").exists()


def test_of_several_tables_in_a_zip_those_that_are_none_are_named(tmp_path: Path) -> None:
    path = tmp_path / "2031.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("README.txt", "Please cite as follows.")
        archive.writestr("events.tab", icews_table())
        archive.writestr("__MACOSX/._events.tab", b"\0")
    unread, whole = event_rows(path)
    assert isinstance(unread, Unread)
    assert unread.name.endswith("README.txt")
    assert isinstance(whole, Imported)


@given(st.binary(max_size=2_000))
def test_whatever_a_file_holds_ends_in_rows_or_a_reason(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = written(Path(folder), content)
        with suppress(ReadingError):
            list(event_rows(path))


@given(st.lists(st.lists(st.text(max_size=12), min_size=61, max_size=61), max_size=5))
def test_whatever_cells_hold_each_row_is_read_or_refused(rows: list[list[str]]) -> None:
    table = gdelt_table(gdelt.SECOND) + "".join("\t".join(row).replace("\n", " ") + "\n" for row in rows)
    with TemporaryDirectory() as folder:
        first, *others = event_rows(written(Path(folder), table.encode("utf-8", "replace")))
    assert isinstance(first, Imported)
    assert len(others) <= len(rows)


def test_a_line_that_is_not_utf_8_is_read_as_the_older_encoding(tmp_path: Path) -> None:
    table = polecat_table({"Placename": "Malmö"}).encode("latin-1")
    (row,) = read(written(tmp_path, table))
    assert row.place == "Malmö"
