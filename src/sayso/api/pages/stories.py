"""`/stories`: what is said to have happened, each event once; `/stories/DOC:v2`: all accounts of one."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.api.handling import Pages, Reader, page
from sayso.api.kept import Kept
from sayso.api.problems import absent, sentence
from sayso.ledger.across.begun import titles
from sayso.ledger.across.event import EventStory
from sayso.ledger.across.event import event as event_story
from sayso.ledger.across.origins import reasons_json
from sayso.ledger.counting import Counts
from sayso.ledger.errors import BusyError, LedgerError, SlowError
from sayso.ledger.ledger import Ledger
from sayso.workbench import addresses
from sayso.workbench.facets import ORIGINS, SHOWN, chosen, groups
from sayso.workbench.sides import days, sides
from sayso.workbench.stories import ORDERS, AskedOnce, asked_once

router = Pages()
_REASONS = 100  # of one event


@router.page("/stories")
def stories(request: Request) -> HTMLResponse:
    known: dict[str, Any] = {"orders": ORDERS, "origins": ORIGINS}
    try:
        given = asked_once(request.query_params.multi_items())
        return page(request, "stories.html", problem="", **known, **_found(request, given))
    except (BusyError, SlowError):
        raise
    except LedgerError as error:
        words = request.query_params.get("q", "")[:500]
        shown: dict[str, Any] = {
            "asked": AskedOnce("events", words),
            "chosen": (),
            "problem": sentence(str(error)),
        }
        return page(request, "stories.html", status=400, **known, **shown)


@router.page("/stories/{id}")
def story(request: Request, ledger: Reader, id: str) -> Response:
    try:
        found = event_story(ledger, id)
    except LedgerError as error:
        raise absent(error) from error
    if id not in found.cluster.accounts:  # asked for by the first characters of its document
        return RedirectResponse(addresses.story(found.cluster.id))
    return page(request, "story.html", asked=id, **_told(ledger, found))


def _found(request: Request, given: AskedOnce) -> dict[str, Any]:
    kept: Kept = request.app.state.kept
    found = kept.stories(given)
    counts: Counts = request.app.state.counts(given.accounts)
    end = given.skip + len(found.events)
    return {
        "asked": given,
        "page": found,
        "next": given.on(str(end)).address() if end < found.total else None,
        "groups": groups(counts, given),
        "chosen": chosen(given),
        "capped": counts.capped,
        "shown": SHOWN,
    }


def _told(ledger: Ledger, found: EventStory) -> dict[str, Any]:
    reasons = [reason for origin in found.origins.origins for reason in origin.reasons]
    named = {id for reason in reasons for id in reason.between}
    named |= {group.origin for group in found.groups}
    return {
        "story": found,
        "event": found.cluster,
        "vouched": found.vouched,
        "sides": sides(found.vouched),
        "before": {moment.account: moment for moment in found.vouched.timeline},
        "days": days(found.vouched),
        "reasons": list(reasons_json(ledger, reasons[:_REASONS])),
        "left": max(0, len(reasons) - _REASONS),
        "titles": titles(ledger, named),
    }
