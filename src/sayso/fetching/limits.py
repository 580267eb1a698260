"""How much one request may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch, whatever the servers do.

    Attributes:
        seconds: for all of it, redirects included; waiting out of politeness does not count.
        received: bytes of one answer as they come over the wire, headers and all.
        unpacked: bytes of its content after decompression.
        ratio: unpacked bytes to received ones, asked from the first megabyte on. A page has 5 to 10 and a
            table of figures may have 100; gzip itself ends at 1032.
        redirects: that are followed.
    """

    seconds: float = 30.0
    received: int = 20_000_000
    unpacked: int = 20_000_000
    ratio: int = 200
    redirects: int = 5
