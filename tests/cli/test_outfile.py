"""A file appears under its name when it is whole, and not before."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from sayso.cli.outfile import written
from sayso.cli.refusing import RefusedError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def break_off(out: Path, ended: type[BaseException]) -> None:
    with written(out) as file:
        file.write("half")
        file.flush()
        raise ended


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_by_a_name_behind_which_there_is_no_file_is_written_to() -> None:
    theirs, ours = os.pipe()
    with written(Path(f"/dev/fd/{ours}")) as file:
        file.write("whole")
    os.close(ours)
    with os.fdopen(theirs) as pipe:
        assert pipe.read() == "whole"


def test_what_was_called_so_stays_until_the_new_file_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "news.jsonl"
    out.write_text("before")
    with written(out) as file:
        file.write("after")
        file.flush()
        assert out.read_text() == "before"
    assert out.read_text() == "after"
    assert names(tmp_path) == ["news.jsonl"]


@pytest.mark.parametrize("ended", [KeyboardInterrupt, OSError, SystemExit])
def test_nothing_is_left_of_what_was_not_finished(ended: type[BaseException], tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text("before")
    for name in ("old.jsonl", "new.jsonl"):
        with pytest.raises(ended):
            break_off(tmp_path / name, ended)
    assert names(tmp_path) == ["old.jsonl"]
    assert (tmp_path / "old.jsonl").read_text() == "before"


def test_a_full_disk_is_one_for_the_file_that_was_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "news.jsonl"
    with pytest.raises(OSError, match="No space left") as full, written(out):
        raise OSError(28, "No space left on device")
    assert full.value.filename == str(out)


def test_a_link_stays_one_and_permissions_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    with written(tmp_path / "link") as file:
        file.write("after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "after"
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o640


def test_a_dash_or_nothing_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    for out in (None, Path("-")):
        with written(out) as file:
            file.write("told\n")
    assert capsys.readouterr().out == "told\ntold\n"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no device to write to")
def test_a_device_is_written_to_and_not_replaced() -> None:
    with written(Path("/dev/null")) as file:
        file.write("told")
    assert Path("/dev/null").is_char_device()


def test_where_no_file_can_stand_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="is a folder"), written(tmp_path):
        pass
    with (
        pytest.raises(RefusedError, match="is no folder; make it first"),
        written(tmp_path / "no" / "a.jsonl"),
    ):
        pass
