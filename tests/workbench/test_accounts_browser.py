"""The log-in and the account in a browser: nobody is shut out, in light, in dark, by keyboard, on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.ledger.accounts.users import add_user
from sayso.ledger.ledger import Ledger
from tests.api.conftest import fill_ledger
from tests.api.team import CHEAP, PASSWORD
from tests.workbench.browsing import DESK, PHONE, Heard, browser, faults, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A ledger with an admin, served."""
    store = tmp_path_factory.mktemp("shared") / "news.ledger"
    fill_ledger(str(store))
    with Ledger(store, write=True) as ledger:
        add_user(ledger, "ada", role="admin", password=PASSWORD, cost=CHEAP)
    with served(store) as address:
        yield address


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    with browser() as running:
        yield running


@pytest.fixture
def page(opened: Browser, base: str) -> Iterator[Page]:
    fresh = opened.new_page(viewport=DESK)
    heard = Heard(base)
    heard.listen(fresh)
    yield fresh
    fresh.close()
    assert (heard.complaints, heard.outside) == ([], [])


def log_in(page: Page, base: str) -> None:
    """By keyboard alone."""
    page.goto(f"{base}/account")
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type("ada")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}/account")


def looked_at(page: Page) -> None:
    assert faults(page) == ()
    page.emulate_media(color_scheme="dark")
    assert faults(page) == ()
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_log_in_shuts_nobody_out(page: Page, base: str) -> None:
    page.goto(f"{base}/login")
    looked_at(page)


def test_the_account_shuts_nobody_out(page: Page, base: str) -> None:
    log_in(page, base)
    looked_at(page)


def test_a_watched_search_gets_an_address_for_a_feed_reader(page: Page, base: str) -> None:
    log_in(page, base)
    page.goto(f"{base}/claims?q=lorries")
    page.get_by_text("Watch this search").click()
    page.get_by_role("button", name="Watch", exact=True).click()
    page.get_by_role("button", name="for a feed reader").click()
    told = page.locator(".token code").inner_text()
    assert told.startswith(f"{base}/feeds/sayso_")
    looked_at(page)
    stranger = page.context.browser.new_context() if page.context.browser else page.context
    assert stranger.request.get(told).status == 200
    stranger.close()
