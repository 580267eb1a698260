"""`sayso correct family` and `families`: which outlets are of one publisher."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.cli.familytable import family_table
from sayso.cli.refusing import RefusedError
from sayso.ledger.across.families import families_in
from sayso.ledger.ledger import Ledger

Sayso = Callable[..., tuple[int, str, str]]


@pytest.fixture
def sayso(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Sayso:
    """Runs a command on an empty ledger; gives status, output and errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_LEDGER", "news.ledger")
    monkeypatch.setenv("SAYSO_USER", "anna")
    with Ledger("news.ledger", create=True):
        pass

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["sayso", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run


def families() -> dict[str, str]:
    with Ledger("news.ledger") as ledger, ledger.transaction() as connection:
        return dict(families_in(connection))


def test_outlets_are_put_into_a_family_taken_out_and_undone(sayso: Sayso) -> None:
    status, out, _ = sayso("correct", "family", "Harrow Group", "Harrow Courier", "telmarapost.com")
    assert status == 0
    assert [line.partition(" ")[2] for line in out.splitlines()] == [
        "assigned: Harrow Courier to Harrow Group",
        "assigned: telmarapost.com to Harrow Group",
    ]
    assert families() == {"harrowcourier": "Harrow Group", "telmarapost": "Harrow Group"}
    id = sayso("correct", "family", "", "The Harrow Courier")[1].split()[0]
    assert families() == {"telmarapost": "Harrow Group"}
    assert "anna assign The Harrow Courier to no family" in sayso("corrections", "list")[1]
    assert sayso("correct", "undo", id)[0] == 0
    assert families() == {"harrowcourier": "Harrow Group", "telmarapost": "Harrow Group"}
    last = json.loads(sayso("corrections", "list", "--json")[1].splitlines()[-1])
    assert (last["kind"], last["action"]) == ("outlet", "undo")


def test_a_table_is_written_whole(sayso: Sayso) -> None:
    Path("a.csv").write_text(
        "Family;Outlet;note\nHarrow Group;Harrow Courier;x\n\n;Telmara Post;\n", encoding="utf-8-sig"
    )
    status, out, _ = sayso("correct", "families", "a.csv")
    assert (status, out.count("assigned:")) == (0, 2)
    assert families() == {"harrowcourier": "Harrow Group"}
    assert sayso("correct", "families", "a.csv")[1].count(", as before") == 2


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("outlet,family\nHarrow Courier,A\n!!!,B\n", "line 3: '!!!' is no name of an outlet"),
        ("outlet,family\nHarrow Courier,A\nThe Harrow Courier,B\n", "line 3: .* put into 'B'"),
        ("outlet,family\nHarrow Courier\n", "line 2: 1 cell, and no family"),
        (f"outlet,family\n{'x' * 201},A\n", "line 2: a name has more than 200 letters"),
        ("outlet,publisher\nHarrow Courier,A\n", "no column 'family'"),
        ("outlet,family\n\n", "has no rows"),
        ("", "no column 'outlet'"),
        ("outlet,family\nHarrow\0Courier,A\n", "is no text"),
    ],
)
def test_a_table_with_a_bad_row_is_refused_before_anything_is_written(
    sayso: Sayso, table: str, told: str
) -> None:
    Path("bad.csv").write_text(table)
    with pytest.raises(RefusedError, match=told):
        family_table(Path("bad.csv"))
    status, out, err = sayso("correct", "families", "bad.csv")
    assert (status, out) == (2, "")
    assert err.startswith("sayso: bad.csv")
    assert families() == {}


def test_a_table_that_is_not_there_is_refused(sayso: Sayso) -> None:
    status, _, err = sayso("correct", "families", "none.csv")
    assert status == 2
    assert "none.csv: No such file" in err
