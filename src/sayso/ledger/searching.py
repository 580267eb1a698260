"""Searching the ledger: words and facets to a page of claims or events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import get_args

from sqlalchemy import Connection, select

from sayso.ledger.asking import Filter, Phrase, Question, days_between, iso_day, origins_between, question
from sayso.ledger.errors import LedgerError
from sayso.ledger.highlighting import marks
from sayso.ledger.hits import HITS, Hit, Kind, rows_of
from sayso.ledger.knowing import check
from sayso.ledger.ledger import Ledger
from sayso.ledger.merging import members_in
from sayso.ledger.ordering import Asked, Key, Order, in_order
from sayso.ledger.paging import check_page
from sayso.ledger.rows import entity_id
from sayso.ledger.tables import entities
from sayso.ledger.terms import facet
from sayso.schema.entity import Entity, EntityKind

CAP = 10_000  # answers that are counted; beyond it stands "more than"
# What a person rejected is not found, unless it is asked for.
REJECTED = Phrase((facet("review", "rejected"),), "facets", without=True)


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what a search finds.

    Attributes:
        hits: in the order that was asked for.
        total: how many answer, those of other pages included; at most `CAP`.
        capped: there are more than `total`.
        next: what `after` takes for the following page, None on the last one.
    """

    hits: tuple[Hit, ...]
    total: int
    capped: bool
    next: str | None


def search(
    ledger: Ledger,
    words: str = "",
    filter: Filter | None = None,
    *,
    kind: Kind = "claims",
    limit: int = 50,
    after: str | None = None,
    order: Order = "newest",
) -> Page:
    """The claims or events that answer, by their days.

    Args:
        words: `"two words"` side by side, `attack*` for any ending, `-word` for without; "" for all.
        filter: what else must hold; what a person rejected is left out unless `review` is asked for.
        limit: hits of one page, 1-1,000.
        after: `next` of the page before.
        order: of the days; what has none comes last in both orders.

    Raises:
        LedgerError: the question cannot be understood; the message says why.
    """
    check_page(limit, of="hits")
    with ledger.transaction() as connection:
        asked = ask(ledger, connection, words, filter, kind=kind)
        asked = replace(asked, order=order, after=None if after is None else _key(after))
        numbers = asked.all_numbers(most=CAP + 1)
        keys = list(islice(in_order(asked, numbers), limit + 1))
        hits = _hits(asked, keys[:limit])
    more = _cursor(keys[limit - 1]) if len(keys) > limit else None
    return Page(hits, min(len(numbers), CAP), len(numbers) > CAP, more)


def ask(ledger: Ledger, connection: Connection, words: str, filter: Filter | None, *, kind: Kind) -> Asked:
    """The question to this ledger; raises LedgerError where it cannot be understood."""
    if kind not in HITS:
        raise LedgerError(f"{kind!r:.40} cannot be searched; expected claims or events")
    chosen = filter or Filter()
    check(chosen, kind)
    values = dict(chosen.values)
    if values.get("entity"):
        named = [id for value in values["entity"] for id in entities_called(connection, value)]
        values["entity"] = same_entities(connection, named)
    since, until = iso_day(chosen.since), iso_day(chosen.until)
    stretch = days_between(since, until)
    found = question(words, Filter(values), narrowed=bool(stretch))
    if not values.get("review"):
        found = Question((*found.phrases, REJECTED), found.groups)
    return Asked(
        connection,
        ledger.index,
        kind,
        found,
        since=since,
        until=until,
        stretch=stretch,
        origins=origins_between(chosen.origins),
    )


def same_entities(connection: Connection, ids: Sequence[str]) -> tuple[str, ...]:
    """These entities and all that a person merged them with."""
    return members_in(connection, ids)


def entities_called(connection: Connection, name: str) -> list[str]:
    """The ids of all entities of this name, of whatever kind; an id is its own.

    Raises:
        LedgerError: there is none.
    """
    ids = [name, *(entity_id(Entity("", kind, name, ())) for kind in get_args(EntityKind))]
    found = list(connection.scalars(select(entities.c.id).where(entities.c.id.in_(ids))))
    if not found:
        raise LedgerError(f"{name!r:.60} is no entity of this ledger; give its id, or its name in full")
    return sorted(found)


def _hits(asked: Asked, keys: Sequence[Key]) -> tuple[Hit, ...]:
    rows = rows_of(asked.connection, asked.kind, [key.number for key in keys])
    return tuple(_hit(asked, row) for row in rows)


def _hit(asked: Asked, row: Mapping[str, object]) -> Hit:
    return HITS[asked.kind](**row, marks=marks(asked.question, row))  # type: ignore[arg-type]


def _cursor(key: Key) -> str:
    return f"{key.day or ''}/{key.document}/{key.record}"


def _key(cursor: str) -> Key:
    day, _, rest = cursor.partition("/")
    document, _, record = rest.partition("/")
    if not record[1:].isdecimal() or (day and not day.replace("-", "").isdecimal()):
        raise LedgerError(f"{cursor!r:.60} is no place to go on from; give `next` of the page before")
    return Key(day or None, document, record)
