"""`/stories`: what is said to have happened, each event once; `/stories/DOC:v2`: all accounts of one."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.api.handling import Pages, Reader, page
from sayso.api.problems import absent, sentence
from sayso.comparing.vouched import Moment, Vouched
from sayso.ledger.across.begun import titles
from sayso.ledger.across.event import EventStory
from sayso.ledger.across.event import event as event_story
from sayso.ledger.across.events import event_clusters
from sayso.ledger.across.origins import reasons_json
from sayso.ledger.counting import Counts
from sayso.ledger.errors import BusyError, LedgerError, SlowError
from sayso.ledger.ledger import Ledger
from sayso.workbench import addresses
from sayso.workbench.across import tellers
from sayso.workbench.facets import ORIGINS, SHOWN, chosen, groups
from sayso.workbench.stories import ORDERS, AskedOnce, asked_once

router = Pages()
_PAGE = 30
_REASONS = 100  # of one event


@router.page("/stories")
def stories(request: Request, ledger: Reader) -> HTMLResponse:
    known: dict[str, Any] = {"orders": ORDERS, "origins": ORIGINS}
    try:
        given = asked_once(request.query_params.multi_items())
        return page(request, "stories.html", problem="", **known, **_found(request, ledger, given))
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


def _found(request: Request, ledger: Ledger, given: AskedOnce) -> dict[str, Any]:
    found = event_clusters(ledger, given.words, given.filter, by=given.by, limit=_PAGE, skip=given.skip)
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
        "sides": _sides(found.vouched),
        "before": {moment.account: moment for moment in found.vouched.timeline},
        "days": _days(found.vouched),
        "reasons": list(reasons_json(ledger, reasons[:_REASONS])),
        "left": max(0, len(reasons) - _REASONS),
        "titles": titles(ledger, named),
    }


def _sides(vouched: Vouched) -> list[tuple[str, str, Any]]:
    """(name, heading, who tells it so): for it, left open, against it."""
    told = [
        ("for", "Told as having happened", tellers((*vouched.asserts, *vouched.reports))),
        ("against", "Denied", tellers(vouched.denies, denying=True)),
        ("open", "Left open, or yet to come", tellers((*vouched.hedges, *vouched.expects))),
    ]
    return [each for each in told if each[2] or each[0] != "open"]


def _days(vouched: Vouched) -> list[tuple[str | None, list[tuple[str | None, list[Moment]]]]]:
    """What each outlet said on each day of publication, what it said twice once."""
    found: dict[str | None, dict[str | None, list[Moment]]] = {}
    for moment in vouched.timeline:
        same = found.setdefault(moment.day, {}).setdefault(moment.outlet, [])
        if not any((one.standing, one.toll) == (moment.standing, moment.toll) for one in same):
            same.append(moment)
    return [(day, list(by.items())) for day, by in found.items()]
