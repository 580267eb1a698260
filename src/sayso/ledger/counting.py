"""How the answers of a search are spread over the values of their facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from sayso.ledger.asking import Filter
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.ordering import Asked
from sayso.ledger.searching import CAP, ask
from sayso.ledger.tables import documents

_FACETS: Mapping[Kind, tuple[str, ...]] = {
    "claims": (
        "outlet", "naming", "identity", "affiliation", "country", "attitude", "standing", "review", "day",
    ),
    "events": ("outlet", "type", "mode", "standing", "countries", "actors", "recipients", "review", "day"),
}  # fmt: skip
# Columns that hold several values, and what stands between them.
_SEVERAL = {"countries": " ", "actors": "; ", "recipients": "; "}
_NAMES = {"countries": "country", "actors": "actor", "recipients": "recipient", "day": "year"}


@dataclass(frozen=True, slots=True)
class Counts:
    """Values of the facets of what a search finds.

    Attributes:
        facets: facet -> its values with how many records have them, the most frequent first, at most as
            many as were asked for.
        counted: records that were counted.
        capped: more records answer than were counted.
    """

    facets: Mapping[str, tuple[tuple[str, int], ...]]
    counted: int
    capped: bool


def facets(
    ledger: Ledger, words: str = "", filter: Filter | None = None, *, kind: Kind = "claims", most: int = 20
) -> Counts:
    """The values of each facet among the answers, of which at most 10,000 are looked at.

    Raises:
        LedgerError: the question cannot be understood.
    """
    with ledger.transaction() as connection:
        asked = ask(ledger, connection, words, filter, kind=kind)
        rows = _rows(asked)
    # a column at a time, since most of its values are told often
    columns = zip(*rows[:CAP], strict=True) if rows else ((),) * len(_FACETS[kind])
    found = {
        _NAMES.get(name, name): _counted(name, column)
        for name, column in zip(_FACETS[kind], columns, strict=True)
    }
    spread = {name: tuple(sorted(one.items(), key=_rank)[:most]) for name, one in found.items()}
    return Counts(spread, min(len(rows), CAP), len(rows) > CAP)


def _rank(item: tuple[str, int]) -> tuple[int, str]:
    return (-item[1], item[0])


def _rows(asked: Asked) -> Sequence[Sequence[str | None]]:
    """The values of the records that answer, one more than are counted where there are so many."""
    numbers = asked.first(most=CAP + 1)
    rows = (
        select(*(_column(asked, name) for name in _FACETS[asked.kind]))
        .select_from(numbers)
        .join(asked.table, asked.table.c.number == numbers.c.number)
        .join(documents, documents.c.number == asked.table.c.document)
        .order_by(numbers.c.number)
    )
    return asked.connection.execute(rows).all()


def _counted(name: str, column: Iterable[str | None]) -> Counter[str]:
    """How often each value is told."""
    found: Counter[str] = Counter()
    for told, times in Counter(column).items():
        for value in _each(name, told):
            found[value] += times
    return found


def _column(asked: Asked, name: str) -> ColumnElement[str | None]:
    return documents.c.outlet if name == "outlet" else asked.table.c[name]


def _each(name: str, told: str | None) -> Sequence[str]:
    if not told:
        return ()
    if name == "day":
        return (told[:4],)
    return tuple(dict.fromkeys(told.split(_SEVERAL[name]))) if name in _SEVERAL else (told,)
