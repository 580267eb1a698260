"""Records as the frames of pandas and polars, neither of which sayso needs for anything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from sayso.ledger.errors import LedgerError

# All other columns are texts; a column of which no value is known is of its kind all the same.
_WHOLE = ("start", "end", "documents", "origins", "records", "mentions", "sources")
_BROKEN = ("confidence", "lat", "lon")


def to_pandas(records: Iterable[object], columns: Sequence[str]) -> Any:
    """A `pandas.DataFrame` of these columns; raises LedgerError where pandas is not installed."""
    return _library("pandas").DataFrame(_cells(records, columns), columns=list(columns))


def to_polars(records: Iterable[object], columns: Sequence[str]) -> Any:
    """A `polars.DataFrame` of these columns; raises LedgerError where polars is not installed."""
    polars = _library("polars")
    kinds = {**dict.fromkeys(_WHOLE, polars.Int64), **dict.fromkeys(_BROKEN, polars.Float64)}
    schema = {name: kinds.get(name, polars.String) for name in columns}
    return polars.DataFrame(_cells(records, columns), schema=schema)


def _cells(records: Iterable[object], columns: Sequence[str]) -> dict[str, list[Any]]:
    cells: dict[str, list[Any]] = {name: [] for name in columns}
    for record in records:
        for name, column in cells.items():
            column.append(getattr(record, name))
    return cells


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise LedgerError(f'a {name} frame needs {name}: pip install "sayso[frames]"') from None
