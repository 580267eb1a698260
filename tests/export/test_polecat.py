"""The table that programs made for POLECAT read."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from sayso.codebook import load_codebook
from sayso.export import polecat
from sayso.schema.event import Event, EventDate, Place, Role
from sayso.schema.reading import Reading
from sayso.schema.span import Span

PLOVER = load_codebook()
HEADER = """Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|\
Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|\
Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|\
Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|\
GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|\
Story Locations|Language|Version""".split("|")
OURS = [
    "Standing", "Vouched For By", "Denied By", "Holder", "Source Text", "Source Kind", "Source Country",
    "Source Sector", "Cue", "Anchor", "Passage",
]  # fmt: skip


def told(reading: Reading) -> list[dict[str, str]]:
    """The table as a program reads it that splits lines at tabs."""
    header = polecat.heading().split("\t")
    lines = [polecat.line(row).split("\t") for row in polecat.rows(reading, PLOVER)]
    return [dict(zip(header, line, strict=True)) for line in lines]


def with_first(reading: Reading, **fields: object) -> Reading:
    return replace(reading, events=(replace(reading.events[0], **fields), *reading.events[1:]))  # type: ignore[arg-type]


def role(text: str, **fields: str) -> Role:
    return replace(Role(0, len(text), text, None, None, None), **fields)  # type: ignore[arg-type]


def test_the_header_is_polecats_forty_columns_and_then_ours() -> None:
    assert len(HEADER) == 40
    assert polecat.heading().split("\t") == HEADER + OURS


def test_actors_and_recipients_make_a_row_each_with_one_event_id(reading: Reading) -> None:
    two = (role("Karvia", country="KAR", sector="GOV"), role("Ostrand"))
    three = (role("Telmara"), role("drivers"), role("monitors"))
    rows = told(with_first(reading, actors=two, recipients=three))
    first = [row for row in rows if row["Event ID"].endswith("-v1")]
    assert [(row["Actor Name Raw"], row["Recipient Name Raw"]) for row in first] == [
        (actor.text, recipient.text) for actor in two for recipient in three
    ]
    assert first[0]["Actor Country"] == "KAR"
    assert first[0]["Primary Actor Sector"] == first[0]["Actor Sectors"] == "GOV"


@pytest.mark.parametrize(("actors", "recipients"), [((), ()), ((role("Karvia"),), ()), ((), (role("men"),))])
def test_an_event_without_somebody_is_one_row_all_the_same(
    reading: Reading, actors: tuple[Role, ...], recipients: tuple[Role, ...]
) -> None:
    rows = told(with_first(reading, actors=actors, recipients=recipients))
    assert sum(row["Event ID"].endswith("-v1") for row in rows) == 1


def test_a_row_tells_on_whose_word_it_stands(reading: Reading) -> None:
    row = next(row for row in told(reading) if row["Standing"] == "denied")
    assert row["Holder"] == "drivers < The minister, Ilena Brask"
    assert (row["Vouched For By"], row["Denied By"]) == ("drivers < The minister, Ilena Brask", "Ostrand")
    assert (row["Source Text"], row["Source Kind"], row["Cue"]) == (
        "drivers", "unnamed_group", "had told her",
    )  # fmt: skip
    assert row["Anchor"] in row["Passage"]
    assert told(reading)[0]["Holder"] == "the author"


def test_values_hold_no_tab_and_no_line_end(reading: Reading) -> None:
    document = replace(reading.document, outlet="The\tTelmara\r\nCourier\u2028\x0b\x00 Daily")
    hostile = with_first(replace(reading, document=document), actors=(role("a\tb\nc"),))
    lines = [polecat.line(row) for row in polecat.rows(hostile, PLOVER)]
    assert {line.count("\t") for line in lines} == {len(HEADER + OURS) - 1}
    assert {len(line.splitlines()) for line in lines} == {1}
    assert told(hostile)[0]["Source"] == "The Telmara Courier Daily"
    assert told(hostile)[0]["Actor Name Raw"] == "a b c"


def test_a_reader_that_knows_quotation_marks_sees_the_same_rows(reading: Reading) -> None:
    quoting = with_first(reading, actors=(role('"Red" brigade'),))
    lines = [polecat.heading(), *(polecat.line(row) for row in polecat.rows(quoting, PLOVER))]
    read = list(csv.reader(lines, delimiter="\t"))
    assert read == [line.split("\t") for line in lines]
    assert read[1][HEADER.index("Actor Name Raw")].strip() == '"Red" brigade'


def test_no_value_begins_a_formula_but_intensity_is_a_number(reading: Reading) -> None:
    row = told(with_first(reading, type="ASSAULT", mode=None, actors=(role("@karvia"),)))[0]
    assert row["Actor Name Raw"] == "'@karvia"
    assert float(row["Intensity"]) < 0


def test_place_and_date_fill_their_columns(reading: Reading) -> None:
    place = Place(0, 6, "Karvia", "Telmara", "KEN", "Northern", -1.5, 36.25, 42)
    date = EventDate("2025-02-01", "2025-03-01", "month", None, "past")
    row = told(with_first(reading, place=place, date=date))[0]
    assert row["Event Date"] == "2025-02-01"
    assert (row["Placename"], row["Raw Placename"], row["Country"], row["Province"]) == (
        "Telmara", "Karvia", "KEN", "Northern",
    )  # fmt: skip
    assert (row["Latitude"], row["Longitude"], row["GeoNames ID"]) == ("-1.50000", "36.25000", "42")


def test_an_undated_event_has_the_first_day_of_publication(reading: Reading) -> None:
    undated = with_first(reading, date=EventDate(None, None, "unknown", None, "past"))
    document = replace(reading.document, published="2025-03-01/2025-04-01")
    assert told(undated)[0]["Event Date"] == "2025-03-14"
    assert told(replace(undated, document=document))[0]["Event Date"] == "2025-03-01"
    assert told(replace(undated, document=replace(document, published=None)))[0]["Event Date"] == ""


def test_the_passage_is_of_the_anchors_own_paragraph(reading: Reading) -> None:
    text = "Headline here\n" + "word " * 100 + "shelled " + "word " * 100 + "\nEnd."
    at = text.index("shelled")
    anchor = Span.cut(text, at, at + len("shelled"))
    event: Event = replace(reading.events[0], anchor=anchor, attributions=())
    long = replace(reading, document=replace(reading.document, text=text), events=(event,))
    passage = told(long)[0]["Passage"]
    assert passage.startswith("… word")
    assert passage.endswith("word …")
    assert "Headline" not in passage
