"""Addresses to contents: the one way in which sayso asks the network for anything."""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping

from sayso import __version__
from sayso.fetching.answers import BUSY, check, fetched, redirect_target, rest_asked
from sayso.fetching.errors import ClosedError, FetchError
from sayso.fetching.exchange import Answer, exchange
from sayso.fetching.fetched import Fetched, Known, NotModified
from sayso.fetching.limits import Limits
from sayso.fetching.location import Location, locate
from sayso.fetching.pacing import Pacing
from sayso.fetching.resolving import Resolver, system_resolver, vetted_addresses
from sayso.fetching.robots import Robots, parse_robots
from sayso.fetching.trust import trusted
from sayso.fetching.vetting import Permits, is_public, is_public_or_private
from sayso.fetching.wire import Deadline

AGENT = f"sayso/{__version__}"
DELAY = 1.0

_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, application/rss+xml,"
    " application/atom+xml, application/xml;q=0.9, */*;q=0.5",
    "Accept-Language": "en, *;q=0.5",
    "Accept-Encoding": "gzip",
}


class Fetcher:
    """Asks for one address at a time and remembers, while it lives, what each site lets it do.

    Args:
        limits: of each fetch.
        allow_private: addresses of this machine and of its own network may be asked as well.
        delay: seconds between two requests to one host.
        resolver: names to addresses; asked once for each request.
        permits: which addresses may be asked; goes before `allow_private`.
        tls: which certificates are trusted; the system's where none is given.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        allow_private: bool = False,
        delay: float = DELAY,
        resolver: Resolver = system_resolver,
        permits: Permits | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._permits = permits or (is_public_or_private if allow_private else is_public)
        self._resolver = resolver
        self._tls = tls
        self._pacing = Pacing(delay)
        self._robots: dict[str, Robots] = {}

    def fetch(self, url: str, *, known: Known | None = None) -> Fetched | NotModified:
        """The content of an address; `NotModified` where it is still the one that is `known`.

        Raises:
            FetchError: nothing usable came; the message is a sentence.
        """
        location, answer, hops = self._followed(locate(url), known=known)
        if answer.status == 304 and known is not None and known.url == location.url:
            return NotModified(url, known)
        try:
            check(answer)
        except FetchError as error:
            raise (error.behind(location.url) if hops else error) from None
        return fetched(url, location, answer, hops)

    def _followed(
        self, location: Location, *, known: Known | None = None, robots: bool = True
    ) -> tuple[Location, Answer, tuple[str, ...]]:
        """The answer that is no redirect, where it came from, and the addresses that led there."""
        start, left = location, self._limits.seconds
        hops: list[str] = []
        while True:
            try:
                rest = self._refuse_closed(location) if robots else 0.0
                with self._pacing.turn(location.host, rest=rest):
                    begun = time.monotonic()
                    answer = self._asked(location, left, known)
                    left -= time.monotonic() - begun
                target = redirect_target(location, answer)
                if target is None:
                    return location, answer, tuple(hops)
                hops.append(location.url)
                self._refuse_circle(hops, target)
            except FetchError as error:
                raise (error if location is start else error.behind(location.url)) from None
            location = target

    def _refuse_circle(self, hops: list[str], target: Location) -> None:
        if target.url in hops:
            raise FetchError(
                "it redirects in a circle, as pages do that insist on cookies; save the page from a browser"
                " and read the file"
            )
        if len(hops) > self._limits.redirects:
            raise FetchError(f"it redirects more than {self._limits.redirects} times; check the address")

    def _asked(self, location: Location, seconds: float, known: Known | None) -> Answer:
        deadline = Deadline(time.monotonic() + seconds, self._limits.seconds)
        addresses = vetted_addresses(
            location.host,
            location.port,
            resolver=self._resolver,
            permits=self._permits,
            seconds=seconds,
        )
        headers = {**_HEADERS, **_conditions(location, known)}
        answer = exchange(
            location, addresses, headers, limits=self._limits, deadline=deadline, tls=self._tls or trusted()
        )
        if answer.status in BUSY:
            self._pacing.hold(location.host, rest_asked(answer))
        return answer

    def _refuse_closed(self, location: Location) -> float:
        """The seconds of rest that the site asks for; raises FetchError where it wants no programs."""
        if location.origin not in self._robots:
            self._robots[location.origin] = self._read_robots(location)
        robots = self._robots[location.origin]
        if robots.unread is not None:
            raise FetchError(
                f"the robots.txt of {location.host} cannot be read ({robots.unread}), which counts as a"
                " refusal; try again later",
                passing=True,
            )
        if not robots.permits(location.target):
            raise FetchError(
                f"the robots.txt of {location.host} closes this address to programs; save the page from a"
                " browser and read the file"
            )
        return robots.delay

    def _read_robots(self, location: Location) -> Robots:
        """RFC 9309: a site without the file is open, one that is out of order is closed."""
        file = Location(location.scheme, location.host, location.port, "/robots.txt")
        try:
            _, answer, _ = self._followed(file, robots=False)
        except ClosedError:
            raise
        except FetchError as error:
            return Robots(unread=str(error))
        if 200 <= answer.status < 300:
            return parse_robots(answer.content)
        if 400 <= answer.status < 500 and answer.status not in BUSY:
            return Robots()
        return Robots(unread=f"the server answered {answer.status}")


def _conditions(location: Location, known: Known | None) -> Mapping[str, str]:
    """What a server once said is told to the same address only: elsewhere it would be a cookie."""
    if known is None or known.url != location.url:
        return {}
    stated = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in stated.items() if value}
