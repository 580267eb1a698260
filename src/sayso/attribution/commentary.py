"""Passages in which the author speaks: their say-so, whatever they hold."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.attribution.kinds import SourceKind
from sayso.attribution.linking import Link, Words
from sayso.schema.analysis import Analysis
from sayso.schema.document import Document, Passage
from sayso.text.labels import opening_label

_BY = re.compile(r"\s*by\s", re.IGNORECASE)
_NO_NAMES = frozenset(("staff", "agencies"))

# An author whom no byline names: a label ("Editor's note") tells the part they play and nothing else.
UNNAMED = SourceKind("unnamed_person", "implicit", "media", None)
NAMED = SourceKind("named_person", "named", "media", None)


def commentary_links(document: Document, analysis: Analysis) -> Iterator[Link]:
    """One link per passage of commentary, without a cue: its label or the byline is the source."""
    starts, ends = analysis.starts.tolist(), analysis.ends.tolist()

    def words(start: int, end: int) -> Words | None:
        first, last = bisect_left(starts, start), bisect_right(ends, end)
        return (first, last) if first < last else None

    byline = _byline(document)
    signed = words(*byline) if byline else None
    for passage in document.passages:
        if passage.kind != "commentary":
            continue
        label = opening_label(document.text, passage.start, passage.end)
        said = words(label.after if label else passage.start, passage.end)
        if said:
            yield Link(None, words(label.start, label.end) if label else signed, (said,))


def author_kind(label_words: Sequence[str], byline: bool) -> SourceKind:
    """What kind of source an author is who speaks in a passage of commentary.

    Args:
        label_words: the words of the source, none where neither label nor byline stands in the text.
        byline: whether they are those of a byline; see `from_byline`.
    """
    lowered = [word.casefold() for word in label_words]
    begin = lowered.index("by") + 1 if "by" in lowered else 0 if byline else len(lowered)
    named = any(word[:1].isupper() for word in label_words[begin:])
    return NAMED if named and _NO_NAMES.isdisjoint(lowered) else UNNAMED


def from_header(document: Document, start: int) -> bool:
    """Whether the character begins the speaker in a header: "[COMMUNIQUE] [NORTHERN FRONT]"."""
    at = bisect_right(document.passages, start, key=lambda passage: passage.start) - 1
    if at < 0 or document.passages[at].kind != "commentary":
        return False
    label = opening_label(document.text, document.passages[at].start, document.passages[at].end)
    return label is not None and label.speaker and label.start == start


def from_byline(document: Document, start: int) -> bool:
    """Whether the character stands in a byline."""
    at = bisect_right(document.passages, start, key=lambda passage: passage.start) - 1
    return at >= 0 and document.passages[at].kind == "byline"


def _byline(document: Document) -> tuple[int, int] | None:
    """The characters that name the author: a known name in a byline, else the first "By ..."."""
    lines = [passage for passage in document.passages if passage.kind == "byline"]
    named = (found for line in lines if (found := _author_in(document, line)))
    by = ((line.start, line.end) for line in lines if _BY.match(document.text, line.start, line.end))
    return next(named, None) or next(by, None)


def _author_in(document: Document, line: Passage) -> tuple[int, int] | None:
    for author in document.authors:
        name = re.compile(re.escape(author), re.IGNORECASE)
        if found := name.search(document.text, line.start, line.end):
            return found.span()
    return None
