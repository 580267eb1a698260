"""Tells the addresses that persons set of new hits of the searches that they watch."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from sayso.fetching.errors import FetchError
from sayso.fetching.posting import post
from sayso.ledger.asking import FACETS, Filter
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import columns_of
from sayso.ledger.ledger import Ledger
from sayso.ledger.searches import Arrived, Saved, arrived, hooked, last_document, note_told

Post = Callable[[str, bytes], None]
_MOST_TOLD = 100  # hits of one message


def tell(ledger: Ledger, *, send: Post = post) -> int:
    """Sends each address what is new to it; an address that does not take it is told the next time.

    Args:
        ledger: opened for writing.
        send: sends a body to an address; raises FetchError.

    Returns:
        How many were told.
    """
    done = 0
    for one in hooked(ledger):
        last = last_document(ledger)
        try:
            found = new_of(ledger, one, beyond=one.told, limit=_MOST_TOLD)
            if found.total:
                send(
                    one.hook or "",
                    json.dumps(message(one, found), ensure_ascii=False).encode("utf-8", "replace"),
                )
                done += 1
        except (FetchError, LedgerError) as error:
            note_told(ledger, one, told=last, failure=str(error))
        else:
            note_told(ledger, one, told=last, failure=None)
    return done


def new_of(ledger: Ledger, one: Saved, *, beyond: int, limit: int) -> Arrived:
    """What answers a search in documents that came in after this number."""
    words, filter = asked_of(one.query)
    return arrived(ledger, words, filter, kind=one.kind, beyond=beyond, limit=limit)


def asked_of(query: str) -> tuple[str, Filter]:
    """The words and the filter of a query as it stands in an address."""
    given: dict[str, list[str]] = {}
    for name, value in parse_qsl(query):
        given.setdefault(name, []).append(value)
    once = {name: given[name][0] for name in ("q", "since", "until", "origins") if name in given}
    values = {name: tuple(given[name]) for name in FACETS if name in given}
    filter = Filter(values, once.get("since"), once.get("until"), once.get("origins"))
    return once.get("q", ""), filter


def message(one: Saved, found: Arrived) -> dict[str, Any]:
    """What an address is sent: the search, how many hits are new, and the first of them."""
    return {
        "search": {"name": one.name, "kind": one.kind, "query": one.query},
        "new": found.total,
        "more": found.capped or found.total > len(found.hits),
        "hits": [
            {"id": hit.id, **{name: getattr(hit, name) for name in columns_of(one.kind)}}
            for hit in found.hits
        ],
    }
