"""`sayso compare` and `sayso speaker`, and how many accounts a search tells of."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import stories
from tests.ledger.across import newsroom

DOCUMENT = Path(__file__).parents[2] / "docs" / "origins.md"
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
Sayso = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sides") / "news.ledger"
    with Ledger(path, create=True) as opened:
        newsroom.fill(opened)
    return path


@pytest.fixture
def sayso(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sayso:
    """Runs a command on the ledger; gives status, output and errors."""
    monkeypatch.setenv("SAYSO_LEDGER", str(file))

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["sayso", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run


def test_two_outlets_are_laid_side_by_side(sayso: Sayso) -> None:
    status, out, err = sayso("compare", "harrow courier", "Telmara Herald")
    assert (status, err) == (0, "")
    assert "both tell of 2 events, 1 of them differently" in out
    assert "differs: how far it is vouched for, how many people it hit" in out
    assert (
        "The Harrow Courier, 2031-04-02: ◐ reported by others, on the word of the port union, 3 killed" in out
    )
    assert "Telmara Herald, 2031-04-02: ● told as fact, 5 killed" in out
    assert "The Harrow Courier is silent on 1 event that Telmara Herald and others tell of" in out
    assert "The Harrow Courier alone carries 2 denials" in out


def test_a_comparison_as_json_has_all_fields(sayso: Sayso) -> None:
    status, out, _ = sayso("compare", "harrow courier", "Telmara Herald", "--json", "-n", "1")
    found = json.loads(out)
    assert status == 0
    assert (found["one"]["articles"], found["one"]["alike"], found["tell"]) == (4, 1, 2)
    assert [each["differs"] for each in found["both"]] == [["standing", "toll"]]
    assert found["both"][0]["other"][0]["toll"] == {"killed": [5, 5]}


def test_an_outlet_that_nobody_knows_is_refused_with_those_that_are_known(sayso: Sayso) -> None:
    status, out, err = sayso("compare", "Harrow Courier", "The Unknown")
    assert (status, out) == (2, "")
    assert "expected one of Sella Post, Telmara Herald, The Harrow Courier" in err


def test_a_speakers_statements_are_listed_with_what_may_contradict_what(sayso: Sayso) -> None:
    status, out, _ = sayso("speaker", "Ilan Marsh")
    assert status == 0
    assert "left out, since it may be somebody else: “Marsh” 1" in out
    assert "2031-05-09" in out
    assert "Telmara Herald · 1 origin · told Sella Post" in out
    assert "may contradict each other: 1 pair" in out
    assert "denial" in out
    plain = json.loads(sayso("speaker", "Ilan Marsh", "--json")[1])
    assert len(plain["statements"]) == plain["total"] == 6
    assert plain["clashes"][0]["words"][1] == "not"


def test_a_name_of_several_is_a_choice(sayso: Sayso) -> None:
    status, out, err = sayso("speaker", "Marsh")
    assert (status, out) == (2, "")
    assert "name one in full: “Ilan Marsh” (7); “Teo Marsh" in err


def test_a_search_tells_how_many_accounts_and_origins_there_are(sayso: Sayso) -> None:
    assert "(3 accounts, 3 origins)" in sayso("search", "strikers", "--kind", "events")[1]
    assert "accounts" not in sayso("search", "cracks", "--kind", "claims")[1]
    hits = [json.loads(line) for line in sayso("search", "--origins", ">=2", "--json")[1].splitlines()]
    assert all(hit["origins"] >= 2 and hit["documents"] >= 2 for hit in hits)
    events = sayso("search", "--kind", "events", "--origins", "1", "--csv", "-n", "100")[1]
    rows = list(csv.DictReader(io.StringIO(events)))
    ferry = [row for row in rows if "ferry" in row["content"]]
    assert {(row["documents"], row["origins"]) for row in ferry} >= {("2", "1")}
    assert {row["origins"] for row in rows} == {"1"}


def test_a_number_of_origins_that_is_none_is_refused(sayso: Sayso) -> None:
    status, _, err = sayso("search", "--origins", "many")
    assert status == 2
    assert "expected such as 2, >=2, <=3 or 2-5" in err


@pytest.mark.parametrize("command", [["compare", "Sella Post", "Telmara Herald"], ["speaker", "Ilan Marsh"]])
def test_documents_that_are_due_are_laid_beside_the_others_first(
    command: list[str], tmp_path: Path, sayso: Sayso
) -> None:
    path = tmp_path / "due.ledger"
    with Ledger(path, create=True) as opened:
        newsroom.add(opened)
    before = sayso(*command)[1]
    assert sayso(*command, "--ledger", str(path)) == (0, before, "")
    with Ledger(path) as opened, opened.transaction() as connection:
        assert set(connection.scalars(stories.select().with_only_columns(stories.c.due))) == {0}


def test_what_the_document_shows_is_what_is_printed(sayso: Sayso) -> None:
    shown = 0
    for block in CONSOLE.findall(DOCUMENT.read_text("utf-8")):
        command, *lines = block.strip().splitlines()
        if not lines or lines[0].startswith("$") or "demo.ledger" in command:
            continue  # what is shown of the demo is tried elsewhere
        arguments = shlex.split(command.removeprefix("$ sayso "))
        printed = [line.rstrip() for line in sayso(*arguments[: arguments.index("--ledger")])[1].splitlines()]
        assert [line for line in lines if line != "…" and line not in printed] == []
        shown += 1
    assert shown == 2
