"""`/api/v1/entities`: who and what documents name."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query
from starlette.responses import Response

from sayso.api.handling import Reader
from sayso.api.problems import absent
from sayso.api.v1.paging import Cursor, Limit
from sayso.api.v1.resource import Answer, Resource
from sayso.api.v1.shapes import Entities
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.listing import list_entities
from sayso.ledger.showing import show
from sayso.ledger.shown import ShownEntity
from sayso.schema.entity import EntityKind

router = Resource("entities")


@router.get("/entities", response_model=Entities)
def entities(
    ledger: Reader,
    q: Annotated[str, Query(max_length=200, description="Part of the name, whatever its case.")] = "",
    kind: Annotated[EntityKind | None, Query(description="What it is.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """The entities, by their ids; `documents` tells how many documents name each by itself."""
    found = list_entities(ledger, part=q, kind=kind, limit=limit, after=cursor)
    return Answer({"entities": found.rows, "next": found.next})


@router.get("/entities/{id}", response_model=ShownEntity)
def entity(
    ledger: Reader, id: Annotated[str, Path(description="Its id, or its name in full.", max_length=300)]
) -> Response:
    """Which documents name it, and with whom persons made it one."""
    try:
        found = show(ledger, id)
    except LedgerError as error:
        raise absent(error) from error
    if not isinstance(found, ShownEntity):
        raise AbsentError(f"{id!r:.60} is no entity; it has another address")
    return Answer(found)
