"""A ledger is opened by the path of a file or by the URL of a PostgreSQL database."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sqlalchemy import Connection, Engine, create_engine, event, func, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from sayso.ledger.copying import copy_in_bulk
from sayso.ledger.errors import LedgerError
from sayso.ledger.index import Fts5, SearchIndex, Tsvector
from sayso.ledger.migrating import MIGRATIONS
from sayso.ledger.tables import facts, metadata

# Of the tables and of what stands in them; a ledger of an older version is brought up when it is opened
# for writing, one of a newer version is refused.
VERSION = 3
_MAKING = 0x73617973  # a lock of our own: "says"
# Connections that stay open: as many as threads of the workbench. One that is opened anew has read nothing.
_KEPT_OPEN = 12
_CACHE = {True: 65_536, False: 24_576}  # KB of one connection, for writing and for reading
_WAIT = 30_000  # milliseconds that a writer waits for another
_URL = re.compile(r"^[a-z][a-z0-9+]*://", re.IGNORECASE)


def open_engine(ledger: str | Path, *, create: bool, write: bool) -> tuple[Engine, SearchIndex]:
    """The database of a ledger, its tables in place.

    Args:
        ledger: path of a file, or URL (`postgresql://user@host/name`).
        create: make one where there is none.
        write: it will be written to.

    Raises:
        LedgerError: there is none, it is no ledger, it is of a newer version, it cannot be reached or
            not be written.
    """
    url = _url(ledger)
    own_file = url.get_backend_name() == "sqlite"
    if own_file:
        _check_file(Path(url.database or ""), create=create, write=write)
    index: SearchIndex = Fts5() if own_file else Tsvector()
    try:
        engine = _engine(url, write=write)
        with engine.begin() as connection:
            _prepare(connection, index, name=_shown(url), create=create, write=write)
    except (DBAPIError, OSError) as error:
        raise LedgerError(_told(url, error)) from None
    return engine, index


def _url(ledger: str | Path) -> URL:
    given = str(ledger)
    if not _URL.match(given):
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError):
        backend = None
    if backend in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database:
        return URL.create("sqlite", database=url.database)
    raise LedgerError(
        f"{given.split('@')[-1]!r:.80} is no ledger; give the path of a file, or postgresql://user@host/name"
    )


def _check_file(path: Path, *, create: bool, write: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; give the name of a file, such as {path / 'news.ledger'}")
    if not path.exists():
        if not create:
            raise LedgerError(f"{path} does not exist; `sayso ingest INPUT --ledger {path}` makes it")
        if not path.parent.is_dir():
            raise LedgerError(f"{path.parent} is no folder; make it first, or put the ledger elsewhere")
    if write and path.exists() and not os.access(path, os.W_OK):
        raise LedgerError(f"{path} cannot be written; change its permissions, or copy it")


def _engine(url: URL, *, write: bool) -> Engine:
    if url.get_backend_name() != "sqlite":
        try:
            engine = create_engine(url, pool_pre_ping=True)
        except ModuleNotFoundError:
            raise LedgerError('PostgreSQL needs psycopg: pip install "sayso[postgres]"') from None
        copy_in_bulk(engine)
        return engine
    path = Path(url.database or "").absolute()
    if os.access(path if path.exists() else path.parent, os.W_OK) and os.access(path.parent, os.W_OK):
        mode = "?mode=rwc" if write else "?mode=rw"
    else:  # on a read-only disk it has no writer, so it needs no locks
        mode = "?mode=ro&immutable=1"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            path.as_uri() + mode,
            uri=True,
            timeout=_WAIT / 1000,
            check_same_thread=False,
            isolation_level=None,
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=_KEPT_OPEN)
    event.listen(engine, "connect", _settings(write))
    # Python's driver begins no transaction before the first INSERT; two writers would then meet half way.
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN"))
    return engine


def _settings(write: bool) -> Callable[[Any, Any], None]:
    def set_up(connection: sqlite3.Connection, _: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA busy_timeout = {_WAIT}")
        connection.execute(f"PRAGMA cache_size = -{_CACHE[write]}")
        if not write:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")

    return set_up


def _prepare(connection: Connection, index: SearchIndex, *, name: str, create: bool, write: bool) -> None:
    if create and connection.dialect.name == "postgresql":
        # of several who begin at once the first makes the tables; two would meet half way
        connection.execute(select(func.pg_advisory_xact_lock(_MAKING)))
    tables = set(inspect(connection).get_table_names())
    if facts.name not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise LedgerError(f"{name} is a database, but no ledger; give another file")
        if not create:
            raise LedgerError(f"{name} holds no ledger; `sayso ingest INPUT --ledger {name}` makes it")
        metadata.create_all(connection)
        index.create(connection)
        connection.execute(facts.insert().values(name="version", value=str(VERSION)))
        return
    found = _version(connection, name)
    if found > VERSION:
        raise LedgerError(
            f"{name} was written by a newer sayso (ledger version {found}, this one knows {VERSION});"
            " install a newer sayso"
        )
    if found < VERSION and not write:
        raise LedgerError(f"{name} is of version {found}; open it once with `sayso ingest` to bring it up")
    for version in range(found, VERSION):
        MIGRATIONS[version](connection, index)
        connection.execute(facts.update().where(facts.c.name == "version").values(value=str(version + 1)))


def _version(connection: Connection, name: str) -> int:
    value = connection.scalar(select(facts.c.value).where(facts.c.name == "version"))
    if value is None or not value.isdecimal():
        raise LedgerError(f"{name} says no version that sayso knows; it is damaged, or no ledger")
    return int(value)


def _shown(url: URL) -> str:
    """As a person writes it, without a password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return unquote(url.set(drivername="postgresql").render_as_string())


def _told(url: URL, error: Exception) -> str:
    reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    if url.get_backend_name() == "sqlite":
        if "not a database" in reason:
            return f"{url.database} is no ledger ({reason}); give another file"
        return f"{url.database} cannot be opened ({reason}); check the path, its permissions and its disk"
    return f"{_shown(url)} cannot be reached ({reason}); check that the server runs and lets you in"
