"""The name of a host to addresses that may be asked: resolved once, then vetted, then used as they are.

Resolving once is the point. Whoever looks at one answer and connects by another one can be led anywhere
by a name whose answers change (DNS rebinding).
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from sayso.fetching.errors import ClosedError, FetchError
from sayso.fetching.vetting import IPAddress, Permits, parse

Resolver = Callable[[str, int], Sequence[str]]
"""A host and a port to addresses; raises OSError where the name has none."""


def system_resolver(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def vetted_addresses(
    host: str, port: int, *, resolver: Resolver, permits: Permits, seconds: float
) -> list[IPAddress]:
    """The addresses of a host that may be asked, at least one.

    Raises:
        FetchError: the name is not known, or all that it stands for is refused.
    """
    literal = parse(host)
    found = [literal] if literal else _resolved(host, port, resolver=resolver, seconds=seconds)
    allowed = [address for address in found if permits(address)]
    if not allowed:
        raise ClosedError(
            f"{host} stands for {found[0]}, which is no public address; sayso asks no machine of an inner"
            " network unless it is allowed to (--allow-private)"
        )
    return allowed


def _resolved(host: str, port: int, *, resolver: Resolver, seconds: float) -> list[IPAddress]:
    try:
        answer = _in_time(lambda: resolver(host, port), seconds)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error) or "no answer"
        raise FetchError(
            f"the host {host} cannot be found ({reason}); check the address and the connection", passing=True
        ) from None
    addresses = [address for text in answer if (address := parse(text)) is not None]
    if not addresses:
        raise FetchError(f"the host {host} has no address; check its name", passing=True)
    return addresses


def _in_time(resolve: Callable[[], Sequence[str]], seconds: float) -> Sequence[str]:
    """The system's resolver knows no time limit: a thread that hangs is left behind."""
    answers: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

    def work() -> None:
        try:
            answers.put(resolve())
        except Exception as error:
            answers.put(error)

    Thread(target=work, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0.0))
    except Empty:
        raise TimeoutError("no answer in time") from None
    if isinstance(answer, Exception):
        raise answer
    return answer
