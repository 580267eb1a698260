"""A real browser, a real `sayso serve`, and a walk over every page that links lead to.

Where no browser is installed the tests say so; with SAYSO_CI set, that is an error.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Response, ViewportSize, sync_playwright

NO_BROWSER = (
    "no Chromium is installed, so nothing is known about the workbench in a browser; install one"
    " (Debian: apt-get install chromium), or name one in SAYSO_CHROMIUM"
)
# No host but this machine has an address here, whatever a page asks for.
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
MOST_PAGES = 100
# Where a walk begins; in the answers to a question words are marked, which no link asks for.
FIRST = ("/", "/claims?q=ferry", "/events?q=attack*&actor=Kestria")
DESK: ViewportSize = {"width": 1280, "height": 850}
PHONE: ViewportSize = {"width": 360, "height": 740}
PROGRAM = "import sys; sys.argv[0] = 'sayso'; from sayso.cli import main; main()"
_IDS = re.compile(r"(?<=/)(?:[0-9a-f]{6,}|[^/]*:[^/]*|\d+)(?=/|\.|$)")
# Of the pages that are named after somebody or somewhere, one is made as the other.
_NAMED = re.compile(r"^/(outlets|speakers|places)/.+")
_RECORD = re.compile(r":([a-z])\d+$")
_AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
_SERIOUS = ("serious", "critical")
_RULES: dict[str, object] = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
}
_COLOURS: dict[str, object] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast"]},
}
# The sixth row of a list is made as the first ones are, and colours take long.
_WHERE = {"exclude": [["li:nth-child(n+6)"], ["tr:nth-child(n+6)"]]}


def chromium() -> str:
    """Where the browser is; the test that asks is skipped, or fails where tests must not be skipped."""
    named = os.environ.get("SAYSO_CHROMIUM")
    found = shutil.which(named or "chromium")
    if found is None:
        told = f"SAYSO_CHROMIUM names {named}, which is no program" if named else NO_BROWSER
        if named or os.environ.get("SAYSO_CI"):
            pytest.fail(told)
        pytest.skip(told)
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser that ends with the block."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        try:
            yield running
        finally:
            running.close()


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """The address of `sayso serve` in a process of its own; without a slash at its end."""
    command = [sys.executable, "-u", "-c", PROGRAM, "serve", str(ledger), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        told = re.search(r"http://[^/\s]+", running.stdout.readline())
        try:
            assert told, "sayso serve did not say where it is"
            yield told[0]
        finally:
            running.terminate()


@dataclass
class Heard:
    """What a page did besides being shown.

    Attributes:
        complaints: errors and warnings of its console, of its scripts, and answers that are errors.
        outside: addresses that it asked for and that are not this server's.
    """

    base: str
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", lambda told: self._complain(told.type in ("error", "warning"), page, told.text))
        page.on("pageerror", lambda error: self._complain(True, page, str(error)))
        page.on("response", self._answered)
        page.on("request", self._asked)

    def _complain(self, is_one: bool, page: Page, told: str) -> None:
        if is_one:
            self.complaints.append(f"{page.url}: {told}")

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400:
            self.complaints.append(f"{answer.url}: status {answer.status}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.base}/", "data:", "blob:")):
            self.outside.append(request.url)


@dataclass(frozen=True)
class Found:
    """What a link leads to: its path with the query, a page that links to it, and whether it is a page."""

    path: str
    found_on: str
    status: int
    is_page: bool


@dataclass(frozen=True)
class Visit:
    """What a page was found to be.

    Attributes:
        path: with its query.
        title: of the page.
        headings: how many of the first rank.
        faults: of accessibility, serious and critical ones, in light and in dark.
        too_wide: pixels by which it is wider than a phone.
    """

    path: str
    title: str
    headings: int
    faults: tuple[str, ...]
    too_wide: int


@dataclass
class Walk:
    """One page of each kind, what was heard there, and the files that links lead to."""

    heard: Heard
    visits: list[Visit] = field(default_factory=list)
    downloads: list[str] = field(default_factory=list)


def kind_of(address: str) -> str:
    """What pages of one kind have in common: the path without ids, and whether a question is asked."""
    parts = urlsplit(address)
    path = _NAMED.sub(r"/\1/*", parts.path)
    return _IDS.sub(_kind_of_id, path) + ("?" if parts.query else "")


def _kind_of_id(found: re.Match[str]) -> str:
    """`54ed65:c3` is a claim, `54ed65:v2` an event."""
    record = _RECORD.search(found[0])
    return f"*:{record[1]}" if record else "*"


def crawl(page: Page, base: str) -> Iterator[Found]:
    """Follows links to one address of each kind; a page that is found is open when it is told."""
    seen = {kind_of(each) for each in FIRST}
    waiting = deque((each, "/") for each in FIRST)
    for _ in range(MOST_PAGES):
        if not waiting:
            return
        path, found_on = waiting.popleft()
        answer = page.request.get(base + path, max_redirects=0)
        taken_along = "attachment" in answer.headers.get("content-disposition", "")
        is_page = "text/html" in answer.headers.get("content-type", "") and not taken_along
        if is_page:
            page.goto(base + path)
            for link in _links(page, base):
                if (kind := kind_of(link)) not in seen:
                    seen.add(kind)
                    waiting.append((link, path))
        yield Found(path, found_on, answer.status, is_page)


def walk(opened: Browser, base: str) -> Walk:
    """Looks at one page of each kind."""
    page = opened.new_page(viewport=DESK)
    walked = Walk(heard=Heard(base))
    walked.heard.listen(page)
    for found in crawl(page, base):
        if found.status >= 400:
            walked.heard.complaints.append(f"{found.path}, linked on {found.found_on}: status {found.status}")
        if found.is_page:
            walked.visits.append(_looked_at(page, found.path))
        else:
            walked.downloads.append(found.path)
    page.close()
    return walked


def faults(page: Page, rules: dict[str, object] = _RULES) -> tuple[str, ...]:
    """What axe finds, serious and critical: the rule, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    told: dict[str, Any] = page.evaluate("([where, rules]) => axe.run(where, rules)", [_WHERE, rules])
    return tuple(
        f"{page.url}: {each['id']} at {each['nodes'][0]['target'][0]}: {each['nodes'][0]['failureSummary']}"
        for each in told["violations"]
        if each["impact"] in _SERIOUS
    )


# A link in a picture has an address that can be animated.
_ADDRESSES = "all => all.map(each => new URL(each.getAttribute('href'), document.baseURI).href)"


def _links(page: Page, base: str) -> list[str]:
    """Paths on this server, in the order of the page."""
    addresses: list[str] = page.eval_on_selector_all("a[href]", _ADDRESSES)
    ours = [address for address in addresses if address.startswith(f"{base}/")]
    return [address.removeprefix(base).partition("#")[0] for address in ours]


def _looked_at(page: Page, path: str) -> Visit:
    told = [*faults(page)]
    _shine(page, "dark")
    told += [f"in dark: {each}" for each in faults(page, _COLOURS)]
    _shine(page, "light")
    page.set_viewport_size(PHONE)
    too_wide: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.set_viewport_size(DESK)
    return Visit(path, page.title(), page.locator("h1").count(), tuple(told), max(0, too_wide))


def _shine(page: Page, scheme: Literal["dark", "light"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))")
