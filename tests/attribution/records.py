"""Attributions made by hand from the words of a text."""

from __future__ import annotations

from typing import Any

from sayso.schema.attribution import Attribution, Source
from sayso.schema.document import Document
from sayso.schema.span import Span

KINDS: dict[str, Any] = {
    "identity": "named_person",
    "naming": "named",
    "affiliation": "unknown",
    "role": None,
    "country": None,
    "entity": None,
    "resolved": None,
}


def span(text: str, words: str) -> Span:
    """The first place of these words in the text."""
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


def said(
    text: str,
    source: str | None,
    cue: str | None,
    content: str,
    *,
    id: str = "a1",
    attitude: Any = "assertion",
    parent: str | None = None,
    **kinds: Any,
) -> Attribution:
    """One attribution; each part is the first place of its words in the text."""
    at = span(text, source) if source else None
    start, end, words = (at.start, at.end, at.text) if at else (None, None, None)
    return Attribution(
        id=id,
        source=Source(start, end, words, **(KINDS | kinds)),
        cue=span(text, cue) if cue else None,
        content=(span(text, content),),
        form="indirect",
        attitude=attitude,
        channel="unknown",
        parent=parent,
    )


def document(text: str) -> Document:
    """A text of nobody, without passages."""
    return Document(
        id="d", title=None, outlet=None, url=None, authors=(), published=None, language="en", text=text,
        wire=None, passages=(),
    )  # fmt: skip
