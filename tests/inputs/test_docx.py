"""Word documents as lines, within bounds."""

from __future__ import annotations

import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from sayso.inputs import docx
from sayso.inputs.docx import docx_lines
from sayso.reading import ReadingError
from tests.inputs.export_files import WORD, document, packed, paragraphs


def lines(folder: Path, body: str) -> list[str]:
    return docx_lines(packed(folder / "a.docx", document(body)).read_bytes())


def refusal(path: Path) -> str:
    with pytest.raises(ReadingError) as refused:
        docx_lines(path.read_bytes())
    return str(refused.value)


def test_each_paragraph_is_a_line_with_an_empty_one_below(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>The army </w:t></w:r><w:r><w:t>withdrew.</w:t></w:r></w:p><w:p/>"
        "<w:p><w:r><w:t>So it said.</w:t></w:r></w:p>"
    )
    assert lines(tmp_path, body) == ["The army withdrew.", "", "So it said.", ""]


def test_breaks_and_tabs_are_white_space_and_cells_are_paragraphs(tmp_path: Path) -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tbl><w:tr>{cell.format('HD')}{cell.format('Ministry denies')}</w:tr></w:tbl>"
    body = f"{row}<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>"
    assert lines(tmp_path, body) == ["HD", "", "Ministry denies", "", "one", "two\tthree", ""]


def test_what_was_deleted_and_the_code_of_a_link_are_no_text(tmp_path: Path) -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>not </w:delText><w:t>never </w:t></w:r></w:del>"
        "<w:r><w:instrText>HYPERLINK x</w:instrText><w:t>The army withdrew.</w:t></w:r></w:p>"
    )
    assert lines(tmp_path, body) == ["The army withdrew.", ""]


def test_the_strict_form_of_the_format_is_read_too(tmp_path: Path) -> None:
    part = paragraphs(["The army withdrew."]).replace(
        WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert docx_lines(packed(tmp_path / "a.docx", part).read_bytes()) == ["The army withdrew.", ""]


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    bomb = (
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + document("<w:p>&b;</w:p>")[21:]
    )
    assert "entities" in refusal(packed(tmp_path / "a.docx", bomb))


def test_a_bomb_is_refused_by_what_it_says_and_by_what_it_unpacks_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx, "MAX_UNPACKED", 1_000_000)
    path = packed(tmp_path / "a.docx", document("<w:p/>" * 1_000_000))
    assert path.stat().st_size < 100_000
    assert "unpacks to more than 1 MB" in refusal(path)
    # The archive's own word for the size, in its directory, is made small.
    data, size = path.read_bytes(), len(document("<w:p/>" * 1_000_000)).to_bytes(4, "little")
    at = data.rfind(size)
    path.write_bytes(data[:at] + (500).to_bytes(4, "little") + data[at + 4 :])
    assert refusal(path)


def test_an_archive_of_thousands_of_parts_is_refused_before_it_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5_000):
            archive.writestr(f"word/{number:0>250}", b"")
    assert "far more parts" in refusal(path)


@pytest.mark.parametrize(
    ("part", "name", "told"),
    [
        ("<a>", "word/document.xml", "damaged"),
        ("", "word/document.xml", "damaged"),
        (b"\x00\xff", "word/document.xml", "damaged"),
        (document("<w:p/>"), "xl/workbook.xml", "no part word/document.xml"),
    ],
)
def test_what_is_no_word_document_is_refused_in_a_sentence(
    tmp_path: Path, part: str | bytes, name: str, told: str
) -> None:
    assert told in refusal(packed(tmp_path / "a.docx", part, name=name))


def test_a_file_cut_off_or_damaged_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    whole = packed(tmp_path / "a.docx", paragraphs(["The army withdrew."] * 50)).read_bytes()
    chance = random.Random(1)
    for _ in range(300):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        cut = damaged[: chance.choice((len(whole), chance.randrange(len(whole))))]
        with suppress(ReadingError):
            assert all(isinstance(line, str) for line in docx_lines(bytes(cut)))
