"""What comes back from an address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said about a content so that it need not be sent twice; the caller stores it.

    Attributes:
        url: where the content was, behind all redirects; no other address is shown the rest.
        etag, last_modified: the headers as they came, None where there was none.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The content of an address.

    Attributes:
        url: as it was asked for.
        final_url: behind all redirects.
        status: of the last answer, 200 or 203.
        content: unpacked.
        content_type: such as "text/html", in small letters; None where the server does not say.
        charset: that the server names, in small letters, or None.
        etag, last_modified: as in `Known`.
        hops: the addresses that redirected, in their order.
    """

    url: str
    final_url: str
    status: int
    content: bytes
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    hops: tuple[str, ...] = ()

    @property
    def known(self) -> Known:
        return Known(self.final_url, self.etag, self.last_modified)


@dataclass(frozen=True, slots=True)
class NotModified:
    """The content is still the one that the caller knows.

    Attributes:
        url: as it was asked for.
        known: as the caller gave it.
    """

    url: str
    known: Known
