"""What a document brings for being laid beside others: its fingerprints, whom it credits, when it came out.

Written with the document, in its transaction. What documents have to do with each other is found afterwards
(`linking.py`); until then the document is due.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from sayso.comparing.crediting import Credit, credits_of
from sayso.comparing.outlets import outlet_key
from sayso.comparing.shingles import fingerprints as fingerprints_of
from sayso.comparing.story import story_of
from sayso.ledger.across.keeping import credit_text
from sayso.ledger.across.ranking import rank_of
from sayso.ledger.across.ties import batches
from sayso.ledger.tables import credits, fingerprints, locations, stories
from sayso.schema.reading import Reading

LAID, AGAIN, CHANGED = 0, 1, 2


def lay(connection: Connection, number: int, reading: Reading, before: Reading | None = None) -> None:
    """Writes down what a document brings; it is due from now on.

    Args:
        number: of the document.
        reading: as coded.
        before: the reading that this one takes the place of.
    """
    rank = rank_of(reading.document.published, reading.document.id)
    story = story_of(reading.document)
    values = {"rank": rank, "words": len(story.words), "due": CHANGED}
    fresh = {(value, rank) for value in fingerprints_of(story.words)}
    if before is None:
        connection.execute(insert(stories).values(document=number, **values))
    else:
        connection.execute(update(stories).where(stories.c.document == number).values(**values))
        old = prints_of(before)
        _drop(connection, number, old - fresh)
        fresh -= old
        connection.execute(delete(credits).where(credits.c.document == number))
    if fresh:
        rows = [{"hash": value, "rank": at, "document": number} for value, at in sorted(fresh)]
        connection.execute(insert(fingerprints), rows)
    given = [
        {
            "document": number,
            "outlet": credit.outlet,
            "credit": credit_text(credit),
            "records": " ".join(resting(reading, credit)),
        }
        for credit in credits_given(reading)
    ]
    if given:
        connection.execute(insert(credits), given)


def prints_of(reading: Reading) -> set[tuple[int, int]]:
    """The fingerprints of a document, each with its rank."""
    rank = rank_of(reading.document.published, reading.document.id)
    return {(value, rank) for value in fingerprints_of(story_of(reading.document).words)}


def _drop(connection: Connection, number: int, prints: set[tuple[int, int]]) -> None:
    """Takes fingerprints out; whoever had them in common with the document, and comes later, is due again."""
    mine = fingerprints.c
    here = (mine.hash == bindparam("value"), mine.rank == bindparam("at"), mine.document == number)
    if prints:
        gone = [{"value": value, "at": at} for value, at in sorted(prints)]
        connection.execute(delete(fingerprints).where(*here), gone)
    for some in batches(sorted({value for value, _ in prints})):
        holders = select(mine.document).where(mine.hash.in_(some))
        connection.execute(
            update(stories).where(stories.c.document.in_(holders), stories.c.due == LAID).values(due=AGAIN)
        )


def change(connection: Connection, number: int) -> None:
    """What is known of a document is another from now on: it is due."""
    connection.execute(update(stories).where(stories.c.document == number).values(due=CHANGED))


def change_outlet(connection: Connection, outlet: str) -> None:
    """What is known of an outlet is another from now on: all that it published is due."""
    theirs = select(locations.c.document).where(locations.c.publisher == outlet_key(outlet))
    connection.execute(update(stories).where(stories.c.document.in_(theirs)).values(due=CHANGED))


def credits_given(reading: Reading) -> list[Credit]:
    """Whom a document may credit; persons are no outlets."""
    people = {outlet_key(entity.name) for entity in reading.entities if entity.kind == "person"}
    given = credits_of(reading.document, attributions=reading.attributions, known=None)
    return [credit for credit in given if credit.sure or credit.outlet not in people]


def resting(reading: Reading, credit: Credit) -> Iterator[str]:
    """The ids of the claims and events whose words are inside what the outlet is credited with."""
    on = set(credit.attributions)
    yield from (claim.id for claim in reading.claims if on.intersection(claim.chain))
    yield from (event.id for event in reading.events if on.intersection(event.attributions))
