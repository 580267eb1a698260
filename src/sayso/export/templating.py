"""Templates of HTML: everything is escaped, and a name that nobody gave is an error, not a blank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment as Environment


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
    """The page without halves of surrogate pairs, which UTF-8 cannot hold and broken metadata may."""
    return shown.encode("utf-8", "replace").decode("utf-8")
