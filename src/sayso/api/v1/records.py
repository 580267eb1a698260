"""`/api/v1/claims/DOC:c3` and the like: one record with all that tells where it comes from."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path
from starlette.responses import Response

from sayso.api.handling import Reader
from sayso.api.problems import absent
from sayso.api.v1.resource import Answer, Resource
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.showing import show
from sayso.ledger.shown import ShownRecord

router = Resource("records")
Id = Annotated[
    str,
    Path(description="DOCUMENT:RECORD; the document's first characters are enough.", max_length=40),
]


@router.get("/claims/{id}", response_model=ShownRecord)
def claim(ledger: Reader, id: Id) -> Response:
    """A claim (`DOCUMENT:c3`), its place in the text, and the chain of who says it."""
    return _record(ledger, id, "claim")


@router.get("/events/{id}", response_model=ShownRecord)
def event(ledger: Reader, id: Id) -> Response:
    """An event as one document tells it (`DOCUMENT:v2`)."""
    return _record(ledger, id, "event")


@router.get("/attributions/{id}", response_model=ShownRecord)
def attribution(ledger: Reader, id: Id) -> Response:
    """Somebody who says something in a document (`DOCUMENT:a1`)."""
    return _record(ledger, id, "attribution")


@router.get("/mentioned/{id}", response_model=ShownRecord)
def mentioned(ledger: Reader, id: Id) -> Response:
    """Somebody or something that a document names (`DOCUMENT:e1`)."""
    return _record(ledger, id, "entity")


def _record(ledger: Ledger, id: str, kind: str) -> Response:
    try:
        found = show(ledger, id)
    except LedgerError as error:
        raise absent(error) from error
    if not isinstance(found, ShownRecord) or found.kind != kind:
        raise AbsentError(f"{id!r:.60} is no {kind}; it has another address")
    return Answer(found)
