"""`sayso code` as a user meets it: what is written, what is said, and with which exit status."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.cli.code import code
from sayso.runs.format import Format
from sayso.runs.running import SHARD
from tests.cli.within import ran_text

SAYSO = [sys.executable, "-c", "from sayso.cli import main; main()"]
TEXTS = (
    "Police arrested nine protesters in Telmara on Friday.",
    "The army shelled the village of Sella, a spokeswoman said.",
    "Karvia and Ostrand will meet in Telmara next week.",
)


def sayso(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return ran_text("code", *map(str, arguments))


def news(folder: Path, count: int) -> Path:
    path = folder / "news.jsonl"
    with path.open("w") as file:
        for n in range(count):
            print(json.dumps({"text": f"{TEXTS[n % 3]} It was day {n}.", "n": n}), file=file)
    return path


def coded(inputs: Path, out: Path, *, jobs: int = 1, format: Format = Format.jsonl) -> bytes:
    """Without a process of its own, which would only cost time."""
    code([inputs], out, format=format, jobs=jobs)
    return out.read_bytes()


@pytest.mark.slow
def test_the_bytes_are_the_same_for_any_number_of_jobs(tmp_path: Path) -> None:
    inputs = news(tmp_path, 3 * SHARD + 5)
    one, two, three = (coded(inputs, tmp_path / f"{jobs}", jobs=jobs) for jobs in (1, 2, 3))
    assert one.count(b"\n") >= SHARD
    assert one == two == three


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.parametrize(("stop", "status"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_goes_on_to_the_same_bytes(
    tmp_path: Path, stop: signal.Signals, status: int
) -> None:
    """Stopped as by a kill, or as by Ctrl-C, which a terminal sends to every process of the run."""
    inputs, out = news(tmp_path, 6 * SHARD), tmp_path / "out.csv"
    command = [*SAYSO, "code", str(inputs), "-o", str(out), "--format", "csv", "--jobs", "2"]
    returned, said = stopped(command, out, stop)
    assert returned == status, said
    assert "Traceback" not in said
    assert not out.exists()
    assert 0 < done(out) < 6 * SHARD
    assert coded(inputs, out, format=Format.csv) == coded(inputs, tmp_path / "other", format=Format.csv)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news.jsonl", "other", "out.csv"]


def hear_interrupts() -> None:
    """A shell that runs the tests in the background lets them, and all that they start, ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def stopped(command: list[str], out: Path, stop: signal.Signals) -> tuple[int, str]:
    """Stops a run after its first shard: its exit status and what it said."""
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=hear_interrupts
    ) as run:
        while run.poll() is None and done(out) == 0:
            time.sleep(0.01)
        if stop == signal.SIGINT:
            os.killpg(run.pid, stop)
        else:
            run.kill()
        # It ends when the workers have let go of it too: none is left behind.
        said = run.communicate(timeout=300)[1]
    return run.returncode, said


def done(out: Path) -> int:
    try:
        return int(json.loads(out.with_name(out.name + ".state").read_text())["done"])
    except FileNotFoundError:
        return 0


def test_documents_that_cannot_be_read_are_named_and_the_others_coded(tmp_path: Path) -> None:
    (tmp_path / "bad\x1b[31m.txt").write_text("")
    path = tmp_path / "in.jsonl"
    path.write_text(f'{json.dumps({"text": TEXTS[0], "id": "k-7"})}\n{{"text": \n{{"body": "x"}}\n')
    run = sayso(tmp_path, "-o", tmp_path / "out.csv", "--format", "csv")
    assert run.returncode == 1, run.stderr
    *named, last = run.stderr.splitlines()
    assert [line.startswith("sayso: not read: ") for line in named] == [True] * 3
    assert "\x1b" not in run.stderr
    assert f"{path}, line 2" in run.stderr
    assert last.startswith("1 document read, 1 event written to ")
    rows = list(csv.DictReader((tmp_path / "out.csv").open(newline="")))
    assert {row["fields"] for row in rows} == {'{"id": "k-7"}'}


def test_the_columns_of_a_table_are_named_by_the_user(tmp_path: Path) -> None:
    path, out = tmp_path / "news.csv", tmp_path / "out.jsonl"
    path.write_text(f'id,body,published\nk-7,"{TEXTS[0]}",2025-03-14\n')
    code([path], out, columns="text=body,date=published")
    (event,) = map(json.loads, out.read_text().splitlines())
    assert event["document"]["published"] == "2025-03-14"
    run = sayso(path, "-o", tmp_path / "other")
    assert (run.returncode, run.stdout) == (2, "")
    assert "its columns are id, body, published; " in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_bad_input_and_options_end_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    article, empty, lines = tmp_path / "a.txt", tmp_path / "empty", tmp_path / "none.jsonl"
    article.write_text(TEXTS[0])
    empty.mkdir()
    lines.write_text("\n")
    out = tmp_path / "out"
    for arguments in (
        (article,),
        ("-o", out),
        (tmp_path / "missing.txt", "-o", out),
        ("-", "-o", out),
        (empty, "-o", out),
        (lines, "-o", out),
        (article, "-o", article),
        (article, "-o", tmp_path),
        (article, "-o", "-"),
        (article, "-o", os.devnull),
        (article, "-o", tmp_path / "no" / "out"),
        (article, "-o", out, "--jobs", "0"),
        (article, "-o", out, "--format", "xml"),
        (article, "-o", out, "--standing", "fact,true\x1b"),
        (article, "-o", out, "--date", "last Tuesday"),
        (article, "-o", out, "--columns", "body=text"),
    ):
        monkeypatch.setattr(sys, "argv", ["sayso", "code", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        assert (ended.value.code, said.out) == (2, ""), arguments
        assert said.err.startswith("sayso: "), arguments
        assert len(said.err.splitlines()) == 1, said.err
        assert "\x1b" not in said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "empty", "none.jsonl"]


def test_a_codebook_that_is_none_ends_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    run = sayso(tmp_path, "-o", tmp_path / "out", "--codebook", tmp_path / "none.yaml")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("sayso: ")
    assert len(run.stderr.splitlines()) == 1


def test_a_closed_standard_error_does_not_spoil_the_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run(
        [*SAYSO, "code", str(tmp_path), "-o", str(tmp_path / "out")], stderr=write, check=False
    )
    os.close(write)
    assert run.returncode != 0
    assert (tmp_path / "out").exists()
