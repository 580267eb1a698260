"""Pictures of the demo's pages for docs/: `python -m tests.workbench.screenshots`.

Each page that links lead to is photographed once, named after its path; some on a phone and in the dark as
well. A few decisions and a search that is watched are put into the ledger before, so that those pages show
something. The same ledger gives the same pictures. Look at them before they are committed.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize

from sayso.demo.building import build
from sayso.ledger.accounts.users import add_user
from sayso.ledger.across.names import outlet_names, speaker_names
from sayso.ledger.deciding import assigning, decide, rating
from sayso.ledger.ledger import Ledger
from sayso.ledger.searches import save
from tests.workbench.browsing import PHONE, browser, crawl, kind_of, served

FOLDER = Path(__file__).parents[2] / "docs" / "images"
SIZE: ViewportSize = {"width": 1000, "height": 640}
MOST_BYTES = 200_000
AT = datetime(2031, 7, 1, 9, tzinfo=UTC)
# Where a page that shows its kind well is found: an address, then the first link of each kind.
CHOSEN = {
    "/documents/*": ("/claims?q=clinic&outlet=Halcyon%20News%20Agency", "/documents/*"),
    "/claims/*:c": ("/claims?q=artillery&attitude=denial", "/claims/*:c"),
    "/events/*:v": ("/events?q=shelled+market", "/events/*:v"),
    "/speakers": ("/speakers?q=Voll",),
    "/speakers/*": ("/speakers/Petra%20Voll",),
    "/compare": ("/compare?a=Halcyon%20News%20Agency&b=The%20Brell%20Courier",),
    "/entities/*": ("/claims?q=Kell", "/claims/*:c", "/entities/*"),
}


# Seen on a phone, and in the dark.
SMALL = ("/", "/claims?", "/documents/*", "/stories/*:v", "/network")
DARK = ("/", "/documents/*", "/stories/*:v", "/timeline")
PERSON, USER, PASSWORD = "Nia Orr", "nia.orr", "four words and a half"
# Of an address with a question only these are another page to look at.
ASKED = ("/claims?", "/events?")


def main(folder: Path = FOLDER) -> None:
    """Builds the demo, serves it, and photographs it."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["SAYSO_USER"] = PERSON  # who signs, where nobody need log in
    with tempfile.TemporaryDirectory() as kept, browser() as opened:
        ledger = Path(kept) / "demo.ledger"
        with Ledger(ledger, create=True) as new:
            build(new)
            _decide(new)
        with served(ledger) as base:
            page = _page(opened, SIZE, "light")
            paths = [found.path for found in crawl(page, base) if found.is_page and _is_shown(found.path)]
            for path in paths:
                _photograph(page, base, path, folder)
            others = {"phone": _page(opened, PHONE, "light"), "dark": _page(opened, SIZE, "dark")}
            for name, kinds in (("phone", SMALL), ("dark", DARK)):
                for path in (each for each in paths if kind_of(each) in kinds):
                    _photograph(others[name], base, path, folder, also=name)
        with Ledger(ledger, write=True) as shared:
            add_user(shared, USER, role="admin", password=PASSWORD)
        with served(ledger) as base:
            page = _page(opened, SIZE, "light")
            _photograph(page, base, "/login", folder)
            page.get_by_label("Name").fill(USER)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Log in").click()
            _photograph(page, base, "/account", folder)


def _is_shown(path: str) -> bool:
    return "?" not in path or kind_of(path) in ASKED


def _decide(ledger: Ledger) -> None:
    """What pages of decisions and watched searches show."""
    speaker = speaker_names(ledger, part="Voll", limit=1).rows[0].name
    decide(ledger, [rating(ledger, speaker, "C")], by=PERSON, at=AT)
    outlets = [one.name for one in outlet_names(ledger, limit=2).rows]
    decide(ledger, [assigning(ledger, each, "Invented Press Group") for each in outlets], by=PERSON, at=AT)
    save(ledger, "The ferry", owner="", kind="claims", query="q=ferry")


def _page(opened: Browser, size: ViewportSize, scheme: Literal["light", "dark"]) -> Page:
    return opened.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce", locale="en-GB")


def name_of(path: str) -> str:
    """`/documents/2cd3` is `document.png`, `/events?standing=denied` is `events-asked.png`."""
    kind = kind_of(path)
    known = {
        "/": "home",
        "/claims/*:c": "claim",
        "/events/*:v": "event",
        "/documents/*": "document",
        "/documents/*/original": "original",
        "/documents/*/origin": "origin",
        "/entities/*": "entity",
        "/stories/*:v": "story",
        "/speakers/*": "speaker",
        "/outlets/*": "outlet",
        "/places/*": "place",
    }
    words = known.get(kind) or re.sub(r"[^a-z]+", "-", kind.replace("?", "-asked")).strip("-")
    return f"{words}.png"


def _photograph(page: Page, base: str, path: str, folder: Path, *, also: str = "") -> None:
    page.goto(base + path)
    if kind_of(path) in CHOSEN:
        first, *kinds = CHOSEN[kind_of(path)]
        page.goto(base + first)
        for kind in kinds:
            page.goto(_link(page, kind))
    name = name_of(path)
    file = folder / (name.replace(".png", f"-{also}.png") if also else name)
    size = len(page.screenshot(path=file))
    print(f"{file.name}: {page.url.removeprefix(base)}, {size:,} bytes", file=sys.stderr)
    if size > MOST_BYTES:
        raise SystemExit(f"{file} has {size:,} bytes; at most {MOST_BYTES:,} should lie in docs/")


def _link(page: Page, kind: str) -> str:
    """The first address of a kind to which the content of a page links, without a place in it."""
    addresses: list[str] = page.eval_on_selector_all("main a[href]", "all => all.map(each => each.href)")
    return next(address for address in addresses if kind_of(address) == kind).partition("#")[0]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
