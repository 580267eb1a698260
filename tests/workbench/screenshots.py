"""Pictures of the demo's pages for docs/: `python -m tests.workbench.screenshots`.

Each page that links lead to is photographed once, named after its path; the same ledger gives the same
pictures. Look at them before they are committed.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from sayso.demo.building import build
from sayso.ledger.ledger import Ledger
from tests.workbench.browsing import browser, crawl, kind_of, served

FOLDER = Path(__file__).parents[2] / "docs" / "images"
SIZE: ViewportSize = {"width": 1000, "height": 640}
MOST_BYTES = 150_000
# Where a page that shows its kind well is found: an address, then the first link of each kind.
CHOSEN = {
    "/documents/*": ("/claims?q=clinic&outlet=Halcyon%20News%20Agency", "/documents/*"),
    "/claims/*:c": ("/claims?q=artillery&attitude=denial", "/claims/*:c"),
    "/events/*:v": ("/events?q=shelled+market", "/events/*:v"),
    "/entities/*": ("/claims?q=Kell", "/claims/*:c", "/entities/*"),
}


def main(folder: Path = FOLDER) -> None:
    """Builds the demo, serves it, and photographs it."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        ledger = Path(kept) / "demo.ledger"
        with Ledger(ledger, create=True) as new:
            build(new)
        with served(ledger) as base, browser() as opened:
            page = opened.new_page(
                viewport=SIZE, color_scheme="light", reduced_motion="reduce", locale="en-GB"
            )
            for path in [found.path for found in crawl(page, base) if found.is_page]:
                _photograph(page, base, path, folder)


def name_of(path: str) -> str:
    """`/documents/2cd3` is `document.png`, `/events?standing=denied` is `events-asked.png`."""
    kind = kind_of(path)
    known = {"/": "home", "/claims/*:c": "claim", "/events/*:v": "event", "/documents/*": "document"}
    words = known.get(kind) or re.sub(r"[^a-z]+", "-", kind.replace("?", "-asked")).strip("-")
    return f"{words}.png"


def _photograph(page: Page, base: str, path: str, folder: Path) -> None:
    page.goto(base + path)
    if kind_of(path) in CHOSEN:
        first, *kinds = CHOSEN[kind_of(path)]
        page.goto(base + first)
        for kind in kinds:
            page.goto(_link(page, kind))
    file = folder / name_of(path)
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
