"""The compiled tables: JSON files beside this module, read when first needed and kept."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str, *, room: str = "sayso.lexicon") -> Any:
    """The table `data/NAME.json` of a room; FileNotFoundError names the generator where it is missing."""
    path = files(room) / "data" / f"{name}.json"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise FileNotFoundError(f"no compiled table {name!r}: run python resources/compile.py") from None
    return json.loads(text)
