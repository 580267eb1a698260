"""`/api/v1/claims` and `/api/v1/events`: search, counts of facets, and downloads."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Query
from starlette.responses import Response, StreamingResponse

from sayso.api.handling import Reader
from sayso.api.v1.paging import Cursor, Limit
from sayso.api.v1.questions import Question, Questions
from sayso.api.v1.resource import Answer, Resource, file
from sayso.api.v1.shapes import Claims, Events, Facets
from sayso.ledger.counting import facets
from sayso.ledger.hits import Hit, Kind, columns_of
from sayso.ledger.knowing import check_known
from sayso.ledger.ledger import Ledger
from sayso.ledger.ordering import Order
from sayso.ledger.searching import search
from sayso.workbench import downloads
from sayso.workbench.asking import Asked

router = Resource("claims and events")
OfClaims = Annotated[Question, Depends(Questions("claims"))]
OfEvents = Annotated[Question, Depends(Questions("events"))]
By = Annotated[Order, Query(description="By the days; what has none comes last.")]
Most = Annotated[int, Query(ge=1, le=200, description="Values of one facet.")]
_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            downloads.TYPES["jsonl"]: {"schema": {"type": "string"}},
            downloads.TYPES["parquet"]: {"schema": {"type": "string", "format": "binary"}},
        }
    },
    501: {"$ref": "#/components/responses/501"},
}


@router.get("/claims", response_model=Claims)
def claims(
    ledger: Reader, question: OfClaims, order: By = "newest", limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Who says what: the claims that answer, by the day of publication."""
    return _page(ledger, "claims", question, order, limit, cursor)


@router.get("/events", response_model=Events)
def events(
    ledger: Reader, question: OfEvents, order: By = "newest", limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """What each document says to have happened: the events that answer, by the day they happened.

    `/api/v1/event-clusters` has each event once, however many documents tell of it.
    """
    return _page(ledger, "events", question, order, limit, cursor)


@router.get("/claims/facets", response_model=Facets)
def claim_facets(ledger: Reader, question: OfClaims, most: Most = 20) -> Response:
    """How the claims that answer are spread over the values of each facet."""
    return _counts(ledger, "claims", question, most)


@router.get("/events/facets", response_model=Facets)
def event_facets(ledger: Reader, question: OfEvents, most: Most = 20) -> Response:
    """How the events that answer are spread over the values of each facet."""
    return _counts(ledger, "events", question, most)


@router.get("/claims.{form}", response_class=StreamingResponse, responses=_FILES)
def claims_file(ledger: Reader, question: OfClaims, form: downloads.Form, order: By = "newest") -> Response:
    """All claims that answer, as a table (CSV, Parquet) or as lines of JSON."""
    return _file(ledger, "claims", question, order, form)


@router.get("/events.{form}", response_class=StreamingResponse, responses=_FILES)
def events_file(ledger: Reader, question: OfEvents, form: downloads.Form, order: By = "newest") -> Response:
    """All events that answer, as a table (CSV, Parquet) or as lines of JSON."""
    return _file(ledger, "events", question, order, form)


def _page(
    ledger: Ledger, kind: Kind, question: Question, order: Order, limit: int, cursor: str | None
) -> Response:
    check_known(ledger, question.filter)
    found = search(ledger, question.words, question.filter, kind=kind, limit=limit, after=cursor, order=order)
    hits = [_told(hit, kind) for hit in found.hits]
    return Answer({kind: hits, "total": found.total, "capped": found.capped, "next": found.next})


def _counts(ledger: Ledger, kind: Kind, question: Question, most: int) -> Response:
    check_known(ledger, question.filter)
    return Answer(facets(ledger, question.words, question.filter, kind=kind, most=most))


def _told(hit: Hit, kind: Kind) -> dict[str, Any]:
    return {"id": hit.id, **{name: getattr(hit, name) for name in columns_of(kind)}, "marks": hit.marks}


def _file(ledger: Ledger, kind: Kind, question: Question, order: Order, form: downloads.Form) -> Response:
    downloads.check_form(form)
    check_known(ledger, question.filter)
    asked = Asked(
        kind,
        question.words,
        question.filter.values,
        since=question.filter.since,
        until=question.filter.until,
        origins=question.filter.origins,
        order=order,
    )
    # the first page is asked for here, so that what cannot be asked is told before the download begins
    hits = downloads.begun(downloads.hits(ledger, asked))
    return file(downloads.WRITERS[form](hits, kind), f"{kind}.{form}", downloads.TYPES[form])
