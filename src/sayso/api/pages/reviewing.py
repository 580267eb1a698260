"""`/review`: what nobody has looked at, the most doubtful first."""

from __future__ import annotations

from typing import Literal

from fastapi import Request
from starlette.responses import HTMLResponse

from sayso.api.accounts.who import Person
from sayso.api.handling import Pages, Reader, page
from sayso.api.signing import given, signer
from sayso.ledger.choosing import choose_decision
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.reviewing import waiting
from sayso.ledger.surroundings import surroundings
from sayso.schema.correction import Correction
from sayso.workbench import addresses
from sayso.workbench.decisions import DONE
from sayso.workbench.rated import letters

router = Pages()
_PAGE = 20


@router.page("/review")
def review(
    request: Request,
    ledger: Reader,
    who: Person,
    kind: Literal["events", "claims"] = "events",
    skip: int = 0,
    done: str = "",
) -> HTMLResponse:
    found = waiting(ledger, kind, limit=_PAGE, skip=skip)
    last = _last(ledger, done)
    return page(
        request,
        "review.html",
        kind=kind,
        skip=max(skip, 0),
        found=found,
        page_size=_PAGE,
        places=surroundings(ledger, found.hits),
        letters=letters(ledger, found.hits),
        last=last,
        done=DONE[last.action] if last else "",
        there=addresses.with_query(addresses.REVIEW, [("kind", kind), *_skipped(skip)]),
        signed=signer(request, who),
        may_sign=who.by == "alone",
        asked=bool(given(request)),
    )


def _skipped(skip: int) -> list[tuple[str, str]]:
    return [("skip", str(skip))] if skip > 0 else []


def _last(ledger: Ledger, id: str) -> Correction | None:
    """The decision that was made just now."""
    try:
        return choose_decision(ledger, id) if id else None
    except LedgerError:
        return None
