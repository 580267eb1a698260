"""`sayso users` and `sayso tokens`: who may come in, and a secret that is shown once or never."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.ledger.accounts.tokens import token_of
from sayso.ledger.accounts.users import login
from sayso.ledger.ledger import Ledger
from tests.cli.within import ran

PASSWORD = "four words and a half"


@pytest.fixture
def news(tmp_path: Path) -> str:
    path = str(tmp_path / "news.ledger")
    Ledger(path, create=True).close()
    return path


def told(news: str, *arguments: str, stdin: str = "") -> str:
    done = ran(*arguments, "--ledger", news, stdin=stdin.encode())
    assert done.returncode == 0, done.stderr
    return bytes(done.stdout).decode()


def refused(news: str, *arguments: str, stdin: str = "") -> str:
    done = ran(*arguments, "--ledger", news, stdin=stdin.encode())
    assert done.returncode == 2
    sentence = bytes(done.stderr).decode()
    assert sentence.startswith("sayso: ")
    assert sentence.count("\n") == 1
    return sentence


def test_users_come_change_and_go(news: str) -> None:
    given = f"{PASSWORD}\n"
    assert told(news, "users", "add", "ilena", "--role", "editor", stdin=given) == "added: ilena, editor\n"
    assert told(news, "users", "list").startswith("ilena\teditor\tsince ")
    assert told(news, "users", "role", "ilena", "admin") == "changed: ilena, admin\n"
    told(news, "users", "passwd", "ilena", stdin="a quite new password\n")
    with Ledger(news) as ledger:
        assert login(ledger, "ilena", PASSWORD) is None
        found = login(ledger, "ilena", "a quite new password")
    assert found is not None
    assert found.role == "admin"
    done = ran("users", "remove", "ilena", "--ledger", news)
    assert bytes(done.stdout) == b"removed: ilena\n"
    assert b"no user is left" in bytes(done.stderr)
    assert told(news, "users", "list") == ""


def test_a_token_is_printed_once_and_can_be_revoked(news: str) -> None:
    done = ran("tokens", "add", "weekly figures", "--scope", "write", "--days", "9", "--ledger", news)
    secret = bytes(done.stdout).decode().strip()
    assert re.fullmatch(r"sayso_[\w-]{43}", secret)
    assert secret.encode() not in bytes(done.stderr)
    with Ledger(news) as ledger:
        found = token_of(ledger, secret, "token")
    assert found is not None
    assert found.scope == "write"
    listed = told(news, "tokens", "list")
    assert secret not in listed
    assert listed.split("\t")[0] == found.id
    assert listed.endswith("weekly figures\n")
    assert told(news, "tokens", "revoke", found.id) == f"revoked: {found.id}\n"
    assert told(news, "tokens", "list") == ""


def test_what_cannot_be_is_refused_in_a_sentence_without_the_password(news: str) -> None:
    assert "cannot be taken" in refused(news, "users", "add", "ilena", stdin="short\n")
    assert "cannot be taken" in refused(news, "users", "add", "ilena", stdin="")
    assert PASSWORD not in refused(news, "users", "add", "no spaces", stdin=f"{PASSWORD}\n")
    assert "--role" in refused(news, "users", "add", "ilena", "--role", "owner", stdin=f"{PASSWORD}\n")
    assert "there is no user" in refused(news, "users", "remove", "nobody")
    assert "there is no user" in refused(news, "tokens", "add", "it", "--user", "nobody")
    assert "there is no token" in refused(news, "tokens", "revoke", "12345678")


def test_without_a_ledger_nobody_is_added(tmp_path: Path) -> None:
    absent = str(tmp_path / "absent.ledger")
    assert "does not exist" in refused(absent, "users", "list")
    assert not Path(absent).exists()
