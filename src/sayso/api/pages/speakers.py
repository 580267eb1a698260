"""`/speakers/NAME`: what somebody said over time, as the articles of the ledger report it."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.responses import Response

from sayso.api.handling import Pages, Reader, page
from sayso.api.kept import Kept
from sayso.api.problems import absent
from sayso.ledger.across.meant import SeveralError
from sayso.ledger.across.published import stretch
from sayso.ledger.asking import Filter
from sayso.ledger.errors import BusyError, LedgerError, SlowError
from sayso.ledger.ledger import Ledger
from sayso.ledger.rating import letter_of, reliability
from sayso.ledger.searching import search
from sayso.ledger.surroundings import surroundings
from sayso.workbench.given import given
from sayso.workbench.rated import letters

router = Pages()
_UNPLACED = 10  # claims of whoever has a name that tells nobody from others


@router.page("/speakers/{name:path}")
def speaker(request: Request, ledger: Reader, name: str) -> Response:
    asked = given(request.query_params.multi_items(), "since", "until")
    stretch(asked["since"] or None, asked["until"] or None)  # a day that is none is no missing page
    try:
        kept: Kept = request.app.state.kept
        found = kept.speakers((name, asked["since"] or None, asked["until"] or None))
    except SeveralError as error:
        return page(request, "several.html", name=name, names=error.names)
    except (BusyError, SlowError):
        raise
    except LedgerError as error:
        return _unplaced(request, ledger, name, error)
    letter = letter_of(reliability(ledger), *(one.name for one in found.names)) or ""
    return page(request, "speaker.html", speaker=found, asked=asked, name=name, letter=letter)


def _unplaced(request: Request, ledger: Ledger, name: str, error: LedgerError) -> Response:
    """A source may be named by words that nobody can be found by: "Minister"."""
    try:
        found = search(ledger, "", Filter({"source": (name,)}), kind="claims", limit=_UNPLACED)
    except (BusyError, SlowError):
        raise
    except LedgerError:
        raise absent(error) from error
    if not found.hits:
        raise absent(error) from error
    shown: dict[str, Any] = {
        "places": surroundings(ledger, found.hits),
        "letters": letters(ledger, found.hits),
    }
    return page(request, "unplaced.html", name=name, found=found, **shown)
