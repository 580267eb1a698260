"""What the script adds in a real browser, and what works without it."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn

from sayso.api.app import create_app
from sayso.api.serving import address, listen
from sayso.api.settings import Settings
from sayso.ledger.ledger import Ledger

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

CHROMIUM = os.environ.get("SAYSO_CHROMIUM") or shutil.which("chromium")
NO_CHROMIUM = (
    "no Chromium is installed, so nothing is known about the script; install it, or name it in SAYSO_CHROMIUM"
)
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def base(ledger: Ledger) -> Iterator[str]:
    """The address of a server over the ledger, without the last slash."""
    socket = listen("127.0.0.1", None)
    config = uvicorn.Config(create_app(ledger, Settings()), log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
    thread.start()
    yield address(socket).rstrip("/")
    server.should_exit = True
    thread.join()


def opened(browser: Browser, **options: Any) -> Page:
    return browser.new_context(viewport={"width": 1280, "height": 850}, **options).new_page()


def test_pointing_at_a_mark_lights_up_its_card_and_the_other_way_round(
    browser: Browser, base: str, document: str
) -> None:
    page = opened(browser)
    page.goto(f"{base}/documents/{document}")
    page.locator("article mark.cue.a4").first.hover()
    assert page.locator(".card.lit").get_attribute("id") == f"sayso-{document}-a4"
    page.locator(".events .card.v1").hover()
    assert "v1" in (page.locator("article mark.lit").first.get_attribute("class") or "").split()
    page.locator("h1").hover()
    page.locator("article mark.cue.a3 a").first.focus()
    assert "a3" in (page.locator(".claims .card.lit").get_attribute("class") or "")


def test_without_scripts_a_mark_leads_to_its_card(browser: Browser, base: str, document: str) -> None:
    page = opened(browser, java_script_enabled=False)
    page.goto(f"{base}/documents/{document}")
    page.locator("article mark.cue.a4 a").first.click()
    assert page.url.endswith(f"#sayso-{document}-a4")


def test_a_search_can_be_put_narrowed_and_read_by_keyboard_alone(browser: Browser, base: str) -> None:
    page = opened(browser)
    page.goto(f"{base}/claims")
    page.keyboard.press("/")
    page.keyboard.type("lorries")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims?q=lorries*")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator(".hits > li").nth(1)
    assert second.locator("a:focus").count() == 1
    while second.locator("summary:focus").count() == 0 and second.locator(":focus").count() == 1:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert second.locator(".in-place").is_visible()
    page.goto(base)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_what_an_article_holds_is_not_run_even_where_the_policy_is_off(browser: Browser, base: str) -> None:
    page = opened(browser, bypass_csp=True)
    said: list[str] = []

    def note(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.goto(f"{base}/events?since=2025-04-01&until=2025-04-01")
    page.goto(base + (page.locator(".cited a").first.get_attribute("href") or ""))
    page.goto(base)
    assert said == []
