"""`/ratings` and `/families`: how reliable persons hold sources to be, and whose outlets are."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse

from sayso.api.accounts.who import Person, Who
from sayso.api.handling import Pages, Reader, page
from sayso.api.signing import given, signer
from sayso.ledger.across import judged
from sayso.ledger.overview import Overview
from sayso.ledger.rating import MEANINGS
from sayso.workbench import addresses
from sayso.workbench.given import given as asked_for

router = Pages()


@router.page(addresses.RATINGS)
def ratings(request: Request, ledger: Reader, who: Person) -> HTMLResponse:
    return page(
        request,
        "ratings.html",
        ratings=judged.ratings(ledger),
        letters=MEANINGS,
        source=asked_for(request.query_params.multi_items(), "source")["source"],
        **_signed(request, who),
    )


@router.page(addresses.FAMILIES)
def families(request: Request, ledger: Reader, who: Person) -> HTMLResponse:
    counted: Overview = request.app.state.overview(None)
    grouped = groupby(judged.families(ledger), key=lambda one: str(one.value["family"]))
    return page(
        request,
        "families.html",
        families=[(name, list(members)) for name, members in grouped],
        outlets=sorted({name for name, _ in counted.outlets if name}, key=str.casefold),
        outlet=asked_for(request.query_params.multi_items(), "outlet")["outlet"],
        **_signed(request, who),
    )


def _signed(request: Request, who: Who) -> dict[str, Any]:
    return {
        "signed": signer(request, who),
        "may_sign": who.by == "alone",
        "asked": bool(given(request)),
    }
