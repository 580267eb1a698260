"""`/api/v1/event-clusters` and `/api/v1/origins`: documents laid beside each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query
from starlette.responses import Response

from sayso.api.handling import Reader
from sayso.api.v1.hits import OfEvents
from sayso.api.v1.paging import Cursor, Limit, number
from sayso.api.v1.resource import Answer, Resource
from sayso.api.v1.shapes import Clusters, OriginsTold, Story
from sayso.comparing.copying import LEVEL
from sayso.ledger.across.bringing import waiting
from sayso.ledger.across.event import event
from sayso.ledger.across.events import By, event_clusters
from sayso.ledger.across.origins import origins, origins_json
from sayso.ledger.across.plain import story_json
from sayso.ledger.knowing import check_known

router = Resource("across documents")
Level = Annotated[
    float,
    Query(
        gt=0,
        le=1,
        allow_inf_nan=False,
        description="The part of a text's own words that must be another's for it to rest on that.",
    ),
]
Account = Annotated[str, Path(description="Of any account of it, DOCUMENT:v2.", max_length=40)]
Thing = Annotated[
    str, Path(description="Of a document, or of an event or claim (DOCUMENT:v2).", max_length=40)
]


@router.get("/event-clusters", response_model=Clusters)
def clusters(
    ledger: Reader,
    question: OfEvents,
    by: Annotated[By, Query(description="What comes first.")] = "newest",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """What is said to have happened, each event once, with how many documents and origins tell of it."""
    check_known(ledger, question.filter)
    skip = number(cursor)
    found = event_clusters(ledger, question.words, question.filter, by=by, limit=limit, skip=skip)
    end = skip + len(found.events)
    following = str(end) if found.events and end < found.total else None
    told = {"events": found.events, "total": found.total, "capped": found.capped}
    return Answer({**told, "waiting": waiting(ledger), "next": following})


@router.get("/event-clusters/{id}", response_model=Story)
def cluster(ledger: Reader, id: Account) -> Response:
    """One event with all accounts of it: by origin, on whose word, who denies it, and why they are one.

    Which account is true is not told.
    """
    return Answer(story_json(ledger, event(ledger, id)))


@router.get("/origins", response_model=OriginsTold)
def all_origins(ledger: Reader, level: Level = LEVEL) -> Response:
    """The independent beginnings of all documents, and why documents were put together."""
    return Answer(origins_json(ledger, origins(ledger, level=level)))


@router.get("/origins/{id}", response_model=OriginsTold)
def origins_of(ledger: Reader, id: Thing, level: Level = LEVEL) -> Response:
    """The origin of a document, or the origins of all that tell of an event or report a claim."""
    return Answer(origins_json(ledger, origins(ledger, id, level=level)))
