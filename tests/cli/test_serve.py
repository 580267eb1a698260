"""`sayso serve`: it says where it is, answers, and ends quietly; what cannot be served is one sentence."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from sayso.cli.serve import name_of
from sayso.ledger.accounts.tokens import make_token
from sayso.ledger.ledger import Ledger
from tests.api.conftest import fill_ledger
from tests.cli.within import ran_text

PROGRAM = "import sys; sys.argv[0] = 'sayso'; from sayso.cli import main; main()"
WITHOUT = "import sys; sys.modules['fastapi'] = None; " + PROGRAM


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """`sayso serve` on a port that is taken, so that it ends in any case."""
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        yield lambda *arguments: ran_text("serve", "--no-browser", "--port", port, *arguments)


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running program and the address that it printed."""
    command = [sys.executable, "-u", "-c", PROGRAM, "serve", "--no-browser", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdout=pipe, stderr=pipe, text=True, preexec_fn=_heeds_interrupts
    ) as running:
        assert running.stdout
        told = re.search(r"http://\S+/", running.stdout.readline())
        assert told, running.communicate()
        try:
            yield running, told[0]
        finally:
            running.kill()


def _heeds_interrupts() -> None:
    """A shell has what runs in the background ignore Ctrl-C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("served") / "news.ledger")
    fill_ledger(path)
    return path


@pytest.mark.slow
def test_it_answers_where_it_says_and_an_interrupt_ends_it_quietly(news: str) -> None:
    with serving(news) as (running, address):
        assert address.startswith("http://127.0.0.1:")
        with urlopen(address) as answer:
            assert b"The Telmara Courier" in answer.read()
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=30)
        assert (running.returncode, said) == (130, "")


@pytest.mark.slow
def test_a_port_that_is_taken_is_told_and_without_one_another_is_found(run: Run, news: str) -> None:
    refused = run(news)
    assert refused.returncode == 2
    assert re.fullmatch(
        r"sayso: cannot listen on 127\.0\.0\.1 port \d+: .*; give another --port\n", refused.stderr
    )
    with serving(news) as (_, first), serving(news) as (_, second):
        assert first != second


@pytest.mark.parametrize(
    "options",
    [
        ("--host", "192.0.2.1"),
        ("--host", "127.0.0.1.example"),
        ("--host", "0.0.0.0", "--name", "news.example"),
        ("--name", "news.example"),
    ],
)
def test_nobody_elsewhere_is_let_in_without_being_asked_who_they_are(
    run: Run, news: str, options: tuple[str, ...]
) -> None:
    refused = run(news, *options)
    assert refused.returncode == 2
    assert "lets other machines in, and the ledger has no users" in refused.stderr
    assert "sayso users add NAME --role admin" in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_every_address_needs_a_name_by_which_others_come(run: Run, news: str, host: str) -> None:
    refused = run(news, "--host", host)
    assert refused.returncode == 2
    assert "--name news.example.org" in refused.stderr


def test_a_ledger_with_a_token_is_served_to_others(tmp_path: Path) -> None:
    path = str(tmp_path / "shared.ledger")
    fill_ledger(path)
    with Ledger(path, write=True) as written:
        token, _ = make_token(written, "figures", scope="read")
    with serving(path, "--name", "news.example") as (_, address):
        there = f"{address}api/v1/me"
        with pytest.raises(HTTPError, match="401"):
            urlopen(there)
        asked = Request(there, headers={"authorization": f"Bearer {token}", "host": "news.example"})
        assert json.load(urlopen(asked))["name"] == "figures"


def test_what_is_no_name_of_a_machine_is_refused(run: Run, news: str) -> None:
    refused = run(news, "--name", "http://news.example/")
    assert refused.returncode == 2
    assert "is no name of a machine" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_without_a_ledger_it_says_how_to_name_one(run: Run) -> None:
    refused = run()
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "SAYSO_LEDGER" in refused.stderr


def test_the_ledger_of_the_environment_is_served(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "absent.ledger"))
    refused = run()
    assert refused.returncode == 2
    assert "absent.ledger does not exist" in refused.stderr


def test_without_the_web_framework_it_says_what_to_install(news: str) -> None:
    command = [sys.executable, "-c", WITHOUT, "serve", "--no-browser", news]
    refused = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert refused.returncode == 2
    assert refused.stderr == 'sayso: the workbench needs a web framework: pip install "sayso[web]"\n'


def test_importing_the_commands_does_not_load_the_web_framework() -> None:
    loaded = "[one for one in ('fastapi', 'uvicorn', 'starlette') if one in sys.modules]"
    program = f"import sys, sayso.cli.app; print({loaded})"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


@pytest.mark.parametrize(
    ("ledger", "name"),
    [
        ("/home/me/news.ledger", "news.ledger"),
        ("postgresql://me:secret@server/news?host=/tmp", "news"),
        ("C:\\news.ledger", "news.ledger"),
        ("postgresql://me:secret@server/", "server"),
    ],
)
def test_pages_call_a_ledger_by_a_name_without_password(ledger: str, name: str) -> None:
    assert name_of(ledger) == name
