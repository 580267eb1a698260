"""`/login` and `/account`: who one is, and for an admin who else may come in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.api.accounts.attempts import Attempts
from sayso.api.accounts.cookies import give, session_in, take_away
from sayso.api.accounts.who import Admin, Person, Who
from sayso.api.forms import Filled
from sayso.api.handling import Pages, Reader, page
from sayso.api.problems import sentence
from sayso.api.writing import Writing
from sayso.ledger.accounts import passwords, tokens, users
from sayso.ledger.accounts.rights import ROLES, right_named
from sayso.ledger.errors import BusyError, LedgerError, SlowError
from sayso.workbench.addresses import ACCOUNT, LOGIN, LOGOUT
from sayso.workbench.rendering import render

router = Pages()
SESSION = timedelta(hours=12)
_UNKEPT = {"cache-control": "no-store"}  # a token may stand on it
_WRONG = "This name and this password do not belong together; try again, or ask whoever runs this workbench"
_LATER = "There were too many attempts; wait {} minutes and try again"


@router.page(LOGIN)
def login(request: Request) -> HTMLResponse:
    return _login(request, request.query_params.get("to", "/"))


@router.post(LOGIN, include_in_schema=False)
def log_in(request: Request, ledger: Writing, form: Filled) -> Response:
    name, there = form.get("name", "")[:200], form.get("to", "/")
    attempts: Attempts = request.app.state.attempts
    place = request.client.host if request.client else ""
    wait = attempts.begin(name, place)
    if wait:
        shown = _login(request, there, name, _LATER.format(-(-wait // 60)), status=429)
        shown.headers["retry-after"] = str(wait)
        return shown
    user = users.login(ledger, name, form.get("password", ""))
    if user is None:
        return _login(request, there, name, _WRONG, status=401)
    attempts.succeeded(name, place)
    secret, _ = tokens.make_token(
        ledger, "browser", scope="admin", user=user.name, lasts=SESSION, kind="session"
    )
    answer = RedirectResponse(_ours(there), 303)
    give(answer, request.scope, secret, seconds=int(SESSION.total_seconds()))
    return answer


@router.post(LOGOUT, include_in_schema=False)
def log_out(request: Request, ledger: Writing) -> Response:
    session = session_in(request.scope, request.headers)
    found = tokens.token_of(ledger, session, "session") if session else None
    if found is not None:
        tokens.revoke(ledger, found.id)
    answer = RedirectResponse(LOGIN, 303)
    take_away(answer, request.scope)
    return answer


@router.page(ACCOUNT)
def account(request: Request, ledger: Reader, who: Person) -> HTMLResponse:
    return _account(request, ledger, who)


@router.post(f"{ACCOUNT}/password", include_in_schema=False)
def password(request: Request, ledger: Writing, who: Person, form: Filled) -> Response:
    """All browsers of this user must log in anew, this one as well."""
    name = _user(who)
    attempts: Attempts = request.app.state.attempts
    place = request.client.host if request.client else ""
    if attempts.begin(name, place):
        raise HTTPException(429, "There were too many attempts; wait a quarter of an hour and try again")
    if users.login(ledger, name, form.get("old", "")) is None:
        return _account(request, ledger, who, problem="The old password is another one.", status=400)
    attempts.succeeded(name, place)
    try:
        users.set_password(ledger, name, form.get("new", ""))
    except (BusyError, SlowError):
        raise
    except LedgerError as error:
        return _account(request, ledger, who, problem=sentence(str(error)), status=400)
    return RedirectResponse(LOGIN, 303)


@router.post(f"{ACCOUNT}/tokens", include_in_schema=False)
def make_token(request: Request, ledger: Writing, who: Person, form: Filled) -> Response:
    """The answer is the only place where the token ever stands."""
    try:
        secret, made = tokens.make_token(
            ledger,
            form.get("name", ""),
            scope=right_named(form.get("scope", "")),
            user=_user(who),
            lasts=timedelta(days=_days(form)),
        )
    except (BusyError, SlowError):
        raise
    except LedgerError as error:
        return _account(request, ledger, who, problem=sentence(str(error)), status=400)
    return _account(request, ledger, who, secret=secret, made=made)


@router.post(f"{ACCOUNT}/tokens/{{id}}/revoke", include_in_schema=False)
def revoke_token(ledger: Writing, who: Person, id: str) -> Response:
    tokens.revoke(ledger, id, user=None if who.may("admin") else _user(who))
    return RedirectResponse(ACCOUNT, 303)


@router.post(f"{ACCOUNT}/users", include_in_schema=False)
def add_user(request: Request, ledger: Writing, who: Admin, form: Filled) -> Response:
    try:
        users.add_user(
            ledger, form.get("name", ""), role=form.get("role", ""), password=form.get("password", "")
        )
    except (BusyError, SlowError):
        raise
    except LedgerError as error:
        return _account(request, ledger, who, problem=sentence(str(error)), status=400)
    return RedirectResponse(ACCOUNT, 303)


@router.post(f"{ACCOUNT}/users/{{name}}/role", include_in_schema=False)
def change_role(ledger: Writing, who: Admin, name: str, form: Filled) -> Response:
    refuse_oneself(who, name)
    users.set_role(ledger, name, form.get("role", ""))
    return RedirectResponse(ACCOUNT, 303)


@router.post(f"{ACCOUNT}/users/{{name}}/remove", include_in_schema=False)
def remove_user(ledger: Writing, who: Admin, name: str) -> Response:
    refuse_oneself(who, name)
    users.remove_user(ledger, name)
    return RedirectResponse(ACCOUNT, 303)


def refuse_oneself(who: Who, name: str) -> None:
    """Some admin must be left, and whoever removes another one is."""
    if who.user == name:
        raise HTTPException(400, "You cannot take your own rights away; another admin can")


def _login(
    request: Request, there: str, name: str = "", problem: str = "", *, status: int = 200
) -> HTMLResponse:
    """What the ledger is called, and what is in it, is told to whoever is in."""
    shown = {"to": _ours(there), "name": name, "problem": problem}
    told = render("login.html", here=request.url.path, ledger="", person=None, **shown)
    return HTMLResponse(told, status, headers=_UNKEPT)


def _account(request: Request, ledger: Reader, who: Who, *, status: int = 200, **told: Any) -> HTMLResponse:
    is_admin = who.may("admin")
    shown: dict[str, Any] = {
        "problem": "",
        "secret": None,
        "made": None,
        "who": who,
        "users": users.all_users(ledger) if is_admin else [],
        "tokens": tokens.all_tokens(ledger, user=None if is_admin else _user(who)),
        "roles": tuple(ROLES),
        "shortest": passwords.SHORTEST,
    }
    answer = page(request, "account.html", status=status, **shown | told)
    answer.headers.update(_UNKEPT)
    return answer


def _user(who: Who) -> str:
    if who.user is None:
        raise HTTPException(400, "Nobody is logged in here by a name; `sayso users add` makes users")
    return who.user


def _days(form: Mapping[str, str]) -> int:
    given = form.get("days", "")
    if not given.isdecimal() or len(given) > 6:
        raise LedgerError(f"{given!r:.40} is no number of days; expected such as 90")
    return int(given)


def _ours(there: str) -> str:
    """Only a page of this workbench; a link to the log-in might name any other."""
    plain = there.startswith("/") and not there.startswith(("//", "/\\")) and there.isprintable()
    return there if plain and len(there) <= 2000 and not there.startswith((LOGIN, LOGOUT)) else "/"
