"""`/entities/ID`: what somebody says, and what is said of them."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from sayso.api.accounts.who import who_of
from sayso.api.handling import Pages, Reader, page
from sayso.api.problems import absent
from sayso.api.signing import given, signer
from sayso.ledger.asking import Filter
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.searching import Page, search
from sayso.ledger.showing import ShownEntity, show
from sayso.ledger.surroundings import surroundings
from sayso.workbench import addresses
from sayso.workbench.rated import letters

router = Pages()
_SHOWN = 10


@router.page("/entities/{id}")
def entity(request: Request, ledger: Reader, id: str) -> Response:
    found = _entity(ledger, id)
    if found.id != id:  # asked for by its name
        return RedirectResponse(addresses.entity(found.id))
    claims, events = _hits(ledger, found, "claims"), _hits(ledger, found, "events")
    both = [*claims.hits, *events.hits]
    places = surroundings(ledger, both)
    return page(
        request,
        "entity.html",
        entity=found,
        claims=claims,
        events=events,
        places=places,
        letters=letters(ledger, both),
        signed=signer(request, who_of(request)),
        may_sign=who_of(request).by == "alone",
        asked=bool(given(request)),
    )


def _entity(ledger: Ledger, id: str) -> ShownEntity:
    try:
        found = show(ledger, id)
    except LedgerError as error:
        raise absent(error) from error
    if not isinstance(found, ShownEntity):
        raise AbsentError(f"{id!r:.60} is no entity; it has another address")
    return found


def _hits(ledger: Ledger, found: ShownEntity, kind: Kind) -> Page:
    return search(ledger, "", Filter({"entity": (found.id,)}), kind=kind, limit=_SHOWN)
