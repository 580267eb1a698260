"""Rows as a Parquet file, written while they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from itertools import islice
from typing import Any, Literal, TypeVar

from sayso.export.formats import ExportError

Item = TypeVar("Item")
Kind = Literal["text", "whole", "number", "truth"]
TYPE = "application/vnd.apache.parquet"
_ROWS = 20_000  # of one group, which readers take at once
_BATCH = 1_000  # rows that are turned into Arrow together
_EXTRA = "parquet"


def is_there() -> bool:
    """Whether the library that writes it is installed."""
    return find_spec("pyarrow") is not None


def check() -> None:
    """Raises ExportError where the library that writes it is missing."""
    if not is_there():
        raise ExportError(f"Parquet needs pyarrow, which is not installed; pip install 'sayso[{_EXTRA}]'")


def parquet(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, Kind]) -> Iterator[bytes]:
    """The file, piece by piece; the same rows give the same bytes.

    Args:
        rows: each with a value, or None, for every column.
        columns: names with what their values are, in the order of the file.

    Raises:
        ExportError: pyarrow is missing.
    """
    check()
    import pyarrow as pa

    kinds = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "truth": pa.bool_()}
    schema = pa.schema([(name, kinds[kind]) for name, kind in columns.items()])
    yield from nested(rows, schema)


def nested(rows: Iterable[Mapping[str, Any]], schema: Any) -> Iterator[bytes]:
    """The same for a `pyarrow.Schema`, whose columns may nest."""
    import pyarrow as pa
    from pyarrow import parquet as pq

    out, left = _Pieces(), iter(rows)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        # rows of Python take ten times the memory of rows of Arrow
        batches = (pa.RecordBatch.from_pylist(some, schema=schema) for some in _some(left, _BATCH))
        for group in _some(batches, _ROWS // _BATCH):
            writer.write_table(pa.Table.from_batches(group, schema=schema), row_group_size=_ROWS)
            yield out.taken()
    yield out.taken()


def _some(items: Iterator[Item], most: int) -> Iterator[list[Item]]:
    while taken := list(islice(items, most)):
        yield taken


class _Pieces:
    """A file that is only written to, and forgets what was taken from it."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """What was written can still be taken."""

    def taken(self) -> bytes:
        found = b"".join(self._pieces)
        self._pieces.clear()
        return found
