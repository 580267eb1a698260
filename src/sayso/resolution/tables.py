"""The compiled tables of the room: JSON files beside this module, read when first needed and kept."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Any:
    """The table `data/NAME.json`; raises FileNotFoundError naming the generator where it is missing."""
    path = files("sayso.resolution") / "data" / f"{name}.json"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise FileNotFoundError(f"no compiled table {name!r}: run python resources/compile.py") from None
    return json.loads(text)


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of words, as keys: `sponsor`, `former`, `quantity` …"""
    return frozenset(table("actor_words")[name])


def word_map(name: str) -> dict[str, str]:
    """The sectors that words before a noun give, by key: `weak`, `second`."""
    words: dict[str, str] = table("actor_words")[name]
    return words
