"""What goes wrong, in one shape: a page for people, RFC 9457 for programs. Never a stack trace."""

from __future__ import annotations

import logging
import re
from http import HTTPStatus

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Scope

from sayso.export.formats import ExportError
from sayso.ledger.errors import AbsentError, BusyError, LedgerError, SlowError
from sayso.workbench.addresses import FEEDS
from sayso.workbench.rendering import render

LOG = logging.getLogger("sayso.api")
_PROGRAMS = "/api/"
# Who has this part of an address may read the feed.
_SECRET = re.compile(f"^({FEEDS})[^/]+")
_JSON = "application/problem+json"
_BROKE = "sayso broke on this request. The log of the server tells more; please report it."
_TITLES = {
    400: "That cannot be asked",
    401: "Log in first",
    403: "Refused",
    404: "Not found",
    500: "That is sayso’s own fault",
    501: "Not installed",
}


def problem(scope: Scope, status: int, detail: str) -> Response:
    """The answer to a request that cannot be answered otherwise.

    Args:
        scope: of the request.
        status: of HTTP, 400-599.
        detail: one sentence that says what came, what was expected, what to do next.
    """
    title = _TITLES.get(status) or HTTPStatus(status).phrase
    if is_program(scope):
        told = {"title": title, "status": status, "detail": detail}
        return JSONResponse(told, status, media_type=_JSON)
    # whoever was turned away need not know what the ledger is called
    known = "who" in scope.get("state", {})
    ledger = scope["app"].state.settings.name if known and "app" in scope else ""
    shown = render("problem.html", here="", ledger=ledger, status=status, title=title, detail=detail)
    return HTMLResponse(shown, status)


def answer(scope: Scope, error: Exception) -> Response:
    """The answer to an error of whatever kind."""
    if isinstance(error, HTTPException):
        shown = problem(scope, error.status_code, _detail(error))
        shown.headers.update(error.headers or {})
        return shown
    if isinstance(error, RequestValidationError):
        return problem(scope, 400, "; ".join(map(_wrong, error.errors())))
    if isinstance(error, ExportError):
        return problem(scope, 501, sentence(str(error)))
    if isinstance(error, LedgerError):
        return problem(scope, _status(error), sentence(_without_place(scope, str(error))))
    LOG.error("%s %s", scope.get("method"), _SECRET.sub(r"\1…", scope.get("path", "")), exc_info=error)
    return problem(scope, 500, _BROKE)


def absent(error: LedgerError) -> LedgerError:
    """What a ledger says of an id in an address: there is no such page."""
    return error if isinstance(error, BusyError | SlowError) else AbsentError(str(error))


async def handle(request: Request, error: Exception) -> Response:
    """For the web framework."""
    return answer(request.scope, error)


def _status(error: LedgerError) -> int:
    if isinstance(error, AbsentError):
        return 404
    return 503 if isinstance(error, BusyError | SlowError) else 400


def _without_place(scope: Scope, told: str) -> str:
    """Errors of a store name the ledger as it was opened: where its file lies, or a URL with a password."""
    if "app" not in scope:
        return told
    state = scope["app"].state
    return told.replace(state.ledger.name, state.settings.name)


def _detail(error: HTTPException) -> str:
    if error.status_code == 404 and error.detail == HTTPStatus.NOT_FOUND.phrase:
        return "There is nothing at this address."
    return sentence(str(error.detail))


def _wrong(one: dict[str, object]) -> str:
    place = ".".join(str(part) for part in one.get("loc", ()))  # type: ignore[attr-defined]
    return f"{place}: {one.get('msg')}"


def sentence(told: str) -> str:
    """With a capital and a full stop, as people write; ids keep their letters."""
    first = told[:1].upper() + told[1:] if told[:2].isalpha() and told.partition(" ")[0].isalpha() else told
    return first if first.endswith((".", "!", "?")) else first + "."


def is_program(scope: Scope) -> bool:
    """Whether JSON is expected, and not a page."""
    if scope.get("path", "").startswith(_PROGRAMS):
        return True
    accepted = Headers(scope=scope).get("accept", "") if scope["type"] == "http" else ""
    return "json" in accepted and "html" not in accepted
