"""What `timeline`, `network` and `map` answer: rows, which are a frame and a chart as well."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any, ClassVar, Generic, TypeVar

from sayso.charts import library
from sayso.ledger.errors import LedgerError
from sayso.ledger.frames import to_pandas, to_polars

Row = TypeVar("Row")


class Drawn(ABC, Generic[Row]):
    """Rows that can be drawn.

    Args:
        rows: all of them.
        note: what is left out, in a sentence, or "".
    """

    of: ClassVar[Any]  # the class of a row

    def __init__(self, rows: tuple[Row, ...], note: str) -> None:
        self.rows = rows
        self.note = note

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @abstractmethod
    def chart(self) -> Any:
        """An `altair` chart; raises LedgerError where Altair is not installed."""

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`, a row to each."""
        return to_pandas(self.rows, self.columns())

    def to_polars(self) -> Any:
        """A `polars.DataFrame`, a row to each."""
        return to_polars(self.rows, self.columns())

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        return tuple(field.name for field in fields(cls.of))

    def plain(self) -> list[dict[str, Any]]:
        """The rows as dicts."""
        return [asdict(row) for row in self.rows]  # type: ignore[call-overload]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Mapping[str, Any]:
        """A notebook shows the chart, and where there is no Altair a line.

        Altair's own way of showing one loads a script from a server; this one asks nobody.
        """
        try:
            return library.shown(self.chart())
        except LedgerError as error:
            return {"text/plain": f"{type(self).__name__} of {len(self)} rows ({error})"}
