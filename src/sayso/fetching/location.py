"""An address, taken apart and checked before anything is done with it."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from sayso.fetching.errors import FetchError

LONGEST = 8_000
PORTS = {"http": 80, "https": 443}

# urlsplit drops some of these without a word, and other programs read a backslash as a slash.
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\]")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
# What may stand in a path or a query as it is; a "%" has been written by somebody who knew why.
_KEPT = "/%:@!$&'()*+,;=~?[]|"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a request goes.

    Attributes:
        scheme: "http" or "https".
        host: ASCII in small letters, or a literal address without brackets.
        port: as stated or usual.
        target: path and query, percent-encoded, at least "/".
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """What the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        return f"{self.origin}{self.target}"


def locate(url: str) -> Location:
    """The parts of an address; its fragment is left out.

    Raises:
        FetchError: another scheme than http and https, credentials in it, or no address at all.
    """
    if len(url) > LONGEST:
        raise FetchError(f"the address has {len(url):,} characters; expected at most {LONGEST:,}")
    url = url.strip()
    if _FORBIDDEN.search(url):
        raise FetchError("the address holds a control character or a backslash; copy it again")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(
            f"it is no address ({error}); expected one as https://courier.example/news"
        ) from None
    return _checked(parts, port)


def quoted(target: str) -> str:
    """A path or a query in ASCII."""
    return quote(target, safe=_KEPT)


def onward(location: Location, target: str) -> Location:
    """Where a redirect leads; raises as `locate` does."""
    try:
        return locate(urljoin(location.url, target.strip()))
    except FetchError as error:
        raise error.behind(target) from None
    except ValueError:
        raise FetchError(f"it redirects to {target!r:.100}, which is no address") from None


def _checked(parts: SplitResult, port: int | None) -> Location:
    if parts.scheme not in PORTS:
        came = f"the scheme of the address is {parts.scheme!r:.40}" if parts.scheme else "it has no scheme"
        raise FetchError(f"{came}; expected http or https, as in https://courier.example/news")
    if "@" in parts.netloc:
        raise FetchError("the address holds a user name or a password; sayso sends none: leave them out")
    if not parts.hostname or port == 0:
        raise FetchError("the address names no host; expected one as https://courier.example/news")
    target = quoted(parts.path or "/") + (f"?{quoted(parts.query)}" if parts.query else "")
    return Location(parts.scheme, _host(parts.hostname), port or PORTS[parts.scheme], target)


def _host(name: str) -> str:
    if ":" in name:
        return _literal(name)
    try:
        host = name.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        host = ""
    if not _HOST.fullmatch(host):
        raise FetchError(f"{name!r:.100} is no name of a host; check the address")
    return host


def _literal(name: str) -> str:
    try:
        address = ipaddress.IPv6Address(name)
    except ValueError:
        address = None
    if address is None or address.scope_id:
        raise FetchError(f"{name!r:.100} is no IPv6 address that can be asked; check the address")
    return str(address)
