"""An entity of the ledger: who names it, and with whom persons made it one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from sayso.ledger.correcting import standing_ones
from sayso.ledger.ledger import Ledger
from sayso.ledger.merging import across, groups
from sayso.ledger.shown import Decision, Named, ShownEntity
from sayso.ledger.tables import appearances, documents, entities
from sayso.schema.correction import Correction

_MOST_APPEARANCES = 1_000


def shown_entity(ledger: Ledger, id: str) -> ShownEntity:
    """The entity with this id, and all that persons made one with it.

    Raises:
        KeyError: the ledger has none of this id.
    """
    with ledger.transaction() as connection:
        decided = sorted(across(connection, "entity"), key=lambda one: one.order)
        ids = groups(decided).get(id, frozenset((id,)))
        known = {one.id: one for one in _named(connection, ids)}
        mine = known.pop(id)
        total, found = _appearances(connection, ids)
    return ShownEntity(
        id=id,
        kind=mine.kind,
        name=mine.name,
        documents=total,
        appearances=found,
        merged=tuple(known.values()),
        decisions=_about(decided, ids),
    )


def names_of(ledger: Ledger, ids: Iterable[str]) -> dict[str, str]:
    """The name of each of these entities that the ledger has."""
    asked = select(entities.c.id, entities.c.name).where(entities.c.id.in_(list(ids)))
    with ledger.transaction() as connection:
        return {row.id: row.name for row in connection.execute(asked)}


def _about(decided: Sequence[Correction], ids: frozenset[str]) -> tuple[Decision, ...]:
    standing = {one.id for one in standing_ones(decided)}
    return tuple(
        Decision(one, undone=one.action != "undo" and one.id not in standing)
        for one in decided
        if ids.intersection(one.target["entities"])
    )


def _named(connection: Connection, ids: Iterable[str]) -> list[Named]:
    """Those of these entities that the ledger has, by their names."""
    number = func.count(appearances.c.document.distinct())
    asked = (
        select(entities.c.id, entities.c.kind, entities.c.name, number)
        .join(appearances, appearances.c.entity == entities.c.number, isouter=True)
        .where(entities.c.id.in_(list(ids)))
        .group_by(entities.c.id, entities.c.kind, entities.c.name)
        .order_by(entities.c.name, entities.c.id)
    )
    return [Named(*row) for row in connection.execute(asked)]


def _appearances(
    connection: Connection, ids: Iterable[str]
) -> tuple[int, tuple[tuple[str, str | None, str], ...]]:
    """How many documents name any of these, and the first places where they do."""
    mine = appearances.c.entity.in_(select(entities.c.number).where(entities.c.id.in_(list(ids))))
    total = connection.scalar(select(func.count(appearances.c.document.distinct())).where(mine))
    found = connection.execute(
        select(documents.c.id, documents.c.title, appearances.c.record)
        .join(documents, documents.c.number == appearances.c.document)
        .where(mine)
        .order_by(documents.c.id, appearances.c.record)
        .limit(_MOST_APPEARANCES)
    ).all()
    return total or 0, tuple((a, b, c) for a, b, c in found)
