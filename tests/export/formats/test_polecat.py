"""POLECAT's table of a whole ledger, as pandas reads it."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pandas as pd

from sayso.export import polecat
from sayso.export.exported import Exported
from sayso.export.formats.polecat import write
from tests.export.formats.given import border, made, whole


def table(*documents: Exported) -> pd.DataFrame:
    return pd.read_csv(StringIO(whole(write, *documents)), sep="\t", dtype=str, keep_default_na=False)


def test_the_forty_columns_come_first_and_then_how_it_is_told() -> None:
    columns = list(table(made()).columns)
    assert columns[: len(polecat.COLUMNS)] == list(polecat.COLUMNS)
    assert columns[-4:] == ["Documents", "Publishers", "Origins", "Against"]


def test_every_row_says_on_whose_word_it_stands() -> None:
    read = table(made(), border())
    assert set(read["Standing"]) >= {"fact", "denied", "reported", "possible"}
    assert all(read["Holder"])
    assert set(read[read["Standing"] == "reported"]["Holder"]).isdisjoint({"the author"})


def test_an_event_has_a_row_to_each_recipient() -> None:
    read = table(made())
    shelled = read[read["Event ID"].str.endswith("-v2")]
    assert list(shelled["Recipient Name Raw"]) == ["convoy", "lorries"]
    assert set(shelled["Review"]) == {"edited"}


def test_a_type_of_ones_own_codebook_has_no_intensity() -> None:
    reading = made().reading
    own = replace(reading, events=(replace(reading.events[0], type="FLOOD", mode=None),))
    (row,) = table(replace(made(), reading=own)).to_dict("records")
    assert (row["Event Type"], row["Intensity"]) == ("FLOOD", "")


def test_only_what_was_asked_for_is_a_row() -> None:
    some = table(replace(made(), chosen=frozenset(("v3",))))
    assert [id[-3:] for id in some["Event ID"]] == ["-v3"]
