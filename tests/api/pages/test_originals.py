"""What came in, beside its text: looked at safely, and taken as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.ledger.ledger import Ledger
from sayso.ledger.originals import Original, keep
from sayso.schema.location import location_of
from tests.conftest import made_reading

pytest.importorskip("nh3")
PAGE = b"<p onclick=alert(1)>A convoy was shelled.</p><script>alert(1)</script><img src='https://elsewhere.example/x'>"
ID = made_reading().document.id


@pytest.fixture
def kept(store: str) -> str:
    with Ledger(store, write=True) as ledger:
        place = location_of(made_reading().document, name="convoy.html")
        keep(ledger, ID, Original("html", PAGE), place)
    return store


def test_without_an_original_there_is_no_such_page_and_no_link(desk: TestClient) -> None:
    assert f"/documents/{ID}/original" not in desk.get(f"/documents/{ID}").text
    for part in ("", "/frame", "/file"):
        told = desk.get(f"/documents/{ID}/original{part}")
        assert told.status_code == 404
    assert "--keep-originals" in told.text


def test_it_stands_beside_the_text_in_a_frame_of_its_own(kept: str, desk: TestClient) -> None:
    assert f'href="/documents/{ID}/original"' in desk.get(f"/documents/{ID}").text
    answer = desk.get(f"/documents/{ID}/original")
    assert answer.status_code == 200
    assert made_reading().document.text[:60] in answer.text
    assert f'src="/documents/{ID}/original/frame" sandbox' in answer.text
    assert "frame-src 'self'" in answer.headers["content-security-policy"]


def test_no_other_page_may_hold_a_frame(desk: TestClient) -> None:
    assert "frame-src" not in desk.get("/").headers["content-security-policy"]


def test_the_frame_has_its_words_and_lets_nothing_act(kept: str, desk: TestClient) -> None:
    answer = desk.get(f"/documents/{ID}/original/frame")
    assert "A convoy was shelled." in answer.text
    assert not any(told in answer.text for told in ("alert", "elsewhere.example", "<script", "<img"))
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "sandbox" in policy
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


def test_the_file_is_what_came_in_and_no_browser_opens_it(kept: str, desk: TestClient) -> None:
    answer = desk.get(f"/documents/{ID}/original/file")
    assert answer.content == PAGE
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == f'attachment; filename="{ID}.html"'
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_pdf_can_be_taken_and_is_not_shown(store: str, desk: TestClient, tmp_path: Path) -> None:
    with Ledger(store, write=True) as ledger:
        keep(ledger, ID, Original("pdf", b"%PDF-1.7"), location_of(made_reading().document, name="a.pdf"))
    assert "<iframe" not in desk.get(f"/documents/{ID}/original").text
    assert desk.get(f"/documents/{ID}/original/frame").status_code == 404
    assert desk.get(f"/documents/{ID}/original/file").content == b"%PDF-1.7"
