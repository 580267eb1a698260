"""`/claims` and `/events`: search, and what is found as a download or as a report."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse, StreamingResponse

from sayso.api.handling import Pages, Reader, page
from sayso.api.kept import Kept
from sayso.api.problems import sentence
from sayso.api.settings import Settings
from sayso.ledger.errors import BusyError, LedgerError, SlowError
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.surroundings import surroundings
from sayso.reporting.asked import Wanted
from sayso.reporting.gathering import gather
from sayso.reporting.rendering import to_html
from sayso.workbench import downloads
from sayso.workbench.asking import Asked, asked
from sayso.workbench.facets import ORIGINS, SHOWN, chosen, groups
from sayso.workbench.pictures import links
from sayso.workbench.rated import letters

router = Pages()


@router.page("/claims")
def claims(request: Request, ledger: Reader) -> HTMLResponse:
    return _search(request, ledger, "claims")


@router.page("/events")
def events(request: Request, ledger: Reader) -> HTMLResponse:
    return _search(request, ledger, "events")


@router.page("/claims.html")
def claims_report(request: Request, ledger: Reader) -> HTMLResponse:
    return _report(request, ledger, "claims")


@router.page("/events.html")
def events_report(request: Request, ledger: Reader) -> HTMLResponse:
    return _report(request, ledger, "events")


@router.page("/claims.{form}")
def claims_file(request: Request, ledger: Reader, form: downloads.Form) -> StreamingResponse:
    return _download(request, ledger, "claims", form)


@router.page("/events.{form}")
def events_file(request: Request, ledger: Reader, form: downloads.Form) -> StreamingResponse:
    return _download(request, ledger, "events", form)


def _search(request: Request, ledger: Ledger, kind: Kind) -> HTMLResponse:
    try:
        given = asked(kind, request.query_params.multi_items())
        return page(request, "search.html", problem="", **_found(request, ledger, given))
    except (BusyError, SlowError):
        raise
    except LedgerError as error:
        # the form stands there again, with what can be kept of what was asked
        words = request.query_params.get("q", "")[:500]
        shown = {
            "asked": Asked(kind, words),
            "chosen": (),
            "origins": ORIGINS,
            "problem": sentence(str(error)),
        }
        return page(request, "search.html", status=400, **shown)


def _found(request: Request, ledger: Ledger, given: Asked) -> dict[str, Any]:
    kept: Kept = request.app.state.kept
    found = kept.hits(given)
    counts = kept.counts(given.on(None))
    return {
        "asked": given,
        "page": found,
        "places": surroundings(ledger, found.hits),
        "letters": letters(ledger, found.hits),
        "origins": ORIGINS,
        "groups": groups(counts, given),
        "chosen": chosen(given),
        "capped": counts.capped,
        "pictures": links(given),
        "shown": SHOWN,
        "forms": downloads.forms(),
    }


def _report(request: Request, ledger: Ledger, kind: Kind) -> HTMLResponse:
    """The same file as `sayso report` writes, as far as it has room for what is found."""
    given = asked(kind, request.query_params.multi_items())
    settings: Settings = request.app.state.settings
    made = to_html(gather(ledger, Wanted(given.words, given.filter, (kind,), ledger=settings.name)))
    return HTMLResponse(made, headers={"content-disposition": f'attachment; filename="{kind}.html"'})


def _download(request: Request, ledger: Ledger, kind: Kind, form: downloads.Form) -> StreamingResponse:
    downloads.check_form(form)
    given = asked(kind, request.query_params.multi_items())
    # the first page is asked for here, so that what cannot be asked is told before the download begins
    hits = downloads.begun(downloads.hits(ledger, given))
    headers = {"content-disposition": f'attachment; filename="{kind}.{form}"'}
    return StreamingResponse(
        downloads.WRITERS[form](hits, kind), media_type=downloads.TYPES[form], headers=headers
    )
