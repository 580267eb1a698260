"""W3C PROV-O as Turtle 1.1: the same triples as `prov_jsonld`, a block to each node.

Written without a library: a store of triples would hold the whole ledger in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sayso.export.exported import Exported
from sayso.export.json import clean
from sayso.export.provenance import nodes
from sayso.export.triples import PREFIXES, Node, Ref, Typed, Value


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The prefixes, then a block to each node."""
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()).encode()
    for node in nodes(documents):
        yield clean(f"\n{_block(node)} .\n").encode()


def _block(node: Node) -> str:
    lines = [f"a {', '.join(node.types)}", *(f"{name} {_value(value)}" for name, value in node.says)]
    return f"<{node.iri}>\n    " + " ;\n    ".join(lines)


def _value(value: Value) -> str:
    if isinstance(value, Ref):
        return f"<{value.iri}>"
    if isinstance(value, Typed):
        return f"{_quoted(value.value)}^^{value.type}"
    return str(value) if isinstance(value, int) else _quoted(value)


def _quoted(told: str) -> str:
    """What JSON escapes in a string, and how, Turtle reads the same way."""
    return json.dumps(told, ensure_ascii=False)
