"""A report as a PDF, printed by a browser that runs without a window."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

NAMED = "SAYSO_CHROMIUM"  # environment variable: the program to take
_PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_FLAGS = (
    "--headless",
    "--no-sandbox",  # containers allow none; the page has no script and its policy lets it load nothing
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no host has an address, whatever a page asks for
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
_SECONDS = 300
_DATE = re.compile(rb"/(?:CreationDate|ModDate) ?\(D:[^()]{4,30}\)")


class NoBrowserError(Exception):
    """There is no browser, or it made no PDF; the message says what to do."""


def browser() -> str:
    """Where a browser of the Chromium kind is.

    Raises:
        NoBrowserError: none is known.
    """
    named = os.environ.get(NAMED)
    found = next(filter(None, map(shutil.which, (named,) if named else _PROGRAMS)), None)
    if found is None:
        told = (
            f"{NAMED} names {named!r:.80}, which is no program" if named else "no Chromium or Chrome is found"
        )
        raise NoBrowserError(
            f"{told}, and a PDF is printed by one; install one (Debian: apt-get install chromium), name it in"
            f" {NAMED}, or write report.html and print that"
        )
    return found


def to_pdf(html: str) -> bytes:
    """The PDF of an HTML document, without the time at which it was printed.

    Raises:
        NoBrowserError: there is no browser, or it failed.
    """
    program = browser()
    with TemporaryDirectory(prefix="sayso-report-", ignore_cleanup_errors=True) as kept:
        page, out = Path(kept) / "report.html", Path(kept) / "report.pdf"
        page.write_text(html, "utf-8")
        flags = (*_FLAGS, f"--user-data-dir={kept}/profile", f"--print-to-pdf={out}", page.as_uri())
        _run([program, *flags], kept)
        if not out.is_file():
            raise NoBrowserError(f"{program} printed nothing; write report.html and print that")
        return timeless(out.read_bytes())


def timeless(pdf: bytes) -> bytes:
    """The same without the time at which it was made; blanks take its place, so that offsets stay right."""
    return _DATE.sub(lambda found: b" " * len(found[0]), pdf)


def _run(command: list[str], home: str) -> None:
    # what a browser leaves in the home folder goes with the temporary one
    settings = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, env=settings, check=False)
    except subprocess.TimeoutExpired:
        raise NoBrowserError(
            f"{command[0]} did not print the report within {_SECONDS} seconds; ask for less with --limit"
        ) from None
    except OSError as error:
        raise NoBrowserError(
            f"{command[0]} cannot be run ({error.strerror}); name another in {NAMED}"
        ) from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = f": {lines[-1]:.200}" if lines else ""
        raise NoBrowserError(f"{command[0]} ended with status {done.returncode}{why}")
