"""A reading as the one JSON object of `sayso read --json`."""

from __future__ import annotations

import json
import re
from typing import Any

from sayso.schema.plain import to_plain
from sayso.schema.reading import Reading

KEYS = (
    "sayso",
    "encoder",
    "document",
    "entities",
    "attributions",
    "events",
    "claims",
    "profile",
    "notices",
)
# JSON in UTF-8 cannot hold half of a surrogate pair, which broken metadata may contain.
SURROGATE = re.compile("[\ud800-\udfff]")


def to_object(reading: Reading) -> dict[str, Any]:
    """The object with its keys in a stable order: dicts, lists, strings, numbers, booleans and None."""
    plain = to_plain(reading)
    return {key: plain.get(key, []) for key in KEYS}


def clean(text: str) -> str:
    """The text without halves of surrogate pairs, which UTF-8 cannot hold."""
    return SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def to_json(reading: Reading, *, indent: int | None = None) -> str:
    """The object as text without a final line end."""
    text = json.dumps(to_object(reading), ensure_ascii=False, indent=indent)
    return clean(text)
