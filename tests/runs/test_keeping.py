"""What of an item is its original, and that an ingest keeps it where it is asked to."""

from __future__ import annotations

from pathlib import Path

from sayso.inputs.files import items
from sayso.inputs.item import Item
from sayso.ledger.ledger import Ledger
from sayso.ledger.originals import Original, original_of
from sayso.runs import keeping
from sayso.runs.ingesting import ingest
from sayso.runs.setting import Setting

PAGE = b"<html><body><h1>Ferry burns</h1><p>A ferry burned at Lorn, police said.</p></body></html>"


def test_a_file_is_its_own_original(tmp_path: Path) -> None:
    page = tmp_path / "ferry.html"
    page.write_bytes(PAGE)
    assert keeping.original_of(Item(str(page), path=page)) == Original("html", PAGE)


def test_the_kind_is_told_by_what_there_is() -> None:
    assert keeping.original_of(Item("a", content=b"%PDF-1.7 \xff")) == Original("pdf", b"%PDF-1.7 \xff")
    assert keeping.original_of(Item("a.txt", content=b"Police said so.")) == Original(
        "plain", b"Police said so."
    )
    told = keeping.original_of(Item("a", content="<p>Fire</p>", kind="html"))
    assert told == Original("html", b"<p>Fire</p>")


def test_a_row_of_a_table_and_a_file_that_went_away_have_none(tmp_path: Path) -> None:
    assert keeping.original_of(Item("news.csv, row 1", content="Police said so.")) is None
    assert keeping.original_of(Item("gone", path=tmp_path / "gone.html")) is None


def test_an_ingest_keeps_originals_only_where_it_is_asked_to(tmp_path: Path) -> None:
    page = tmp_path / "ferry.html"
    page.write_bytes(PAGE)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        (outcome,) = ingest(items([page]), ledger, setting=Setting())
        assert original_of(ledger, outcome.document or "") is None
        (again,) = ingest(items([page]), ledger, setting=Setting(), originals=True)
        assert again.status == "known"
        assert original_of(ledger, again.document or "") == Original("html", PAGE)
