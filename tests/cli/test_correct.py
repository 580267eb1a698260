"""Correcting as a user meets it: what is said, what is written, and with which exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.ledger.ledger import Ledger

TEXT = """Police arrested nine protesters in Telmara on Friday. The army shelled the village of Sella, a
spokeswoman said. The interior minister, Ilo Tanet, denied that Sella was shelled."""

Sayso = Callable[..., tuple[int, str, str]]


@pytest.fixture
def sayso(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Sayso:
    """Runs a command on a ledger with one article; gives status, output and errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_LEDGER", "news.ledger")
    monkeypatch.setenv("SAYSO_USER", "anna")
    Path("news.txt").write_text(TEXT)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["sayso", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    assert run("ingest", "news.txt")[0] == 0
    return run


@pytest.fixture
def document(sayso: Sayso) -> str:
    with Ledger("news.ledger") as ledger:
        return ledger.ids()[0]


def test_a_decision_is_written_listed_applied_and_undone(sayso: Sayso, document: str) -> None:
    assert sayso("code", "news.txt", "-o", "before.jsonl")[0] == 0
    status, out, _ = sayso("correct", "reject", f"{document[:6]}:v1", "--by", "Bo")
    assert status == 0
    id, _, told = out.strip().partition(" ")
    assert told == f"rejected: {document}:v1"
    assert f"Bo reject {document}:v1" in sayso("corrections", "list")[1]
    status, _, err = sayso("code", "news.txt", "-o", "after.jsonl")
    assert "with 1 correction of news.ledger" in err
    before, after = Path("before.jsonl").read_text(), Path("after.jsonl").read_text()
    assert after == "".join(before.splitlines(keepends=True)[1:])
    assert sayso("correct", "undo", id[:5])[1].endswith(f"undone: {id}\n")
    assert [
        json.loads(line)["stands"] for line in sayso("corrections", "list", "--json")[1].splitlines()
    ] == [
        False,
        True,
    ]
    sayso("code", "news.txt", "-o", "after.jsonl")
    assert Path("after.jsonl").read_text() == before


def test_a_letter_is_shown_with_its_source_and_nowhere_else(sayso: Sayso) -> None:
    before = sayso("search", "shelled", "--csv")[1]
    assert sayso("correct", "rate", "the interior minister, ilo tanet", "b")[0] == 0
    after = sayso("search", "shelled")[1]
    assert after.count("rated B (usually reliable)") == 1
    rows = [json.loads(line) for line in sayso("search", "shelled", "--json")[1].splitlines()]
    rated = [row["id"] for row in rows if row["reliability"] == "B"]
    assert {row["reliability"] for row in rows} == {"B", None}
    assert before.splitlines()[0].endswith(",reliability")
    assert all(line.endswith(",") for line in before.splitlines()[1:])
    told = sayso("show", rated[0])[1]
    assert told.count(", rated B (usually reliable)") == 2  # who says it, and on whose word it is


def test_a_verdict_is_signed_listed_and_undone(sayso: Sayso, document: str) -> None:
    before = sayso("search", "shelled", "--json")[1]
    page = "https://checks.example/sella"
    status, out, _ = sayso("correct", "verdict", f"{document}:c1", "False", "--by", "Ada Lind", "--url", page)
    id, _, told = out.strip().partition(" ")
    assert (status, told) == (0, f"judged: {document}:c1 verdict=False url={page}")
    assert f"Ada Lind verdict {document}:c1 verdict=False url={page}" in sayso("corrections", "list")[1]
    assert sayso("search", "shelled", "--json")[1] == before
    shown = [line for line in sayso("show", f"{document}:c1")[1].splitlines() if line.startswith("judged")]
    assert len(shown) == 1
    assert f"Ada Lind: verdict claim (verdict: False, url: {page})" in shown[0]
    assert sayso("correct", "undo", id)[1].endswith(f"undone: {id}\n")
    assert sayso("doctor")[0] == 0


def test_a_verdict_without_a_name_is_refused(
    sayso: Sayso, document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAYSO_USER")
    status, out, err = sayso("correct", "verdict", f"{document}:c1", "False", "--url", "https://a.example")
    assert (status, out) == (2, "")
    assert "say whose it is with --by NAME" in err


def test_a_merge_is_told_by_names_and_shown(sayso: Sayso) -> None:
    told = sayso("correct", "merge", "Ilo Tanet", "Sella")[1]
    listed = sayso("corrections", "list")[1]
    for name in ("Ilo Tanet (e", "Sella (e"):
        assert name in told.partition(" merged: ")[2]
        assert name in listed.partition(" merge ")[2]
    shown = sayso("show", "Ilo Tanet")[1]
    assert "merged with    Sella (location) e" in shown
    assert "anna: merge " in shown


def test_edits_are_in_what_is_coded_afterwards(sayso: Sayso, document: str) -> None:
    assert sayso("correct", "edit", f"{document}:v1", "type=aid", "standing=planned")[0] == 0
    assert sayso("correct", "edit", f"{document}:v1.actor.1", "country=KEN")[0] == 0
    sayso("code", "news.txt", "-o", "after.jsonl")
    first = json.loads(Path("after.jsonl").read_text().splitlines()[0])
    assert (first["type"], first["quad"], first["standing"]) == ("AID", "material cooperation", "planned")
    assert first["actors"][0]["country"] == "KEN"
    assert sayso("doctor")[0] == 0


def test_the_same_decision_again_is_told_as_such(sayso: Sayso, document: str) -> None:
    first = sayso("correct", "accept", f"{document}:v1")[1]
    assert sayso("correct", "accept", f"{document}:v1")[1] == first.rstrip("\n") + ", as before\n"


def test_several_ids_are_decided_together_or_not_at_all(sayso: Sayso, document: str) -> None:
    status, out, err = sayso("correct", "accept", f"{document}:v1", f"{document}:v99")
    assert (status, out) == (2, "")
    assert "has no v99" in err
    assert sayso("corrections", "list")[1] == ""


def test_training_data_goes_to_a_file(sayso: Sayso, document: str) -> None:
    sayso("correct", "accept", f"{document}:v1")
    status, _, err = sayso("corrections", "export", "-o", "corrected.jsonl")
    assert (status, err) == (0, "1 passage, in 0 of which a person looked at every record\n")
    assert json.loads(Path("corrected.jsonl").read_text())["document"] == document


def test_a_ledger_that_is_up_to_date_is_not_coded_again(sayso: Sayso) -> None:
    assert sayso("recode") == (0, "every document is coded by this version already\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("accept", "nonsense"), "is no claim, event or role"),
        (("edit", "{document}:v1", "type=WAR"), "expected one of AGREE"),
        (("rate", "Nobody", "A"), "no claim of the ledger has a source"),
        (("verdict", "{document}:c1", "False"), "is no address of a page"),
        (("verdict", "{document}:v1", "False", "--url", "https://a.example"), "is no claim; a verdict"),
        (("verdict", "{document}:c1", " ", "--url", "https://a.example"), "is no verdict; expected a word"),
        (("merge", "Nobody", "Somebody"), "nothing in the ledger is called"),
        (("undo", "xabc"), "`sayso corrections list` tells ids"),
        (("undo", "nonsense"), "`sayso corrections list` tells their ids"),
        (("undo",), "`sayso corrections list` tells their ids"),
        (("accept",), "`sayso correct accept --help`"),
        (("accept", "{document}:v1", "--by", " " * 3 + "x" * 300), "is no name of a person"),
    ],
)
def test_what_makes_no_sense_is_one_sentence(
    sayso: Sayso, document: str, arguments: tuple[str, ...], said: str
) -> None:
    status, out, err = sayso("correct", *(one.format(document=document) for one in arguments))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err
