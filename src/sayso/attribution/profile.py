"""How a document is sourced: counts, and flags with the words that raise them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.attribution.flags import flags
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document
from sayso.schema.event import Event
from sayso.schema.profile import Profile


def profile(
    document: Document, attributions: Sequence[Attribution], events: Sequence[Event], starts: Sequence[int]
) -> Profile:
    """The sourcing of one document; `starts` holds the first character of every word of the text."""
    return Profile(
        attributions=len(attributions),
        identity=_count(a.source.identity for a in attributions),
        naming=_count(a.source.naming for a in attributions),
        affiliation=_count(a.source.affiliation for a in attributions),
        form=_count(a.form for a in attributions),
        attributed_share=_attributed_share(document, attributions, starts),
        events=_count(e.standing for e in events),
        flags=flags(document.text, attributions),
    )


def _count(values: Iterator[str]) -> dict[str, int]:
    """Most frequent first, then by name."""
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _attributed_share(
    document: Document, attributions: Sequence[Attribution], starts: Sequence[int]
) -> float:
    inside = bytearray(len(document.text))
    for attribution in attributions:
        for span in attribution.content:
            inside[span.start : span.end] = b"\1" * (span.end - span.start)
    body = bytearray(len(document.text))
    for passage in document.passages:
        if passage.kind in ("body", "commentary"):
            body[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    counted = [start for start in starts if body[start]]
    return round(sum(inside[start] for start in counted) / len(counted), 4) if counted else 0.0
