"""A report as one HTML file: no script, nothing from elsewhere, the same bytes for the same ledger."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from sayso.reporting.gathering import Report
from sayso.workbench.drawing import map as maps
from sayso.workbench.drawing import network as networks
from sayso.workbench.drawing import timeline as timelines
from sayso.workbench.pictures import LIKE, WORDS
from sayso.workbench.rendering import render_of

PACKAGE = "sayso.reporting"
_PATH = re.compile(r'\sd="([^"<>]+)"')
_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)


def to_html(report: Report) -> str:
    """The whole document."""
    sheet = _sheet()
    return render_of(
        PACKAGE,
        "report.html",
        report=report,
        wanted=report.wanted,
        sheet=sheet,
        # the browser applies this style sheet and no other, whatever a text might smuggle in
        trusted=b64encode(sha256(sheet.encode()).digest()).decode(),
        land=_land(),
        told_words=WORDS,
        like=LIKE,
        wide={"timeline": timelines.WIDTH, "network": networks.WIDTH, "map": maps.WIDTH},
    )


@cache
def _sheet() -> str:
    """The style of the workbench, and what a report has besides."""
    parts = (
        files("sayso.workbench") / "static" / "workbench.css",
        files(PACKAGE) / "templates" / "report.css",
    )
    return "\n" + "".join(_COMMENT.sub("", part.read_text("utf-8")) for part in parts)


@cache
def _land() -> str:
    """The outlines of the land as a path, tenths of degrees."""
    drawn = (files("sayso.workbench") / "static" / "land.svg").read_text("utf-8")
    found = _PATH.search(drawn)
    if found is None:
        raise ValueError("land.svg has no path; the map of the workbench was made another way")
    return found[1]
