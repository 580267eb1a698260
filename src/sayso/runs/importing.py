"""Event tables into a ledger: rows of their own kind, some to a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from sayso.inputs.eventdata.rows import Unread
from sayso.ledger.importing import add_imported
from sayso.ledger.ledger import Ledger
from sayso.schema.imported import Imported

AT_ONCE = 1_000  # rows in a transaction
Became = Literal["imported", "known", "changed", "refused"]


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one row.

    Attributes:
        name: data set and id, or file and line.
        status: imported; known (the same row is there); changed (another row with its id is there); refused.
        why: a sentence for a person, or "".
        untyped: whether its code has no counterpart in PLOVER.
    """

    name: str
    status: Became
    why: str = ""
    untyped: bool = False


def import_rows(found: Iterable[Imported | Unread], ledger: Ledger, *, renew: bool = False) -> Iterator[Row]:
    """Puts every row into the ledger; what became of each, in their order.

    Whatever was yielded is in the ledger for good, so the same again goes on where it was.

    Args:
        found: rows of tables.
        ledger: opened for writing.
        renew: take changed rows instead of those that are there.

    Raises:
        LedgerError: the ledger cannot be written to.
    """
    rows = iter(found)
    while batch := list(islice(rows, AT_ONCE)):
        given = [one for one in batch if isinstance(one, Imported)]
        entered = iter(add_imported(ledger, given, renew=renew))
        for one in batch:
            if isinstance(one, Unread):
                yield Row(one.name, "refused", one.why)
            else:
                status = next(entered)
                yield Row(one.name, status, _changed(renew) if status == "changed" else "", one.type is None)


def _changed(renew: bool) -> str:
    if renew:
        return "it differs from the row that was there, and takes its place"
    return "it differs from the row that is there, which stays; --renew takes this one"
