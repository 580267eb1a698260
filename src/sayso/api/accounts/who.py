"""Whoever sent a request, as it was found out before the request was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from sayso.ledger.accounts.rights import Right, includes


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody.

    Attributes:
        name: that stands at their corrections.
        right: what they may do.
        by: how they came in: `alone` where nobody is asked, by the `session` of a browser, a `token`, or the
            address of a `feed`.
        user: as whom they are known, or None.
        token: id of the token or session, or None.
    """

    name: str
    right: Right
    by: Literal["alone", "session", "token", "feed"]
    user: str | None = None
    token: str | None = None

    def may(self, needed: Right) -> bool:
        return includes(self.right, needed)


def who_of(request: Request) -> Who:
    """Raises HTTPException 401 where it was never asked, as on an address that is open to everybody."""
    found = getattr(request.state, "who", None)
    if not isinstance(found, Who):
        raise HTTPException(401, "Nobody is logged in; log in first")
    return found


def _writer(who: Person) -> Who:
    return _allowed(who, "write")


def _admin(who: Person) -> Who:
    return _allowed(who, "admin")


def _allowed(who: Who, needed: Right) -> Who:
    if not who.may(needed):
        raise HTTPException(403, refusal(who, needed))
    return who


def refusal(who: Who, needed: Right) -> str:
    """Why somebody may not, and what to do."""
    if who.by in ("token", "feed"):
        return f"This token may only {_MAY[who.right]}; use one with the scope {needed}"
    return f"{who.name} may only {_MAY[who.right]}; ask an admin for the role of {_ROLE[needed]}"


_MAY = {"read": "look", "write": "look, correct and add", "admin": "do everything"}
_ROLE = {"read": "a reader", "write": "an editor", "admin": "an admin"}

# `def handler(who: Person)`: whoever asks. Every address but those of the log-in asks who it is, and every
# method but GET, HEAD and OPTIONS needs the right to write, whatever the handler says.
Person = Annotated[Who, Depends(who_of)]
Editor = Annotated[Who, Depends(_writer)]
Admin = Annotated[Who, Depends(_admin)]
