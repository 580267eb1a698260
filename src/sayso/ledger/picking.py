"""All records that answer a question, by their documents: what is given to other programs of a search."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select

from sayso.ledger.asking import Filter
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import ask
from sayso.ledger.tables import documents

_ALL = sys.maxsize


def pick(
    ledger: Ledger, words: str = "", filter: Filter | None = None, *, kind: Kind = "claims"
) -> Mapping[str, frozenset[str]]:
    """Id of a document -> ids of its records that answer; documents without any are left out.

    Args:
        ledger, words, filter, kind: as `searching.search` takes them.

    Raises:
        LedgerError: the question cannot be understood; the message says why.
    """
    found: dict[str, list[str]] = defaultdict(list)
    with ledger.transaction() as connection:
        asked = ask(ledger, connection, words, filter, kind=kind)
        numbers, table = asked.first(most=_ALL), asked.table
        rows = (
            select(documents.c.id, table.c.record)
            .select_from(numbers)
            .join(table, table.c.number == numbers.c.number)
            .join(documents, documents.c.number == table.c.document)
        )
        # a record's own number changes when a person corrects it, and its id does not
        for document, record in connection.execute(rows):
            found[document].append(sys.intern(record))
    return {document: frozenset(records) for document, records in found.items()}
