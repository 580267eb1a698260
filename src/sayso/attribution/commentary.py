"""Passages in which the author speaks: their say-so, whatever they hold."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sayso.attribution.linking import Link
from sayso.schema.analysis import Analysis
from sayso.schema.document import Document

# "Editor's note:", "Analysis by Jane Doe —", "Author's comment:" before the commentary itself.
_LABEL = re.compile(r"\s*(?P<label>[^\n:.!?]{3,60}?)\s*(?::|\n|—|–)")


def commentary_links(document: Document, analysis: Analysis) -> Iterator[Link]:
    """One link per passage of commentary, without a cue: its label or the byline is the source."""
    starts, ends = analysis.starts.tolist(), analysis.ends.tolist()

    def words(start: int, end: int) -> tuple[int, int]:
        return bisect_left(starts, start), bisect_right(ends, end)

    byline = next((words(p.start, p.end) for p in document.passages if p.kind == "byline"), None)
    for passage in document.passages:
        if passage.kind != "commentary":
            continue
        first, last = words(passage.start, passage.end)
        label = _LABEL.match(document.text, passage.start, passage.end)
        source = words(*label.span("label")) if label else byline
        begin = bisect_left(starts, label.end()) if label else first
        if begin < last:
            yield Link(None, source if source and source[0] < source[1] else None, ((begin, last),))
