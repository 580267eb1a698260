"""`/`: what the ledger holds."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import HTMLResponse

from sayso.api.handling import Pages, Reader, page
from sayso.export.words import STANDING
from sayso.ledger.overview import Overview, arrivals

router = Pages()
_ARRIVALS = 15


@router.page("/")
def home(request: Request, ledger: Reader) -> HTMLResponse:
    counted: Overview = request.app.state.overview(None)
    return page(
        request,
        "home.html",
        overview=counted,
        standings=_standings(counted),
        arrivals=arrivals(ledger, limit=_ARRIVALS),
    )


def _standings(counted: Overview) -> list[tuple[str, int, int]]:
    """(standing, events, percent of the most frequent one), in the order of the words."""
    found = dict(counted.standings)
    most = max(found.values(), default=1)
    return [(name, found[name], round(100 * found[name] / most)) for name in STANDING if name in found]
