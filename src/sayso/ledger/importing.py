"""Rows of other event data sets into a ledger: some at a time, each once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import Connection, and_, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from sayso.ledger.importedrow import pack_row
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import imported
from sayso.ledger.writing import clean, cleaned
from sayso.schema.imported import Imported, row_digest

_Key = tuple[str, str, str]
_Given = tuple[Imported, _Key, str]
Entered = Literal["imported", "known", "changed"]
_KEYED = (imported.c.dataset, imported.c.id, imported.c.part)
_AT_ONCE = 500  # values in one statement


def add_imported(ledger: Ledger, rows: Sequence[Imported], *, renew: bool = False) -> list[Entered]:
    """Puts rows into the ledger, in one transaction.

    Args:
        ledger: opened for writing.
        rows: in any order; what has one key twice is looked at in order.
        renew: take a changed row instead of the one that is there.

    Returns:
        For each row: `imported`; `known`, the same row is there; `changed`, a row with its id is there that
        differs, and stays unless `renew` is given.
    """
    given = [(row, _key(row), row_digest(row.row)) for row in rows]
    return ledger.attempt(lambda connection: _add(connection, given, renew=renew))


def _add(connection: Connection, given: Sequence[_Given], *, renew: bool) -> list[Entered]:
    known = _digests(connection, [key for _, key, _ in given])
    fresh: dict[_Key, dict[str, Any]] = {}
    outdated: set[_Key] = set()
    entered: list[Entered] = []
    for row, key, digest in given:
        before = known.get(key)
        entered.append("imported" if before is None else "known" if before == digest else "changed")
        if before is None or (before != digest and renew):
            outdated |= {key} if before is not None else set()
            known[key], fresh[key] = digest, _values(row, digest)
    for key in sorted(outdated):
        connection.execute(
            delete(imported).where(and_(*(column == part for column, part in zip(_KEYED, key, strict=True))))
        )
    if fresh:
        # another writer may have brought the same row meanwhile
        connection.execute(_insert(connection).on_conflict_do_nothing(), list(fresh.values()))
    return entered


def _digests(connection: Connection, keys: Sequence[_Key]) -> dict[_Key, str]:
    """Of the rows that are there: digest by key."""
    found: dict[_Key, str] = {}
    for dataset in sorted({key[0] for key in keys}):
        ids = sorted({key[1] for key in keys if key[0] == dataset})
        for at in range(0, len(ids), _AT_ONCE):
            some = imported.c.id.in_(ids[at : at + _AT_ONCE])
            rows = connection.execute(
                select(*_KEYED, imported.c.digest).where(imported.c.dataset == dataset, some)
            )
            found |= {(row[0], row[1], row[2]): row[3] for row in rows}
    return found


def _key(row: Imported) -> _Key:
    """As the store has it."""
    return row.dataset, clean(row.id), clean(row.part)


def _values(row: Imported, digest: str) -> dict[str, Any]:
    """A row's columns."""
    return cleaned(
        {
            "dataset": row.dataset,
            "id": row.id,
            "part": row.part,
            "day": row.day,
            "type": row.type,
            "mode": row.mode,
            "code": row.code,
            "actor": row.actor.name,
            "actor_countries": " ".join(row.actor.countries),
            "actor_sectors": "; ".join(row.actor.sectors),
            "recipient": row.recipient.name,
            "recipient_countries": " ".join(row.recipient.countries),
            "recipient_sectors": "; ".join(row.recipient.sectors),
            "place": row.place,
            "country": row.country,
            "lat": row.lat,
            "lon": row.lon,
            "mentions": row.mentions,
            "sources": row.sources,
            "outlet": row.outlet,
            "url": row.url,
            "digest": digest,
            "row": pack_row(row.row),
        }
    )


def _insert(connection: Connection) -> Any:
    return sqlite.insert(imported) if connection.dialect.name == "sqlite" else postgresql.insert(imported)
