"""`sayso demo`: a ledger of invented articles, kept or thrown away, and never mixed with real ones."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from sayso.cli.demo import following
from tests.api.conftest import fill_ledger
from tests.cli.within import ran_text

PROGRAM = "import sys; sys.argv[0] = 'sayso'; from sayso.cli import main; main()"


def test_what_it_says_to_type_next_can_be_typed(demo_ledger: Path) -> None:
    for line in following(str(demo_ledger)):
        program, *arguments = shlex.split(line)
        assert program == "sayso"
        if arguments[0] != "serve":
            told = ran_text(*arguments)
            assert (told.returncode, told.stderr) == (0, "")
            assert len(told.stdout.splitlines()) > 5


def test_once_more_changes_nothing(demo_ledger: Path, tmp_path: Path) -> None:
    kept = tmp_path / "demo.ledger"
    shutil.copyfile(demo_ledger, kept)
    before = ran_text("events", "--ledger", str(kept), "--json").stdout
    assert ran_text("demo", "--no-serve", "--ledger", str(kept)).returncode == 0
    assert ran_text("events", "--ledger", str(kept), "--json").stdout == before


def test_it_goes_into_no_ledger_that_holds_something_else(tmp_path: Path) -> None:
    news = tmp_path / "news.ledger"
    fill_ledger(str(news))
    before = ran_text("search", "--json", "--ledger", str(news)).stdout
    refused = ran_text("demo", "--no-serve", "--ledger", str(news))
    assert refused.returncode == 2
    assert "news.ledger holds other documents" in refused.stderr
    assert ran_text("search", "--json", "--ledger", str(news)).stdout == before


def test_nothing_is_built_that_nobody_could_look_at() -> None:
    refused = ran_text("demo", "--no-serve")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--ledger demo.ledger" in refused.stderr
    program = "import sys; sys.modules['fastapi'] = None; " + PROGRAM
    command = [sys.executable, "-c", program, "demo"]
    without = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert without.returncode == 2
    assert without.stderr == 'sayso: the workbench needs a web framework: pip install "sayso[web]"\n'


@pytest.mark.slow
def test_it_is_served_and_nothing_is_left_when_its_terminal_is_closed(tmp_path: Path) -> None:
    command = [sys.executable, "-u", "-c", PROGRAM, "demo", "--no-browser"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(tmp_path)},
    ) as running:
        try:
            assert running.stdout
            told = next(found for line in running.stdout if (found := re.search(r"http://\S+/", line)))
            with urlopen(f"{told[0]}events?q=shelled") as answer:
                assert "Brevna" in answer.read().decode()
            assert len(list(tmp_path.glob("sayso-demo-*"))) == 1
            running.send_signal(signal.SIGHUP)
            assert running.wait(timeout=30) == 128 + signal.SIGTERM
        finally:
            running.kill()
    assert list(tmp_path.glob("sayso-demo-*")) == []
