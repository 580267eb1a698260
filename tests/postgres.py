"""A PostgreSQL server for the tests: a real one, in a folder of its own, without a port.

Where no server is installed the tests say so; with SAYSO_CI set, that is an error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NO_SERVER = (
    "no PostgreSQL server is installed, so nothing is known about ledgers in PostgreSQL;"
    " install one (Debian: apt-get install postgresql)"
)


def programs() -> Path | None:
    """Where `initdb` and `pg_ctl` are."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return places[-1] if places else None


class Server:
    """A server in a folder; it can be stopped and started again."""

    def __init__(self, folder: Path, bin: Path) -> None:
        self.folder, self.bin = folder, bin
        # it refuses to run as root
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.user:
            shutil.chown(folder, "postgres")
        self._run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "sayso", "-E", "UTF8")
        self.start()

    def start(self) -> None:
        # the machine does not fail in a test, only programs do, so nothing need wait for its disk
        quick = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        options = f"-k {self.folder} -c listen_addresses='' -c max_connections=40 {quick}"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-o", options, "-l", log, "start")

    def stop(self, how: str = "immediate") -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", how, "stop")

    def url(self, database: str) -> str:
        return f"postgresql://sayso@/{database}?host={self.folder}"

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [*self.user, str(self.bin / program), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
        )


@contextmanager
def server() -> Iterator[Server]:
    """A server that ends with the block."""
    bin = programs()
    if bin is None:
        if os.environ.get("SAYSO_CI"):
            pytest.fail(NO_SERVER)
        pytest.skip(NO_SERVER)
    with tempfile.TemporaryDirectory(prefix="sayso-pg-") as folder:
        running = Server(Path(folder), bin)
        try:
            yield running
        finally:
            running.stop()


def new_database(running: Server) -> str:
    """The URL of a place without tables: a schema of its own. A database takes 200 times as long to make."""
    import psycopg

    name = f"t{uuid.uuid4().hex[:16]}"
    with psycopg.connect(running.url("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{name}"')
    return running.url("postgres") + f"&options=-csearch_path%3D{name}"
