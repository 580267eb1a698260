"""RIS: abstracts with their description."""

from __future__ import annotations

from pathlib import Path

from sayso.reading.article import Metadata
from tests.inputs.export_files import EXPORTS, fault, golden, written

TEXT = (EXPORTS / "proquest.ris").read_text("utf-8")


def test_a_record_is_its_abstract_and_says_that_it_is_one() -> None:
    first, _ = golden("proquest.ris")
    assert first.told == Metadata(
        "Ministry denies withdrawal",
        "The Corrin Courier",
        authors=("Ines Dahl", "Tomas Verrick"),
        published="2020-03-05",
    )
    assert first.content == (
        "The ministry denied on Thursday that its troops had left Telmara.\n"
        "“No order was given,” a spokeswoman said."
    )
    assert first.fields["part"] == "abstract"
    assert first.fields["keywords"] == "Armed forces; Mayors"


def test_a_record_without_an_abstract_is_a_fault() -> None:
    second = golden("proquest.ris")[1]
    assert "no abstract (AB, N2)" in fault(second)
    assert second.told == Metadata("Ferry operator to cut routes", "Harbour News")


def test_a_text_file_that_begins_as_a_record_is_read_as_one(tmp_path: Path) -> None:
    assert [item.told.title for item in written(tmp_path, "\ufeff\n" + TEXT)] == [
        "Ministry denies withdrawal", "Ferry operator to cut routes",
    ]  # fmt: skip


def test_a_record_without_an_end_or_a_beginning_is_a_fault(tmp_path: Path) -> None:
    cut = TEXT.replace("ER  - \n", "", 1)
    first, second = written(tmp_path, cut)
    assert "cut off" in fault(first)
    assert "no abstract" in fault(second)
    stray = written(tmp_path, TEXT + "A line of a letter\n")[-1]
    assert "does not begin with “TY" in fault(stray)
    assert "“A line of a letter”" in fault(stray)
