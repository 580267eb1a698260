"""A reading of a longer text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from sayso.schema.document import document_id
from sayso.schema.reading import Reading


def moved(reading: Reading, before: str) -> Reading:
    """The same records of the same text with other words before it."""
    text = before + reading.document.text
    document = _moved(reading.document, len(before))
    first, *others = document.passages
    document = replace(document, id=document_id(text), text=text, passages=(replace(first, start=0), *others))
    whole: Reading = _moved(reading, len(before))
    return replace(whole, document=document)


def _moved(value: Any, by: int) -> Any:
    if isinstance(value, tuple):
        return tuple(_moved(one, by) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    old = {field.name: getattr(value, field.name) for field in fields(value)}
    new = {name: _moved(one, by) for name, one in old.items()}
    for name in ("start", "end"):
        if isinstance(old.get(name), int):
            new[name] = old[name] + by
    return replace(value, **new)
