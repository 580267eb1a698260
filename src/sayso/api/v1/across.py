"""`/api/v1/speakers`, `/outlets`, `/places`, `/compare`: what is told across documents, by name.

`/ratings` and `/families` are what persons said of sources and outlets.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path, Query
from starlette.responses import Response

from sayso.api.handling import Reader
from sayso.api.problems import absent
from sayso.api.v1.paging import Limit
from sayso.api.v1.resource import Answer, Resource
from sayso.api.v1.shapes import Families, Names, OutletNames, Ratings
from sayso.ledger.across import judged
from sayso.ledger.across.meant import SeveralError
from sayso.ledger.across.names import outlet_names, place_names, speaker_names
from sayso.ledger.across.outlet import OutletPage
from sayso.ledger.across.outlet import outlet as outlet_of
from sayso.ledger.across.outlets import Comparison
from sayso.ledger.across.outlets import compare as compared
from sayso.ledger.across.places import PlacePage
from sayso.ledger.across.places import place as place_of
from sayso.ledger.across.published import stretch
from sayso.ledger.across.speakers import Speaker
from sayso.ledger.across.speakers import speaker as speaker_of
from sayso.ledger.errors import LedgerError
from sayso.ledger.listing import Listed
from sayso.schema.correction import Correction

router = Resource("by name")
Part = Annotated[str, Query(max_length=200, description="Part of the name, whatever its case.")]
Name = Annotated[
    str, Path(min_length=1, max_length=300, description="In full, or as much as nobody else has.")
]
Outlet = Annotated[str, Query(min_length=1, max_length=300, description="Name or address of an outlet.")]
Day = Annotated[str | None, Query(max_length=20, description="Of publication, ISO 8601, included.")]
Most = Annotated[int, Query(ge=1, le=1000, description="How many to give of what is listed.")]
Skip = Annotated[int, Query(ge=0, le=1_000_000, description="How many come before those that are given.")]
After = Annotated[
    str | None,
    Query(max_length=1000, description="`next` of the page before; left out for the first page."),
]


@router.get("/speakers", response_model=Names)
def speakers(ledger: Reader, q: Part = "", limit: Limit = 50, cursor: After = None) -> Response:
    """The names under which somebody is quoted, in the order of the alphabet, with how many claims."""
    return _listed("names", speaker_names(ledger, part=q, limit=limit, after=cursor))


@router.get("/speakers/{name:path}", response_model=Speaker)
def speaker(ledger: Reader, name: Name, since: Day = None, until: Day = None, limit: Most = 50) -> Response:
    """What one person or body said over time, and what may contradict what; the latest statements.

    Which of two statements is right is not told. A name that may be several people's is refused with theirs.
    """
    stretch(since, until)
    try:
        return Answer(speaker_of(ledger, name, since=since, until=until, limit=limit))
    except SeveralError:
        raise
    except LedgerError as error:
        raise absent(error) from error


@router.get("/outlets", response_model=OutletNames)
def outlets(ledger: Reader, q: Part = "", limit: Limit = 50, cursor: After = None) -> Response:
    """The outlets in the order of the alphabet, with how many articles, and the family that a person gave."""
    return _listed("outlets", outlet_names(ledger, part=q, limit=limit, after=cursor))


@router.get("/outlets/{name:path}", response_model=OutletPage)
def outlet(
    ledger: Reader, name: Name, since: Day = None, until: Day = None, limit: Most = 50, skip: Skip = 0
) -> Response:
    """What an outlet published, how it sources its claims, and whom it quotes."""
    stretch(since, until)
    try:
        return Answer(outlet_of(ledger, name, since=since, until=until, limit=limit, skip=skip))
    except LedgerError as error:
        raise absent(error) from error


@router.get("/places", response_model=Names)
def places(ledger: Reader, q: Part = "", limit: Limit = 50, cursor: After = None) -> Response:
    """The places of which events are told, in the order of the alphabet, with how many events."""
    return _listed("names", place_names(ledger, part=q, limit=limit, after=cursor))


@router.get("/places/{name:path}", response_model=PlacePage)
def place(ledger: Reader, name: Name, limit: Most = 50, skip: Skip = 0) -> Response:
    """What is said to have happened at a place, each event once, over time."""
    return Answer(place_of(ledger, name, limit=limit, skip=skip))


@router.get("/compare", response_model=Comparison)
def compare(
    ledger: Reader, a: Outlet, b: Outlet, since: Day = None, until: Day = None, limit: Most = 20
) -> Response:
    """Two outlets side by side: what both tell and where they differ, what only one tells, whom it quotes."""
    return Answer(compared(ledger, a, b, since=since, until=until, limit=limit))


@router.get("/ratings", response_model=Ratings)
def ratings(ledger: Reader) -> Response:
    """The sources that persons rated, with their letters in the Admiralty code."""
    return Answer({"ratings": [_signed(one) | _rated(one) for one in judged.ratings(ledger)]})


@router.get("/families", response_model=Families)
def families(ledger: Reader) -> Response:
    """The outlets that persons put into families of publishers."""
    return Answer({"outlets": [_signed(one) | _assigned(one) for one in judged.families(ledger)]})


def _listed(name: str, found: Listed[Any]) -> Response:
    return Answer({name: found.rows, "next": found.next})


def _signed(one: Correction) -> dict[str, Any]:
    return {"id": one.id, "by": one.by, "at": one.at}


def _rated(one: Correction) -> dict[str, Any]:
    return {"source": one.target["source"], "letter": one.value["letter"]}


def _assigned(one: Correction) -> dict[str, Any]:
    return {"outlet": one.target["outlet"], "family": one.value["family"]}
