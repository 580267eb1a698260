"""`/api/v1/me`, `/api/v1/users` and `/api/v1/tokens`: who may come in."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.api.accounts.pages import refuse_oneself
from sayso.api.accounts.who import Admin, Person, Who
from sayso.api.handling import Reader
from sayso.api.v1.resource import Answer, Resource
from sayso.api.v1.shapes import Made
from sayso.api.writing import Writing
from sayso.ledger.accounts.rights import Right, Role
from sayso.ledger.accounts.tokens import Token, all_tokens, make_token, revoke
from sayso.ledger.accounts.users import User, add_user, all_users, remove_user, set_role
from sayso.schema.plain import to_plain

router = Resource("accounts")
Name = Annotated[str, Path(description="Of a user.", max_length=64)]


class NewUser(BaseModel):
    """A user with a first password, which they should change."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    role: Role
    password: Annotated[str, StringConstraints(min_length=12, max_length=200)]


class NewRole(BaseModel):
    """What a user may do from now on."""

    model_config = ConfigDict(extra="forbid")

    role: Role


class NewToken(BaseModel):
    """What a token is for, what it may do, and how many days."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    scope: Right = "read"
    days: Annotated[int, Field(ge=1, le=3660)] = 90


@router.get("/me", response_model=Who)
def me(who: Person) -> Response:
    """Who asks, and what they may do."""
    return Answer(who)


@router.get("/users", response_model=list[User])
def users(ledger: Reader, who: Admin) -> Response:
    """All users; for admins."""
    return Answer(all_users(ledger))


@router.post("/users", status_code=201, response_model=User)
def new_user(ledger: Writing, who: Admin, body: NewUser) -> Response:
    """Let somebody in; for admins."""
    return Answer(add_user(ledger, body.name, role=body.role, password=body.password), 201)


@router.put("/users/{name}/role", status_code=204)
def new_role(ledger: Writing, who: Admin, name: Name, body: NewRole) -> Response:
    """Give another user another role; for admins."""
    refuse_oneself(who, name)
    set_role(ledger, name, body.role)
    return Response(status_code=204)


@router.delete("/users/{name}", status_code=204)
def no_user(ledger: Writing, who: Admin, name: Name) -> Response:
    """Let a user in no more, nor any of their tokens; for admins."""
    refuse_oneself(who, name)
    remove_user(ledger, name)
    return Response(status_code=204)


@router.get("/tokens", response_model=list[Token])
def tokens(ledger: Reader, who: Person) -> Response:
    """One's own tokens; for an admin those of all. The tokens themselves are kept nowhere."""
    return Answer(all_tokens(ledger, user=_whose(who)))


@router.post("/tokens", status_code=201, response_model=Made)
def new_token(ledger: Writing, who: Person, body: NewToken) -> Response:
    """A token of one's own, which can do no more than oneself. It is shown this once."""
    if not who.may(body.scope):
        raise HTTPException(403, f"You cannot give the scope {body.scope}, which you do not have")
    secret, made = make_token(
        ledger, body.name, scope=body.scope, user=who.user, lasts=timedelta(days=body.days)
    )
    told = {key: value for key, value in to_plain(made).items() if key != "kind"}
    return Answer({"token": secret, **told}, 201, headers={"cache-control": "no-store"})


@router.delete("/tokens/{id}", status_code=204)
def no_token(
    ledger: Writing, who: Person, id: Annotated[str, Path(description="Of a token.", max_length=40)]
) -> Response:
    """From now on this token lets nobody in."""
    revoke(ledger, id, user=_whose(who))
    return Response(status_code=204)


def _whose(who: Who) -> str | None:
    """None for all."""
    if who.may("admin"):
        return None
    if who.user is None:
        raise HTTPException(403, "This token is nobody's, so it has no tokens of its own")
    return who.user
