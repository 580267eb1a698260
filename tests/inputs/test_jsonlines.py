"""What a JSON line says about its document, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.inputs.columns import Columns
from sayso.inputs.item import Given, Item, read_item
from sayso.inputs.jsonlines import line_item
from sayso.reading import ReadingError


def line(name: str, text: str) -> Item:
    return line_item(name, text, Columns())


def given(row: object, *, date: str | None = None) -> Given:
    return read_item(line("news.jsonl, line 3", json.dumps(row)), date=date)


def refusal(text: str) -> str:
    with pytest.raises(ReadingError) as refused:
        read_item(line("news.jsonl, line 3", text))
    message = str(refused.value)
    assert message.startswith("news.jsonl, line 3: ")
    assert "\n" not in message
    return message


def test_a_line_goes_before_what_its_text_says() -> None:
    row = {
        "text": "Telmara, 3 March 2025\n\nThe army withdrew.",
        "date": "2025-03-14",
        "title": "Army leaves",
        "outlet": "Courier",
        "url": "https://courier.example/1",
    }
    document = given(row).document
    assert (document.published, document.title, document.outlet, document.url) == (
        "2025-03-14", "Army leaves", "Courier", "https://courier.example/1",
    )  # fmt: skip


def test_other_fields_are_carried_and_so_are_known_ones_that_are_no_strings() -> None:
    row = {"text": "The army withdrew.", "id": 7, "tags": ["a", {"b": None}], "title": {"de": "x"}}
    assert given(row).fields == {"id": 7, "tags": ["a", {"b": None}], "title": {"de": "x"}}


@pytest.mark.parametrize(
    "written", ["2025-03-14", "2025-03-14T09:30:00Z", "14 March 2025", "2025-03-14 09:30"]
)
def test_a_date_may_be_written_in_the_usual_ways(written: str) -> None:
    assert given({"text": "The army withdrew.", "date": written}).document.published == "2025-03-14"


def test_a_date_for_all_is_only_for_those_that_do_not_say(tmp_path: Path) -> None:
    dated = {"text": "The army withdrew.", "date": "2025-03-14"}
    assert given(dated, date="1999-01-01").document.published == "2025-03-14"
    assert given({"text": "The army withdrew."}, date="1999-01-01").document.published == "1999-01-01"
    (tmp_path / "a.txt").write_text("The army withdrew.")
    item = Item("a.txt", path=tmp_path / "a.txt")
    assert read_item(item, date="1999-01-01").document.published == "1999-01-01"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "no JSON"),
        ("not json", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('{"text": ' + "1" * 5000 + "}", "no JSON"),
        ("[1]", "a list"),
        ('"text"', "a string"),
        ("null", "null"),
        ("{}", "no `text`"),
        ('{"text": null}', "no `text`"),
        ('{"text": 7}', "a number"),
        ('{"text": ["a"]}', "a list"),
        ('{"text": true}', "true or false"),
        ('{"text": ""}', "empty"),
        ('{"text": " \\n"}', "white space"),
        ('{"text": "The army withdrew.", "date": "soon"}', "not a date"),
        ('{"text": "The army withdrew.", "date": 20250314}', "not a date"),
    ],
)
def test_a_line_without_a_document_is_refused_in_a_sentence(text: str, told: str) -> None:
    assert told in refusal(text)


def test_numbers_that_json_does_not_know_become_null() -> None:
    item = line("x", '{"text": "The army withdrew.", "a": NaN, "b": -Infinity, "c": 1e999, "d": 1.5}')
    assert read_item(item).fields == {"a": None, "b": None, "c": None, "d": 1.5}


def test_half_a_surrogate_pair_does_not_stop_a_reading() -> None:
    document = given({"text": "The army \ud83d withdrew.", "outlet": "Courier \ud83d"}).document
    document.text.encode("utf-8")
