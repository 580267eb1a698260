"""The command line as a user meets it: what is printed, where, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.within import ran

SAYSO = [sys.executable, "-c", "from sayso.cli import main; main()"]


def sayso(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*SAYSO, *arguments], input=stdin, capture_output=True, check=False, env={**os.environ, **environment}
    )


def assert_one_sentence(run: subprocess.CompletedProcess[bytes]) -> None:
    """Exit status 2, one line on standard error, nothing on standard output."""
    assert run.returncode == 2, run.stderr.decode()
    lines = run.stderr.decode().splitlines()
    assert len(lines) == 1, run.stderr.decode()
    assert lines[0].startswith("sayso: ")
    assert run.stdout == b""


def test_the_version_is_the_packages() -> None:
    import sayso as package

    assert sayso("--version").stdout.decode() == f"sayso {package.__version__}\n"


@pytest.mark.parametrize("command", [(), ("read",), ("evaluate",)])
def test_help_shows_examples_and_loads_nothing_heavy(command: tuple[str, ...]) -> None:
    run = sayso(*command, "--help", PYTHONPROFILEIMPORTTIME="1")
    assert run.returncode == 0
    assert not command or b"Examples" in run.stdout
    for library in (b"onnxruntime", b"trafilatura", b"numpy", b"jinja2"):
        assert library not in run.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "no-such-file.txt"),
        ("read", "a.txt", "b.txt"),
        ("read", "--no-such-option", "a.txt"),
        ("write", "a.txt"),
        ("evaluate", "astrology", "."),
        ("evaluate", "attribution", "no-such-folder"),
        ("evaluate", "syntax", "no-such-file.conllu"),
        ("evaluate", "entities", "no-such-file.txt"),
        ("evaluate", "speed", "no-such-file.txt"),
        ("evaluate", "entities", ".", "--gold-tokens"),
    ],
)
def test_bad_arguments_end_in_one_sentence(arguments: tuple[str, ...]) -> None:
    assert_one_sentence(ran(*arguments))


@pytest.mark.parametrize(
    "content",
    [b"", b"  \n\t\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4],
    ids=["empty", "blank", "binary"],
)
def test_bad_input_ends_in_one_sentence(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes(content)
    assert_one_sentence(ran("read", str(tmp_path / "article.txt")))
    assert_one_sentence(ran("read", "-", stdin=content))


def test_a_folder_a_bad_date_and_a_page_that_cannot_be_written_end_in_one_sentence(
    tmp_path: Path, example: Path
) -> None:
    assert_one_sentence(ran("read", str(tmp_path)))
    assert_one_sentence(ran("read", str(example), "--date", "last Tuesday"))
    assert_one_sentence(ran("read", str(example), "--html", str(tmp_path / "no" / "page.html")))


def test_a_file_name_cannot_steer_the_terminal() -> None:
    run = ran("read", "no\x1b[31m\nsuch.txt")
    assert_one_sentence(run)
    assert b"\x1b" not in run.stderr


def test_json_is_one_object_on_standard_output(example: Path) -> None:
    run = ran("read", str(example), "--json", "--date", "2025-03-04")
    shown = json.loads(run.stdout)
    assert shown["document"]["published"] == "2025-03-04"
    assert run.stderr == b""
    assert run.stdout.endswith(b"}\n")


def test_standard_input_reads_like_the_file(example: Path) -> None:
    from_file, from_pipe = (
        ran("read", str(example), "--json"),
        sayso("read", "-", "--json", stdin=example.read_bytes()),
    )
    assert json.loads(from_file.stdout) == json.loads(from_pipe.stdout)


def test_html_writes_one_page(example: Path, tmp_path: Path) -> None:
    run = ran("read", str(example), "--html", str(tmp_path / "page.html"))
    assert (run.returncode, run.stdout) == (0, b"")
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")


def test_the_report_is_plain_text_in_a_pipe_and_survives_a_narrow_encoding(example: Path) -> None:
    run = sayso("read", str(example), PYTHONIOENCODING="ascii", COLUMNS="80")
    assert run.returncode == 0, run.stderr.decode()
    assert b"\x1b" not in run.stdout
    assert b"said" in run.stdout


@pytest.mark.parametrize("arguments", [("read", "FILE", "--json"), ("read", "FILE"), ("--help",)])
def test_a_reader_that_stops_early_is_no_error(arguments: tuple[str, ...], example: Path) -> None:
    command = [*SAYSO, *(str(example) if one == "FILE" else one for one in arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141


def test_a_slip_names_the_help_of_the_command_that_was_meant() -> None:
    assert b"`sayso --help`" in ran("serach", "x").stderr
    assert b"`sayso read --help`" in ran("read").stderr
    assert b"`sayso correct rate --help`" in ran("correct", "rate", "Somebody").stderr


def test_a_group_of_commands_by_itself_shows_its_help_and_no_empty_sentence() -> None:
    run = sayso("correct")
    assert (run.returncode, run.stderr) == (2, b"")
    assert b"merge" in run.stdout
