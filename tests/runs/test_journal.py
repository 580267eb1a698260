"""A file that survives a kill at any point and stands under its name only when it is whole."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from sayso.runs.errors import RunError
from sayso.runs.journal import NOTES, Journal

RUN = {"inputs": ["a"], "format": "csv"}


def part(out: Path) -> Path:
    return out.with_name(out.name + ".part")


def state(out: Path) -> Path:
    return out.with_name(out.name + ".state")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output with one shard written, of a run that was then killed."""
    path = tmp_path / "out.csv"
    with Journal(path, RUN, heading="h\n") as journal:
        journal.add("one\n", items=16, notes=["x: bad"], documents=15, refused=1)
    return path


def test_the_output_appears_when_it_is_whole_and_nothing_else_stays(out: Path) -> None:
    assert not out.exists()
    with Journal(out, RUN, heading="h\n") as journal:
        journal.add("two\n", items=2)
        assert not out.exists()
        journal.finish()
    assert out.read_text() == "h\none\ntwo\n"
    assert list(out.parent.iterdir()) == [out]


def test_going_on_knows_what_was_done_counted_and_noted(out: Path) -> None:
    with Journal(out, RUN, heading="h\n") as journal:
        assert (journal.done, journal.counts) == (16, {"documents": 15, "refused": 1})
        journal.add("", items=1, notes=["y: bad"], refused=1)
        assert (journal.done, journal.counts["refused"], journal.notes) == (17, 2, ["x: bad", "y: bad"])


def test_a_run_killed_before_its_first_shard_has_one_heading(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    for _ in range(3):
        with Journal(path, RUN, heading="h\n") as journal:
            assert journal.done == 0
    assert part(path).read_text() == "h\n"


def test_what_was_written_after_the_last_state_is_cut_off(out: Path) -> None:
    with part(out).open("a") as file:
        file.write("half a sha")
    with Journal(out, RUN, heading="h\n") as journal:
        journal.add("two\n", items=2)
        journal.finish()
    assert out.read_text() == "h\none\ntwo\n"


@pytest.mark.parametrize(
    "spoilt",
    ["", "{", "[]", "null", "{}", '{"run": 1, "done": 1, "bytes": -5, "counts": {}, "notes": []}'],
)
def test_a_state_that_cannot_be_read_starts_anew(out: Path, spoilt: str) -> None:
    state(out).write_text(spoilt)
    with Journal(out, RUN, heading="h\n") as journal:
        assert (journal.done, journal.counts, journal.notes) == (0, {}, [])
    assert part(out).read_text() == "h\n"


def test_a_part_that_is_shorter_than_its_state_says_starts_anew(out: Path) -> None:
    part(out).write_text("h")
    with Journal(out, RUN, heading="h\n") as journal:
        assert journal.done == 0


def test_another_run_starts_anew(out: Path) -> None:
    with Journal(out, RUN | {"format": "jsonl"}) as journal:
        assert journal.done == 0
    assert part(out).read_text() == ""


def test_only_the_first_notes_are_kept(tmp_path: Path) -> None:
    with Journal(tmp_path / "out", RUN) as journal:
        for shard in range(5):
            journal.add("", items=16, notes=[f"{shard}"] * 16)
        assert len(journal.notes) == NOTES
    assert len(json.loads(state(tmp_path / "out").read_text())["notes"]) == NOTES


def test_two_runs_do_not_write_one_output(out: Path) -> None:
    pytest.importorskip("fcntl")
    with Journal(out, RUN) as journal:
        with pytest.raises(RunError, match="another run is writing"), Journal(out, RUN):
            pass
        journal.add("two\n", items=2)
    assert part(out).read_text() == "h\none\ntwo\n"


def test_an_output_that_cannot_stand_is_refused_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for bad, told in [
        (tmp_path, "is a folder"),
        (tmp_path / "no" / "out", "is no folder"),
        (tmp_path / "file" / "out", "is no folder"),
        (Path(os.devnull), "no regular file"),
        (Path("-"), "no file"),
    ]:
        with pytest.raises(RunError, match=told):
            Journal(bad, RUN)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "out"
    link.symlink_to(tmp_path / "there" / "real")
    with Journal(link, RUN) as journal:
        journal.add("one\n", items=1)
        journal.finish()
    assert link.is_symlink()
    assert (tmp_path / "there" / "real").read_text() == "one\n"
