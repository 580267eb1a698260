"""`/timeline`, `/network` and `/map`: a search as a picture, and as a table beside it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse

from sayso.api.handling import Pages, Reader, page
from sayso.ledger.across.relations import relations
from sayso.ledger.across.sites import sites
from sayso.ledger.across.spread import spread
from sayso.workbench.drawing import map as maps
from sayso.workbench.drawing import network as networks
from sayso.workbench.drawing import timeline as timelines
from sayso.workbench.facets import ORIGINS, SHOWN, chosen, groups
from sayso.workbench.pictures import LIKE, WORDS, Pictured, links, pictured

router = Pages()


@router.page("/timeline")
def timeline(request: Request, ledger: Reader) -> HTMLResponse:
    given = _asked(request, "timeline")
    asked = given.asked
    found = spread(ledger, asked.words, asked.filter, kind=asked.kind, step=given.step)
    drawing = timelines.drawn(found, asked)
    beyond = {"earlier": "", "later": ""}
    if found.stretches:
        first, last = found.stretches[0].first, found.stretches[-1].last
        if found.before:
            beyond["earlier"] = given.within(None, first - timedelta(days=1))
        if found.after:
            beyond["later"] = given.within(last + timedelta(days=1), None)
    return _page(request, given, found=found, drawing=drawing, canvas=timelines, **beyond)


@router.page("/network")
def network(request: Request, ledger: Reader) -> HTMLResponse:
    given = _asked(request, "network")
    found = relations(ledger, given.asked.words, given.asked.filter)
    return _page(request, given, found=found, drawing=networks.drawn(found, given.asked), canvas=networks)


@router.page("/map")
def map(request: Request, ledger: Reader) -> HTMLResponse:
    given = _asked(request, "map")
    found = sites(ledger, given.asked.words, given.asked.filter)
    return _page(request, given, found=found, drawing=maps.drawn(found, given.asked), canvas=maps)


def _asked(request: Request, picture: str) -> Pictured:
    return pictured(picture, request.query_params.multi_items())


def _page(request: Request, given: Pictured, *, canvas: Any, **shown: Any) -> HTMLResponse:
    counts = request.app.state.counts(given.asked)
    return page(
        request,
        f"{given.picture}.html",
        pictured=given,
        asked=given.asked,
        links=links(given.asked),
        groups=given.moved(groups(counts, given.asked)),
        chosen=given.moved_choices(chosen(given.asked)),
        capped=counts.capped,
        origins=ORIGINS,
        shown=SHOWN,
        told_words=WORDS,
        like=LIKE,
        width=canvas.WIDTH,
        **shown,
    )
