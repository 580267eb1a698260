"""A reading made by hand, for whatever shows or stores readings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sayso.schema.attribution import Attribution, Source
from sayso.schema.claim import Claim
from sayso.schema.document import Document, Passage, document_id
from sayso.schema.entity import Entity
from sayso.schema.profile import Flag, Profile
from sayso.schema.reading import Reading
from sayso.schema.span import Span

TEXT = """Karvia accuses Ostrand of shelling convoy

TELMARA, 14 March 2025 — The minister, Ilena Brask, said drivers had told her that “the first shells came\
 from the east”.
"They aimed at lorries," she said, "in daylight."
Ostrand denies the accusation. The shelling reportedly <b>stopped</b> & began again.
"""
BRASK: dict[str, Any] = {
    "identity": "named_person",
    "naming": "named",
    "affiliation": "government",
    "role": "decision_maker",
    "country": "KAR",
}
DRIVERS: dict[str, Any] = {
    "identity": "unnamed_group",
    "naming": "collective",
    "affiliation": "witness",
    "role": "eyewitness",
}
OSTRAND: dict[str, Any] = {"identity": "named_group", "naming": "named", "affiliation": "government"}
NOBODY: dict[str, Any] = {"identity": "none_given", "naming": "implicit", "affiliation": "unknown"}


def span(words: str, *, after: str = "") -> Span:
    """The first place of these words in TEXT after the words `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return Span.cut(TEXT, start, start + len(words))


def source(words: str | None, *, after: str = "", resolved: Span | None = None, **kinds: Any) -> Source:
    at = span(words, after=after) if words else None
    fields: dict[str, Any] = {"entity": None, "role": None, "country": None} | kinds
    start, end, text = (at.start, at.end, at.text) if at else (None, None, None)
    return Source(start=start, end=end, text=text, resolved=resolved, **fields)


def attributions() -> tuple[Attribution, ...]:
    east = span("“the first shells came from the east”")
    return (
        Attribution(
            id="a1",
            source=source("The minister, Ilena Brask", **BRASK),
            cue=span("said"),
            content=(span("drivers had told her that “the first shells came from the east”"),),
            form="mixed",
            attitude="assertion",
            channel="unknown",
            parent=None,
        ),
        Attribution(
            id="a2",
            source=source("drivers", **DRIVERS),
            cue=span("had told her"),
            content=(east,),
            form="direct",
            attitude="assertion",
            channel="interview",
            parent="a1",
        ),
        Attribution(
            id="a3",
            source=source("she", after="lorries,", resolved=span("Ilena Brask"), **BRASK),
            cue=span("said", after="lorries,"),
            content=(span('"They aimed at lorries,"'), span('"in daylight."')),
            form="direct",
            attitude="assertion",
            channel="statement",
            parent=None,
        ),
        Attribution(
            id="a4",
            source=source("Ostrand", after="daylight", **OSTRAND),
            cue=span("denies"),
            content=(span("the accusation"),),
            form="indirect",
            attitude="denial",
            channel="unknown",
            parent=None,
        ),
        Attribution(
            id="a5",
            source=source(None, **NOBODY),
            cue=span("reportedly"),
            content=(span("The shelling"), span("<b>stopped</b> & began again")),
            form="indirect",
            attitude="belief",
            channel="unknown",
            parent=None,
        ),
    )


def claims(said: tuple[Attribution, ...]) -> tuple[Claim, ...]:
    return tuple(
        Claim(f"c{n}", one.id, one.source, one.attitude, one.content, (one.parent,) if one.parent else ())
        for n, one in enumerate((one for one in said if one.attitude in ("assertion", "denial")), 1)
    )


def profile(said: tuple[Attribution, ...]) -> Profile:
    return Profile(
        attributions=len(said),
        identity=dict(Counter(one.source.identity for one in said)),
        naming=dict(Counter(one.source.naming for one in said)),
        affiliation=dict(Counter(one.source.affiliation for one in said)),
        form=dict(Counter(one.form for one in said)),
        attributed_share=0.62,
        events={},
        flags=(Flag("plural_without_names", (span("drivers"),)),),
    )


def document() -> Document:
    headline = TEXT.index("TELMARA")
    dateline = TEXT.index("The minister")
    return Document(
        id=document_id(TEXT),
        title="Karvia accuses Ostrand of shelling convoy",
        outlet="The Telmara Courier",
        url=None,
        authors=(),
        published="2025-03-14",
        language="en",
        text=TEXT,
        wire=None,
        passages=(
            Passage("headline", 0, headline),
            Passage("dateline", headline, dateline),
            Passage("body", dateline, len(TEXT)),
        ),
    )


@pytest.fixture
def reading() -> Reading:
    """Five attributions: one inside another, an interrupted quotation, a denial, a sourceless hedge."""
    said = attributions()
    entities = (Entity("e1", "person", "Ilena Brask", (span("Ilena Brask"),)),)
    return Reading("0.1.0", "made-by-hand", document(), entities, said, (), claims(said), profile(said))


@pytest.fixture
def example() -> Path:
    """The article that README reads."""
    return Path(__file__).parent.parent / "examples" / "border-convoy.txt"
