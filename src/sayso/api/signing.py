"""Who decides. Where nobody need log in, a person says their name once; the browser keeps it."""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.api.accounts.who import Who

_COOKIE = "sayso-signs"
_YEAR = 365 * 24 * 3600
LONGEST = 100  # characters of a name


def signer(request: Request, who: Who) -> str:
    """The name that stands at decisions: of whoever is logged in, else the one that was given."""
    return given(request) or who.name if who.by == "alone" else who.name


def given(request: Request) -> str:
    """The name that was given in this browser, "" where none was."""
    kept = unquote(request.cookies.get(_COOKIE, ""))
    return _clean(kept) if len(kept) <= LONGEST else ""


def sign(response: Response, request: Request, who: Who, name: str) -> None:
    """Keeps a name.

    Raises:
        HTTPException: it is none, or whoever is logged in has one.
    """
    if who.by != "alone":
        raise HTTPException(403, f"Decisions are signed {who.name}, as whoever is logged in")
    clean = _clean(name)
    if not clean or len(clean) > LONGEST:
        raise HTTPException(400, f"{name!r:.40} is no name of a person; give one of up to {LONGEST} letters")
    response.set_cookie(_COOKIE, quote(clean), max_age=_YEAR, httponly=True, samesite="strict", path="/")


def _clean(name: str) -> str:
    return " ".join("".join(one for one in name if one.isprintable()).split())
