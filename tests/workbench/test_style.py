"""The style sheet: readable in light and dark, and of one mind with the page of `sayso read --html`."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from sayso.export.eventwords import GLYPH
from sayso.export.words import STANDING
from sayso.schema.event import Standing

STATIC = Path(str(files("sayso.workbench") / "static"))
TEMPLATES = Path(str(files("sayso.workbench") / "templates"))
SHEET = (STATIC / "workbench.css").read_text("utf-8")
ARTICLE = (Path(str(files("sayso.export") / "templates")) / "page.css").read_text("utf-8")
TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b")
LOOKS = ("light", "dark", "print")
INKS = ("ink", "soft", "source", "cue", "own", "others", "disputed", "to-come")
# What is written on what.
WRITTEN = (
    *((ink, ground) for ink in INKS for ground in ("page", "card")),
    *(("ink", ground) for ground in ("found", "source-back", "raised", "alarm-back")),
    ("source", "source-back"),
    ("page", "source"),
    ("soft", "raised"),
)


def tokens(sheet: str) -> dict[str, dict[str, str]]:
    """Colours by name for each look; what dark leaves out is as in light, and who looks at dark pages prints
    them as well.
    """
    light, _, rest = sheet.partition("@media (prefers-color-scheme: dark)")
    dark, _, printed = rest.partition("@media print")
    dark = dark[: dark.index("}\n}")]
    first = dict(TOKEN.findall(light))
    return {
        "light": first,
        "dark": first | dict(TOKEN.findall(dark)),
        "print": first | dict(TOKEN.findall(dark)) | dict(TOKEN.findall(printed)),
    }


def luminance(colour: str) -> float:
    """WCAG 2's relative luminance, 0-1."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("ink", "ground"), WRITTEN)
def test_whatever_is_written_can_be_read(look: str, ink: str, ground: str) -> None:
    colours = tokens(SHEET)[look]
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (colours[ink], colours[ground])


@pytest.mark.parametrize("look", ["light", "dark"])
def test_an_article_has_the_colours_of_the_pages_around_it(look: str) -> None:
    mine, theirs = tokens(SHEET)[look], tokens(ARTICLE)[look]
    shared = mine.keys() & theirs.keys()
    assert {"page", "ink", "source", "others", "disputed"} <= shared
    assert {name: mine[name] for name in shared} == {name: theirs[name] for name in shared}


def test_every_standing_has_a_colour_a_word_and_a_sign_of_its_own() -> None:
    for standing in get_args(Standing):
        assert f".is-{standing}" in SHEET
    assert len(set(GLYPH.values())) == len(set(STANDING.values())) == len(get_args(Standing))


def test_nothing_comes_from_elsewhere() -> None:
    for path in (*STATIC.iterdir(), *TEMPLATES.iterdir()):
        told = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|@import|url\(", told), path.name


def test_no_template_has_script_or_style_in_it_or_lets_anything_through_unescaped() -> None:
    for path in TEMPLATES.iterdir():
        told = path.read_text("utf-8")
        assert not re.search(
            r"\bstyle=|\son\w+=|<style|<script(?![^>]*\bsrc=)|\|\s*safe|autoescape|Markup", told
        ), path.name
