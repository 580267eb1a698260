"""The table of events, as pandas reads it."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pandas as pd

from sayso.export.exported import Counted, Exported
from sayso.export.formats.csv import write
from tests.export.formats.given import made, whole


def table(*documents: Exported) -> pd.DataFrame:
    return pd.read_csv(StringIO(whole(write, *documents)), dtype=str, keep_default_na=False)


def test_every_event_is_a_row_that_says_how_it_is_told() -> None:
    events = made().reading.events
    read = table(made())
    assert list(read["event"]) == [event.id for event in events]
    assert list(read["standing"]) == [event.standing for event in events]


def test_a_disputed_event_names_who_denies_it() -> None:
    row = table(made()).set_index("event").loc["v2"]
    assert (row["standing"], row["vouched_for_by"]) == ("denied", "drivers < The minister, Ilena Brask")
    assert row["denied_by"] == "Ostrand"
    assert (row["review"], row["url"]) == ("edited", made().reading.document.url)


def test_what_stands_alone_counts_itself_and_its_own_denial() -> None:
    read, document = table(made()).set_index("event"), made().reading.document.id
    counted = ["cluster", "documents", "publishers", "origins", "against"]
    assert list(read.loc["v1", counted]) == [f"{document}:v1", "1", "2", "1", "0"]
    assert read.loc["v2", "against"] == "1"


def test_what_others_tell_as_well_is_counted_with_them() -> None:
    told = replace(made(), counts={"v4": Counted("0123456789abcdef:v9", 12, 9, 3, 1)})
    row = table(told).set_index("event").loc["v4"]
    assert list(row["cluster":"against"]) == ["0123456789abcdef:v9", "12", "9", "3", "1"]


def test_only_what_was_asked_for_is_a_row() -> None:
    assert list(table(replace(made(), chosen=frozenset(("v3", "c1"))))["event"]) == ["v3"]


def test_nothing_is_a_table_with_a_header() -> None:
    assert list(table()["standing"]) == []


def test_no_cell_is_a_formula_and_no_text_breaks_a_row() -> None:
    document = replace(made().reading.document, title='=cmd()\n"a', url="@it\ud800")
    read = table(replace(made(), reading=replace(made().reading, document=document)))
    assert set(read["title"]) == {"'=cmd() \"a"}
    assert set(read["url"]) == {"'@it\N{REPLACEMENT CHARACTER}"}
