"""What is said of a ledger that cannot be opened: no password, no driver, one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.cli.ledgers import open_for
from sayso.cli.refusing import RefusedError
from sayso.ledger.ledger import Ledger
from sayso.text.redacting import shown


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("postgresql+psycopg://anna:secret@server:5432/news", "postgresql://anna:***@server:5432/news"),
        ("postgresql://anna:se/cr:et@/news?host=/run", "postgresql://anna:***@/news?host=/run"),
        ("postgres+psycopg2://server/news?password=secret&x=1", "postgresql://server/news?password=***&x=1"),
        ("postgresql://server:5432/news", "postgresql://server:5432/news"),
        ("/home/anna/news.ledger: disk is full", "/home/anna/news.ledger: disk is full"),
    ],
)
def test_passwords_and_drivers_are_not_shown(given: str, told: str) -> None:
    assert shown(given) == told


def test_a_server_that_is_not_there_is_told_as_it_was_given_and_without_the_password() -> None:
    with (
        pytest.raises(RefusedError, match="postgresql://anna:") as refused,
        open_for("postgresql://anna:secret@127.0.0.1:1/news"),
    ):
        pass
    assert "secret" not in str(refused.value)
    assert "psycopg" not in str(refused.value)


@pytest.mark.parametrize("size", [60, 5_000, 40_000])
def test_a_file_that_is_cut_off_is_told_with_what_is_missing(size: int, tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    with Ledger(path, create=True):
        pass
    whole = path.read_bytes()
    path.write_bytes(whole[:size])
    with (
        pytest.raises(RefusedError, match=rf"is cut off: {size:,} of its {len(whole):,} bytes"),
        open_for(str(path)),
    ):
        pass


def test_a_file_that_was_overwritten_is_told_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    with Ledger(path, create=True):
        pass
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes(len(whole) - 100))
    with pytest.raises(RefusedError, match=r"is damaged: .* take a backup"), open_for(str(path)):
        pass
