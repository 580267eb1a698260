"""What a layout of an event table is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sayso.schema.imported import Dataset, Imported

Family = Literal["polecat", "icews", "gdelt", "phoenix"]
Cells = Mapping[str, str]


def filled(cells: Cells) -> dict[str, str]:
    """The cells that are not empty, by their columns: the row as it came."""
    return {column: cell for column, cell in cells.items() if cell}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a data set writes its rows, tab-separated.

    Attributes:
        dataset: whose rows they are.
        family: what a user calls it.
        says: name and shape, for messages.
        columns: names in order, as the data set publishes them.
        needed: of these, what a header must name; the others may be missing, and more may be there.
        headless: whether it comes without a header.
        fits: whether the cells of a row without a header are of this layout.
        read: the row of cells that are stripped, by their columns; raises CellError.
        others: other names of a column -> its name in `columns`.
    """

    dataset: Dataset
    family: Family
    says: str
    columns: tuple[str, ...]
    needed: frozenset[str]
    read: Callable[[Cells], Imported]
    headless: bool = False
    fits: Callable[[Cells], bool] = lambda cells: False
    others: Mapping[str, str] = field(default_factory=dict)
