"""`/timeline`, `/network` and `/map`: a search as a picture, and as a table beside it."""

from __future__ import annotations

from datetime import timedelta

from fastapi import Request
from starlette.responses import HTMLResponse

from sayso.api.handling import Pages, page
from sayso.ledger.across.spread import Spread
from sayso.ledger.counting import Counts
from sayso.workbench.drawing.picture import Picture
from sayso.workbench.facets import ORIGINS, SHOWN, chosen, groups
from sayso.workbench.pictures import LIKE, WORDS, Pictured, links, pictured

router = Pages()


@router.page("/timeline")
def timeline(request: Request) -> HTMLResponse:
    return _page(request, "timeline")


@router.page("/network")
def network(request: Request) -> HTMLResponse:
    return _page(request, "network")


@router.page("/map")
def map(request: Request) -> HTMLResponse:
    return _page(request, "map")


def _page(request: Request, name: str) -> HTMLResponse:
    given = pictured(name, request.query_params.multi_items())
    made: Picture = request.app.state.pictures(given)
    counts: Counts = request.app.state.counts(given.asked)
    found = made.found
    return page(
        request,
        f"{name}.html",
        pictured=given,
        asked=given.asked,
        found=found,
        drawing=made.drawing,
        width=made.width,
        links=links(given.asked),
        groups=given.moved(groups(counts, given.asked)),
        chosen=given.moved_choices(chosen(given.asked)),
        capped=counts.capped,
        origins=ORIGINS,
        shown=SHOWN,
        told_words=WORDS,
        like=LIKE,
        beyond=_beyond(given, found) if isinstance(found, Spread) else {},
    )


def _beyond(given: Pictured, found: Spread) -> dict[str, str]:
    """The addresses of what lies before and after the stretches of a timeline, where there is something."""
    if not found.stretches:
        return {}
    first, last = found.stretches[0].first, found.stretches[-1].last
    before = {"earlier": given.within(None, first - timedelta(days=1))} if found.before else {}
    after = {"later": given.within(last + timedelta(days=1), None)} if found.after else {}
    return before | after
