"""Proves what a ledger says of several documents: it follows from them, or they are due."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from sayso.ledger.across.keeping import credit_text
from sayso.ledger.across.laying import LAID, credits_given, prints_of, resting
from sayso.ledger.across.ties import TIES, Ties, batches
from sayso.ledger.tables import credits, documents, fingerprints, stories
from sayso.schema.reading import Reading

_MEND = "`sayso doctor --repair` mends it"


def wrong_in(connection: Connection, number: int, reading: Reading) -> Iterator[str]:
    """What a document brings and does not stand there, or the other way; one sentence each."""
    rank = connection.scalar(select(stories.c.rank).where(stories.c.document == number))
    if rank is None:
        yield f"it was never laid beside the others; {_MEND}"
        return
    wanted = prints_of(reading)
    held = fingerprints.c
    found = {
        (row.hash, row.rank)
        for some in batches(sorted({value for value, _ in wanted}))
        for row in connection.execute(
            select(held.hash, held.rank).where(held.hash.in_(some), held.document == number)
        )
    }
    if found != wanted or any(at != rank for _, at in wanted):
        yield f"its fingerprints are not those of its text; {_MEND}"
    rows = connection.execute(
        select(credits.c.outlet, credits.c.credit, credits.c.records).where(credits.c.document == number)
    )
    given = sorted(
        (each.outlet, credit_text(each), " ".join(resting(reading, each))) for each in credits_given(reading)
    )
    if sorted(tuple(row) for row in rows) != given:
        yield f"its credits are not those of its coding; {_MEND}"


def wrong_across(connection: Connection) -> Iterator[str]:
    """What of the ties, clusters and origins does not hang together; one sentence each."""
    waiting = connection.scalar(select(func.count()).select_from(stories).where(stories.c.due > LAID))
    known = select(documents.c.number)
    lost = select(func.count()).select_from(stories).where(stories.c.due == LAID, stories.c.origin.is_(None))
    if connection.scalar(lost):
        yield f"{connection.scalar(lost)} documents have no origin; {_MEND}"
    if connection.scalar(select(func.count()).select_from(stories).where(stories.c.document.not_in(known))):
        yield f"stories of documents that are not there; {_MEND}"
    if waiting:
        return  # what they have to do with others is found yet
    for ties in TIES.values():
        yield from _wrong_ties(connection, ties)


def _wrong_ties(connection: Connection, ties: Ties) -> Iterator[str]:
    above = {
        row[0]: (row[1], row[2])
        for row in connection.execute(select(ties.one, ties.ties.c.antecedent, ties.ties.c.root))
    }
    for number, (antecedent, root) in sorted(above.items()):
        there = above[antecedent][1] if antecedent in above else antecedent
        if there != root:
            yield f"{ties.kind} number {number} is in another cluster than what it is tied to; {_MEND}"
