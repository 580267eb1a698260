"""`--actors` as a user meets it."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.cli import main
from sayso.cli.code import _told
from sayso.inputs.columns import Columns
from sayso.runs.coding import Job
from sayso.runs.format import Format
from sayso.runs.setting import Setting

TEXT = "The Selm Harbour Guard arrested nine fishermen on Friday, the Selm Harbour Guard said."
LIST = "- {name: Selm Harbour Guard, country: %s, sector: PRM}\n"


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    pipeline.use_actors(())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


def listed(folder: Path, country: str, name: str = "mine.yaml") -> Path:
    (folder / name).write_text(LIST % country)
    return folder / name


def sayso(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    """The exit status."""
    monkeypatch.setattr(sys, "argv", ["sayso", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.open(newline="")))


def test_read_tells_what_the_list_tells(
    article: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = listed(article.parent, "PER")
    assert sayso(monkeypatch, "read", article, "--json", "--actors", path) == 0
    told = json.loads(capfdbinary.readouterr().out)
    (event,) = told["events"]
    people = [event["actors"][0], told["attributions"][0]["source"]]
    assert [(one["country"], one["sector"]) for one in people] == [("PER", "PRM")] * 2


def test_the_first_list_goes_before_the_second(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = listed(article.parent, "PER"), listed(article.parent, "CHL", "other.yaml")
    out = article.parent / "out.csv"
    status = sayso(
        monkeypatch, "code", article, "-o", out, "--format", "csv", "--actors", first, "--actors", second
    )
    assert (status, [row["actor_countries"] for row in rows(out)]) == (0, ["PER"])
    assert rows(out)[0]["source_country"] == "PER"


def test_workers_know_the_lists(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = article.parent / "out.csv"
    path = listed(article.parent, "PER")
    assert sayso(monkeypatch, "code", article, "-o", out, "--format", "csv", "-j", "2", "--actors", path) == 0
    assert [row["actor_countries"] for row in rows(out)] == ["PER"]


def test_lines_that_make_no_sense_are_named(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = article.parent / "guards.txt"
    path.write_text(
        "[PER]\nSELM_HARBOUR_GUARD [PERCOP]\nREED_LEAGUE [PERREB sometimes]\n" + 3 * "DRANIK [PER x]\n"
    )
    assert sayso(monkeypatch, "read", article, "--actors", path) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "sayso: left out: guards.txt, line 1: a code without a name before it"
    assert said[-1] == "sayso: left out: 2 more of guards.txt"


@pytest.mark.parametrize("command", ["read", "code"])
def test_a_list_that_is_none_ends_in_one_sentence(
    article: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ("-o", article.parent / "out") if command == "code" else ()
    for path in (
        listed(article.parent, "PERU"),
        article.parent / "missing.yaml",
        article.parent / "missing.txt",
        article.parent,
        article,
    ):
        assert sayso(monkeypatch, command, article, *out, "--actors", path) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("sayso: ")
        assert len(said.err.splitlines()) == 1
    assert not (article.parent / "out").exists()


def test_a_run_with_other_lists_is_another_run(article: Path) -> None:
    """What is told of a run decides whether it goes on from where it was stopped."""
    first, second = listed(article.parent, "PER"), listed(article.parent, "CHL", "other.yaml")
    out = article.parent / "out"

    def told(*lists: Path) -> dict[str, object]:
        return _told([article], out, Job(Format.jsonl, setting=Setting(actors=lists)), Columns())

    runs = [told(), told(first), told(first, second), told(second, first)]
    assert told(first) == runs[1]
    listed(article.parent, "NORWAY")
    runs.append(told(first))
    assert all(one != other for at, one in enumerate(runs) for other in runs[:at])
