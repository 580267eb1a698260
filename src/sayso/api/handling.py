"""What handlers ask for and answer with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, Response

from sayso.api.settings import Settings
from sayso.ledger.ledger import Ledger
from sayso.workbench.rendering import render

Handler = TypeVar("Handler", bound=Callable[..., Response])


def _ledger(request: Request) -> Ledger:
    found: Ledger = request.app.state.ledger
    return found


def _settings(request: Request) -> Settings:
    found: Settings = request.app.state.settings
    return found


# `def page(request: Request, ledger: Reader) -> HTMLResponse`: the ledger, opened for reading. A handler is
# a plain function, which runs in a thread of its own; the ledger may be asked by many at once.
Reader = Annotated[Ledger, Depends(_ledger)]
Served = Annotated[Settings, Depends(_settings)]


class Pages(APIRouter):
    """Routes for people: GET and HEAD, not part of the API's description."""

    def page(self, path: str) -> Callable[[Handler], Handler]:
        """`@router.page("/claims")`."""
        return self.api_route(path, methods=["GET", "HEAD"], include_in_schema=False, response_model=None)


def page(request: Request, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """The template as an answer; `here`, `ledger`, `person` (who is logged in, or None), `may_write` and
    `may_watch` are filled in.
    """
    settings: Settings = request.app.state.settings
    who = getattr(request.state, "who", None)
    known = {
        "ledger": settings.name,
        "person": who.name if who and who.user else None,
        "may_write": who is not None and who.may("write"),
        "may_watch": who is not None and (who.user is not None or who.may("write")),
    }
    return HTMLResponse(render(template, here=request.url.path, **known, **shown), status)
