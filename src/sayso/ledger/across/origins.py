"""How many independent beginnings documents have: of a ledger, of a document, of an event or claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from sayso.comparing.article import Article
from sayso.comparing.copying import LEVEL
from sayso.comparing.origins import Origins, Reason
from sayso.ledger.across.beginning import origins_among
from sayso.ledger.across.clusters import members
from sayso.ledger.across.families import families_in
from sayso.ledger.across.region import facts_of, publishers_of, region
from sayso.ledger.across.ties import TIES, batches, roots_of
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.showing import document_id
from sayso.ledger.tables import documents, stories

_RECORD = re.compile(r"(?P<document>[0-9a-f]{4,16}):(?P<record>[cv]\d{1,9})")


@dataclass(frozen=True, slots=True)
class Passages:
    """The words of the passages that a reason shows, by the document that they are cut from."""

    texts: Mapping[str, str]

    def of(self, reason: Reason) -> list[dict[str, Any]]:
        """Each passage with its words in the first document of the reason."""
        text = self.texts.get(reason.between[0], "")
        return [
            {
                "a": list(each.a),
                "b": list(each.b),
                "words": each.words,
                "quoted": each.quoted,
                "text": text[slice(*each.a)],
            }
            for each in reason.passages
        ]


def origins(ledger: Ledger, id: str | None = None, *, level: float = LEVEL) -> Origins:
    """The origins of all documents of a ledger, or of those that have to do with one.

    Args:
        id: None for the whole ledger; of a document, for its own origin; of an event or a claim
            (`DOCUMENT:v2`), for the origins of all documents that tell of the same.
        level: the part of a document's own words that must come from another for it to rest on it, 0 to 1.

    Raises:
        LedgerError: nothing has this id, or the level is none.
    """
    if not 0 < level <= 1:
        raise LedgerError(
            f"a level of {level} cannot be; expected more than 0 and at most 1, such as {LEVEL}"
        )
    with ledger.transaction() as connection:
        families = families_in(connection)
        if id is None:
            every = connection.scalars(select(stories.c.document)).all()
            return origins_among(connection, facts_of(connection, every), families, level=level)
    wanted = _wanted(ledger, id)
    with ledger.transaction() as connection:
        facts = facts_of(connection, region(connection, wanted, families))
        found = origins_among(connection, facts, families, level=level)
    return _about(found, {facts.ids[number] for number in wanted}, families)


def origins_between(ledger: Ledger, ids: Iterable[str]) -> Origins:
    """The origins that some documents have by what is between them alone, and by no document besides."""
    wanted = sorted(set(ids))
    with ledger.transaction() as connection:
        numbers: set[int] = set()
        for at in range(0, len(wanted), 500):
            rows = select(documents.c.number).where(documents.c.id.in_(wanted[at : at + 500]))
            numbers.update(connection.scalars(rows))
        return origins_among(connection, facts_of(connection, numbers), families_in(connection))


def origins_json(ledger: Ledger, found: Origins) -> dict[str, Any]:
    """Origins as plain JSON: how many documents and publishers there are, each origin with its documents and
    the reason for every merge, what is unsure, and circular reporting.
    """
    return {
        "documents": found.articles,
        "publishers": found.publishers,
        "origins": [
            {
                "id": origin.id,
                "documents": [_document(article) for article in origin.articles],
                "reasons": list(reasons_json(ledger, origin.reasons)),
            }
            for origin in found.origins
        ],
        "unsure": list(reasons_json(ledger, found.unsure)),
        "circles": [list(circle.documents) for circle in found.circles],
    }


def reasons_json(ledger: Ledger, reasons: Sequence[Reason]) -> Iterator[dict[str, Any]]:
    """Each reason with the words that two documents share, or those of the credit."""
    passages = Passages(_texts(ledger, {reason.between[0] for reason in reasons if reason.passages}))
    for reason in reasons:
        plain: dict[str, Any] = {"between": list(reason.between), "kind": reason.kind}
        plain["passages"] = passages.of(reason)
        if reason.credit is not None:
            span = reason.credit.span
            plain["credit"] = {
                "outlet": reason.credit.name,
                "way": reason.credit.way,
                "span": [span.start, span.end] if span else None,
                "text": span.text if span else None,
            }
        yield plain


def _document(article: Article) -> dict[str, Any]:
    return {
        "id": article.document,
        "location": article.location,
        "outlet": article.outlet,
        "published": article.published,
    }


def _texts(ledger: Ledger, ids: Iterable[str]) -> dict[str, str]:
    wanted = sorted(ids)
    found: dict[str, str] = {}
    with ledger.transaction() as connection:
        for at in range(0, len(wanted), 500):
            rows = select(documents.c.id, documents.c.text).where(documents.c.id.in_(wanted[at : at + 500]))
            found |= {row.id: row.text for row in connection.execute(rows)}
    return found


def _wanted(ledger: Ledger, id: str) -> set[int]:
    """The numbers of the documents that are asked about."""
    given = _RECORD.fullmatch(id.strip().lower())
    document = document_id(ledger, given["document"] if given else id)
    with ledger.transaction() as connection:
        number = connection.scalar(select(documents.c.number).where(documents.c.id == document))
        if given is None:
            return {int(number or 0)}
        return _tellers(connection, document, int(number or 0), given["record"])


def _tellers(connection: Connection, document: str, number: int, record: str) -> set[int]:
    """The documents that tell of the same event, or report the same claim."""
    ties = TIES["events" if record.startswith("v") else "claims"]
    table = ties.records.c
    mine = connection.scalar(select(table.number).where(table.document == number, table.record == record))
    if mine is None:
        raise LedgerError(f"{document} has no {record}; `sayso show {document}` tells what it has")
    root = roots_of(connection, ties, [mine]).get(mine, mine)
    inside = members(connection, ties, [root])[root]
    return {
        one
        for some in batches(inside)
        for one in connection.scalars(select(table.document).where(table.number.in_(some)))
    }


def _about(found: Origins, ids: set[str], families: Mapping[str, str]) -> Origins:
    """The origins that some documents have, whole; their numbers count what is in these."""
    mine = tuple(origin for origin in found.origins if ids.intersection(origin.documents))
    inside = {id for origin in mine for id in origin.documents}
    articles = [article for origin in mine for article in origin.articles]
    return replace(
        found,
        articles=len(articles),
        publishers=len(publishers_of(articles, families)),
        origins=mine,
        unsure=tuple(reason for reason in found.unsure if inside.intersection(reason.between)),
        circles=tuple(circle for circle in found.circles if inside.intersection(circle.documents)),
    )
