"""`/watch`: searches with what is new in them; `/claims.atom` and `/events.atom`: a search as a feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.api.accounts.who import Person, Who
from sayso.api.forms import Filled
from sayso.api.handling import Pages, Reader, Served, page
from sayso.api.writing import Writing
from sayso.fetching.errors import FetchError
from sayso.fetching.location import locate
from sayso.ledger.accounts.tokens import make_token
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.ledger import Ledger
from sayso.ledger.searches import Arrived, Saved, arrived, forget, note_seen, save, saved_of, set_hook
from sayso.ledger.surroundings import Surroundings, surroundings
from sayso.runs.telling import new_of
from sayso.workbench import addresses
from sayso.workbench.asking import Asked, asked
from sayso.workbench.feeds import TYPE, feed

router = Pages()
_ENTRIES = 50
_SHOWN = 5
_LASTS = timedelta(days=366)
_LONGEST_NAME = 64  # characters of that of a token
_ROOMS: Mapping[str, Kind] = {"/claims": "claims", "/events": "events"}


@dataclass(frozen=True, slots=True)
class Watched:
    """A search with what is new in it; `why` tells where it cannot be asked any more, and `asked` is None."""

    saved: Saved
    asked: Asked | None
    new: Arrived
    places: Mapping[str, Surroundings]
    why: str = ""


@router.page("/claims.atom")
def claims_feed(request: Request, ledger: Reader, settings: Served) -> Response:
    return _feed(request, ledger, settings.name, "claims")


@router.page("/events.atom")
def events_feed(request: Request, ledger: Reader, settings: Served) -> Response:
    return _feed(request, ledger, settings.name, "events")


@router.page("/feeds/{id}.atom")
def watched_feed(request: Request, ledger: Reader, settings: Served, who: Person, id: str) -> Response:
    """A search that somebody watches, for whoever has the address: the token in it became the id."""
    saved = next((one for one in saved_of(ledger, _owner(who)) if one.id == id and who.by == "feed"), None)
    if saved is None:
        raise HTTPException(404, "There is no such feed any more")
    return _feed_of(request, ledger, settings.name, asked(saved.kind, parse_qsl(saved.query)))


@router.page("/watch")
def watch(request: Request, ledger: Reader, who: Person) -> HTMLResponse:
    return _watch(request, ledger, who)


def _watch(request: Request, ledger: Ledger, who: Who, **made: Any) -> HTMLResponse:
    found = [_watched(ledger, one) for one in saved_of(ledger, _owner(who))]
    shown = {"feed": "", "feed_of": "", **made}
    return page(request, "watch.html", watched=found, shown=_SHOWN, may_feed=who.by == "session", **shown)


@router.post("/watch", include_in_schema=False)
def watched(request: Request, ledger: Writing, who: Person, form: Filled) -> Response:
    """Saves a search, notes that it was looked at, sets whom it tells, makes its feed an address that needs
    no log-in, or lets it go.
    """
    action, id, owner = form.get("action", ""), form.get("id", ""), _owner(who)
    if action == "save":
        given = _asked_at(form.get("address", ""))
        query = addresses.with_query("", given.pairs()).removeprefix("?")
        save(ledger, form.get("name", ""), owner=owner, kind=given.kind, query=query)
    elif action == "seen":
        for one in saved_of(ledger, owner) if not id else ():
            note_seen(ledger, one.id, owner=owner)
        if id:
            note_seen(ledger, id, owner=owner)
    elif action == "hook":
        if not who.may("write"):
            raise HTTPException(403, f"{who.name} may only look; ask an editor to have an address told")
        set_hook(ledger, id, _hook(form.get("hook", "")), owner=owner)
    elif action == "feed":
        return _fed(request, ledger, who, id)
    elif action == "forget":
        forget(ledger, id, owner=owner)
    else:
        raise HTTPException(
            400, f"{action!r:.40} means nothing here; expected save, seen, hook, feed or forget"
        )
    return RedirectResponse(addresses.WATCH, 303)


def _fed(request: Request, ledger: Ledger, who: Who, id: str) -> Response:
    """The answer is the only place where the address ever stands."""
    if who.by != "session" or who.user is None:
        raise HTTPException(
            400, "Only whoever is logged in needs such an address; others take the feed itself"
        )
    saved = next((one for one in saved_of(ledger, who.user) if one.id == id), None)
    if saved is None:
        raise HTTPException(404, "There is no such search any more")
    name = f"{saved.id} {saved.name}"[:_LONGEST_NAME].rstrip()
    secret, _ = make_token(ledger, name, scope="read", user=who.user, lasts=_LASTS, kind="feed")
    feed = str(request.base_url).rstrip("/") + addresses.feed(secret)
    shown = _watch(request, ledger, who, feed=feed, feed_of=saved.id)
    shown.headers["cache-control"] = "no-store"
    return shown


def _owner(who: Who) -> str:
    return who.user or ""


def _feed(request: Request, ledger: Ledger, name: str, kind: Kind) -> Response:
    return _feed_of(request, ledger, name, asked(kind, request.query_params.multi_items()))


def _feed_of(request: Request, ledger: Ledger, name: str, given: Asked) -> Response:
    given = given.on(None)
    found = arrived(ledger, given.words, given.filter, kind=given.kind, beyond=0, limit=_ENTRIES)
    base = str(request.base_url).rstrip("/")
    return Response(feed(given, found.hits, base=base, name=name), media_type=TYPE)


def _watched(ledger: Ledger, one: Saved) -> Watched:
    try:
        given = asked(one.kind, parse_qsl(one.query))
        new = new_of(ledger, one, beyond=one.seen, limit=_SHOWN)
    except LedgerError as error:
        return Watched(one, None, Arrived((), 0, False), {}, str(error))
    return Watched(one, given, new, surroundings(ledger, new.hits))


def _asked_at(address: str) -> Asked:
    """The question of a page of hits."""
    parts = urlsplit(addresses.ours(address, otherwise=""))
    kind = _ROOMS.get(parts.path)
    if kind is None:
        raise LedgerError(f"{address!r:.60} is no search; expected such as /claims?q=ferry")
    return asked(kind, parse_qsl(parts.query)).on(None)


def _hook(given: str) -> str | None:
    """Raises HTTPException for what is no address; where it leads is looked at when something is sent."""
    if not given.strip():
        return None
    try:
        return locate(given.strip()).url
    except FetchError as error:
        raise HTTPException(400, f"{given!r:.80} cannot be told anything: {error}") from None
