"""Which document each document's account begins with, kept up as documents come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, select, update

from sayso.comparing.copying import LEVEL
from sayso.comparing.origins import Origins, origins
from sayso.ledger.across.families import Families
from sayso.ledger.across.region import Facts, facts_of, links_among, region
from sayso.ledger.across.ties import batches
from sayso.ledger.tables import stories


def settle(connection: Connection, touched: Iterable[int], families: Families) -> set[int]:
    """Finds the origins of these documents, and of all that hangs on them, anew.

    Returns:
        The numbers of the documents whose origin is another than before.
    """
    facts = facts_of(connection, region(connection, touched, families))
    found = origins_among(connection, facts, families)
    numbers = {id: number for number, id in facts.ids.items()}
    now = {numbers[id]: numbers[origin.id] for origin in found.origins for id in origin.documents}
    before = _before(connection, now)
    changed = {number: origin for number, origin in now.items() if before.get(number) != origin}
    if changed:
        connection.execute(
            update(stories).where(stories.c.document == bindparam("mine")).values(origin=bindparam("first")),
            [{"mine": number, "first": origin} for number, origin in sorted(changed.items())],
        )
    return set(changed)


def origins_among(
    connection: Connection, facts: Facts, families: Families, *, level: float = LEVEL
) -> Origins:
    """The origins of these documents among each other."""
    return origins(
        [article for each in facts.articles.values() for article in each],
        links_among(connection, facts, level=level),
        [credit for each in facts.credits.values() for credit in each],
        families,
        events={facts.ids[number]: {str(root) for root in told} for number, told in facts.events.items()},
    )


def _before(connection: Connection, numbers: Iterable[int]) -> Mapping[int, int | None]:
    found: dict[int, int | None] = {}
    for some in batches(sorted(numbers)):
        rows = select(stories.c.document, stories.c.origin).where(stories.c.document.in_(some))
        found |= {row.document: row.origin for row in connection.execute(rows)}
    return found
