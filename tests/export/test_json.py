"""The one JSON object, with the names that users' scripts rely on."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sayso.export.json import to_json, to_object
from sayso.schema.reading import Reading

SOURCE = [
    "start", "end", "text", "resolved", "entity", "identity", "naming", "affiliation", "role", "country",
    "sector", "unsure",
]  # fmt: skip


def spans(value: Any) -> list[dict[str, Any]]:
    """Every object with a start, an end and a text, wherever it stands."""
    if isinstance(value, list):
        return [span for item in value for span in spans(item)]
    if not isinstance(value, dict):
        return []
    found = [value] if {"start", "end", "text"} <= value.keys() and value["start"] is not None else []
    return found + [span for item in value.values() for span in spans(item)]


def test_the_object_has_the_promised_keys_in_their_order(reading: Reading) -> None:
    assert list(to_object(reading))[:8] == [
        "sayso", "encoder", "document", "entities", "attributions", "events", "claims", "profile",
    ]  # fmt: skip


def test_an_attribution_has_the_promised_fields(reading: Reading) -> None:
    for attribution in to_object(reading)["attributions"]:
        assert list(attribution) == [
            "id",
            "source",
            "cue",
            "content",
            "form",
            "attitude",
            "channel",
            "parent",
        ]
        assert list(attribution["source"]) == SOURCE


def test_a_source_without_words_is_an_object_without_a_span(reading: Reading) -> None:
    source = to_object(reading)["attributions"][4]["source"]
    assert (source["start"], source["end"], source["text"]) == (None, None, None)
    assert source["identity"] == "none_given"


def test_cutting_the_text_gives_every_span(reading: Reading) -> None:
    shown = json.loads(to_json(reading))
    text = shown["document"]["text"]
    found = spans(shown)
    assert len(found) > 15
    assert all(text[span["start"] : span["end"]] == span["text"] for span in found)


def test_what_is_printed_is_the_object(reading: Reading) -> None:
    assert json.loads(to_json(reading)) == to_object(reading)
    assert json.loads(to_json(reading, indent=2)) == to_object(reading)


def test_letters_stay_letters(reading: Reading) -> None:
    assert "“the first shells" in to_json(reading)


def test_half_a_surrogate_pair_in_metadata_can_still_be_written(reading: Reading) -> None:
    broken = replace(reading, document=replace(reading.document, outlet="Courier \ud83d"))
    assert "Courier \N{REPLACEMENT CHARACTER}" in to_json(broken).encode("utf-8").decode("utf-8")
