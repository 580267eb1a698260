"""The application on a socket, until somebody ends it."""

from __future__ import annotations

import socket
from errno import EADDRINUSE

import uvicorn

from sayso.api.app import create_app
from sayso.api.settings import Settings
from sayso.ledger.ledger import Ledger

FIRST_PORT = 8000
_TRIED = 20
_WAITING = 128  # connections that wait to be taken
_GOODBYE = 2  # seconds for answers that are under way


def listen(host: str, port: int | None) -> socket.socket:
    """A socket that listens; where no port is asked for, on the first free one from 8000.

    Raises:
        OSError: the port is taken, or the host is none of this machine.
    """
    if port is not None:
        return _bound(host, port)
    for candidate in range(FIRST_PORT, FIRST_PORT + _TRIED):
        try:
            return _bound(host, candidate)
        except OSError as error:
            if error.errno != EADDRINUSE:
                raise
    return _bound(host, 0)


def address(listening: socket.socket) -> str:
    """As a browser takes it."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def serve(ledger: Ledger, settings: Settings, listening: socket.socket) -> None:
    """Answers until SIGINT or SIGTERM.

    Raises:
        KeyboardInterrupt: SIGINT came; all answers under way were given.
    """
    config = uvicorn.Config(
        create_app(ledger, settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=_GOODBYE,
        ws="none",
    )
    uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    (family, kind, protocol, _, where), *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found = socket.socket(family, kind, protocol)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(where)
        found.listen(_WAITING)
    except OSError:
        found.close()
        raise
    return found
