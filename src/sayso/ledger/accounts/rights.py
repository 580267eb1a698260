"""What somebody may do: read, write, or manage; each includes what stands before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from sayso.ledger.errors import LedgerError

Right = Literal["read", "write", "admin"]
Role = Literal["reader", "editor", "admin"]
RIGHTS: tuple[Right, ...] = get_args(Right)
# A reader looks; an editor corrects and adds as well; an admin manages users as well.
ROLES: Mapping[Role, Right] = {"reader": "read", "editor": "write", "admin": "admin"}


class DeniedError(LedgerError):
    """Somebody asked for more than they may."""


def includes(mine: Right, needed: Right) -> bool:
    """Whether who has the first right has the second."""
    return RIGHTS.index(mine) >= RIGHTS.index(needed)


def lesser(one: Right, other: Right) -> Right:
    """Of a token and the role of its user, what both allow."""
    return min(one, other, key=RIGHTS.index)


def role_named(given: str) -> Role:
    """Raises LedgerError where there is no such role."""
    for role in ROLES:
        if role == given.strip().casefold():
            return role
    raise LedgerError(f"{given!r:.40} is no role; expected one of {', '.join(ROLES)}")


def right_named(given: str) -> Right:
    """Raises LedgerError where there is no such scope."""
    for right in RIGHTS:
        if right == given.strip().casefold():
            return right
    raise LedgerError(f"{given!r:.40} is no scope of a token; expected one of {', '.join(RIGHTS)}")
