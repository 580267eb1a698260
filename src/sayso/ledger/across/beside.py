"""Imported rows beside what sayso read: which of them have an account, on whose word, and which have none.

A row and an account are laid beside each other where both have one type of PLOVER, their days are no more
than one apart, and `comparing.likeness` finds that they may be of one event. Nothing is decided by that: the
row stays without a standing of its own, and the accounts keep theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, func, select

from sayso.ledger.across.alongside import NOTHING, Alongside, Shelf, around
from sayso.ledger.errors import LedgerError
from sayso.ledger.imported import Chosen, matching
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import events, imported
from sayso.schema.event import Standing
from sayso.schema.imported import NOT_TOLD, Imported
from sayso.schema.plain import to_plain

Wanted = Literal["with", "without", "all"]
MOST = 1_000  # rows that are listed
_ON_WORD: frozenset[Standing] = frozenset(("reported", "admitted", "denied"))
_AGAINST: frozenset[Standing] = frozenset(("denied", "negated"))


@dataclass(frozen=True, slots=True)
class Beside:
    """An imported row with the accounts of what it may be of.

    Attributes:
        imported: the row; it has no standing.
        accounts: the earliest published first; empty where sayso read none.
    """

    imported: Imported
    accounts: tuple[Alongside, ...]


@dataclass(slots=True)
class Counts:
    """How many of the rows that were asked for; each of them counts once to a line.

    Attributes:
        rows: all.
        uncompared: those without a day, or whose code has no counterpart in PLOVER.
        accounted: those with an account.
        unaccounted: those without one.
        outside: of `unaccounted` those near whose day the ledger has no event at all.
        told: of `accounted` those that some outlet tells in its own voice.
        on_word: of `accounted` those that no outlet tells in its own voice, and some on somebody's word.
        against: of `accounted` those that somebody denies.
        standings: standing -> rows that have an account of it; a row may have several.
    """

    rows: int = 0
    uncompared: int = 0
    accounted: int = 0
    unaccounted: int = 0
    outside: int = 0
    told: int = 0
    on_word: int = 0
    against: int = 0
    standings: Counter[str] = field(default_factory=Counter)

    def add(self, accounts: Sequence[Alongside]) -> None:
        """Counts one row that was compared."""
        if not accounts:
            self.unaccounted += 1
            return
        found = {one.testimony.account.standing for one in accounts}
        self.accounted += 1
        self.told += "fact" in found
        self.on_word += "fact" not in found and bool(found & _ON_WORD)
        self.against += bool(found & _AGAINST)
        self.standings.update(found)


@dataclass(frozen=True, slots=True)
class Laid:
    """Imported rows beside what sayso read.

    Attributes:
        rows: the first of those that were wanted, by day, data set and id.
        counts: of all.
    """

    rows: tuple[Beside, ...]
    counts: Counts


def beside(
    ledger: Ledger,
    chosen: Chosen = Chosen(),  # noqa: B008 (it is frozen)
    *,
    wanted: Wanted = "with",
    limit: int = 50,
    at: Callable[[int, int], object] = lambda done, total: None,
) -> Laid:
    """Lays imported rows beside the events that sayso read.

    Args:
        chosen: which rows.
        wanted: which of them are listed: those with an account, without one, or all.
        limit: how many are listed, 0-1,000; all are counted.
        at: is told how many days are done, and how many there are.

    Raises:
        LedgerError: there is no such data set or day, or the limit is none.
    """
    if not 0 <= limit <= MOST:
        raise LedgerError(f"{limit} rows cannot be listed; expected 0 to {MOST}")
    counts = Counts()
    listed: list[Beside] = []
    with ledger.transaction() as connection:
        counts.rows = _count(connection, chosen)
        days = _days(connection, chosen)
        told = set(connection.scalars(select(events.c.day).where(events.c.day.is_not(None)).distinct()))
    counts.uncompared = counts.rows - sum(days.values())
    shelf = Shelf(ledger)
    for done, day in enumerate(sorted(days), 1):
        near = shelf.near(day) if not told.isdisjoint(around(day)) else NOTHING
        counts.outside += days[day] if near.empty else 0
        if near.empty and (wanted == "with" or len(listed) == limit):
            counts.unaccounted += days[day]
        else:
            for row in _rows(ledger, chosen, day):
                accounts = near.of(row)
                counts.add(accounts)
                if len(listed) < limit and (wanted == "all" or (wanted == "with") == bool(accounts)):
                    listed.append(Beside(row, accounts))
        at(done, len(days))
    return Laid(tuple(listed), counts)


def _count(connection: Connection, chosen: Chosen) -> int:
    return int(connection.scalar(select(func.count()).select_from(imported).where(*chosen.where())) or 0)


def _days(connection: Connection, chosen: Chosen) -> dict[str, int]:
    """How many rows can be compared, by day."""
    rows = (
        select(imported.c.day, func.count())
        .where(*chosen.where(), imported.c.day.is_not(None), imported.c.type.is_not(None))
        .group_by(imported.c.day)
    )
    return {row[0]: row[1] for row in connection.execute(rows)}


def _rows(ledger: Ledger, chosen: Chosen, day: str) -> Iterator[Imported]:
    """Those of a day that can be compared, without the cells as they came, by data set and id."""
    here = (imported.c.day == day, imported.c.type.is_not(None))
    return matching(ledger, [*chosen.where(), *here], cells=False)


def laid_json(laid: Laid) -> dict[str, Any]:
    """As JSON: every row with the word that stands for its standing, every account with its own."""
    rows = []
    for each in laid.rows:
        row = to_plain(each.imported)
        del row["row"]  # was not asked for
        told = {"dataset": row.pop("dataset"), "id": row.pop("id"), "standing": NOT_TOLD, **row}
        rows.append({**told, "accounts": to_plain(each.accounts)})
    counts = to_plain(laid.counts)
    return {"counts": {**counts, "standings": dict(sorted(laid.counts.standings.items()))}, "rows": rows}
