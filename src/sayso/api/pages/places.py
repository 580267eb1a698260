"""`/places/NAME`: what is said to have happened there, over time."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from sayso.api.handling import Pages, Reader, page
from sayso.ledger.across.places import place as place_of
from sayso.workbench import addresses
from sayso.workbench.given import given, skipped

router = Pages()
_PAGE = 30


@router.page("/places/{name:path}")
def place(request: Request, ledger: Reader, name: str) -> Response:
    skip = skipped(given(request.query_params.multi_items(), "skip")["skip"])
    found = place_of(ledger, name, limit=_PAGE, skip=skip)
    end = skip + len(found.events)
    here = addresses.place(name)
    return page(
        request,
        "place.html",
        place=found,
        most=max((sum(counts.values()) for counts in found.months.values()), default=1),
        skip=skip,
        first=here,
        next=addresses.with_query(here, [("skip", str(end))]) if end < found.total else None,
    )
