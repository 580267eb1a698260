"""The documents that can have an origin in common, and all that decides it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, or_, select, union

from sayso.comparing.article import Article
from sayso.comparing.copying import LEVEL, Likeness
from sayso.comparing.crediting import Credit, settled
from sayso.comparing.outlets import outlet_key
from sayso.ledger.across.families import Families
from sayso.ledger.across.keeping import credit_of, likeness_of
from sayso.ledger.across.ties import TIES, batches
from sayso.ledger.tables import credits, documents, links, locations, stories
from sayso.schema.location import Location
from sayso.schema.plain import from_plain


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of some documents, each by its number.

    Attributes:
        ids: of the documents.
        articles: a document at each of its places.
        credits: whom it credits, of outlets that are known.
        events: the first records of the clusters of events that it tells of.
    """

    ids: Mapping[int, str]
    articles: Mapping[int, tuple[Article, ...]]
    credits: Mapping[int, tuple[Credit, ...]]
    events: Mapping[int, frozenset[int]]


def facts_of(connection: Connection, numbers: Collection[int]) -> Facts:
    """All that is known of these documents."""
    wanted = sorted(numbers)
    rows = [row for some in batches(wanted) for row in connection.execute(_particulars(some))]
    ids = {row.number: row.id for row in rows}
    words = {row.number: row.words for row in rows}
    return Facts(
        ids=ids,
        articles=_articles(connection, ids, words),
        credits=_credits(connection, ids),
        events=events_of(connection, wanted),
    )


def links_among(connection: Connection, facts: Facts, *, level: float = LEVEL) -> list[Likeness]:
    """What these documents have in common with each other, judged from this level on."""
    found: list[Likeness] = []
    for some in batches(sorted(facts.ids)):
        rows = connection.execute(select(links).where(links.c.later.in_(some)))
        found += [
            replace(likeness_of(facts.ids[row.later], facts.ids[row.earlier], row.likeness), level=level)
            for row in rows
            if row.earlier in facts.ids
        ]
    return found


def region(connection: Connection, touched: Iterable[int], families: Families) -> set[int]:
    """All documents whose origin may hang on these: whoever has words in common with them, had an origin in
    common with them, or tells of one event and credits them, or the same outlet, or is of one family.
    """
    found: set[int] = set()
    frontier = set(touched)
    while frontier:
        found |= frontier
        near = _linked(connection, frontier) | _joined(connection, frontier)
        near |= _related(connection, frontier, families)
        frontier = near - found
    return found


def events_of(connection: Connection, numbers: Collection[int]) -> dict[int, frozenset[int]]:
    """For each document the clusters of events that it tells of, each by its first record."""
    ties = TIES["events"]
    found: dict[int, set[int]] = {number: set() for number in numbers}
    for some in batches(sorted(numbers)):
        tied = (
            select(ties.records.c.document, ties.ties.c.root)
            .join(ties.ties, ties.one == ties.records.c.number)
            .where(ties.records.c.document.in_(some))
        )
        first = (
            select(ties.records.c.document, ties.ties.c.root)
            .join(ties.ties, ties.ties.c.root == ties.records.c.number)
            .where(ties.records.c.document.in_(some))
        )
        for document, root in connection.execute(union(tied, first)):
            found[document].add(root)
    return {number: frozenset(roots) for number, roots in found.items()}


def _linked(connection: Connection, numbers: set[int]) -> set[int]:
    found: set[int] = set()
    for some in batches(sorted(numbers)):
        rows = select(links.c.later, links.c.earlier).where(
            or_(links.c.later.in_(some), links.c.earlier.in_(some))
        )
        found.update(number for row in connection.execute(rows) for number in row)
    return found


def _joined(connection: Connection, numbers: set[int]) -> set[int]:
    """Whoever had an origin in common with one of these."""
    found: set[int] = set()
    for some in batches(sorted(numbers)):
        mine = select(stories.c.origin).where(stories.c.document.in_(some), stories.c.origin.is_not(None))
        found.update(connection.scalars(select(stories.c.document).where(stories.c.origin.in_(mine))))
    return found


def _related(connection: Connection, numbers: set[int], families: Families) -> set[int]:
    """Who tells of one event with one of these, and may have to do with it by a credit or a family."""
    told = events_of(connection, numbers)
    tellers = tellers_of(connection, {root for roots in told.values() for root in roots})
    keys = _keys(connection, numbers, families)
    found: set[int] = set()
    for number, roots in told.items():
        others = {other for root in roots for other in tellers[root]} - numbers
        published, credited, of_family = keys[number]
        for some in batches(sorted(others)):
            given = select(credits.c.document).where(
                credits.c.document.in_(some), credits.c.outlet.in_(sorted(published | credited))
            )
            by = select(locations.c.document).where(
                locations.c.document.in_(some), locations.c.publisher.in_(sorted(credited | of_family))
            )
            found.update(connection.scalars(union(given, by)))
    return found


def _keys(
    connection: Connection, numbers: Iterable[int], families: Families
) -> dict[int, tuple[set[str], set[str], set[str]]]:
    """For each document who published it, whom it may credit, and the outlets of the former's families."""
    kin: dict[str, set[str]] = defaultdict(set)
    for key, family in families.items():
        kin[family].add(key)
    found: dict[int, tuple[set[str], set[str], set[str]]] = {one: (set(), set(), set()) for one in numbers}
    for some in batches(sorted(found)):
        by = select(locations.c.document, locations.c.publisher).where(locations.c.document.in_(some))
        for number, key in connection.execute(by):
            if key:
                found[number][0].add(key)
                found[number][2].update(kin.get(families.get(key, ""), ()))
        to = select(credits.c.document, credits.c.outlet).where(credits.c.document.in_(some))
        for number, key in connection.execute(to):
            found[number][1].add(key)
    return found


def tellers_of(connection: Connection, roots: Collection[int]) -> dict[int, set[int]]:
    """For each cluster of events the documents that tell of it."""
    ties = TIES["events"]
    found: dict[int, set[int]] = defaultdict(set)
    for some in batches(sorted(roots)):
        tied = (
            select(ties.ties.c.root, ties.records.c.document)
            .join(ties.records, ties.records.c.number == ties.one)
            .where(ties.ties.c.root.in_(some))
        )
        first = select(ties.records.c.number, ties.records.c.document).where(ties.records.c.number.in_(some))
        for root, document in [*connection.execute(tied), *connection.execute(first)]:
            found[root].add(document)
    return found


def _particulars(numbers: list[int]):  # type: ignore[no-untyped-def]
    return (
        select(documents.c.number, documents.c.id, stories.c.words)
        .join(stories, stories.c.document == documents.c.number)
        .where(documents.c.number.in_(numbers))
    )


def _articles(
    connection: Connection, ids: Mapping[int, str], words: Mapping[int, int]
) -> dict[int, tuple[Article, ...]]:
    found: dict[int, list[Article]] = {number: [] for number in ids}
    for some in batches(sorted(ids)):
        rows = select(locations.c.document, locations.c.location).where(locations.c.document.in_(some))
        for number, written in connection.execute(rows):
            place = from_plain(Location, json.loads(written))
            found[number].append(
                Article(ids[number], place.outlet, place.published, place.place, words[number])
            )
    return {
        number: tuple(sorted(each, key=lambda one: (one.order, one.publisher, one.location or "")))
        for number, each in found.items()
    }


def _credits(connection: Connection, ids: Mapping[int, str]) -> dict[int, tuple[Credit, ...]]:
    given: dict[int, list[Credit]] = {number: [] for number in ids}
    for some in batches(sorted(ids)):
        rows = select(credits.c.document, credits.c.credit).where(credits.c.document.in_(some))
        for number, written in connection.execute(rows.order_by(credits.c.number)):
            given[number].append(credit_of(ids[number], written))
    unsure = {each.outlet for some_given in given.values() for each in some_given if not each.sure}
    known = _known(connection, unsure)
    return {number: settled(each, known) for number, each in given.items()}


def _known(connection: Connection, keys: set[str]) -> set[str]:
    """Those that published something in the ledger."""
    found: set[str] = set()
    wanted = sorted(keys)
    for at in range(0, len(wanted), 500):
        rows = select(locations.c.publisher).where(locations.c.publisher.in_(wanted[at : at + 500]))
        found.update(connection.scalars(rows.distinct()))
    return found


def publishers_of(articles: Iterable[Article], families: Families) -> set[str]:
    """Who published these, those of one family once."""
    keys = {outlet_key(each.outlet or "") for each in articles} - {""}
    return {families.get(key, key) for key in keys}
