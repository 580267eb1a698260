"""Real servers on this machine, and names that stand for them."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sayso.fetching.fetcher import Fetcher
from sayso.fetching.limits import Limits
from sayso.fetching.resolving import Resolver
from sayso.fetching.vetting import IPAddress

LOCAL = "127.0.0.1"
PAGE = b"<html><body><h1>Army leaves Telmara</h1><p>The army withdrew, a spokeswoman said.</p></body></html>"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers: the status line, headers and body as they are."""

    body: bytes = PAGE
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})


def moved(target: str, status: int = 302) -> Reply:
    return Reply(b"", status, {"Location": target})


@dataclass(slots=True)
class Site:
    """A server that runs: its port, what it answers by path, and what it was asked."""

    port: int
    replies: dict[str, Reply | Callable[[Message], Reply]]
    asked: list[tuple[str, Message]] = field(default_factory=list)

    def url(self, path: str = "/", *, host: str = "courier.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def site(
    replies: Mapping[str, Reply | Callable[[Message], Reply]], *, tls: ssl.SSLContext | None = None
) -> Iterator[Site]:
    """A server of these replies; every other path, robots.txt among them, is not found."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append((self.path, self.headers))
            reply = here.replies.get(self.path, Reply(b"gone", 404))
            reply = reply if isinstance(reply, Reply) else reply(self.headers)
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Whoever is asked by a fetcher is hung up on now and then."""

    server = Server((LOCAL, 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    here = Site(server.server_address[1], dict(replies))
    with _running(lambda: server.serve_forever(poll_interval=0.01)):
        try:
            yield here
        finally:
            server.shutdown()
            server.server_close()


@contextmanager
def bare(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that says what it likes, HTTP or not; gives its port. It has no robots.txt."""
    listener = socket.create_server((LOCAL, 0))

    def answer(connection: socket.socket) -> None:
        with connection:
            try:
                if connection.recv(65_536).startswith(b"GET /robots.txt "):
                    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                else:
                    talk(connection)
            except OSError:
                pass  # the fetcher hung up, as it should

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    with _running(serve):
        try:
            yield listener.getsockname()[1]
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()


@contextmanager
def _running(serve: Callable[[], None]) -> Iterator[None]:
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield
    finally:
        thread.join(5)


def is_local(address: IPAddress) -> bool:
    """Takes this machine for the public internet, and nothing else."""
    return str(address) == LOCAL


def everywhere(host: str, port: int) -> list[str]:
    return [LOCAL]


def fetcher(
    *,
    resolver: Resolver = everywhere,
    limits: Limits | None = None,
    delay: float = 0.0,
    tls: ssl.SSLContext | None = None,
) -> Fetcher:
    """One for which every name stands for this machine, and this machine is public."""
    return Fetcher(
        resolver=resolver, permits=is_local, limits=limits or Limits(seconds=5), delay=delay, tls=tls
    )
