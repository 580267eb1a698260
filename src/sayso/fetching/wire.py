"""The bytes that a server sends, bounded in number and in time."""

from __future__ import annotations

import io
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.fetching.errors import FetchError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment of `time.monotonic`, and the seconds that were given until then."""

    at: float
    seconds: float

    def left(self) -> float:
        """Seconds, more than none.

        Raises:
            TimeoutError: there are none.
        """
        left = self.at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class Wire(io.RawIOBase):
    """What comes through a socket.

    A socket's own time limit begins anew with every byte, so that a server that sends one a second holds
    on for ever; here all of them share one.
    """

    def __init__(self, connection: socket.socket, *, deadline: Deadline, most: int) -> None:
        self._connection = connection
        self._deadline = deadline
        self._most = most
        self._received = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._connection.settimeout(self._deadline.left())
        count = self._connection.recv_into(buffer)
        self._received += count
        if self._received > self._most:
            raise too_large(self._most)
        return count


class Stream(io.BufferedReader):
    """Lines and blocks from a wire; nothing to close, which is for whoever opened the socket.

    It outlives a reader that closes it: the answer follows a notice.
    """

    def close(self) -> None:
        pass

    def flush(self) -> None:
        pass


def too_large(most: int) -> FetchError:
    return FetchError(
        f"the answer is larger than {most / 1_000_000:g} MB; sayso reads one article at a time: give the"
        " address of the article itself"
    )
