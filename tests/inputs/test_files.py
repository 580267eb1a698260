"""Files, folders and JSON lines as a stream of documents."""

from __future__ import annotations

import json
import os
import re
from itertools import islice
from pathlib import Path

import pytest

from sayso.inputs.files import files, items, mark
from sayso.reading import ReadingError
from sayso.reading.intake import MAX_BYTES


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def names(*inputs: Path, out: Path | None = None) -> list[str]:
    return [item.name for item in items(inputs, out=out)]


def test_a_folder_gives_what_can_be_read_below_it_in_one_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "image.png", "in/c.md", "in/.keep", "an/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    assert names(tmp_path) == [str(tmp_path / name) for name in ("a.HTML", "b.txt", "an/d.txt", "in/c.md")]


def test_what_a_folder_holds_beside_is_told_file_by_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.png", "in/c.gz", "in/d.jsonl", "own.tsv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    (tmp_path / "to-in").symlink_to("in")
    (tmp_path / "gone.txt").symlink_to("nothing.txt")
    passed: list[Path] = []
    read = list(files([tmp_path], out=tmp_path / "own.tsv", passed=passed.append))
    assert read == [tmp_path / "a.txt", tmp_path / "in" / "d.jsonl"]
    assert [str(path.relative_to(tmp_path)) for path in passed] == ["b.png", "gone.txt", "to-in", "in/c.gz"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("news.txt.gz", "unpack it first"), ("feeds.opml", "`sayso watch .*feeds.opml` reads it")],
)
def test_what_holds_others_is_refused_by_itself_with_what_can_be_read(
    name: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text("text")
    (item,) = items([tmp_path / name])
    assert item.fault is not None
    assert re.search(rf"{told}; sayso reads \.atom, \.csv, ", item.fault)


def test_a_jsonl_file_gives_its_lines_and_blank_ones_count_only_as_lines(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "one"}\n\n  \n{"text": "two"}', "utf-8")
    assert names(path) == [f"{path}, line 1", f"{path}, line 4"]


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "one"}\n')
    assert [item.content for item in items([path])] == ["one"]


def test_a_file_of_any_other_name_is_one_document(tmp_path: Path) -> None:
    path = write(tmp_path / "article.json", {"text": "one"})
    assert names(path) == [str(path)]


def test_items_come_one_by_one_and_no_line_is_read_ahead(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    with path.open("w") as file:
        file.writelines('{"text": "a short text"}\n' for _ in range(100_000))
    stream = items([path])
    assert len(list(islice(stream, 3))) == 3
    path.write_text("")  # what was not read yet is gone, but for the buffer of one file
    assert len(list(stream)) < 1_000


def test_a_line_too_long_for_an_article_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"x" * (2 * MAX_BYTES + 5) + b'\n{"text": "two"}\n')
    first, second = items([path])
    assert first.fault is not None
    assert "longer than" in first.fault
    assert second.content == "two"


def test_the_output_is_no_input_of_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "events.jsonl", {"id": "v1"})
    (tmp_path / "a.txt").write_text("text")
    assert names(tmp_path, out=tmp_path / "events.jsonl") == [str(tmp_path / "a.txt")]


def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="does not exist"):
        names(tmp_path / "none.txt")
    with pytest.raises(ReadingError, match=r"holds no file that sayso reads .*\.jsonl"):
        names(tmp_path)
    (tmp_path / "a.zip").touch()
    with pytest.raises(ReadingError, match=r"only 1 file \(\.zip 1\); unpack archives first"):
        names(tmp_path)
    (tmp_path / "a.zip").unlink()
    path = write(tmp_path / "news.jsonl", {"text": "one"})
    with pytest.raises(ReadingError, match="input and the output"):
        names(path, out=path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_of_json_lines_is_refused_before_it_blocks(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(ReadingError, match="no regular file"):
        names(tmp_path / "pipe.jsonl")


def test_the_mark_changes_with_every_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"text": "one"})
    before = mark([tmp_path])
    assert mark([tmp_path]) == before
    os.utime(path, ns=(1, 1))
    written = mark([tmp_path])
    (tmp_path / "b.txt").write_text("new")
    assert len({before, written, mark([tmp_path])}) == 3


def test_a_collection_that_is_none_is_named_and_the_other_files_of_the_folder_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("body,when\nThe town was calm.,today\n")
    (tmp_path / "b.warc").write_text("The town was calm.")
    (tmp_path / "c.txt").write_text("The town was calm.")
    table, archive, text = items([tmp_path])
    assert str(table.fault).startswith("has no column 'text'")
    assert str(archive.fault).startswith("is no WARC")
    assert text.fault is None
    with pytest.raises(ReadingError, match="has no column 'text'"):
        list(items([tmp_path / "a.csv"]))
