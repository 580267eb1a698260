"""GEXF 1.2: the same network as GraphML has, for Gephi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from networkx.readwrite.gexf import GEXFWriter

from sayso.export.exported import Exported
from sayso.export.network import network

_HEAD = b'<?xml version="1.0" encoding="utf-8"?>\n'


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The network as networkx writes it, without the day on which it was written."""
    graph = network(documents)
    for _, _, key, edge in graph.edges(keys=True, data=True):
        edge["id"] = key
    writer = GEXFWriter(graph, encoding="utf-8", prettyprint=True, version="1.2draft")
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    yield _HEAD + str(writer).encode("ascii", "xmlcharrefreplace")
