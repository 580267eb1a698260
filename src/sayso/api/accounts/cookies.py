"""The cookie by which a browser stays logged in. No script can read it, and no page elsewhere sends it."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

# A browser takes a name that begins so only with `Secure`, for the whole host, and from that host itself.
_SECURE = "__Host-sayso"
_PLAIN = "sayso"
_LONGEST = 200  # characters of a session


def session_in(scope: Scope, headers: Headers) -> str | None:
    """The session that a request brings."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(_name(scope))
    except CookieError:
        return None
    return found.value if found is not None and 0 < len(found.value) <= _LONGEST else None


def give(response: Response, scope: Scope, session: str, *, seconds: int) -> None:
    response.set_cookie(_name(scope), session, max_age=seconds, **_kind(scope))  # type: ignore[arg-type]


def take_away(response: Response, scope: Scope) -> None:
    response.delete_cookie(_name(scope), **_kind(scope))  # type: ignore[arg-type]


def _name(scope: Scope) -> str:
    return _SECURE if _is_secure(scope) else _PLAIN


def _kind(scope: Scope) -> dict[str, object]:
    return {"path": "/", "httponly": True, "samesite": "strict", "secure": _is_secure(scope)}


def _is_secure(scope: Scope) -> bool:
    """Behind HTTPS, as the server before this one says."""
    return bool(scope.get("scheme") == "https")
