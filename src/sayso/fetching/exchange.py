"""One question to one vetted address, and the answer to it.

The standard library's reader of HTTP answers is enough for this and can be held to any socket. The
libraries above it resolve names by themselves, share connections, keep cookies and ask the proxies of the
environment, all of which would have to be taken out of them again.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message

from sayso.fetching.errors import FetchError
from sayso.fetching.limits import Limits
from sayso.fetching.location import Location
from sayso.fetching.unpacking import gathered, gunzipped
from sayso.fetching.vetting import IPAddress
from sayso.fetching.wire import Deadline, Stream, Wire, too_large

_CHUNK_BYTES = 65_536
_CONNECT_SECONDS = 10.0
_MOST_ADDRESSES = 4
_MOST_NOTICES = 10
_LINE = re.compile(r"[\x20-\x7e]{1,4000}")
_CONTENT = frozenset((200, 203))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    Attributes:
        status: HTTP's, 200 to 599.
        reason: its words.
        headers: as they came.
        content: unpacked; b"" where the status is neither 200 nor 203.
    """

    status: int
    reason: str
    headers: Message
    content: bytes

    def header(self, name: str) -> str | None:
        """One header, where it is a line that may be shown and sent back."""
        value = str(self.headers.get(name, "")).strip()
        return value if _LINE.fullmatch(value) else None

    def target(self) -> str:
        """Where a redirect leads; "" where it does not say. Some servers write it in UTF-8."""
        value = str(self.headers.get("Location", "")).strip()
        try:
            return value.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return value


def exchange(
    location: Location,
    addresses: Sequence[IPAddress],
    headers: Mapping[str, str],
    *,
    limits: Limits,
    deadline: Deadline,
    tls: ssl.SSLContext,
    body: bytes | None = None,
) -> Answer:
    """The answer to a GET, or to a POST of a body, at the first of the addresses that takes a connection.

    Raises:
        FetchError: no connection, no valid certificate, no HTTP, too much or too late.
    """
    with _explained(deadline), closing(_connected(location, addresses, deadline, tls)) as connection:
        connection.settimeout(deadline.left())
        connection.sendall(_request(location, headers, body))
        wire = Wire(connection, deadline=deadline, most=limits.received)
        response = _response(connection, Stream(wire, _CHUNK_BYTES), _method(body))
        content = _content(response, limits) if response.status in _CONTENT else b""
        return Answer(response.status, response.reason, response.headers, content)


def _connected(
    location: Location, addresses: Sequence[IPAddress], deadline: Deadline, tls: ssl.SSLContext
) -> socket.socket:
    failure: OSError | None = None
    for address in addresses[:_MOST_ADDRESSES]:
        seconds = min(_CONNECT_SECONDS, deadline.left())
        try:
            plain = socket.create_connection((str(address), location.port), timeout=seconds)
        except OSError as error:
            failure = error
        else:
            return plain if location.scheme == "http" else _secured(plain, location, deadline, tls)
    reason = (failure and failure.strerror) or f"no answer within {_CONNECT_SECONDS:g} seconds"
    raise FetchError(f"{location.host} takes no connection ({reason}); try again later", passing=True)


def _secured(
    plain: socket.socket, location: Location, deadline: Deadline, tls: ssl.SSLContext
) -> socket.socket:
    """The certificate must be the named host's, whatever address it was reached by."""
    try:
        plain.settimeout(deadline.left())
        return tls.wrap_socket(plain, server_hostname=location.host)
    except BaseException:
        plain.close()
        raise


def _method(body: bytes | None) -> str:
    return "GET" if body is None else "POST"


def _request(location: Location, headers: Mapping[str, str], body: bytes | None) -> bytes:
    lines = [f"{_method(body)} {location.target} HTTP/1.1", f"Host: {location.authority}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body is not None:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("ascii") + (body or b"")


def _response(connection: socket.socket, stream: Stream, method: str) -> http.client.HTTPResponse:
    """The answer itself, after notices such as "103 Early Hints"."""
    for _ in range(_MOST_NOTICES):
        response = http.client.HTTPResponse(connection, method=method)
        response.fp.close()
        response.fp = stream
        response.begin()
        if response.status >= 200:
            return response
    raise http.client.HTTPException("nothing but notices")


def _content(response: http.client.HTTPResponse, limits: Limits) -> bytes:
    if response.length is not None and response.length > limits.received:
        raise too_large(limits.received)
    codings = ",".join(response.headers.get_all("Content-Encoding", [])).replace(" ", "").lower()
    if codings in ("gzip", "x-gzip"):
        return gunzipped(_chunks(response), limits=limits)
    if codings not in ("", "identity"):
        raise FetchError(f"its content is packed as {codings!r:.60}; sayso asked for gzip and reads no other")
    return gathered(_chunks(response), limits=limits)


def _chunks(response: http.client.HTTPResponse) -> Iterator[bytes]:
    while chunk := response.read(_CHUNK_BYTES):
        yield chunk
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)


@contextmanager
def _explained(deadline: Deadline) -> Iterator[None]:
    """Whatever goes wrong on the way, as a sentence."""
    try:
        yield
    except TimeoutError:
        told = f"it took longer than {deadline.seconds:g} seconds; try again later"
        raise FetchError(told, passing=True) from None
    except ssl.SSLCertVerificationError as error:
        told = f"its certificate is not valid ({error.verify_message}); check the address, or the clock here"
        raise FetchError(told) from None
    except OSError as error:
        reason = error.strerror or str(error) or type(error).__name__
        told = f"the connection broke ({reason:.100}); try again later"
        raise FetchError(told, passing=True) from None
    except http.client.IncompleteRead:
        raise FetchError("the connection ended before the content did; try again", passing=True) from None
    except (http.client.HTTPException, ValueError) as error:
        told = f"what it answers is no HTTP ({str(error) or type(error).__name__:.80}); check the address"
        raise FetchError(told, passing=True) from None
