"""The people who may use a ledger that is served."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from sqlalchemy import ColumnElement, delete, func, select, update

from sayso.ledger.accounts.clock import now, written
from sayso.ledger.accounts.passwords import OWASP, Cost, check, hashed, matches
from sayso.ledger.accounts.rights import Role, role_named
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import tokens, users

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}")


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may log in.

    Attributes:
        name: by which they log in, and which stands at their corrections.
        role: reader, editor or admin.
        created: when, ISO 8601 in UTC.
    """

    name: str
    role: Role
    created: str


def add_user(ledger: Ledger, name: str, *, role: str, password: str, cost: Cost = OWASP) -> User:
    """A new user.

    Raises:
        LedgerError: there is one of this name, or name, role or password cannot be taken.
    """
    user = User(_checked(name), role_named(role), written(now()))
    check(password)
    values = {
        "name": user.name,
        "role": user.role,
        "created": user.created,
        "password": hashed(password, cost=cost),
    }
    with ledger.transaction() as connection:
        if connection.scalar(select(users.c.name).where(_is(user.name))) is not None:
            raise LedgerError(f"there is a user {user.name!r} already; give another name")
        connection.execute(users.insert().values(values))
    return user


def all_users(ledger: Ledger) -> list[User]:
    """By their names."""
    rows = select(users.c.name, users.c.role, users.c.created).order_by(users.c.name)
    with ledger.transaction() as connection:
        return [User(name, cast(Role, role), created) for name, role, created in connection.execute(rows)]


def has_users(ledger: Ledger) -> bool:
    """Whether anybody must log in."""
    with ledger.transaction() as connection:
        return connection.scalar(select(users.c.name).limit(1)) is not None


def remove_user(ledger: Ledger, name: str) -> None:
    """With all their tokens and sessions; their corrections stay.

    Raises:
        AbsentError: there is none.
    """
    with ledger.transaction() as connection:
        connection.execute(delete(tokens).where(tokens.c.user == name))
        if not connection.execute(delete(users).where(users.c.name == name)).rowcount:
            raise _absent(name)


def set_password(ledger: Ledger, name: str, password: str, *, cost: Cost = OWASP) -> None:
    """Whoever is logged in by the old one is no more.

    Raises:
        AbsentError: there is no such user.
        LedgerError: the password cannot be taken.
    """
    check(password)
    made = hashed(password, cost=cost)
    with ledger.transaction() as connection:
        connection.execute(delete(tokens).where(tokens.c.user == name, tokens.c.kind == "session"))
        if not connection.execute(update(users).where(users.c.name == name).values(password=made)).rowcount:
            raise _absent(name)


def set_role(ledger: Ledger, name: str, role: str) -> None:
    """Raises AbsentError where there is no such user, LedgerError where there is no such role."""
    chosen = role_named(role)
    with ledger.transaction() as connection:
        if not connection.execute(update(users).where(users.c.name == name).values(role=chosen)).rowcount:
            raise _absent(name)


def login(ledger: Ledger, name: str, password: str) -> User | None:
    """The user with this name and password, None where they do not fit; it takes as long for both."""
    asked = select(users).where(_is(name.strip()))
    with ledger.transaction() as connection:
        found = connection.execute(asked).first()
    if not matches(password, found.password if found else _nobody()) or found is None:
        return None
    return User(found.name, cast(Role, found.role), found.created)


@cache
def _nobody() -> str:
    """What no password fits."""
    return hashed("")


def _is(name: str) -> ColumnElement[bool]:
    return func.lower(users.c.name) == name.casefold()


def _checked(name: str) -> str:
    given = name.strip()
    if not _NAME.fullmatch(given):
        raise LedgerError(
            f"{name!r:.40} is no name of a user; expected up to 64 letters from A to Z, digits, and . _ @ + -"
        )
    return given


def _absent(name: str) -> AbsentError:
    return AbsentError(f"there is no user {name!r:.40}; `sayso users list` tells them")
