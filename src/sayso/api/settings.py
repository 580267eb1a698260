"""How the workbench is served."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

_LOCAL = "localhost"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose, and the limits.

    Attributes:
        host: address that it listens on.
        name: of the ledger, for people; no password, no path.
        more_names: by which others reach it, such as `news.example.org`, in small letters.
        person: who is at the keyboard, where nobody need log in.
        most_body: bytes of a request.
        most_upload: bytes of the files that are added at once.
        upload_seconds: within which they must have arrived.
        body_seconds: within which a request must have arrived.
        query_seconds: that one transaction of the ledger may take.
        threads: handlers that run at once.
        originals: what is added is kept as it came in beside its text.
    """

    host: str = "127.0.0.1"
    name: str = "ledger"
    more_names: frozenset[str] = frozenset()
    person: str = "somebody"
    most_body: int = 2 * 1024 * 1024
    most_upload: int = 64 * 1000 * 1000
    upload_seconds: float = 600
    body_seconds: float = 30
    query_seconds: float = 20
    threads: int = 12
    originals: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The names that a browser may call it by; another one may be somebody's trick (DNS rebinding)."""
        own = {f"[{self.host}]" if ":" in self.host else self.host.casefold(), *self.more_names}
        return frozenset(own | ({_LOCAL, "127.0.0.1", "[::1]"} if is_loopback(self.host) else set()))

    @property
    def alone(self) -> bool:
        """Nobody but the person at this machine can reach it, so that nobody need be asked who they are."""
        return is_loopback(self.host) and not self.more_names


def is_loopback(host: str) -> bool:
    """Whether nobody else's machine can reach it."""
    if host.casefold() == _LOCAL:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
