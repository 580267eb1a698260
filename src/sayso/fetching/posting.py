"""Telling an address something: the one way in which sayso sends anything.

The same rules as for asking: the name is resolved once, what it stands for is vetted, and no machine of an
inner network is told anything unless it is allowed to be. Redirects are not followed.
"""

from __future__ import annotations

import ssl
import time

from sayso import __version__
from sayso.fetching.errors import FetchError
from sayso.fetching.exchange import exchange
from sayso.fetching.limits import Limits
from sayso.fetching.location import locate
from sayso.fetching.resolving import Resolver, system_resolver, vetted_addresses
from sayso.fetching.trust import trusted
from sayso.fetching.vetting import Permits, is_public, is_public_or_private
from sayso.fetching.wire import Deadline

_LIMITS = Limits(seconds=20.0)


def post(
    url: str,
    body: bytes,
    *,
    kind: str = "application/json",
    allow_private: bool = False,
    resolver: Resolver = system_resolver,
    permits: Permits | None = None,
    tls: ssl.SSLContext | None = None,
) -> None:
    """Sends a body to an address.

    Args:
        kind: the type of the content.
        allow_private: addresses of this machine and of its own network may be told as well.
        resolver, permits, tls: as for `Fetcher`.

    Raises:
        FetchError: it was not taken; the message is a sentence.
    """
    location = locate(url)
    deadline = Deadline(time.monotonic() + _LIMITS.seconds, _LIMITS.seconds)
    addresses = vetted_addresses(
        location.host,
        location.port,
        resolver=resolver,
        permits=permits or (is_public_or_private if allow_private else is_public),
        seconds=_LIMITS.seconds,
    )
    headers = {"User-Agent": f"sayso/{__version__}", "Content-Type": kind, "Accept": "*/*"}
    answer = exchange(
        location, addresses, headers, limits=_LIMITS, deadline=deadline, tls=tls or trusted(), body=body
    )
    if not 200 <= answer.status < 300:
        raise FetchError(f"{location.host} answered {answer.status} {answer.reason:.60}; check the address")
