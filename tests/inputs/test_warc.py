"""Web archives as crawlers write them, and as somebody writes them who means harm."""

from __future__ import annotations

import gzip
import subprocess
import sys
import textwrap
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.inputs import bounded
from sayso.inputs.columns import Columns
from sayso.inputs.files import items
from sayso.inputs.item import Item, read_item
from sayso.inputs.warc import is_warc, warc_items
from sayso.reading import ReadingError
from tests.gzipped import member
from tests.reading.pdf_files import column, pdf

WORDS = "Police arrested nine protesters in Telmara, a spokeswoman said on Friday."
PAGE = f"<html><head><title>Nine held</title></head><body><article><p>{WORDS}</p></article></body></html>"
SITE = "https://courier.example"
HTML = ("Content-Type", "text/html")


class Crawl:
    """A web archive in the making; `path` when it is asked for has what was added until then."""

    def __init__(self, path: Path, *, packed: bool = True) -> None:
        self._path, self._bytes = path, BytesIO()
        self._writer = WARCWriter(self._bytes, gzip=packed)

    def add(
        self,
        body: bytes | str,
        *headers: tuple[str, str],
        url: str = f"{SITE}/a",
        status: str = "200 OK",
        kind: str = "response",
    ) -> Crawl:
        data = body.encode() if isinstance(body, str) else body
        http = StatusAndHeaders(status, [*headers], protocol="HTTP/1.1") if status else None
        dated = {"WARC-Date": "2025-03-14T09:30:00Z"}
        self._writer.write_record(
            self._writer.create_warc_record(
                url,
                kind,
                payload=BytesIO(data),
                http_headers=http,
                warc_headers_dict=dated,
                warc_content_type="" if http else headers[0][1],
            )
        )
        return self

    @property
    def path(self) -> Path:
        self._path.write_bytes(self._bytes.getvalue())
        return self._path


def read(path: Path) -> list[Item]:
    return list(warc_items(path, Columns()))


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_page_a_text_and_a_pdf_are_documents_and_nothing_else_is(tmp_path: Path, name: str) -> None:
    crawl = Crawl(tmp_path / name, packed=name.endswith(".gz"))
    crawl.add(PAGE, ("Content-Type", "text/html; charset=utf-8"))
    crawl.add("moved", HTML, url=f"{SITE}/old", status="301 Moved")
    crawl.add(b"\x89PNG", ("Content-Type", "image/png"), url=f"{SITE}/b.png")
    crawl.add("User-agent: *", ("Content-Type", "text/plain"), url=f"{SITE}/robots.txt")
    crawl.add(pdf([column([WORDS])]), ("Content-Type", "application/pdf"), url=f"{SITE}/c.pdf")
    crawl.add("", HTML, kind="revisit", url=f"{SITE}/same")
    crawl.add(WORDS, ("Content-Type", "text/plain"), url=f"{SITE}/wet", status="", kind="conversion")
    crawl.add("GET / HTTP/1.1", ("Content-Type", "application/http"), status="", kind="metadata")
    found = list(items([crawl.path]))
    assert [item.told.url for item in found] == [f"{SITE}/a", f"{SITE}/c.pdf", f"{SITE}/wet"]
    assert [WORDS in read_item(item).document.text for item in found] == [True] * 3
    assert found[0].name == f"{crawl.path}, record 1 ({SITE}/a)"


def test_the_day_of_the_capture_is_not_that_of_publication(tmp_path: Path) -> None:
    (item,) = read(Crawl(tmp_path / "a.warc.gz").add(PAGE, HTML).path)
    given = read_item(item)
    assert given.fields == {"captured": "2025-03-14T09:30:00Z"}
    assert given.document.published is None
    assert given.document.url == f"{SITE}/a"


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    parts = (body[:half], body[half:], b"")
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)


DEFLATE = zlib.compressobj(wbits=-zlib.MAX_WBITS)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(PAGE.encode()), (("Transfer-Encoding", "chunked"),)),
        (gzip.compress(PAGE.encode()), (("Content-Encoding", "gzip"),)),
        (
            chunked(gzip.compress(PAGE.encode())),
            (("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")),
        ),
        (zlib.compress(PAGE.encode()), (("Content-Encoding", "deflate"),)),
        (DEFLATE.compress(PAGE.encode()) + DEFLATE.flush(), (("Content-Encoding", "deflate"),)),
        (PAGE.encode(), (("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))),
        (
            PAGE.replace("Telmara", "Žofín").encode("iso-8859-2"),
            (("Content-Type", "text/html; charset=iso-8859-2"),),
        ),
    ],
)
def test_a_body_is_read_however_it_was_sent(
    tmp_path: Path, body: bytes, headers: tuple[tuple[str, str], ...]
) -> None:
    typed = headers if headers[0][0] == "Content-Type" else (HTML, *headers)
    (item,) = read(Crawl(tmp_path / "a.warc.gz").add(body, *typed).path)
    assert read_item(item).document.text.replace("Žofín", "Telmara").endswith(WORDS)


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip"])
def test_a_body_packed_in_another_way_is_named(tmp_path: Path, encoding: str) -> None:
    crawl = Crawl(tmp_path / "a.warc.gz").add(b"\x1f\x8b12", HTML, ("Content-Encoding", encoding))
    (item,) = read(crawl.add(PAGE, HTML).path)[:1]
    assert "expected gzip or deflate" in str(item.fault)


def test_a_wacz_is_read_through_the_archives_in_it(tmp_path: Path) -> None:
    inner = Crawl(tmp_path / "inner.warc.gz").add(PAGE, HTML).path
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as file:
        file.write(inner, "archive/data.warc.gz")
        file.writestr("datapackage.json", "{}")
    (item,) = items([path])
    assert item.name == f"{path}, archive/data.warc.gz, record 1 ({SITE}/a)"
    assert WORDS in read_item(item).document.text


@pytest.mark.slow
def test_a_zip_that_unpacks_to_gigabytes_is_given_up_and_its_other_archives_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "FREE_BYTES", 50_000_000)
    inner = Crawl(tmp_path / "inner.warc.gz").add(PAGE, HTML).path
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("archive/a.warc", HEAD + b"200000000\r\n\r\n" + MEGABYTE * 200)
        file.writestr("archive/b.warc", b"The town was calm.")
        file.write(inner, "archive/c.warc.gz")
    assert path.stat().st_size < 1_000_000
    large, swollen, none, page = items([path])
    assert "larger than 20 MB" in str(large.fault)
    assert "unpacks to more than 50 MB" in str(swollen.fault)
    assert "is no WARC" in str(none.fault)
    assert page.fault is None


def test_a_file_packed_in_one_piece_is_read_as_well(tmp_path: Path) -> None:
    plain = Crawl(tmp_path / "a.warc", packed=False).add(PAGE, HTML).add(PAGE, HTML, url=f"{SITE}/b").path
    path = tmp_path / "b.warc.gz"
    path.write_bytes(gzip.compress(plain.read_bytes()))
    assert len(read(path)) == 2


@pytest.mark.parametrize("packed", [True, False])
def test_what_stands_before_the_damage_is_read_and_the_damage_named(tmp_path: Path, packed: bool) -> None:
    path = Crawl(tmp_path / "a.warc.gz", packed=packed).add(PAGE, HTML).add(PAGE * 9, HTML).path
    path.write_bytes(path.read_bytes()[:-40])
    first, *_, last = read(path)
    assert WORDS in read_item(first).document.text
    assert "the file is damaged after record" in str(last.fault)


TWICE = gzip.compress(gzip.compress(b"WARC/1.0\r\n", mtime=0), mtime=0)


@pytest.mark.parametrize("data", [b"", b"The town was calm.", TWICE])
def test_what_is_no_web_archive_is_refused_or_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    if data:
        with pytest.raises(ReadingError, match="is no WARC that can be read"):
            read(path)
    else:
        assert read(path) == []
    wacz = path.rename(tmp_path / "a.wacz")
    with pytest.raises(ReadingError, match="is no WACZ"):
        read(wacz)


def test_a_file_without_a_suffix_is_recognised_by_its_first_bytes(tmp_path: Path) -> None:
    path = Crawl(tmp_path / "crawl", packed=False).add(PAGE, HTML).path
    assert is_warc(path)
    path.write_text("The town was calm.")
    assert not is_warc(path)


MEGABYTE = b"x" * 1_000_000
HEAD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://b.example/\r\nContent-Length: "
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BOMBS = {
    "a record of 200 MB": member(
        (HEAD + b"200000045\r\n\r\n" + ANSWER + b"\r\n", 1), (MEGABYTE, 200), (b"\r\n\r\n", 1)
    ),
    "an HTTP head of 200 MB": member(
        (HEAD + b"200000043\r\n\r\n" + ANSWER, 1), (MEGABYTE, 200), (b"\r\n\r\n", 1)
    ),
    "a head of 200 MB": member((b"WARC/1.0\r\nA: ", 1), (MEGABYTE, 200)),
    "a head of 20 million lines": member((b"WARC/1.0\r\n", 1), (b"A: b\r\n" * 100_000, 200)),
}
PROGRAM = """
    import resource, sys
    from pathlib import Path
    from sayso.inputs.columns import Columns
    from sayso.inputs.warc import warc_items
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = list(warc_items(Path(sys.argv[1]), Columns()))
    swollen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(swollen // 1024, *(item.fault or item.told.url for item in found), sep="\\n")
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs the resource module")
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_costs_no_memory(tmp_path: Path, bomb: str) -> None:
    path = tmp_path / "a.warc.gz"
    good = Crawl(tmp_path / "good.warc.gz").add(PAGE, HTML).path.read_bytes()
    path.write_bytes(good + BOMBS[bomb] + good)
    assert path.stat().st_size < 1_000_000
    program = textwrap.dedent(PROGRAM)
    run = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    swollen, first, fault, *rest = run.stdout.splitlines()
    assert int(swollen) < 40
    assert first == f"{SITE}/a"
    if "record" in bomb or "HTTP" in bomb:
        assert "larger than 20 MB" in fault
        assert rest == [f"{SITE}/a"]
    else:
        assert "a head without an end" in fault
        assert rest == []
    assert run.stderr == ""


def test_a_page_that_unpacks_to_more_than_is_read_is_named(tmp_path: Path) -> None:
    body = member((MEGABYTE, 30))
    crawl = Crawl(tmp_path / "a.warc.gz").add(body, HTML, ("Content-Encoding", "gzip")).add(PAGE, HTML)
    first, second = read(crawl.path)
    assert "unpacks to more than 20 MB" in str(first.fault)
    assert second.fault is None


def test_a_file_that_unpacks_to_many_times_its_size_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "FREE_BYTES", 100_000_000)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(BOMBS["a record of 200 MB"])
    (_, fault) = read(path)
    assert "unpacks to more than 100 MB" in str(fault.fault)


def test_a_charset_that_is_none_of_pages_does_not_hold_up_the_reading(tmp_path: Path) -> None:
    body = PAGE.replace(WORDS, f"{WORDS} é ".encode("cp1252").decode("latin-1") * 2_000).encode("latin-1")
    crawl = Crawl(tmp_path / "a.warc.gz").add(body, ("Content-Type", "text/html; charset=punycode"))
    crawl.add(body.replace(b"<head>", b'<head><meta charset="punycode">'), HTML)
    assert all(WORDS in read_item(item).document.text for item in read(crawl.path))
