"""Files in stores, by URL: read in the same order and to the same items as files here."""

from __future__ import annotations

import gzip
import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.inputs.files import expand, files, items, mark
from sayso.inputs.item import Item, read_item
from sayso.inputs.remote import Remote, path_of
from sayso.reading import ReadingError

fsspec = pytest.importorskip("fsspec")

TEXT = "Police arrested nine protesters in Telmara on Friday, officials said."
WARC = (
    b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://courier.example/a\r\n"
    b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
    b"WARC-Date: 2025-03-14T10:00:00Z\r\nContent-Type: text/plain\r\n"
    + f"Content-Length: {len(TEXT)}\r\n\r\n{TEXT}\r\n\r\n".encode()
)
FILES = {
    "b/z.txt": TEXT.encode(),
    "b/a.html": b"<html><body><p>" + TEXT.encode() + b"</p></body></html>",
    "a.md": b"# Arrests\n\n" + TEXT.encode(),
    "c/news.jsonl": b"".join(json.dumps({"text": f"{TEXT} {n}"}).encode() + b"\n" for n in range(3)),
    "c/news.csv": f'text,date\n"{TEXT}",2025-03-14\n'.encode(),
    "c/crawl.warc.gz": gzip.compress(WARC),
    "c/picture.png": b"\x89PNG",
}


@pytest.fixture
def store() -> Iterator[str]:
    """The URL of a folder with all kinds of files."""
    memory = fsspec.filesystem("memory")
    for name, content in FILES.items():
        memory.pipe(f"/news/{name}", content)
    yield "memory://news"
    memory.rm("/news", recursive=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same files here."""
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def names(found: list[Item], root: str) -> list[str]:
    return [one.name.removeprefix(root).lstrip("/") for one in found]


def test_a_store_is_read_as_a_folder_is(store: str, folder: Path) -> None:
    there, here = list(items([path_of(store)])), list(items([folder]))
    assert len(there) == 8
    assert names(there, "memory:///news") == names(here, str(folder))
    assert [read_item(one).document.text for one in there] == [read_item(one).document.text for one in here]


def test_a_file_is_named_by_its_url_and_read_by_its_kind(store: str) -> None:
    (item,) = items(expand([f"{store}/a.md"]))
    assert item.name == "memory://news/a.md"
    assert item.content is None  # whoever reads it fetches it
    assert read_item(item).document.title == "Arrests"
    assert read_item(pickle.loads(pickle.dumps(item))).document.title == "Arrests"


def test_files_that_are_passed_over_are_told(store: str) -> None:
    passed: list[Path] = []
    list(files([path_of(store)], passed=passed.append))
    assert [str(path) for path in passed] == ["memory:///news/c/picture.png"]


def test_a_pattern_stands_for_what_it_matches(store: str) -> None:
    assert [path.name for path in expand([f"{store}/*/*.[tj]*"])] == ["z.txt", "news.jsonl"]
    with pytest.raises(ReadingError, match="matches no file"):
        expand([f"{store}/*.xyz"])


def test_the_mark_of_a_store_changes_with_its_files(store: str) -> None:
    before = mark([path_of(store)])
    assert mark([path_of(store)]) == before
    fsspec.filesystem("memory").pipe("/news/a.md", b"other")
    assert mark([path_of(store)]) != before


def test_what_is_not_there_is_told(store: str) -> None:
    with pytest.raises(ReadingError, match="does not exist"):
        list(items(expand([f"{store}/nothing.txt"])))
    with pytest.raises(ReadingError, match="does not exist"):
        read_item(Item("gone", path=Remote(f"{store}/gone.txt")))


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://courier.example/a", "sayso fetch"),
        ("ftp://courier.example/a", "no store that sayso reads from"),
        ("sftp://me:secret@host/a", "holds a password"),
    ],
)
def test_urls_of_something_else_are_refused(url: str, told: str) -> None:
    with pytest.raises(ReadingError, match=told) as refused:
        path_of(url)
    assert "secret" not in str(refused.value)


def test_a_path_is_a_path(tmp_path: Path) -> None:
    assert path_of("news/a.txt") == Path("news/a.txt")
    assert not isinstance(path_of(str(tmp_path)), Remote)
