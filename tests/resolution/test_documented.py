"""docs/actors.md is run: its lists load, and the refusal it shows is the one that comes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.resolution.actors import Actors
from sayso.resolution.errors import ActorListError
from sayso.resolution.userlists import read_list, read_lists

TEXT = (Path(__file__).parent.parent.parent / "docs" / "actors.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"^```(\w*)\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(BLOCKS["yaml"], encoding="utf-8")
    return path


def test_the_list_loads_and_changes_with_the_years(mine: Path) -> None:
    actors = Actors(lists=[read_list(mine)])
    assert actors.who("a Reed League spokesman", date="2005").sectors == ("REB",)
    assert actors.who("a Reed League spokesman", date="2015-06-01").sectors == ("PTY",)
    assert actors.who("the KHG", date="2015").country == "IMG"
    assert actors.who("Ilena Brask", date="2018").country is None


def test_the_refusal_shown_is_the_one_that_comes(mine: Path) -> None:
    mine.write_text(BLOCKS["yaml"].replace("country: PER\n  sector: REB", "country: PERU\n  sector: REB"))
    with pytest.raises(ActorListError) as caught:
        read_list(mine)
    assert str(caught.value) == BLOCKS[""].strip()


def test_every_field_is_explained(mine: Path) -> None:
    mine.write_text(BLOCKS["yaml"].replace("to: 2009", "until: 2009"))
    with pytest.raises(ActorListError) as caught:
        read_list(mine)
    fields = str(caught.value).rpartition("the fields are ")[2].partition(" (line")[0].split(", ")
    assert "aliases" in fields
    assert [field for field in fields if f"`{field}`" not in TEXT] == []


def test_the_dictionary_is_read(tmp_path: Path) -> None:
    (tmp_path / "guards.txt").write_text(BLOCKS["petrarch"])
    (one,) = read_lists([tmp_path / "guards.txt"])
    assert one.skipped == ()
    actors = Actors(lists=[one])
    assert actors.who("the Harbour Guard", date="2003").country == "PER"
    assert actors.who("Chilean cattlemen").sectors == ("AGR",)


def test_the_python_runs(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso import pipeline

    monkeypatch.chdir(mine.parent)
    try:
        exec(BLOCKS["python"], {})
        assert pipeline.actors().who("the Reed League", date="2015").country == "PER"
    finally:
        pipeline.use_actors(())
