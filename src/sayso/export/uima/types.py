"""The layers as types of UIMA: for a CAS in JSON, and as the XML that INCEpTION makes layers from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from sayso.export.uima.layers import LAYERS, Layer

_ANNOTATION, _TOP, _STRING = "uima.tcas.Annotation", "uima.cas.TOP", "uima.cas.String"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <name>sayso</name>
  <description>Who says what, on whose say-so. An allegation is no fact: read the standing.</description>
  <types>
"""
_TAIL = "  </types>\n</typeSystemDescription>\n"


def json_types() -> dict[str, Any]:
    """The types as `%TYPES` of a CAS in JSON has them."""
    types: dict[str, Any] = {}
    for layer in LAYERS.values():
        for name, target in layer.links.items():
            link = layer.link(name)
            role, points = _json_feature("role", _STRING, ""), _json_feature("target", _type(target), "")
            types[link] = _json_type(link, _TOP, "") | {"role": role, "target": points}
        types[layer.type] = _json_type(layer.type, _ANNOTATION, layer.says)
        for name, says in layer.features.items():
            types[layer.type][name] = _json_feature(name, _STRING, says)
        for name in layer.links:
            types[layer.type][name] = _json_feature(name, f"{layer.link(name)}[]", "")
    return types


def xml_types() -> str:
    """The types as a UIMA type system description."""
    return _HEAD + "".join(line for layer in LAYERS.values() for line in _xml(layer)) + _TAIL


def _xml(layer: Layer) -> Iterator[str]:
    for name, target in layer.links.items():
        features = _xml_feature("role", _STRING, "") + _xml_feature("target", _type(target), "")
        yield _xml_type(layer.link(name), _TOP, "", features)
    features = "".join(_xml_feature(name, _STRING, says) for name, says in layer.features.items())
    features += "".join(_xml_feature(name, "uima.cas.FSArray", "", layer.link(name)) for name in layer.links)
    yield _xml_type(layer.type, _ANNOTATION, layer.says, features)


def _type(layer: str) -> str:
    return LAYERS[layer].type


def _json_type(name: str, above: str, says: str) -> dict[str, Any]:
    described = {"%DESCRIPTION": says} if says else {}
    return {"%NAME": name, "%SUPER_TYPE": above, **described}


def _json_feature(name: str, range: str, says: str) -> dict[str, str]:
    described = {"%DESCRIPTION": says} if says else {}
    return {"%NAME": name, "%RANGE": range, **described}


def _xml_type(name: str, above: str, says: str, features: str) -> str:
    return (
        f"    <typeDescription>\n      <name>{name}</name>\n"
        f"      <description>{escape(says)}</description>\n"
        f"      <supertypeName>{above}</supertypeName>\n"
        f"      <features>\n{features}      </features>\n    </typeDescription>\n"
    )


def _xml_feature(name: str, range: str, says: str, element: str = "") -> str:
    holds = f"          <elementType>{element}</elementType>\n" if element else ""
    return (
        f"        <featureDescription>\n          <name>{name}</name>\n"
        f"          <description>{escape(says)}</description>\n"
        f"          <rangeTypeName>{range}</rangeTypeName>\n{holds}        </featureDescription>\n"
    )
