"""Which entities are one, as persons merged and split them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, or_, select

from sayso.ledger.correcting import standing_ones
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import corrections
from sayso.schema.correction import Correction, CorrectionKind
from sayso.schema.plain import from_plain


def groups(decided: Iterable[Correction]) -> dict[str, frozenset[str]]:
    """The group of each entity that is in one; every group has at least two members.

    A merge joins the groups of all that it names. A split takes each that it names out of its group: it then
    stands alone, and the others stay together.
    """
    found: dict[str, frozenset[str]] = {}
    for one in standing_ones(one for one in decided if one.kind == "entity"):
        if one.action == "merge":
            _merge(found, one.target["entities"])
        else:
            _split(found, one.target["entities"])
    return found


def members(ledger: Ledger, entity: str) -> tuple[str, ...]:
    """The ids of all that are one with this entity, itself included, sorted."""
    with ledger.transaction() as connection:
        return members_in(connection, [entity])


def members_in(connection: Connection, ids: Iterable[str]) -> tuple[str, ...]:
    """The same for several at once, within a transaction."""
    merged = groups(across(connection, "entity"))
    return tuple(sorted({one for id in ids for one in merged.get(id, (id,))}))


def across(connection: Connection, kind: CorrectionKind) -> list[Correction]:
    """What was decided about entities or sources, which span documents."""
    return [one for one in _decided(connection, (None,)) if one.kind == kind]


def decided_about(ledger: Ledger, documents: Iterable[str | None]) -> list[Correction]:
    """All that was decided about these documents; None for what spans documents."""
    with ledger.transaction() as connection:
        return _decided(connection, documents)


def _decided(connection: Connection, documents: Iterable[str | None]) -> list[Correction]:
    about = corrections.c.document
    chosen = set(documents)
    wanted = about.in_([one for one in chosen if one is not None])
    asked = select(corrections.c.correction).where(or_(wanted, about.is_(None)) if None in chosen else wanted)
    return [from_plain(Correction, json.loads(written)) for written in connection.scalars(asked)]


def _merge(found: dict[str, frozenset[str]], ids: Iterable[str]) -> None:
    whole = frozenset(one for id in ids for one in found.get(id, (id,)))
    if len(whole) > 1:
        found.update(dict.fromkeys(whole, whole))


def _split(found: dict[str, frozenset[str]], ids: Iterable[str]) -> None:
    for id in ids:
        rest = _left(found, id)
        for one in rest:
            if len(rest) > 1:
                found[one] = rest
            else:
                del found[one]


def _left(found: dict[str, frozenset[str]], id: str) -> frozenset[str]:
    """The group without this one, which leaves it."""
    return found.pop(id, frozenset((id,))) - {id}
