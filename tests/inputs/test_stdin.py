"""Standard input: what it may hold, and what is refused there."""

from __future__ import annotations

import io

import pytest

from sayso.inputs.columns import Columns
from sayso.inputs.item import Item
from sayso.inputs.stdin import stdin_items
from sayso.reading import ReadingError

CORRECTION = b'{"record": "correction", "id": "x1", "action": "undo"}'


def given(content: bytes, monkeypatch: pytest.MonkeyPatch, columns: Columns | None = None) -> list[Item]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content))))
    return list(stdin_items(columns or Columns()))


def test_one_article_is_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"Police, the mayor said, made arrests.\n"
    assert [item.content for item in given(text, monkeypatch)] == [text]


def test_json_lines_are_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    found = given(b'{"text": "One."}\n{"text": "Two."}\n', monkeypatch)
    assert [item.content for item in found] == ["One.", "Two."]


def test_what_a_ledger_exported_is_not_taken_for_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    found = given(b'{"record": "ledger", "format": 1}\n' + CORRECTION + b"\n", monkeypatch)
    assert [item.name for item in found] == ["standard input, correction x1"]
    assert not any(item.content for item in found)
    with pytest.raises(ReadingError, match="newer sayso"):
        given(b'{"record": "ledger", "format": 9}\n', monkeypatch)
    with pytest.raises(ReadingError, match="broken first line"):
        given(b'{"record": "ledger"', monkeypatch)


@pytest.mark.parametrize(
    ("content", "columns"),
    [
        (b"text,date\nPolice said so.,2025-01-01\n", Columns()),
        (b'\xef\xbb\xbf"body";"day"\r\nPolice said so.;2025-01-01\r\n', Columns(text="body")),
        (b"title\ttext\nA\tB\n", Columns()),
    ],
)
def test_a_table_is_refused_and_not_read_as_one_article(
    content: bytes, columns: Columns, monkeypatch: pytest.MonkeyPatch
) -> None:
    (item,) = given(content, monkeypatch, columns)
    assert "it is a table" in str(item.fault)
