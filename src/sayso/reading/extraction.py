"""Which text of a page is its article, as trafilatura sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Everything else in trafilatura's output begins a new paragraph.
_INLINE = frozenset({"hi", "ref", "del", "lb", "graphic"})


@dataclass(frozen=True, slots=True)
class Extract:
    """A paragraph of the article.

    Attributes:
        text: its words, white space squeezed.
        heading: it is a heading, of whatever level.
    """

    text: str
    heading: bool


def extracts(page: str) -> list[Extract]:
    """The paragraphs that trafilatura takes for the article; [] where it finds none but headings."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(page, include_comments=False, include_tables=True, with_metadata=False)
        body = getattr(found, "body", None)
        paragraphs = [] if body is None else list(_paragraphs(body))
    except Exception:  # whatever a strange page does to the extractor, the outline still has its text
        return []
    return paragraphs if any(not paragraph.heading for paragraph in paragraphs) else []


def _paragraphs(body: Any) -> Iterator[Extract]:
    """Its text between the tags that begin or end a paragraph."""
    from lxml import etree

    parts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag not in _INLINE:
            if words := " ".join("".join(parts).split()):
                yield Extract(words, heading=event == "end" and element.tag == "head")
            parts.clear()
        elif element.tag == "lb":
            parts.append(" ")
        parts.append((element.text if event == "start" else element.tail) or "")
