"""A document with its marks as a UIMA CAS in JSON 0.4, offsets in units of UTF-16."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from sayso.export.uima.layers import LAYERS, RECORD
from sayso.export.uima.marks import Mark
from sayso.export.uima.types import json_types
from sayso.text.utf16 import Utf16

_VIEW, _SOFA = "_InitialView", 1


def cas_of(text: str, marks: Sequence[Mark], *, language: str | None) -> dict[str, Any]:
    """The CAS as plain JSON values."""
    numbers = count(_SOFA + 1)
    # a document annotation holds the language
    whole = next(numbers)
    ids = {mark.record: next(numbers) for mark in marks}
    units = Utf16(text)
    structures: list[dict[str, Any]] = [
        {
            "%ID": _SOFA,
            "%TYPE": "uima.cas.Sofa",
            "sofaNum": 1,
            "sofaID": _VIEW,
            "mimeType": "text",
            "sofaString": text,
        },
        {
            "%ID": whole,
            "%TYPE": "uima.tcas.DocumentAnnotation",
            "@sofa": _SOFA,
            "begin": 0,
            "end": units.units(len(text)),
            "language": language or "x-unspecified",
        },
    ]
    for mark in marks:
        structures += _structures(mark, ids, numbers, units)
    return {
        "%TYPES": json_types(),
        "%FEATURE_STRUCTURES": structures,
        "%VIEWS": {_VIEW: {"%SOFA": _SOFA, "%MEMBERS": [whole, *ids.values()]}},
    }


def _structures(mark: Mark, ids: dict[str, int], numbers: count[int], units: Utf16) -> list[dict[str, Any]]:
    """The annotation, and behind it the links that it has."""
    layer = LAYERS[mark.layer]
    annotation: dict[str, Any] = {
        "%ID": ids[mark.record],
        "%TYPE": layer.type,
        "@sofa": _SOFA,
        "begin": units.units(mark.start),
        "end": units.units(mark.end),
        RECORD: mark.record,
        **mark.values,
    }
    behind: list[dict[str, Any]] = []
    for name, targets in mark.links.items():
        links = [
            {"%ID": next(numbers), "%TYPE": layer.link(name), "role": name, "@target": ids[target]}
            for target in targets
        ]
        whole = next(numbers)
        elements = [link["%ID"] for link in links]
        behind += [*links, {"%ID": whole, "%TYPE": f"{layer.link(name)}[]", "%ELEMENTS": elements}]
        annotation[f"@{name}"] = whole
    return [annotation, *behind]
