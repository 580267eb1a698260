"""Tables of rows: which column is the article, how the file is cut and decoded, and what is refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sayso.inputs.columns import Columns, parse_columns
from sayso.inputs.files import items
from sayso.inputs.item import Item, read_item
from sayso.inputs.tables import table_items
from sayso.reading import ReadingError
from sayso.reading.intake import MAX_BYTES

TEXT = "Police arrested nine protesters in Telmara; a spokeswoman denied it, she said."


def rows(path: Path, given: bytes | str, columns: str = "") -> list[Item]:
    path.write_bytes(given if isinstance(given, bytes) else given.encode())
    return list(table_items(path, parse_columns(columns)))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_delimiter_and_the_encoding_tell_themselves(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = tmp_path / "news.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        table = csv.writer(file, delimiter=delimiter)
        table.writerow(["id", "date", "text", "outlet", "author"])
        table.writerow(["k-7", "2025-03-14", TEXT, "Café Observer", "Ada Roe; Bo Lind"])
    (item,) = items([tmp_path])
    given = read_item(item)
    assert (item.name, item.fields) == (f"{path}, line 2", {"id": "k-7"})
    assert given.document.text == TEXT
    assert given.document.published == "2025-03-14"
    assert given.document.outlet == "Café Observer"
    assert given.document.authors == ("Ada Roe", "Bo Lind")


def test_a_cell_may_hold_line_ends_and_more_than_the_csv_module_allows_by_itself(tmp_path: Path) -> None:
    long = "\n\n".join([TEXT] * 3_000)
    found = rows(tmp_path / "a.csv", f'text,n\r\n"{long}",1\r\n"{TEXT}",2\r\n')
    assert [item.content for item in found] == [long, TEXT]
    assert found[1].name.endswith(f"line {long.count(chr(10)) + 3}")
    assert csv.field_size_limit() == 131_072


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("body,when\nx,y\n", "has no column 'text'; its columns are body, when; .*--columns text=body"),
        ("", "its columns are none"),
        ("text,text\nx,y\n", "several columns 'text'"),
        (b"PK\x03\x04" + bytes(range(200)), "a ZIP archive"),
        (",".join(f"c{n}" for n in range(500)) + "\n", "c11, …;"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_in_one_sentence(
    tmp_path: Path, given: bytes | str, says: str
) -> None:
    with pytest.raises(ReadingError, match=says) as refusal:
        rows(tmp_path / "a.csv", given)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 600


def test_a_row_that_holds_no_document_is_named_and_the_others_read(tmp_path: Path) -> None:
    given = (
        f"date,text\n2025-03-14,The town, she said, was calm\nyesterday,x\n\n2025\n2025-03-14,{TEXT[:30]},,\n"
    )
    found = rows(tmp_path / "a.csv", given)
    assert [item.name[-6:] for item in found] == ["line 2", "line 3", "line 5", "line 6"]
    cells, date, short, right = found
    assert "4 cells and the header 2" in str(cells.fault)
    assert "not a date" in str(date.fault)
    assert "ends before `text`" in str(short.fault)
    assert right.content == TEXT[:30]


def test_the_commas_of_a_table_of_one_column_are_those_of_the_article(tmp_path: Path) -> None:
    given = "text\nThe town, she said, was calm.\n"
    assert [item.content for item in rows(tmp_path / "a.csv", given)] == ["The town, she said, was calm."]


def test_excel_may_name_the_delimiter_before_the_header(tmp_path: Path) -> None:
    (item,) = rows(tmp_path / "a.csv", "sep=;\r\ntext;n\r\nThe town, it was calm.;1\r\n")
    assert (item.content, item.fields) == ("The town, it was calm.", {"n": "1"})


def test_windows_and_utf8_rows_in_one_file_are_both_read(tmp_path: Path) -> None:
    plain = "text,n\n" + "The town was calm,1\n" * 5_000
    western, eastern = f"Café: {TEXT}".replace(";", ""), "It was calm in Žofín."
    given = plain.encode() + f'"{western}",2\n'.encode("cp1252") + f"{eastern},3\n".encode()
    assert [item.content for item in rows(tmp_path / "a.csv", given)][-2:] == [western, eastern]
    assert rows(tmp_path / "b.csv", "text,n\nCafé,1\n".encode("cp1252"))[0].content == "Café"


def test_a_quotation_that_is_never_closed_ends_with_the_longest_article(tmp_path: Path) -> None:
    line = "x" * 999 + "\n"
    given = 'text,n\n"' + line * (MAX_BYTES // 1000 + 5) + "calm,2\n"
    found = rows(tmp_path / "a.csv", given)
    assert "never closed" in str(found[0].fault)
    assert (found[-1].content, found[-1].fields) == ("calm", {"n": "2"})


def test_other_columns_are_named_by_the_user(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("body\tpublished\nThe town was calm.\t14 March 2025\n")
    (item,) = items([path], columns=Columns(text="body", date="published"))
    assert (item.content, item.told.published, item.fields) == ("The town was calm.", "2025-03-14", {})
