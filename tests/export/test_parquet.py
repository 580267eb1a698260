"""Rows as Parquet, read back by the library that wrote them."""

from __future__ import annotations

from io import BytesIO
from itertools import count, islice

import pytest

from sayso.export import parquet as here
from sayso.export.formats import ExportError
from sayso.export.parquet import parquet

tables = pytest.importorskip("pyarrow.parquet")
ROWS = [{"name": "Ilena Brask", "age": 51, "share": 0.5}, {"name": None, "age": None, "share": None}]
COLUMNS = {"name": "text", "age": "whole", "share": "number"}


def test_what_is_written_is_what_is_read() -> None:
    read = tables.read_table(BytesIO(b"".join(parquet(ROWS, COLUMNS))))  # type: ignore[arg-type]
    assert read.to_pylist() == ROWS
    assert [str(field.type) for field in read.schema] == ["string", "int64", "double"]


def test_no_rows_are_a_table_with_columns() -> None:
    read = tables.read_table(BytesIO(b"".join(parquet([], {"name": "text"}))))
    assert (read.num_rows, read.column_names) == (0, ["name"])


def test_the_same_rows_are_the_same_bytes() -> None:
    first, second = (b"".join(parquet(ROWS, COLUMNS)) for _ in range(2))  # type: ignore[arg-type]
    assert first == second


def test_it_is_written_while_it_is_read() -> None:
    pieces = parquet(({"number": number} for number in count()), {"number": "whole"})
    assert all(islice(pieces, 2))


def test_a_library_that_is_missing_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "is_there", lambda: False)
    with pytest.raises(ExportError, match=r"pip install 'sayso\[parquet\]'"):
        list(parquet(ROWS, COLUMNS))  # type: ignore[arg-type]
