"""The compiled tables of the room: JSON files beside this module, read when first needed and kept."""

from __future__ import annotations

from functools import cache
from typing import Any

from sayso.lexicon.table import table as lexicon_table


def table(name: str) -> Any:
    """The table `data/NAME.json` of this room, read when first needed and kept."""
    return lexicon_table(name, room="sayso.resolution")


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of words, as keys: `sponsor`, `former`, `quantity` …"""
    return frozenset(table("actor_words")[name])


def word_map(name: str) -> dict[str, str]:
    """The sectors that words before a noun give, by key: `weak`, `second`."""
    words: dict[str, str] = table("actor_words")[name]
    return words
