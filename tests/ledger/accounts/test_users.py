"""Users and tokens in both stores: what is kept of a secret, and what lets somebody in."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from sayso.ledger.accounts.clock import now
from sayso.ledger.accounts.passwords import OWASP, Cost, hashed, matches
from sayso.ledger.accounts.rights import RIGHTS, ROLES, includes, lesser
from sayso.ledger.accounts.tokens import all_tokens, has_tokens, make_token, revoke, token_of
from sayso.ledger.accounts.users import (
    add_user,
    all_users,
    has_users,
    login,
    remove_user,
    set_password,
    set_role,
)
from sayso.ledger.doctor import examine
from sayso.ledger.errors import AbsentError, LedgerError
from sayso.ledger.exporting import export
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import tokens, users

CHEAP = Cost(16, 8, 1)
PASSWORD = "four words and a half"


def ilena(ledger: Ledger) -> None:
    add_user(ledger, "ilena", role="editor", password=PASSWORD, cost=CHEAP)


def test_a_user_logs_in_with_their_password_and_no_other(ledger: Ledger) -> None:
    assert not has_users(ledger)
    ilena(ledger)
    assert has_users(ledger)
    found = login(ledger, "ILENA", PASSWORD)
    assert found is not None
    assert (found.name, found.role) == ("ilena", "editor")
    for wrong in (PASSWORD.upper(), PASSWORD + " ", "", "x" * 5000):
        assert login(ledger, "ilena", wrong) is None
    assert login(ledger, "nobody", PASSWORD) is None


def test_of_a_password_only_a_salted_hash_is_kept(ledger: Ledger) -> None:
    ilena(ledger)
    add_user(ledger, "oda", role="reader", password=PASSWORD, cost=CHEAP)
    with ledger.transaction() as connection:
        first, second = connection.scalars(select(users.c.password))
    assert first != second
    assert PASSWORD not in first + second


def test_the_cost_of_a_password_is_one_that_owasp_names() -> None:
    kept = hashed(PASSWORD)
    assert kept.startswith("scrypt$16384$8$5$")
    assert matches(PASSWORD, kept)
    assert OWASP.memory < 32 * 2**20


@pytest.mark.parametrize("kept", ["", "plain", "scrypt$$$$$", "scrypt$16$8$1$!$!", "bcrypt$16$8$1$AA==$AA=="])
def test_what_is_no_hash_fits_no_password(kept: str) -> None:
    assert not matches("", kept)
    assert not matches(kept, kept)


def test_an_accent_is_the_same_however_a_keyboard_writes_it() -> None:
    kept = hashed("caf\u00e9 au lait chaud", cost=CHEAP)
    assert matches("cafe\u0301 au lait chaud", kept)


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [
        ("ilena", "reader", PASSWORD),
        ("Ilena", "reader", PASSWORD),
        ("", "reader", PASSWORD),
        ("a b", "reader", PASSWORD),
        ("a" * 65, "reader", PASSWORD),
        ("<script>", "reader", PASSWORD),
        ("oda", "owner", PASSWORD),
        ("oda", "reader", "short"),
        ("oda", "reader", "a" * 201),
        ("oda", "reader", "abababababababab"),
    ],
)
def test_what_cannot_be_a_user_is_refused(ledger: Ledger, name: str, role: str, password: str) -> None:
    ilena(ledger)
    with pytest.raises(LedgerError):
        add_user(ledger, name, role=role, password=password, cost=CHEAP)
    assert [one.name for one in all_users(ledger)] == ["ilena"]


def test_who_is_not_there_cannot_be_changed(ledger: Ledger) -> None:
    for change in (
        lambda: remove_user(ledger, "nobody"),
        lambda: set_role(ledger, "nobody", "admin"),
        lambda: set_password(ledger, "nobody", PASSWORD, cost=CHEAP),
        lambda: revoke(ledger, "nothing"),
        lambda: make_token(ledger, "it", scope="read", user="nobody"),
    ):
        with pytest.raises(AbsentError):
            change()


def test_a_token_lets_in_whoever_has_it_until_its_end(ledger: Ledger) -> None:
    secret, made = make_token(ledger, "figures", scope="write", lasts=timedelta(days=2))
    found = token_of(ledger, secret, "token")
    assert found == made
    assert has_tokens(ledger)
    assert token_of(ledger, secret, "session") is None
    assert token_of(ledger, secret, "token", at=now() + timedelta(days=3)) is None
    assert token_of(ledger, secret[:-1], "token") is None
    revoke(ledger, made.id)
    assert token_of(ledger, secret, "token") is None


def test_of_a_token_only_a_digest_is_kept(ledger: Ledger) -> None:
    secret, _ = make_token(ledger, "figures", scope="read")
    with ledger.transaction() as connection:
        row = connection.execute(select(tokens)).one()
    assert not any(secret in str(value) or str(value) in secret for value in row if value is not None)


def test_a_token_can_do_no_more_than_its_user(ledger: Ledger) -> None:
    ilena(ledger)
    secret, _ = make_token(ledger, "mine", scope="admin", user="ilena")
    found = token_of(ledger, secret, "token")
    assert found is not None
    assert found.scope == "write"
    remove_user(ledger, "ilena")
    assert token_of(ledger, secret, "token") is None
    assert not has_users(ledger)


def test_a_new_password_ends_sessions_and_leaves_tokens(ledger: Ledger) -> None:
    ilena(ledger)
    session, _ = make_token(ledger, "browser", scope="admin", user="ilena", kind="session")
    token, _ = make_token(ledger, "mine", scope="read", user="ilena")
    set_password(ledger, "ilena", "a quite new password", cost=CHEAP)
    assert token_of(ledger, session, "session") is None
    assert token_of(ledger, token, "token") is not None


def test_sessions_are_no_tokens_and_those_that_ended_are_swept_out(ledger: Ledger) -> None:
    ilena(ledger)
    make_token(ledger, "browser", scope="read", user="ilena", kind="session", lasts=timedelta(microseconds=1))
    assert all_tokens(ledger) == []
    assert not has_tokens(ledger)
    make_token(ledger, "figures", scope="read")
    with ledger.transaction() as connection:
        assert list(connection.scalars(select(tokens.c.kind))) == ["token"]


@pytest.mark.parametrize("name", ["", " ", "a" * 65, "two\x00words"])
def test_what_is_no_name_of_a_token_is_refused(ledger: Ledger, name: str) -> None:
    with pytest.raises(LedgerError):
        make_token(ledger, name, scope="read")


@pytest.mark.parametrize("days", [0, -1, 100_000])
def test_what_is_no_time_for_a_token_is_refused(ledger: Ledger, days: int) -> None:
    with pytest.raises(LedgerError, match="cannot last"):
        make_token(ledger, "figures", scope="read", lasts=timedelta(days=days))


def test_each_right_includes_those_before_it() -> None:
    for at, mine in enumerate(RIGHTS):
        for other_at, needed in enumerate(RIGHTS):
            assert includes(mine, needed) == (at >= other_at)
            assert lesser(mine, needed) == RIGHTS[min(at, other_at)]
    assert [ROLES[role] for role in ("reader", "editor", "admin")] == list(RIGHTS)


def test_users_and_tokens_are_never_exported_and_a_ledger_with_them_is_whole(ledger: Ledger) -> None:
    ilena(ledger)
    make_token(ledger, "figures", scope="read", user="ilena")
    told = json.dumps(list(export(ledger)))
    assert not any(word in told for word in ("ilena", "figures", "scrypt"))
    assert list(examine(ledger)) == []
