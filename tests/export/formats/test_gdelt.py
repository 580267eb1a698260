"""GDELT's table: what is told as fact, in columns that programs made for GDELT read."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import Any

import pandas as pd
import polars as pl
import pytest

from sayso.export.exported import Counted, Exported
from sayso.export.formats.cameo import write as write_all
from sayso.export.formats.gdelt import write
from sayso.export.gdelt.columns import COLUMNS
from sayso.inputs.eventdata.gdelt import SECOND
from sayso.schema.event import EventDate, Place, Role
from tests.export.formats.given import border, made, whole

NUMBER = r"-?\d+(\.\d+)?"


def rows(*documents: Exported) -> list[dict[str, Any]]:
    """As pandas reads a table of GDELT: by place, and nothing is quoted."""
    told = StringIO(whole(write, *documents))
    read = pd.read_csv(
        told, sep="\t", names=list(COLUMNS), dtype=str, keep_default_na=False, quoting=3, index_col=False
    )
    return [{str(name): value for name, value in row.items()} for row in read.to_dict("records")]


def with_event(one: Exported, **fields: object) -> Exported:
    """A document with one event, told as fact."""
    event = replace(one.reading.events[0], **fields)  # type: ignore[arg-type]
    return replace(one, reading=replace(one.reading, events=(event,)))


def somebody(name: str, country: str | None = None, sector: str | None = None) -> Role:
    return Role(0, 4, "They", None, None, name, country, sector)


def test_the_columns_are_those_that_sayso_reads_itself() -> None:
    assert COLUMNS == SECOND
    assert len(COLUMNS) == 61


def test_no_row_stands_on_anybodys_word_but_the_authors() -> None:
    facts = [event.id for event in made().reading.events if event.standing == "fact"]
    assert len(facts) == 2
    assert [row["EventCode"] for row in rows(made())] == ["112", "190"]
    only_words = tuple(event for event in border().reading.events if event.standing != "fact")
    assert only_words
    assert rows(replace(border(), reading=replace(border().reading, events=only_words))) == []


def test_what_one_outlet_tells_as_fact_and_another_denies_is_no_row() -> None:
    told = with_event(made())
    assert len(rows(told)) == 1
    assert rows(replace(told, counts={"v1": Counted("0123456789abcdef:v1", 4, 4, 3, 1)})) == []


def test_an_event_stands_once_and_copies_are_one_source() -> None:
    counts = {"v1": Counted("0123456789abcdef:v1", 12, 9, 2, 0)}
    one, other = replace(with_event(made()), counts=counts), replace(with_event(border()), counts=counts)
    (row,) = rows(one, other)
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == ("12", "2", "12")


def test_parties_have_cameos_codes() -> None:
    told = with_event(
        made(), actors=(somebody("The press of Romania", "ROU", "JRN"),),
        recipients=(somebody("A rebel", "KEN", "REB"), somebody("The council", "UNO")),
    )  # fmt: skip
    first, second = rows(told)
    assert (first["Actor1Code"], first["Actor1Name"]) == ("ROMMED", "THE PRESS OF ROMANIA")
    assert (first["Actor1CountryCode"], first["Actor1Type1Code"]) == ("ROM", "MED")
    assert (first["Actor2Code"], first["Actor2CountryCode"], first["Actor2Type1Code"]) == (
        "KENREB",
        "KEN",
        "REB",
    )
    assert (second["Actor2Code"], second["Actor2CountryCode"]) == ("IGOUNO", "")
    assert (second["Actor2Type1Code"], second["Actor2KnownGroupCode"]) == ("IGO", "UNO")
    assert first["GLOBALEVENTID"] != second["GLOBALEVENTID"]


def test_the_parties_of_a_meeting_do_not_meet_themselves() -> None:
    both = (somebody("Kestria"), somebody("Daluvia"))
    found = rows(with_event(made(), actors=both, recipients=both))
    assert [(row["Actor1Name"], row["Actor2Name"]) for row in found] == [
        ("KESTRIA", "DALUVIA"), ("DALUVIA", "KESTRIA"),
    ]  # fmt: skip
    (row,) = rows(with_event(made(), actors=both[:1], recipients=both[:1]))
    assert (row["Actor1Name"], row["Actor2Name"]) == ("KESTRIA", "")


def test_a_place_has_the_code_by_which_gdelt_names_its_country() -> None:
    place = Place(0, 5, "Arusha", "Arusha", "TZA", "Arusha", -3.36667, 36.68333, 161325)
    (row,) = rows(with_event(made(), place=place))
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"]) == ("4", "TZ")
    assert row["ActionGeo_FullName"] == "Arusha, Tanzania"
    assert (row["ActionGeo_Lat"], row["ActionGeo_Long"]) == ("-3.3667", "36.6833")


def test_days_are_written_as_gdelt_writes_them() -> None:
    (row,) = rows(with_event(made(), date=EventDate("2025-02-18", "2025-02-19", "day", None, "past")))
    names = ("SQLDATE", "MonthYear", "Year", "FractionDate", "DATEADDED")
    assert [row[name] for name in names] == ["20250218", "202502", "2025", "2025.1315", "20250314000000"]


@pytest.mark.parametrize("published", [None, "2025"])
def test_without_any_day_there_is_none(published: str | None) -> None:
    told = with_event(made(), date=EventDate(None, None, "unknown", None, "past"))
    document = replace(told.reading.document, published=published)
    (row,) = rows(replace(told, reading=replace(told.reading, document=document)))
    assert (row["SQLDATE"], row["DATEADDED"]) == ("", "")


def test_a_type_that_cameo_does_not_know_is_no_row() -> None:
    assert rows(with_event(made(), type="FLOOD")) == []


def test_a_quotation_mark_does_not_swallow_the_rows_behind_it() -> None:
    told = with_event(made(), actors=(somebody('"The Crow'), somebody("Ostrand")))
    read = pl.read_csv(
        whole(write, told).encode(), separator="\t", has_header=False, new_columns=list(COLUMNS),
        infer_schema=False,
    )  # fmt: skip
    assert read["Actor1Name"].to_list() == ["'THE CROW", "OSTRAND"]


def test_the_table_of_all_events_says_first_how_each_is_told() -> None:
    read = pd.read_csv(StringIO(whole(write_all, made())), sep="\t", dtype=str, keep_default_na=False)
    assert list(read.columns) == [*read.columns[:11], *COLUMNS]
    told = {row["Event"].rpartition("-")[2]: row for row in read.to_dict("records")}
    assert set(told) == {event.id for event in made().reading.events}
    assert (told["v2"]["Standing"], told["v2"]["DeniedBy"]) == ("denied", "Ostrand")
    assert told["v2"]["VouchedForBy"] == "drivers < The minister, Ilena Brask"
    assert read["EventCode"].str.fullmatch(NUMBER).all()
    some = whole(write_all, replace(made(), chosen=frozenset(("v3",)))).splitlines()
    assert len(some) == 2
