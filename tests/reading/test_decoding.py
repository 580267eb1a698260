from __future__ import annotations

import pytest

from sayso.reading.decoding import decode

WESTERN = "L’été à Genève — “quoted” text and some more plain words after it."
RUSSIAN = "Министр заявил в понедельник, что войска перешли границу и заняли город. " * 4


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_western_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding)) == WESTERN


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-16"])
def test_russian_text_is_read_without_a_declaration(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize(
    ("declared", "actual"),
    [
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("rot13", "cp1252"),
        ("no-such-thing", "utf-8"),
        ("hex", "utf-8"),
    ],
)
def test_a_page_that_declares_the_wrong_encoding_is_read(declared: str, actual: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>{WESTERN}</body></html>'
    assert decode(page.encode(actual)) == page


def test_a_declaration_decides_where_the_bytes_leave_it_open() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>{RUSSIAN}</p>'
    assert decode(page.encode("koi8-r")) == page


def test_one_damaged_byte_does_not_spoil_the_rest() -> None:
    assert decode("déjà vu, ".encode() * 5 + b"\xff" + "naïve".encode()) == "déjà vu, " * 5 + "\ufffdnaïve"
