"""Every record of a ledger as one JSON object, in an order that hangs on nothing but the records.

First what the file is; then for each document, by id: the document with its places and its coding, its
entities, attributions, events, claims and profile; then the rows of other event data sets, which have no
standing; last the corrections. A record that a person corrected
is given as corrected, with `review`, and with `as_coded` where the correction changed it. What is exported
can be ingested again, into any ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sayso.ledger.correcting import corrected, standing_ones
from sayso.ledger.imported import Chosen, plain_json, records
from sayso.ledger.ledger import Ledger, Stored
from sayso.schema.correction import Correction
from sayso.schema.plain import to_plain
from sayso.schema.ready import FORMAT

_AT_ONCE = 50  # documents


def export(
    ledger: Ledger, *, at: Callable[[int, int], object] = lambda done, total: None
) -> Iterator[dict[str, Any]]:
    """The records as plain JSON objects; `at` is told how many documents are read, and how many there are."""
    yield {"record": "ledger", "format": FORMAT}
    ids = ledger.ids()
    for start in range(0, len(ids), _AT_ONCE):
        # read at once: whoever takes the records slowly must not keep a transaction open
        for stored, corrections in list(ledger.stored_many(ids[start : start + _AT_ONCE])):
            yield from document_records(stored, corrections)
        at(min(start + _AT_ONCE, len(ids)), len(ids))
    for row in records(ledger, Chosen()):
        yield {"record": "imported", **plain_json(row)}
    for correction in ledger.corrections():
        yield {"record": "correction", "id": correction.id, **to_plain(correction)}


def document_records(stored: Stored, corrections: list[Correction]) -> Iterator[dict[str, Any]]:
    """The records of one document."""
    coded = stored.reading
    laid = corrected(coded, standing_ones(corrections))
    document, plain = coded.document, to_plain(coded)
    yield {
        "record": "document",
        **plain["document"],
        "locations": to_plain(stored.locations),
        "coding": {"mark": stored.mark, "sayso": coded.sayso, "encoder": coded.encoder},
        "notices": plain["notices"],
    }
    for kind in ("entities", "attributions", "events", "claims"):
        for before, after in zip(plain[kind], getattr(laid.reading, kind), strict=True):
            record = {"record": _SINGULAR[kind], "document": document.id, **to_plain(after)}
            if before["id"] in laid.reviews and kind in ("events", "claims"):
                record["review"] = laid.reviews[before["id"]]
            record |= {"as_coded": before} if to_plain(after) != before else {}
            yield record
    yield {"record": "profile", "document": document.id, **plain["profile"]}


_SINGULAR = {"entities": "entity", "attributions": "attribution", "events": "event", "claims": "claim"}
