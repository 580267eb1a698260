"""What every request passes before it is answered, and every answer before it leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.api.bounding import bounded, too_large
from sayso.api.problems import answer, problem
from sayso.api.settings import Settings
from sayso.workbench.addresses import ADD

# Nothing is loaded from elsewhere, and nothing that stands in a page itself is run or styles it: an
# article's words could smuggle in no script even if they were not escaped.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "private, no-cache",
}
READS = frozenset({"GET", "HEAD", "OPTIONS"})
# Of `Sec-Fetch-Site`: our own page, and what a person did outside all pages (an address typed).
_OURS = ("same-origin", "none")

Guard = Callable[[Scope, Headers], tuple[int, str] | None]


class Guarded:
    """The application behind all guards: whatever happens inside, an answer with all headers leaves.

    Args:
        app: what is guarded.
        settings: names and limits.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self.uploads = replace(settings, most_body=settings.most_upload, body_seconds=settings.upload_seconds)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return  # nothing here speaks WebSocket
        headers = Headers(scope=scope)
        begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _add_headers(MutableHeaders(scope=message))
            await send(message)

        refused = self._refused(scope, headers)
        if refused is not None:
            await problem(scope, *refused)(scope, receive, send_guarded)
            return
        try:
            await self.app(scope, bounded(receive, self._limits(scope)), send_guarded)
        except Exception as error:
            if begun:  # half an answer cannot be taken back; the connection ends
                raise
            await answer(scope, error)(scope, receive, send_guarded)

    def _refused(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        return (
            _stranger(headers, self.settings.names)
            or _foreign_write(scope["method"], headers)
            or too_large(headers, self._limits(scope).most_body)
        )

    def _limits(self, scope: Scope) -> Settings:
        """Files are larger than anything else that is sent."""
        return self.uploads if (scope["method"], scope["path"]) == ("POST", ADD) else self.settings


def _add_headers(headers: MutableHeaders) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)


def _stranger(headers: Headers, names: frozenset[str]) -> tuple[int, str] | None:
    """A page elsewhere may have its name lead here (DNS rebinding); its requests call us by that name."""
    if _host(headers.get("host", "")) in names:
        return None
    return (
        421,
        f"This workbench is not called {headers.get('host', '')!r:.80}; open it by the address it printed",
    )


def _host(given: str) -> str:
    """Without the port, in small letters."""
    name, colon, port = given.strip().casefold().rpartition(":")
    return name if colon and port.isdecimal() and not given.endswith("]") else given.strip().casefold()


def _foreign_write(method: str, headers: Headers) -> tuple[int, str] | None:
    """A page elsewhere may send a form here. Every browser tells where a write comes from, so what tells
    nothing is a program; one that may write at all could write to the ledger itself.
    """
    if method in READS:
        return None
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        is_ours = site in _OURS
    else:
        is_ours = origin is None or urlsplit(origin).netloc.casefold() == headers.get("host", "").casefold()
    return (
        None
        if is_ours
        else (403, "Only the workbench’s own pages may change the ledger, not pages elsewhere")
    )
