"""Templates of HTML: everything is escaped, and a name that nobody gave is an error, not a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment as Environment

# All but the tab and the ends of lines.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def environment(packages: Sequence[str]) -> Environment:
    """The templates of these packages' folders `templates`; the first that has one counts."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def storable(shown: str) -> str:
    """The page without what broken metadata may hold and HTML cannot.

    Halves of surrogate pairs, which UTF-8 has not, become "?"; control characters, of which a terminal would
    obey some, become blanks.
    """
    return _CONTROL.sub(" ", shown).encode("utf-8", "replace").decode("utf-8")
