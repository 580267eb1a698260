"""GraphML: who does what to whom and who says so, for Gephi, Cytoscape, igraph, networkx.

A graph is written when all of its documents are known, so the network is held in memory: not the texts, but
what each edge rests on.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from networkx.readwrite.graphml import GraphMLWriter

from sayso.export.exported import Exported
from sayso.export.network import network


def write(documents: Iterable[Exported]) -> Iterator[bytes]:
    """The network as networkx writes it."""
    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(network(documents))
    out = io.BytesIO()
    writer.dump(out)
    yield out.getvalue() + b"\n"
