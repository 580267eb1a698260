"""A report is printed by the browser that is there, or its lack is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from sayso.ledger.ledger import Ledger
from sayso.reporting.asked import Wanted
from sayso.reporting.gathering import gather
from sayso.reporting.pdf import NAMED, NoBrowserError, browser, timeless, to_pdf
from sayso.reporting.rendering import to_html
from tests.workbench.browsing import DESK, PHONE, Heard, chromium, faults
from tests.workbench.browsing import browser as opened_browser

HEADING = re.compile(r"<(?:h[1-4]|caption)\b[^>]*>(.*?)</(?:h[1-4]|caption)>", re.DOTALL)


@pytest.fixture(scope="module")
def html(demo_ledger: Path) -> Iterator[str]:
    with Ledger(demo_ledger) as opened:
        yield to_html(gather(opened, Wanted("market Brevna", ledger="demo.ledger")))


@pytest.mark.browser
def test_the_pdf_has_the_words_of_the_report_and_no_time(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAMED, chromium())
    made = to_pdf(html)
    document = pypdfium2.PdfDocument(made)
    words = " ".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    assert len(document) >= 2
    assert "market Brevna" in words
    assert "Shells struck the market of Brevna" in " ".join(words.split())
    assert not document.get_metadata_dict()["CreationDate"]
    assert b"/tmp" not in made
    assert to_pdf(html) == made


@pytest.mark.browser
def test_no_page_ends_with_a_heading(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAMED, chromium())
    headings = {_words(one) for one in HEADING.findall(html)}
    document = pypdfium2.PdfDocument(to_pdf(html))
    last = [_last_line(document[at]) for at in range(len(document))]
    assert len(headings) >= 8
    assert len(last) >= 4
    assert [line for line in last if line in headings or line.endswith("Somebody denies it.")] == []


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def _last_line(page: pypdfium2.PdfPage) -> str:
    """The last line of a page above its number."""
    lines = [" ".join(line.split()) for line in page.get_textpage().get_text_range().splitlines()]
    return [line for line in lines if line and not re.fullmatch(r"\d+ / \d+", line)][-1]


@pytest.mark.browser
def test_in_a_browser_it_is_quiet_accessible_and_as_wide_as_a_phone(html: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(html, "utf-8")
    with opened_browser() as running:
        page = running.new_page(viewport=DESK, bypass_csp=True)  # for axe, which is a script
        page.goto(path.as_uri())
        assert faults(page) == ()
        page.emulate_media(color_scheme="dark")
        assert faults(page) == ()
        plain = running.new_page(viewport=PHONE)
        heard = Heard(path.parent.as_uri())
        heard.listen(plain)
        plain.goto(path.as_uri())
        assert plain.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert plain.locator("h1").count() == 1
    assert heard.complaints == heard.outside == []


@pytest.mark.parametrize("named", ["/nowhere/chromium", "no-such-browser"])
def test_a_browser_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv(NAMED, named)
    with pytest.raises(NoBrowserError, match=f"{NAMED} names '{named}', which is no program"):
        browser()


def test_where_there_is_no_browser_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(NAMED, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoBrowserError, match=r"no Chromium or Chrome is found.*write report.html and print"):
        browser()


@pytest.mark.parametrize(("does", "told"), [("exit 7", "status 7"), ("true", "printed nothing")])
def test_a_browser_that_fails_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str, told: str
) -> None:
    program = tmp_path / "browser"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)
    monkeypatch.setenv(NAMED, str(program))
    with pytest.raises(NoBrowserError, match=told):
        to_pdf("<p>a report</p>")


def test_a_time_is_taken_out_and_every_byte_behind_it_stays_in_its_place() -> None:
    made = b"<</Creator (x)\n/CreationDate (D:20261122195238+00'00')\n/ModDate (D:20261122195238+00'00')>> 7"
    without = timeless(made)
    assert len(without) == len(made)
    assert b"2026" not in without
    assert without.endswith(b">> 7")
