"""Which of the records of one cluster are independent accounts.

Records of documents with one origin are one account. So are those that their documents give as the word of
one outlet, though the rest of the document is its own ("the Courier reported"), and that outlet's own; and
claims of one named speaker in the same quoted words, whoever wrote them down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from sayso.comparing.joining import joined
from sayso.comparing.saying import said, what_quoted, who_says
from sayso.comparing.statement import Statement
from sayso.ledger.across.records import Record
from sayso.ledger.across.region import facts_of
from sayso.ledger.across.ties import batches
from sayso.ledger.hits import Kind
from sayso.ledger.tables import credits, locations

# So much of the shorter quotation must stand in the other claim, word for word.
_QUOTED = 0.8


def independent(
    connection: Connection, kind: Kind, told: Sequence[Record], began: Mapping[int, int]
) -> dict[int, int]:
    """For each record the first record, in order, of the account that it is part of.

    Args:
        told: the records of one cluster.
        began: for each document the one that its account begins with.
    """
    ordered = sorted(told, key=lambda record: record.order)
    pairs = [*_by_origin(ordered, began), *_by_credit(connection, ordered)]
    if kind == "claims":
        pairs += _by_quotation(ordered)
    return joined({record.number: record.order for record in ordered}, pairs)


Pair = tuple[int, int]


def _by_origin(told: Sequence[Record], began: Mapping[int, int]) -> Iterator[Pair]:
    first: dict[int, int] = {}
    for record in told:
        yield record.number, first.setdefault(began[record.document], record.number)


def _by_credit(connection: Connection, told: Sequence[Record]) -> Iterator[Pair]:
    """A record rests on the first account of the outlet that it is credited to, or else on the first one that
    credits it so.
    """
    credited = _credited(connection, told)
    if not credited:
        return
    published = _published(connection, {record.document for record in told})
    first: dict[str, int] = {}
    for record in told:
        for key in published[record.document]:
            first.setdefault(key, record.number)
    for record in told:
        for key in credited.get(record.number, ()):
            yield record.number, first.setdefault(key, record.number)


def _credited(connection: Connection, told: Sequence[Record]) -> dict[int, set[str]]:
    """For each record that rests on one: the outlets that it is credited to."""
    numbers = {(record.document, record.value.id.rpartition(":")[2]): record.number for record in told}
    found: dict[int, set[str]] = defaultdict(set)
    documents = sorted({record.document for record in told})
    for some in batches(documents):
        rows = select(credits.c.document, credits.c.outlet, credits.c.records).where(
            credits.c.document.in_(some), credits.c.records != ""
        )
        for document, outlet, records in connection.execute(rows):
            for id in records.split():
                if (document, id) in numbers:
                    found[numbers[document, id]].add(outlet)
    if not found:
        return {}
    sure = facts_of(connection, documents).credits
    known = {each.outlet for given in sure.values() for each in given}
    return {number: outlets & known for number, outlets in found.items()}


def _published(connection: Connection, documents: Iterable[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for some in batches(sorted(set(documents))):
        rows = select(locations.c.document, locations.c.publisher).where(locations.c.document.in_(some))
        for number, key in connection.execute(rows):
            if key:
                found[number].add(key)
    return found


def _by_quotation(told: Sequence[Record]) -> Iterator[Pair]:
    said = [(record.number, record.value) for record in told if isinstance(record.value, Statement)]
    for at, (number, value) in enumerate(said):
        for other, earlier in said[:at]:
            if _same_quotation(earlier, value):
                yield number, other
                break


def _same_quotation(a: Statement, b: Statement) -> bool:
    """Whether both have the same quoted words of the same named speaker."""
    one, other = said(a), said(b)
    return who_says(one, other) > 0 and (what_quoted(one, other) or 0.0) >= _QUOTED
