"""A template and what it is filled with to a page."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sayso.export import eventwords, page, words
from sayso.export.templating import environment, storable
from sayso.export.when import published, when
from sayso.workbench import across, addresses, days, excerpt, marking, rated
from sayso.workbench.navigation import NAVIGATION

if TYPE_CHECKING:
    from sayso.export.templating import Environment

PACKAGE = "sayso.workbench"


def render(template: str, **shown: Any) -> str:
    """A whole HTML document.

    Args:
        template: its name in `templates/`; it extends `base.html`.
        shown: `here` (the path of the page), `ledger` (a name for people), and what the template needs.
    """
    return storable(_environment().get_template(template).render(**shown))


def render_of(package: str, template: str, **shown: Any) -> str:
    """The same of a template in another package's `templates/`, which may import those of the workbench."""
    return storable(_environment(package).get_template(template).render(**shown))


def static(name: str) -> str:
    """The address of a file in `static/`; another one when its bytes change, so that it may be kept."""
    return f"/static/{name}?v={_digest(name)}"


def counted(number: int, one: str, many: str = "") -> str:
    """As in “1 claim”, “1,234 claims”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@cache
def _digest(name: str) -> str:
    folder = files("sayso.export") / "templates" if name == "page.css" else files(PACKAGE) / "static"
    return sha256((folder / name).read_bytes()).hexdigest()[:12]


@cache
def _environment(*packages: str) -> Environment:
    found = environment([*packages, PACKAGE, "sayso.export"])
    found.filters |= {
        **page.FILTERS,
        "counted": counted,
        "pieces": marking.pieces,
        "cut": marking.cut,
        "day": days.told,
        "brief": days.brief,
        "outside": addresses.outside,
        "when": when,
        "published": published,
        "rated": rated.told,
        "bounds": across.bounds,
        "excerpt": excerpt.excerpt,
    }
    found.globals |= {
        "static": static,
        "to_document": addresses.document,
        "to_record": addresses.record,
        "to_entity": addresses.entity,
        "to_story": addresses.story,
        "to_origin": addresses.origin,
        "to_original": addresses.original,
        "to_speaker": addresses.speaker,
        "to_outlet": addresses.outlet,
        "to_place": addresses.place,
        "to_comparison": addresses.compare,
        "across": across,
        "words": words,
        "eventwords": eventwords,
        "navigation": NAVIGATION,
        "account": addresses.ACCOUNT,
    }
    return found
