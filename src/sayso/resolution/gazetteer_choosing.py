"""Which gazetteer is used: one that is named, or SAYSO_GAZETTEER, or the one that sayso carries."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from pathlib import Path

from sayso.resolution.gazetteer import Gazetteer

VARIABLE = "SAYSO_GAZETTEER"


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer; opened once per file and kept.

    Args:
        path: a file made by `sayso gazetteer build`, or None for SAYSO_GAZETTEER or the
            one that sayso carries.

    Raises:
        GazetteerError: the file cannot be read, or is no gazetteer.
    """
    named = os.environ.get(VARIABLE)
    return _opened(path or (Path(named) if named else carried()))


def carried() -> Path:
    """The compact gazetteer in the package."""
    return Path(str(files("sayso.resolution") / "data" / "places.bin"))


@cache
def _opened(path: Path) -> Gazetteer:
    return Gazetteer(path)
