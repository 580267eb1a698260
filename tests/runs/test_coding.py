"""A shard of documents as lines."""

from __future__ import annotations

import json

import pytest

from sayso.inputs.columns import Columns
from sayso.inputs.jsonlines import line_item
from sayso.runs.coding import Coded, Job, code, heading
from sayso.runs.format import Format

TEXT = "Police arrested nine protesters in Telmara on Friday. The army shelled the village of Sella."


def coded(*rows: object, format: Format = Format.jsonl, standings: tuple[str, ...] = ()) -> Coded:
    shard = [line_item(f"news.jsonl, line {n}", json.dumps(row), Columns()) for n, row in enumerate(rows, 1)]
    return code(shard, Job(format, standings))


def test_an_event_is_an_object_that_can_be_read_on_its_own() -> None:
    found = coded({"text": TEXT, "date": "2025-03-14", "outlet": "Courier\ud83d", "id": [1, "\u2028"]})
    rows = [json.loads(line) for line in found.lines.splitlines()]
    assert len(rows) == found.events > 0
    assert rows[0]["input"] == "news.jsonl, line 1"
    assert rows[0]["document"]["published"] == "2025-03-14"
    assert rows[0]["document"]["outlet"] == "Courier\N{REPLACEMENT CHARACTER}"
    assert rows[0]["fields"] == {"id": [1, "\u2028"]}
    assert len(rows[0]["chain"]) == len(rows[0]["attributions"])


@pytest.mark.parametrize("format", [Format.csv, Format.polecat])
def test_a_table_carries_the_fields_behind_its_columns(format: Format) -> None:
    found = coded({"text": TEXT, "id": 7}, format=format)
    assert found.events > 0
    assert heading(Job(format)).rstrip().lower().endswith("fields")
    assert all(line.rstrip('"').endswith("7}") for line in found.lines.splitlines())
    assert "news.jsonl, line 1" in found.lines


def test_an_event_of_several_rows_is_counted_once() -> None:
    text = "Karvia, Ostrand and Velmora met in Telmara."
    assert coded({"text": text}).events == coded({"text": text}, format=Format.polecat).events


def test_only_the_wanted_standings_are_kept() -> None:
    every = [json.loads(line) for line in coded({"text": TEXT}).lines.splitlines()]
    wanted = every[0]["standing"]
    kept = [json.loads(line) for line in coded({"text": TEXT}, standings=(wanted,)).lines.splitlines()]
    assert kept == [event for event in every if event["standing"] == wanted]


def test_one_document_that_cannot_be_read_leaves_the_others() -> None:
    found = coded({"text": TEXT}, {"body": TEXT}, {"text": TEXT})
    assert (found.items, found.documents, len(found.refused)) == (3, 2, 1)
    assert found.refused[0].startswith("news.jsonl, line 2: ")


def test_a_fault_of_our_own_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso import pipeline

    whole = pipeline._told

    def failing(document: object, analysis: object) -> object:
        if "Sella" in document.text:  # type: ignore[attr-defined]
            raise IndexError("list index out of range")
        return whole(document, analysis)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "_told", failing)
    found = coded({"text": "Police arrested nine protesters in Telmara."}, {"text": TEXT})
    assert found.documents == 1
    assert found.refused == (
        "news.jsonl, line 2: sayso failed on it (IndexError: list index out of range); please report this",
    )
