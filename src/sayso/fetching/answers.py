"""What an answer means: a content, a redirect, or a refusal."""

from __future__ import annotations

import re

from sayso.fetching.errors import FetchError
from sayso.fetching.exchange import Answer
from sayso.fetching.fetched import Fetched
from sayso.fetching.location import Location, onward

_KIND = re.compile(r"[\w.+-]+/[\w.+-]+")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{2,40})")
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
BUSY = frozenset((429, 503))
_NEXT_STEPS = {
    401: "the page asks for a login: save it from a browser and read the file",
    402: "the page is paid for: save it from a browser and read the file",
    403: "the site refuses programs: save the page from a browser and read the file",
    404: "check the address",
    410: "the page is gone: look for a copy in an archive",
    429: "sayso asks too often: try again later",
}


def redirect_target(location: Location, answer: Answer) -> Location | None:
    """Where the answer redirects to, None where it does not.

    Raises:
        FetchError: nowhere, to what is no address, or from https to http.
    """
    if answer.status not in _REDIRECTS:
        return None
    stated = answer.target()
    if not stated:
        raise FetchError("it redirects without saying where; check the address", status=answer.status)
    target = onward(location, stated)
    if location.scheme == "https" and target.scheme == "http":
        raise FetchError(
            f"it redirects from https to http ({target.url:.200}), where anybody on the way can change the"
            " text; look for the page's https address"
        )
    return target


def check(answer: Answer) -> None:
    """Raises FetchError for an answer without content."""
    status = answer.status
    if status in (200, 203) and answer.content:
        return
    if status in (200, 203, 204):
        raise FetchError("its content is empty; expected a page: check the address", status=status)
    passing = status in BUSY or status >= 500
    step = _NEXT_STEPS.get(status, "try again later" if passing else "check the address")
    words = f" ({answer.reason:.60})" if answer.reason else ""
    raise FetchError(
        f"the server answered {status}{words}; expected a page: {step}", status=status, passing=passing
    )


def fetched(url: str, location: Location, answer: Answer, hops: tuple[str, ...]) -> Fetched:
    stated = (answer.header("Content-Type") or "").lower()
    kind, charset = _KIND.match(stated), _CHARSET.search(stated)
    return Fetched(
        url,
        location.url,
        answer.status,
        answer.content,
        kind[0] if kind else None,
        charset[1] if charset else None,
        answer.header("ETag"),
        answer.header("Last-Modified"),
        hops,
    )


def rest_asked(answer: Answer) -> float:
    """The seconds of rest that a busy server asks for; a date, which hardly any sends, is none."""
    retry_after = answer.header("Retry-After")
    return float(retry_after) if retry_after and retry_after.isdigit() else 0.0
