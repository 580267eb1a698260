"""PLOVER's JSON, as programs read it that know the manual's fields."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pandas as pd

from sayso.export.exported import Exported
from sayso.export.formats.plover import write
from tests.export.formats.given import border, made, whole

# Of the manual's tables; those without which there is no record stand first.
REQUIRED = ("id", "date", "actor", "event")
FIELDS = frozenset(
    (
        *REQUIRED, "has_event", "time", "enddate", "endtime", "recipient", "event_loc", "event_text",
        "quad_code",
        "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date",
        "coded_time", "comment", "size",
    )
)  # fmt: skip
OURS = ("standing", "vouched_for_by", "denied_by", "why", "told", "review", "confidence", "date_precision")


def records(*documents: Exported) -> dict[str, dict[str, Any]]:
    lines = [json.loads(line) for line in whole(write, *documents).splitlines()]
    return {line["id"].rpartition("-")[2]: line for line in lines}


def test_a_record_has_the_manuals_fields_and_says_first_how_it_is_told() -> None:
    for record in records(made(), border()).values():
        assert set(record) <= FIELDS | set(OURS)
        assert set(REQUIRED) <= set(record)
        assert list(record)[:2] == ["id", "standing"]


def test_a_denied_event_cannot_be_read_as_one_that_happened() -> None:
    record = records(made())["v2"]
    assert (record["event"], record["mode"]) == (["ASSAULT"], ["heavy-weapons"])
    assert (record["standing"], record["denied_by"]) == ("denied", ["Ostrand"])
    assert (
        record["comment"] == "denied; vouched for by drivers < The minister, Ilena Brask; denied by Ostrand"
    )
    assert record["told"]["against"] == 1


def test_days_and_numbers_are_the_texts_own() -> None:
    told = records(made())
    assert (told["v4"]["date"], told["v4"]["size"]) == ("2025-03-10", {"injured": [9, None]})
    assert (told["v5"]["date"], told["v5"]["enddate"]) == ("2025-03-17", "2025-03-23")
    # the text tells no day, so it is that of publication, and the record says so
    assert (told["v3"]["date"], told["v3"]["date_precision"]) == ("2025-03-14", "publication")
    assert "enddate" not in told["v4"]


def test_places_and_parties_have_the_manuals_names() -> None:
    told = records(made())
    assert told["v5"]["event_loc"] == {"extracted_place": "Telmara", "resolved_place": "Telmara"}
    assert told["v2"]["actor"] == [{"entity_text": "They", "identifier_text": "Ostrand"}]
    assert told["v3"]["actor"] == []
    assert "recipient" not in told["v3"]


def test_pandas_reads_a_line_as_a_row() -> None:
    read = pd.read_json(StringIO(whole(write, made())), lines=True)
    assert list(read["standing"]) == [event.standing for event in made().reading.events]


def test_only_what_was_asked_for_is_a_record() -> None:
    assert list(records(replace(made(), chosen=frozenset(("v3", "c1"))))) == ["v3"]
