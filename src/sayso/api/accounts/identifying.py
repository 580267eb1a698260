"""Before anything is answered: who asks, and whether they may."""

from __future__ import annotations

from urllib.parse import urlencode

from anyio.to_thread import run_sync
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.api.accounts.cookies import session_in
from sayso.api.accounts.who import Who, refusal
from sayso.api.guarding import READS
from sayso.api.problems import is_program
from sayso.api.settings import Settings
from sayso.ledger.accounts.tokens import Token, token_of
from sayso.ledger.accounts.users import has_users
from sayso.ledger.ledger import Ledger
from sayso.workbench.addresses import FEEDS, LOGIN

_BEARER = "bearer "
_ATOM = ".atom"
_LONGEST = 200  # characters of a token
# The style of the log-in, and what the API is: neither tells anything of the ledger.
_OPEN = ("/static/", "/api/v1/openapi.json")
# What whoever only looks may change: that they are logged in, their own password and tokens, and what they
# watch.
_OWN = ("/logout", "/account/", "/api/v1/tokens", "/watch")
_CHALLENGE = {"www-authenticate": 'Bearer realm="sayso"'}


class Identified:
    """The application for those who may use it.

    Args:
        app: what they use.
        ledger: that knows users and tokens.
        settings: whether the workbench is for one person alone.
    """

    def __init__(self, app: ASGIApp, ledger: Ledger, settings: Settings) -> None:
        self.app, self.ledger, self.settings = app, ledger, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(FEEDS):
            scope = await run_sync(self._feed, scope)
        elif scope["type"] == "http" and not is_open(scope["path"]):
            headers = Headers(scope=scope)
            who = await run_sync(self._who, scope, headers)
            if who is None:
                await self._turned_away(scope, receive, send)
                return
            check(who, scope["method"], scope["path"])
            scope.setdefault("state", {})["who"] = who
        await self.app(scope, receive, send)

    def _feed(self, scope: Scope) -> Scope:
        """The request without the token in its address: from here on nobody can write it down."""
        secret = scope["path"].removeprefix(FEEDS).removesuffix(_ATOM)
        found = token_of(self.ledger, secret, "feed") if 0 < len(secret) <= _LONGEST else None
        if found is None or scope["method"] not in READS:
            raise HTTPException(404, _NO_FEED)
        who = Who(found.user or found.name, "read", "feed", found.user, found.id)
        path = f"{FEEDS}{found.name.partition(' ')[0]}{_ATOM}"
        state = {**scope.get("state", {}), "who": who}
        return {**scope, "path": path, "raw_path": path.encode(), "query_string": b"", "state": state}

    def _who(self, scope: Scope, headers: Headers) -> Who | None:
        """Whoever names a token is known by it or not at all, even where nobody need be known."""
        given = headers.get("authorization")
        if given is not None:
            return _by_token(self.ledger, given)
        if self.settings.alone and not has_users(self.ledger):
            return Who(self.settings.person, "admin", "alone")
        session = session_in(scope, headers)
        found = token_of(self.ledger, session, "session") if session else None
        return _known(found) if found else None

    async def _turned_away(self, scope: Scope, receive: Receive, send: Send) -> None:
        if is_program(scope) or scope["method"] not in READS:
            raise HTTPException(401, _UNKNOWN, headers=_CHALLENGE)
        there = scope["path"] + (
            f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
        )
        way = f"{LOGIN}?{urlencode({'to': there})}" if there != "/" else LOGIN
        await RedirectResponse(way, 303)(scope, receive, send)


_NO_FEED = "There is no such feed, or none any more; its address stands on the page Watch when it is made"
_UNKNOWN = "Nobody is logged in, or the token or session does not count any more; log in, or give a token"


def is_open(path: str) -> bool:
    """Whether an address is answered to everybody."""
    return path == LOGIN or path == _OPEN[1] or path.startswith(_OPEN[0])


def check(who: Who, method: str, path: str) -> None:
    """Raises HTTPException 403 for a change by somebody who only may look."""
    if method in READS or who.may("write") or (who.user is not None and path.startswith(_OWN)):
        return
    raise HTTPException(403, refusal(who, "write"))


def _by_token(ledger: Ledger, given: str) -> Who | None:
    secret = given[len(_BEARER) :].strip()
    if not given.casefold().startswith(_BEARER) or not 0 < len(secret) <= _LONGEST:
        return None
    found = token_of(ledger, secret, "token")
    return _known(found) if found else None


def _known(token: Token) -> Who:
    by = "session" if token.kind == "session" else "token"
    return Who(token.user or token.name, token.scope, by, token.user, token.id)  # type: ignore[arg-type]
