"""Files that sayso does not read are counted, and what can be done about them is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from sayso.inputs.unread import advice, counted, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("image.PNG", ".png"),
        ("news.jsonl.gz", ".gz"),
        ("news.ledger-wal", ".ledger-wal"),
        ("README", "no suffix"),
        (".keep", "no suffix"),
        ("Mr. Ames to the editor", "no suffix"),
    ],
)
def test_a_kind_is_the_suffix_where_it_is_one(name: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert kind_of(tmp_path / name) == kind


def test_links_are_kinds_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "to-folder").symlink_to("folder")
    (tmp_path / "to-nothing.txt").symlink_to("nothing.txt")
    assert kind_of(tmp_path / "to-folder") == "linked folder"
    assert kind_of(tmp_path / "to-nothing.txt") == "not a regular file"


def test_archives_and_lists_of_feeds_can_be_helped() -> None:
    assert advice(Path("a.tar.GZ")) == "it is an archive; unpack it first"
    assert "`sayso watch in/feeds.opml`" in advice(Path("in/feeds.opml"))
    assert advice(Path("a.png")) == ""


def test_kinds_are_counted_the_most_frequent_first() -> None:
    assert counted(Counter({".gz": 1, ".png": 2})) == "3 files (.png 2, .gz 1)"
    assert counted(Counter([".png"])) == "1 file (.png 1)"
    many = Counter({f".{number:02}": 1 for number in range(12)})
    assert counted(many).endswith(".07 1, others 4)")
