"""Searches that somebody watches: what was asked, what they have seen of it, and who else is told."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_hex

from sqlalchemy import delete, func, select, update

from sayso.ledger.accounts.clock import now, written
from sayso.ledger.asking import Filter
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.hits import HITS, Hit, Kind, rows_of
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import ask
from sayso.ledger.tables import documents, searches

MOST = 200  # searches of one person
_LONGEST_NAME = 120
_LONGEST_FAILURE = 300
CAP = 1_000  # new hits that are counted


@dataclass(frozen=True, slots=True)
class Saved:
    """A search that somebody watches.

    Attributes:
        id: in this ledger.
        owner: name of the user, "" where nobody need log in.
        name: that they gave it.
        kind: claims or events.
        query: as in an address, without the "?".
        created: when, ISO 8601 in UTC.
        seen: number of the last document of the ledger when they looked last.
        hook: address that is told of new hits, or None.
        told: number of the last document of the ledger when it was told last.
        failure: why it could not be told the last time, or None.
    """

    id: str
    owner: str
    name: str
    kind: Kind
    query: str
    created: str
    seen: int
    hook: str | None
    told: int
    failure: str | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """What answers a search in documents that came in after one of them.

    Attributes:
        hits: of the last document first.
        total: how many there are; at most `CAP`.
        capped: there are more than `total`.
    """

    hits: tuple[Hit, ...]
    total: int
    capped: bool


def save(ledger: Ledger, name: str, *, owner: str, kind: Kind, query: str) -> Saved:
    """A new search to watch; what the ledger holds now counts as seen.

    Raises:
        LedgerError: the name cannot be taken, or there are too many.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > _LONGEST_NAME:
        raise LedgerError(f"{name!r:.40} is no name of a search; give one of up to {_LONGEST_NAME} letters")
    last = last_document(ledger)
    one = Saved(token_hex(6), owner, clean, kind, query, written(now()), last, None, last, None)
    with ledger.transaction() as connection:
        mine = select(func.count()).select_from(searches).where(searches.c.owner == owner)
        if (connection.scalar(mine) or 0) >= MOST:
            raise LedgerError(f"{MOST} searches are watched already; let one go first")
        connection.execute(searches.insert().values({name: getattr(one, name) for name in _FIELDS}))
    return one


def saved_of(ledger: Ledger, owner: str) -> list[Saved]:
    """By their names."""
    rows = select(searches).where(searches.c.owner == owner).order_by(searches.c.name, searches.c.id)
    with ledger.transaction() as connection:
        return [Saved(*row) for row in connection.execute(rows)]


def hooked(ledger: Ledger) -> list[Saved]:
    """Those that tell somebody else, of all owners."""
    rows = select(searches).where(searches.c.hook.is_not(None)).order_by(searches.c.id)
    with ledger.transaction() as connection:
        return [Saved(*row) for row in connection.execute(rows)]


def forget(ledger: Ledger, id: str, *, owner: str) -> None:
    """Raises AbsentError where they watch no such search."""
    with ledger.transaction() as connection:
        gone = connection.execute(delete(searches).where(searches.c.id == id, searches.c.owner == owner))
        if not gone.rowcount:
            raise _absent(id)


def note_seen(ledger: Ledger, id: str, *, owner: str) -> None:
    """What the ledger holds now has been looked at; raises AbsentError as `forget` does."""
    _change(ledger, id, owner, seen=last_document(ledger))


def set_hook(ledger: Ledger, id: str, hook: str | None, *, owner: str) -> None:
    """Who is told from now on, None for nobody; raises AbsentError as `forget` does."""
    _change(ledger, id, owner, hook=hook, told=last_document(ledger), failure=None)


def note_told(ledger: Ledger, one: Saved, *, told: int, failure: str | None) -> None:
    """What became of telling; the same hits are told again where it failed."""
    short = failure[:_LONGEST_FAILURE] if failure else None
    values = {"failure": short} if failure else {"failure": None, "told": told}
    with ledger.transaction() as connection:
        connection.execute(update(searches).where(searches.c.id == one.id).values(values))


def last_document(ledger: Ledger) -> int:
    """The number of the document that came in last, 0 for none."""
    with ledger.transaction() as connection:
        return connection.scalar(select(func.max(documents.c.number))) or 0


def arrived(ledger: Ledger, words: str, filter: Filter, *, kind: Kind, beyond: int, limit: int) -> Arrived:
    """What answers in documents that came in after this number, the last first.

    Raises:
        LedgerError: the question cannot be understood.
    """
    with ledger.transaction() as connection:
        numbers = ask(ledger, connection, words, filter, kind=kind).arrived(beyond=beyond, most=CAP + 1)
        rows = rows_of(connection, kind, numbers[:limit])
    hits = tuple(HITS[kind](**row, marks={}) for row in rows)
    return Arrived(hits, min(len(numbers), CAP), len(numbers) > CAP)


_FIELDS = tuple(column.name for column in searches.columns)


def _change(ledger: Ledger, id: str, owner: str, **values: object) -> None:
    with ledger.transaction() as connection:
        mine = update(searches).where(searches.c.id == id, searches.c.owner == owner)
        if not connection.execute(mine.values(values)).rowcount:
            raise _absent(id)


def _absent(id: str) -> LedgerError:
    return AbsentError(f"nobody watches a search {id!r:.40}; the page of searches tells which there are")
