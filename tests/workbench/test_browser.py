"""The workbench over the demo's ledger, in a browser: every page that links lead to is opened and used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.workbench.browsing import DESK, PHONE, Heard, Walk, browser, kind_of, served, walk

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def base(demo_ledger: Path) -> Iterator[str]:
    """The address at which the demo's ledger is served."""
    with served(demo_ledger) as address:
        yield address


@pytest.fixture(scope="module")
def walked(opened: Browser, base: str) -> Walk:
    return walk(opened, base)


@pytest.fixture
def page(opened: Browser, base: str) -> Iterator[Page]:
    """A page whose complaints fail the test."""
    fresh = opened.new_page(viewport=DESK)
    heard = Heard(base)
    heard.listen(fresh)
    yield fresh
    fresh.close()
    assert (heard.complaints, heard.outside) == ([], [])


def test_the_walk_comes_to_every_kind_of_page_that_the_ledger_has(walked: Walk) -> None:
    kinds = {kind_of(visit.path) for visit in walked.visits}
    assert {"/", "/claims", "/events", "/documents/*", "/claims/*:c", "/events/*:v", "/entities/*"} <= kinds
    assert {"/outlets/*", "/speakers/*", "/places/*"} <= kinds
    assert walked.downloads


def test_every_page_has_a_title_and_one_heading_above_the_others(walked: Walk) -> None:
    assert [visit.path for visit in walked.visits if not visit.title.strip() or visit.headings != 1] == []


def test_no_page_complains_and_no_link_is_broken(walked: Walk) -> None:
    assert walked.heard.complaints == []


def test_no_page_asks_for_anything_outside_this_machine(walked: Walk) -> None:
    assert walked.heard.outside == []


def test_no_page_shuts_people_out_in_light_or_in_dark(walked: Walk) -> None:
    assert [fault for visit in walked.visits for fault in visit.faults] == []


def test_no_page_is_wider_than_a_phone(walked: Walk) -> None:
    assert {visit.path: visit.too_wide for visit in walked.visits if visit.too_wide} == {}


def test_every_page_tells_the_same_without_scripts(opened: Browser, base: str, walked: Walk) -> None:
    context = opened.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    for visit in walked.visits:
        page.goto(base + visit.path)
        assert page.title() == visit.title
        expect(page.locator("main")).not_to_be_empty()
    context.close()


def test_by_mouse_one_comes_from_a_search_to_the_sentence_and_back(page: Page, base: str) -> None:
    page.goto(base)
    page.get_by_role("searchbox").fill("shelled Brevna")
    page.get_by_role("button", name="Events").click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text(re.compile(r"\d+ events?"))
    row = page.get_by_role("article").first
    row.get_by_text("In its place").click()
    row.get_by_role("link", name=re.compile(r"^Record v\d+")).click()
    expect(page).to_have_url(re.compile(r"/events/[0-9a-f]+:v\d+$"))
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("shelled Brevna")


def test_by_mouse_a_facet_narrows_and_is_taken_off_again(page: Page, base: str) -> None:
    page.goto(f"{base}/events")
    everything = page.locator("#count").inner_text()
    page.get_by_role("complementary").get_by_role("link", name=re.compile("^⇄? ?denied")).click()
    expect(page.locator("#count")).not_to_have_text(everything)
    page.get_by_role("link", name=re.compile("denied: remove$")).click()
    expect(page.locator("#count")).to_have_text(everything)


def test_by_keyboard_the_content_is_one_step_away(page: Page, base: str) -> None:
    page.goto(f"{base}/claims")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_by_keyboard_one_searches_opens_a_row_and_follows_it(page: Page, base: str) -> None:
    page.goto(base)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("ferry")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/claims\?q=ferry"))
    page.keyboard.press("j")
    row = page.get_by_role("article").first
    while row.locator("summary:focus").count() == 0 and row.locator(":focus").count() == 1:
        page.keyboard.press("Tab")
    expect(row.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("article").first.locator("details")).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/(?:claims|documents)/[0-9a-f]+"))


def test_whatever_has_the_focus_shows_it(page: Page, base: str, walked: Walk) -> None:
    unseen = [
        f"{visit.path}: {found}" for visit in walked.visits for found in _unseen(page, base + visit.path)
    ]
    assert unseen == []


def _unseen(page: Page, address: str, *, steps: int = 8) -> list[str]:
    """What looks the same with the focus as without; of the first that Tab comes to."""
    page.goto(address)
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
                const one = document.activeElement, look = getComputedStyle(one);
                if (one.type === "date") return "";  // the browser marks the part that is typed into
                const ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1;
                const shown = one === document.body || ring || look.boxShadow !== "none";
                return shown ? "" : one.outerHTML.slice(0, 120);
            }"""
        )
        if shown:
            found.append(shown)
    return found
