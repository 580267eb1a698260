"""`/speakers`, `/outlets` and `/places`: who and what can be looked up, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse

from sayso.api.handling import Pages, Reader, page
from sayso.ledger.across.names import outlet_names, place_names, speaker_names
from sayso.ledger.ledger import Ledger
from sayso.ledger.listing import Listed
from sayso.workbench import addresses
from sayso.workbench.given import given

router = Pages()
_PAGE = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One name: the address of its page, how many of what, and what else is told of it."""

    name: str
    address: str
    count: int
    told: str = ""


@router.page(addresses.SPEAKERS)
def speakers(request: Request, ledger: Reader) -> HTMLResponse:
    def row(one: Any) -> Row:
        return Row(one.name, addresses.speaker(one.name), one.count)

    return _page(request, ledger, addresses.SPEAKERS, "Speakers", "claim", speaker_names, row)


@router.page(addresses.OUTLETS)
def outlets(request: Request, ledger: Reader) -> HTMLResponse:
    def row(one: Any) -> Row:
        return Row(one.name, addresses.outlet(one.name), one.articles, one.family or "")

    return _page(request, ledger, addresses.OUTLETS, "Outlets", "article", outlet_names, row)


@router.page(addresses.PLACES)
def places(request: Request, ledger: Reader) -> HTMLResponse:
    def row(one: Any) -> Row:
        return Row(one.name, addresses.place(one.name), one.count)

    return _page(request, ledger, addresses.PLACES, "Places", "event", place_names, row)


def _page(
    request: Request,
    ledger: Ledger,
    here: str,
    heading: str,
    counted: str,
    ask: Callable[..., Listed[Any]],
    row: Callable[[Any], Row],
) -> HTMLResponse:
    asked = given(request.query_params.multi_items(), "q", "after")
    found = ask(ledger, part=asked["q"], limit=_PAGE, after=asked["after"] or None)
    part = [("q", asked["q"])] if asked["q"] else []
    following = addresses.with_query(here, [*part, ("after", found.next)]) if found.next else None
    return page(
        request,
        "names.html",
        heading=heading,
        counted=counted,
        rows=[row(one) for one in found.rows],
        asked=asked,
        first=addresses.with_query(here, part),
        next=following,
    )
