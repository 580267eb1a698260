"""`/origins` and `/documents/ID/origin`: which documents begin with which, and why."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from sayso.api.handling import Pages, Reader, page
from sayso.api.kept import Kept
from sayso.api.problems import absent
from sayso.comparing.origins import Origins
from sayso.ledger.across.begun import titles
from sayso.ledger.across.origins import origins as origins_of
from sayso.ledger.across.origins import reasons_json
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.showing import document_id
from sayso.workbench import addresses
from sayso.workbench.given import given, skipped

router = Pages()
_SHOWN = 40  # articles, and reasons, of one origin on the page of all
_OWN = 500  # on its own page


@router.page("/origins")
def origins(request: Request, ledger: Reader) -> Response:
    skip = skipped(given(request.query_params.multi_items(), "skip")["skip"])
    kept: Kept = request.app.state.kept
    found = kept.origins(skip)
    end = skip + len(found.found.origins)
    return page(
        request,
        "origins.html",
        counted=found,
        skip=skip,
        next=addresses.with_query("/origins", [("skip", str(end))]) if end < found.origins else None,
        **_told(ledger, found.found, most=_SHOWN),
    )


@router.page("/documents/{id}/origin")
def origin(request: Request, ledger: Reader, id: str) -> Response:
    try:
        whole = document_id(ledger, id)
        found = origins_of(ledger, whole)
    except LedgerError as error:
        raise absent(error) from error
    if whole != id:
        return RedirectResponse(addresses.origin(whole))
    told = _told(ledger, found, most=_OWN, asked=whole)
    return page(request, "origin.html", found=found, asked=whole, **told)


def _told(ledger: Ledger, found: Origins, *, most: int, asked: str = "") -> dict[str, Any]:
    """Each origin with its reasons by the document that rests on another, and what is unsure."""
    whole = [(origin, list(reasons_json(ledger, origin.reasons[:most])), most) for origin in found.origins]
    ids = {id for origin in found.origins for id in origin.documents} | {asked}
    ids |= {id for reason in found.unsure for id in reason.between}
    return {
        "origins": whole,
        "unsure": list(reasons_json(ledger, found.unsure[:most])),
        "titles": titles(ledger, ids - {""}),
    }
