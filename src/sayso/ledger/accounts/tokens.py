"""Tokens of programs and sessions of browsers: long random words, of which only a digest is kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Literal, cast

from sqlalchemy import Row, delete, select

from sayso.ledger.accounts.clock import now, written
from sayso.ledger.accounts.rights import ROLES, Right, Role, lesser
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import tokens, users

Kind = Literal["token", "session", "feed"]
_SHOWN = ("token", "feed")  # a session is nothing that anybody revokes by its id
PREFIX = "sayso_"  # by which those who look for leaked secrets know it
_BYTES = 32
_LONGEST = 64  # characters of a name
_MOST_DAYS = 3660


@dataclass(frozen=True, slots=True)
class Token:
    """What lets a program or a browser in.

    Attributes:
        id: to name it by, when it is revoked.
        kind: of a program, the session of a browser, or in the address of a feed.
        name: what it is for; that of a feed begins with the id of the search.
        user: whose it is, or None for one that is nobody's.
        scope: what it may do; no more than the role of its user.
        created, expires: ISO 8601 in UTC; `expires` is None for never.
    """

    id: str
    kind: Kind
    name: str
    user: str | None
    scope: Right
    created: str
    expires: str | None


def make_token(
    ledger: Ledger,
    name: str,
    *,
    scope: Right,
    user: str | None = None,
    lasts: timedelta | None = None,
    kind: Kind = "token",
) -> tuple[str, Token]:
    """The token itself, which nobody can tell afterwards, and what is kept of it.

    Raises:
        AbsentError: there is no such user.
        LedgerError: the name or the time cannot be taken.
    """
    made = now()
    if lasts is not None and not timedelta() < lasts <= timedelta(days=_MOST_DAYS):
        raise LedgerError(f"a token cannot last {lasts.days} days; expected 1 to {_MOST_DAYS}")
    end = written(made + lasts) if lasts is not None else None
    token = Token(secrets.token_hex(4), kind, _checked(name), user, scope, written(made), end)
    secret = PREFIX + secrets.token_urlsafe(_BYTES)
    values = {field: getattr(token, field) for field in Token.__slots__}
    with ledger.transaction() as connection:
        if user is not None and connection.scalar(select(users.c.name).where(users.c.name == user)) is None:
            raise AbsentError(f"there is no user {user!r:.40}; `sayso users list` tells them")
        connection.execute(
            delete(tokens).where(tokens.c.kind == "session", tokens.c.expires <= written(made))
        )
        connection.execute(tokens.insert().values(digest=_digest(secret), **values))
    return secret, token


def all_tokens(ledger: Ledger, *, user: str | None = None) -> list[Token]:
    """Those of programs and feeds, the oldest first; of one user where one is given."""
    rows = select(tokens).where(tokens.c.kind.in_(_SHOWN)).order_by(tokens.c.created, tokens.c.id)
    if user is not None:
        rows = rows.where(tokens.c.user == user)
    with ledger.transaction() as connection:
        return [_token(row) for row in connection.execute(rows)]


def has_tokens(ledger: Ledger) -> bool:
    """Whether some program may come in."""
    with ledger.transaction() as connection:
        return connection.scalar(select(tokens.c.id).where(tokens.c.kind == "token").limit(1)) is not None


def revoke(ledger: Ledger, id: str, *, user: str | None = None) -> None:
    """From now on the token lets nobody in; where a user is given, only one of theirs.

    Raises:
        AbsentError: there is no such token.
    """
    mine = [tokens.c.id == id, *([tokens.c.user == user] if user is not None else [])]
    with ledger.transaction() as connection:
        if not connection.execute(delete(tokens).where(*mine)).rowcount:
            raise AbsentError(f"there is no token {id!r:.40}; `sayso tokens list` tells their ids")


def token_of(ledger: Ledger, secret: str, kind: Kind, *, at: datetime | None = None) -> Token | None:
    """The token that this is, with what it may do now; None where it is none, or does not count any more."""
    asked = (
        select(tokens, users.c.role)
        .join(users, users.c.name == tokens.c.user, isouter=True)
        .where(tokens.c.digest == _digest(secret), tokens.c.kind == kind)
    )
    with ledger.transaction() as connection:
        row = connection.execute(asked).first()
    if row is None or (row.expires is not None and row.expires <= written(at or now())):
        return None
    return _token(row, role=row.role)


def _token(row: Row[Any], *, role: Role | None = None) -> Token:
    scope = cast(Right, row.scope)
    allowed = lesser(scope, ROLES[role]) if role is not None else scope
    return Token(row.id, row.kind, row.name, row.user, allowed, row.created, row.expires)


def _digest(secret: str) -> str:
    """The word has 256 random bits, so that nobody can try them all, and a plain digest is enough."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _checked(name: str) -> str:
    given = " ".join(name.split())
    if not given or len(given) > _LONGEST or not given.isprintable():
        raise LedgerError(
            f"{name!r:.40} is no name of a token; say what it is for, in up to {_LONGEST} letters"
        )
    return given
