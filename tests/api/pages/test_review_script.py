"""The queue by keyboard, and adding with a script, in a real browser."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import uvicorn

from sayso.api.app import create_app
from sayso.api.serving import address, listen
from sayso.api.settings import Settings
from sayso.ledger.ledger import Ledger

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("SAYSO_CHROMIUM") or shutil.which("chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
pytestmark = pytest.mark.browser
ARTICLE = "SELLA, 3 May 2025 — Engineers reopened the bridge, the minister, Oda Lind, said on Saturday."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed; install it, or name it in SAYSO_CHROMIUM")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def base(store: str) -> Iterator[str]:
    with Ledger(store) as ledger:
        socket = listen("127.0.0.1", None)
        config = uvicorn.Config(
            create_app(ledger, Settings()), log_level="error", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
        thread.start()
        yield address(socket).rstrip("/")
        server.should_exit = True
        thread.join()


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    opened = browser.new_page(base_url=base)
    wrong: list[str] = []
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    opened.close()
    assert wrong == []


def actions(store: str) -> list[str]:
    with Ledger(store) as ledger:
        return [one.action for one in ledger.corrections()]


def test_the_queue_is_gone_through_by_keyboard(page: Page, store: str) -> None:
    page.goto("/review")
    rows = page.locator("[data-queue] > li")
    page.keyboard.press("j")
    assert rows.nth(0).evaluate("row => row === document.activeElement")
    page.keyboard.press("a")
    page.locator("[data-queue] > li.done").wait_for()
    assert "Accepted" in page.locator("[data-last]").inner_text()
    page.locator("[data-queue] > li:nth-child(2):focus").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert rows.nth(1).evaluate("row => row === document.activeElement")
    page.keyboard.press("r")
    page.locator("[data-queue] > li.done").nth(1).wait_for()
    page.keyboard.press("u")
    page.locator("[data-last]", has_text="waits again").wait_for()
    assert actions(store) == ["accept", "reject", "undo"]
    page.keyboard.press("e")
    page.wait_for_url("**/events/**")
    assert page.locator("form.edit").first.is_visible()
    page.locator("form.edit select[name=standing]").first.select_option("planned")
    page.get_by_role("button", name="Set").first.click()
    page.wait_for_url("**/review?**done=**")
    assert "Edited" in page.locator("[data-last]").inner_text()
    assert actions(store)[-1] == "edit"
    page.keyboard.press("u")
    page.locator("[data-last]", has_text="Undid").wait_for()
    assert actions(store)[-1] == "undo"


def test_a_button_of_the_queue_does_the_same_without_leaving(page: Page, store: str) -> None:
    page.goto("/review?kind=claims")
    there = page.url
    page.get_by_role("button", name="Reject").first.click()
    page.locator("[data-queue] > li.done").wait_for()
    assert page.url == there
    assert actions(store) == ["reject"]


def test_a_job_is_followed_until_it_is_over(page: Page) -> None:
    page.goto("/add")
    page.locator("textarea[name=text]").fill(ARTICLE)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/add/*")
    page.locator("[data-progress=over]").wait_for(timeout=30_000)
    assert "Done: 1 document" in page.get_by_role("status").inner_text()


def test_all_of_it_works_without_scripts(browser: Browser, base: str, store: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base)
    page = context.new_page()
    page.goto("/review")
    first = page.locator("[data-queue] > li").first.get_attribute("data-id")
    page.get_by_role("button", name="Accept").first.click()
    assert page.locator(f'[data-id="{first}"]').count() == 0
    page.get_by_role("button", name="Undo").click()
    assert page.locator(f'[data-id="{first}"]').count() == 1
    page.goto("/add")
    page.locator("textarea[name=text]").fill(ARTICLE)
    page.get_by_role("button", name="Read it").click()
    page.locator("[data-progress=over]").wait_for(timeout=30_000)
    context.close()
    assert actions(store) == ["accept", "undo"]
