"""Which files are exports, and what happens to those of no known layout."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from sayso.inputs import lines
from sayso.inputs.exports import is_export
from sayso.inputs.files import items
from sayso.inputs.item import read_item
from sayso.reading import ReadingError
from tests.inputs.export_files import EXPORTS, documents, fault, golden, packed, paragraphs, written

LINES = sorted(path.name for path in EXPORTS.iterdir() if path.suffix in (".txt", ".ris"))
ARTICLE = """Ministry denies withdrawal
By Ines Dahl
5 March 2020

The ministry denied on Thursday that its troops had left Telmara, in a statement of 512 words.

Length: the bridge is 400 metres long. Title: a memo read. Full text: none.

HD was painted on the lorry.
"""


@pytest.mark.parametrize("path", sorted(EXPORTS.iterdir()), ids=lambda path: path.name)
def test_every_golden_export_is_known_by_its_first_bytes(path: Path) -> None:
    assert is_export(path)


@pytest.mark.parametrize("path", sorted(EXPORTS.iterdir()), ids=lambda path: path.name)
def test_every_golden_document_can_be_read_with_what_the_archive_says(path: Path) -> None:
    for item in items([path]):
        if item.fault is None:
            given = read_item(item)
            assert given.document.text == item.content
            assert given.document.outlet == item.told.outlet
            assert given.document.published == item.told.published
            assert given.fields == item.fields


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.htm", "a.text", "a"])
def test_an_article_that_is_no_export_stays_one_document(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    page = "<html><body><p>" + ARTICLE.replace("\n\n", "</p><p>") + "</p></body></html>"
    path.write_text(page if "htm" in name else ARTICLE, "utf-8")
    (item,) = items([path])
    assert item.path == path


def test_a_folder_of_exports_gives_their_documents(tmp_path: Path) -> None:
    packed(tmp_path / "a.docx", paragraphs((EXPORTS / "nexis_uni.txt").read_text("utf-8").splitlines()))
    (tmp_path / "b.rtf").write_bytes((EXPORTS / "factiva.rtf").read_bytes())
    assert [item.name for item in items([tmp_path])] == [
        *(f"{tmp_path / 'a.docx'}, document {number}" for number in (1, 2, 3)),
        f"{tmp_path / 'b.rtf'}, document 1",
    ]


def test_rtf_is_an_export_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "factiva.doc"
    path.write_bytes((EXPORTS / "factiva.rtf").read_bytes())
    assert is_export(path)
    assert len(documents(path)) == 1


def test_an_unknown_layout_is_a_fault_that_names_what_was_found_and_what_was_expected(tmp_path: Path) -> None:
    text = "Rundschau\n\nTitel: Ministerium dementiert\n\nLänge: 52 Wörter\n\nEs dementierte.\n"
    (item,) = documents(packed(tmp_path / "a.docx", paragraphs(text.splitlines())))
    message = fault(item)
    for told in (
        "“Rundschau”",
        "Titel, Länge",
        "Nexis Uni",
        "Factiva",
        "ProQuest",
        "RIS",
        "plain text (.txt)",
    ):
        assert told in message
    with pytest.raises(ReadingError, match=r"a\.docx: it is no export"):
        read_item(item)


@pytest.mark.parametrize("name", ["a.docx", "a.rtf", "a.ris"])
@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"{\\rtf1}", b"%PDF-1.4", b"\x00\x01\x02" * 50, b"The army withdrew."]
)
def test_a_damaged_or_foreign_file_is_a_fault_and_never_a_traceback(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (item,) = documents(path)
    assert fault(item)


def test_a_file_beyond_the_bound_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_BYTES", 1_000)
    (item,) = written(tmp_path, "x" * 2_000, "a.rtf")
    assert "larger than" in fault(item)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_opened_to_see_whether_it_is_an_export(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert not is_export(tmp_path / "pipe.txt")


def test_wide_text_is_known_too(tmp_path: Path) -> None:
    path = tmp_path / "nexis.txt"
    path.write_text((EXPORTS / "nexis_uni.txt").read_text("utf-8"), "utf-16")
    assert is_export(path)
    assert [item.content for item in documents(path)] == [item.content for item in golden("nexis_uni.txt")]


@pytest.mark.parametrize("name", LINES)
def test_lines_lost_or_doubled_anywhere_give_documents_or_faults(tmp_path: Path, name: str) -> None:
    whole = (EXPORTS / name).read_text("utf-8").splitlines()
    chance = random.Random(name)
    for _ in range(60):
        kept = [line for line in whole for _ in range(chance.choice((0, 1, 1, 1, 1, 1, 2)))]
        found = written(tmp_path, "\n".join(kept))
        assert found
        assert all(item.fault or (isinstance(item.content, str) and item.content.strip()) for item in found)


@pytest.mark.parametrize(
    "piece", ["1", " ", "\n", "_", "Body\n", "End of Document\n", "HD\n", "Title: a\n", "GRAPHIC: a\n\n"]
)
def test_hundreds_of_kilobytes_of_anything_come_to_an_end(tmp_path: Path, piece: str) -> None:
    text = (EXPORTS / "nexis_uni.txt").read_text("utf-8").replace("52 words", piece * (300_000 // len(piece)))
    assert written(tmp_path, text)
