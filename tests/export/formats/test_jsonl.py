"""What a search finds as JSON lines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sayso.export.exported import Exported
from sayso.export.formats.jsonl import write
from tests.export.formats.given import made, whole


def records(one: Exported) -> list[dict[str, Any]]:
    return [json.loads(line) for line in whole(write, one).splitlines()]


def test_a_claim_comes_with_its_document_and_all_that_it_passes_through() -> None:
    told = records(replace(made(), chosen=frozenset(("c2",))))
    assert [(one["record"], one.get("id")) for one in told] == [
        ("selection", None),
        ("document", made().reading.document.id),
        ("attribution", "a1"),
        ("attribution", "a2"),
        ("claim", "c2"),
    ]
    assert (told[-1]["review"], told[-1]["told"]["origins"]) == ("accepted", 1)


def test_an_event_comes_with_every_holder_of_its_factuality() -> None:
    told = records(replace(made(), chosen=frozenset(("v2",))))
    assert [one["id"] for one in told if one["record"] in ("attribution", "event")] == ["a1", "a2", "v2"]
    assert told[-1]["standing"] == "denied"


def test_spans_are_found_in_the_text_of_the_document() -> None:
    told = records(made())
    text = next(one["text"] for one in told if one["record"] == "document")
    anchors = [one["anchor"] for one in told if one["record"] == "event"]
    assert [text[one["start"] : one["end"]] for one in anchors] == [one["text"] for one in anchors]


def test_it_is_no_ledger_that_could_be_ingested_again_with_half_of_its_records() -> None:
    assert records(made())[0]["record"] != "ledger"
