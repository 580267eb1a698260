"""The compiled tables: JSON files beside this module, read when first needed and kept."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str, *, room: str = "sayso.lexicon") -> Any:
    """The table `data/NAME.json` of a room, or the same packed as `.json.gz`; FileNotFoundError names the
    generator where it is missing.
    """
    folder = files(room) / "data"
    try:
        packed = folder / f"{name}.json.gz"
        if packed.is_file():
            return json.loads(gzip.decompress(packed.read_bytes()))
        return json.loads((folder / f"{name}.json").read_bytes())
    except FileNotFoundError:
        raise FileNotFoundError(f"no compiled table {name!r}: run python resources/compile.py") from None
