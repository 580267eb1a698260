"""What goes wrong with a request, said in one sentence."""

from __future__ import annotations


class FetchError(Exception):
    """Nothing usable came from an address.

    The message is a sentence for the person at the keyboard, without the address that was asked for: what
    came, what was expected, and what to do.

    Attributes:
        status: of the HTTP answer, None where there was none.
        passing: the same request may well succeed later.
    """

    def __init__(self, message: str, *, status: int | None = None, passing: bool = False) -> None:
        super().__init__(_one_line(message))
        self.status = status
        self.passing = passing

    def behind(self, url: str) -> FetchError:
        """The same fault, met at the address that a redirect led to."""
        told = f"it redirects to {url:.200}: {self}"
        return type(self)(told, status=self.status, passing=self.passing)


class ClosedError(FetchError):
    """No machine that the address names may be asked."""


def _one_line(message: str) -> str:
    """What a server says may hold anything, a terminal's control codes among it."""
    return "".join(sign if sign.isprintable() else "?" for sign in " ".join(message.split()))
