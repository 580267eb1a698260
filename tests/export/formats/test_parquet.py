"""Events and claims in Parquet, read back by pyarrow, pandas and polars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pandas as pd
import polars as pl
import pytest
from pyarrow import parquet

from sayso.export.exported import Counted, Exported
from sayso.export.formats import parquet as events
from sayso.export.formats import parquet_claims as claims
from tests.export.formats.given import border, made

Write = Callable[[Iterable[Exported]], Iterator[bytes]]


def file(write: Write, *documents: Exported) -> BytesIO:
    return BytesIO(b"".join(write(documents)))


def rows(write: Write, *documents: Exported) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(file(write, *documents)).to_pylist()
    return found


def test_an_event_keeps_all_its_parts() -> None:
    by_id = {row["id"].partition(":")[2]: row for row in rows(events.write, made())}
    assert list(by_id) == [event.id for event in made().reading.events]
    denied, hurt = by_id["v2"], by_id["v4"]
    assert denied["standing"] == "denied"
    assert denied["vouched_for_by"] == ["drivers", "The minister, Ilena Brask"]
    assert denied["denied_by"] == ["Ostrand"]
    assert [each["attitude"] for each in denied["sayings"]] == ["assertion", "assertion"]
    assert denied["factuality"][0] == {"holder": ["a2", "a1"], "value": "CT+"}
    assert [each["name"] for each in denied["recipients"]] == ["convoy", "lorries"]
    assert hurt["magnitude"]["injured"] == {"low": 9, "high": None, "text": "At least nine drivers"}
    assert hurt["date"]["start"] == date(2025, 3, 10)
    assert (hurt["vouched_for_by"], hurt["sayings"]) == (["the author"], [])


def test_offsets_cut_the_words_from_the_text() -> None:
    text = border().reading.document.text
    for row in rows(events.write, border()):
        spans = [row["anchor"], *row["actors"], *row["recipients"], *row["why"]]
        assert [text[span["start"] : span["end"]] for span in spans] == [span["text"] for span in spans]


def test_a_claim_keeps_who_makes_it_and_what_is_coded_in_it() -> None:
    by_id = {row["id"].partition(":")[2]: row for row in rows(claims.write, made())}
    assert by_id["c2"]["holder"] == ["drivers", "The minister, Ilena Brask"]
    assert by_id["c2"]["source"]["affiliation"] == "witness"
    assert by_id["c2"]["events"] == [{"id": "v2", "type": "ASSAULT", "standing": "denied"}]
    assert [span["text"] for span in by_id["c3"]["content"]] == ['"They aimed at lorries,"', '"in daylight."']
    assert (by_id["c3"]["source"]["text"], by_id["c3"]["source"]["name"]) == ("she", "Ilena Brask")


@pytest.mark.parametrize("write", [events.write, claims.write])
def test_pandas_and_polars_read_the_same(write: Write) -> None:
    told = replace(made(), counts={"v1": Counted("0123456789abcdef:v1", 4, 3, 2, 1)})
    wanted = [row["id"] for row in rows(write, told)]
    assert list(pd.read_parquet(file(write, told))["id"]) == wanted
    assert pl.read_parquet(file(write, told))["id"].to_list() == wanted


def test_the_file_itself_says_what_a_row_is() -> None:
    for module, kind in ((events, b"events"), (claims, b"claims")):
        schema = parquet.read_schema(file(module.write))
        assert schema.metadata[b"sayso.kind"] == kind
        assert b"no row says that something happened" in schema.metadata[b"sayso.note"]
        assert schema.field("against").metadata[b"description"] == b"origins that deny it"


def test_the_same_documents_are_the_same_bytes() -> None:
    for write in (events.write, claims.write):
        assert file(write, made(), border()).getvalue() == file(write, made(), border()).getvalue()


def test_only_what_was_asked_for_is_a_row() -> None:
    some = replace(made(), chosen=frozenset(("v3", "c1")))
    assert [row["id"][-2:] for write in (events.write, claims.write) for row in rows(write, some)] == [
        "v3", "c1",
    ]  # fmt: skip


def test_halves_of_surrogate_pairs_and_days_that_are_none_are_let_go() -> None:
    reading = made().reading
    told = replace(reading.events[3], date=replace(reading.events[3].date, start="2025-02-30"))
    broken = replace(reading, document=replace(reading.document, title="a\ud800"), events=(told,))
    (row,) = rows(events.write, replace(made(), reading=broken))
    assert (row["title"], row["date"]["start"]) == ("a\N{REPLACEMENT CHARACTER}", None)
