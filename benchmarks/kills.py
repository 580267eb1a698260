"""Ingests that are killed, run out of disk or lose their server end in the ledger of an undisturbed one.

    python benchmarks/kills.py --documents 500 --kills 200
    python benchmarks/kills.py --documents 500 --kills 200 --store postgresql

Kills come at random moments of the work (the seed is fixed, the machine is not); then the same command is
given once more. `full` fills the disk of the ledger (needs the right to mount), `restart` stops and starts
PostgreSQL in the middle. Each line gives the hash of the export and what `sayso doctor` finds.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.articles import write
from tests import postgres

SAYSO = [sys.executable, "-m", "sayso"]


def ingest(folder: Path, ledger: str, *, jobs: int = 1) -> subprocess.Popen[bytes]:
    """The command, begun; its process group is its own, so that a kill takes its workers along."""
    command = [*SAYSO, "ingest", folder.name, "--ledger", ledger, "--jobs", str(jobs)]
    return subprocess.Popen(
        command, cwd=folder.parent, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )


def finish(folder: Path, ledger: str, *, jobs: int = 1) -> bool:
    """Whether the command came to its end."""
    process = ingest(folder, ledger, jobs=jobs)
    _, told = process.communicate()
    if process.returncode:
        print("  ", told.decode().strip().splitlines()[-1][:150])
    return process.returncode == 0


def kill_at_random(folder: Path, ledger: str, *, kills: int, seconds: float) -> int:
    """Kills the command again and again; how many kills met it at work."""
    chance = random.Random(20261122)
    met = 0
    for _ in range(kills):
        process = ingest(folder, ledger)
        try:
            process.wait(chance.uniform(0.3, seconds))
        except subprocess.TimeoutExpired:
            met += 1
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stderr:
            process.stderr.close()
    return met


def result(ledger: str) -> tuple[str, str]:
    """The hash of the export, and the doctor's last line."""
    exported = subprocess.run([*SAYSO, "export", "--ledger", ledger], capture_output=True, check=True).stdout
    examined = subprocess.run([*SAYSO, "doctor", "--ledger", ledger], capture_output=True, check=False).stdout
    return hashlib.sha256(exported).hexdigest()[:16], examined.decode().strip().splitlines()[-1]


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A file system of its own that is soon full."""
    place = folder / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill_the_disk(folder: Path, work: Path, *, room: int) -> tuple[str, str]:
    """Runs into a disk with so many bytes of room, makes more, and gives the command again."""
    with small_disk(work, 64) as disk:
        (disk / "ballast").write_bytes(bytes(64 * 1024 * 1024 - room))
        ledger = str(disk / "news.ledger")
        if finish(folder, ledger):
            raise SystemExit("the disk was not full; take more documents")
        (disk / "ballast").unlink()
        finish(folder, ledger)
        return result(ledger)


def documents(ledger: str) -> int:
    """How many are in it so far."""
    import psycopg

    try:
        with psycopg.connect(ledger) as connection:
            row = connection.execute("SELECT count(*) FROM documents").fetchone()
            return row[0] if row else 0
    except psycopg.Error:
        return 0


def restart_the_server(folder: Path, server: postgres.Server) -> tuple[str, str]:
    """Stops the server without warning while the ingest runs, and starts it again."""
    ledger = postgres.new_database(server)
    process = ingest(folder, ledger)
    while process.poll() is None and documents(ledger) < 5:
        time.sleep(0.2)
    server.stop("immediate")
    time.sleep(1)
    server.start()
    process.communicate()
    return result(ledger)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=4.0, help="the longest time before a kill")
    parser.add_argument("--store", choices=["sqlite", "postgresql"], default="sqlite")
    wanted = parser.parse_args()
    sqlite = wanted.store == "sqlite"
    with tempfile.TemporaryDirectory() as place, nullcontext() if sqlite else postgres.server() as server:
        work = Path(place)
        folder = work / "articles"
        write(folder, wanted.documents)

        def fresh(name: str) -> str:
            return str(work / f"{name}.ledger") if server is None else postgres.new_database(server)

        undisturbed = fresh("undisturbed")
        began = time.monotonic()
        finish(folder, undisturbed)
        print(f"undisturbed  {time.monotonic() - began:6.1f} s", *result(undisturbed), flush=True)
        killed = fresh("killed")
        met = kill_at_random(folder, killed, kills=wanted.kills, seconds=wanted.seconds)
        finish(folder, killed)
        print(f"{met} of {wanted.kills} kills met it at work", *result(killed), flush=True)
        if server is not None:
            print("restart     ", *restart_the_server(folder, server), flush=True)
        else:
            print(
                "full        ",
                *fill_the_disk(folder, work, room=300_000 + 4_000 * wanted.documents),
                flush=True,
            )


if __name__ == "__main__":
    main()
