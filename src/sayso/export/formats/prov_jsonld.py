"""W3C PROV-O as JSON-LD 1.1: one graph, a node to a line, with a context that no server has to be asked for.

Written without a library: it is plain JSON, and a store of triples would hold the whole ledger in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.provenance import nodes
from sayso.export.triples import PREFIXES, Node, Ref, Typed, Value


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The graph, a node to a line."""
    yield (_line({"@context": dict(PREFIXES)})[:-1] + ',"@graph":[').encode()
    before = "\n"
    for node in nodes(documents):
        yield (before + _line(_object(node))).encode()
        before = ",\n"
    yield b"\n]}\n"


def _line(value: Any) -> str:
    return clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _object(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": node.iri, "@type": list(node.types)}
    for predicate, value in node.says:
        found.setdefault(predicate, []).append(_value(value))
    return found


def _value(value: Value) -> Any:
    if isinstance(value, Ref):
        return {"@id": value.iri}
    if isinstance(value, Typed):
        return {"@value": value.value, "@type": value.type}
    return value
