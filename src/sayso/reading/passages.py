"""An article's text cut into passages that tile it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.reading.article import Article
from sayso.reading.bylines import is_credit
from sayso.reading.commentary import (
    is_bare_note,
    is_label,
    is_labelled,
    is_note,
    is_opinion_headline,
)
from sayso.reading.datelines import dateline_end
from sayso.reading.furniture import furniture_kind, is_separator
from sayso.reading.head import Marks, mark_head
from sayso.reading.tails import Cut, tail_cuts
from sayso.reading.transcripts import is_spoken
from sayso.reading.voices import voice_cuts
from sayso.schema.document import Passage, PassageKind
from sayso.text.labels import header_label

_BARE_CORRECTION = re.compile(
    r"\W*(?:corrections?|clarifications?)(?:\s+and\s+clarifications?)?\W*", re.IGNORECASE
)
_LAST_PARAGRAPHS = 8
_FIRST_PARAGRAPHS = 2_000
_LAST_LOOKED_AT = 200
_DATELINE_PARAGRAPHS = 4
_KEPT_APART: frozenset[PassageKind] = frozenset({"caption", "headline"})


def passages(article: Article) -> tuple[Passage, ...]:
    """The passages of an article, in order, without gaps; white space belongs to the one before."""
    texts = [article.text[at.start : at.end].replace("\n", " ") for at in article.paragraphs]
    marks = _marks(article, texts)
    _mark_commentary(texts, marks, whole=article.metadata.opinion)
    cuts = [
        (article.paragraphs[index].start + offset, kind)
        for index, inner in enumerate(_inner_cuts(texts, marks))
        for offset, kind in inner
    ]
    return _tiles(cuts, len(article.text))


def _marks(article: Article, texts: Sequence[str]) -> Marks:
    """What markup, furniture and the head of the article tell about each paragraph."""
    marks: Marks = [
        paragraph.kind or ("headline" if paragraph.heading else _furniture(texts, index))
        for index, paragraph in enumerate(article.paragraphs)
    ]
    for index in range(1, len(texts)):
        if (
            marks[index] is None
            and marks[index - 1] == "correction"
            and _BARE_CORRECTION.fullmatch(texts[index - 1])
        ):
            marks[index] = "correction"
    mark_head(texts, marks, marked=article.marked)
    for index in range(max(len(texts) - _LAST_PARAGRAPHS, 0), len(texts)):
        if marks[index] is None and is_credit(texts[index]):
            marks[index] = "byline"
    return marks


def _furniture(texts: Sequence[str], index: int) -> PassageKind | None:
    """What the words of a paragraph show; in the middle of a dump of many articles nobody looks."""
    looked_at = index < _FIRST_PARAGRAPHS or index >= len(texts) - _LAST_LOOKED_AT
    return furniture_kind(texts[index]) if looked_at else None


def _mark_commentary(texts: Sequence[str], marks: Marks, *, whole: bool) -> None:
    """Marks what its author says in their own person, in place; `whole` for a declared opinion piece."""
    going_on = whole or _declared_opinion(texts, marks)
    whole = going_on
    # a note above the story is one paragraph, one below its beginning may be several
    begun = False
    for index, text in enumerate(texts):
        if marks[index] is not None and not (marks[index] == "headline" and is_label(text)):
            going_on = whole or (going_on and not _ends_comment(text, marks[index]))
        elif is_label(text) or (begun and is_bare_note(text)):
            marks[index], going_on = "commentary", True
        elif going_on or is_note(text) or is_labelled(text) or (index and is_bare_note(texts[index - 1])):
            marks[index] = "commentary"
        begun = begun or marks[index] is None


def _declared_opinion(texts: Sequence[str], marks: Marks) -> bool:
    """A label above the story, or in its headline, makes the whole of it commentary."""
    for text, mark in zip(texts, marks, strict=True):
        if mark is None and not is_note(text):
            return is_label(text) or header_label(text, dateline_end(text) or 0, len(text)) is not None
        if mark == "headline" and (is_label(text) or is_opinion_headline(text)):
            return True
    return False


def _ends_comment(text: str, mark: PassageKind | None) -> bool:
    return mark in ("headline", "correction") or is_separator(text)


def _inner_cuts(texts: Sequence[str], marks: Marks) -> Iterable[list[Cut]]:
    """For each paragraph where its passages begin, counted from its own start."""
    before, unseen, spoken = "", _DATELINE_PARAGRAPHS, is_spoken(texts, marks)
    last = [index for index, mark in enumerate(marks) if mark is None][-3:]
    for index, (text, mark) in enumerate(zip(texts, marks, strict=True)):
        cuts: list[Cut] = [(0, mark or "body")]
        if mark in (None, "commentary") and unseen:
            unseen -= 1
            if end := dateline_end(text):
                cuts, unseen = [(0, "dateline"), (end, mark or "body")], 0
        if mark is None:
            cuts = cuts if spoken else _overlay(cuts, voice_cuts(text, before=before))
            before = text
        if index in last:
            cuts = _overlay(cuts, tail_cuts(text))
        yield cuts


def _overlay(cuts: list[Cut], later: list[Cut]) -> list[Cut]:
    """The cuts with later ones laid over: each holds from its start to the next one's; a dateline stays."""
    if not later:
        return cuts
    dated = cuts[0][1] == "dateline"
    begin = cuts[1][0] if dated else 0
    over = [(max(start, begin), kind) for start, kind in later]
    under = [cut for at, cut in enumerate(cuts) if cut[0] < over[0][0] or (dated and not at)]
    return _distinct([*under, *over])


def _distinct(cuts: Sequence[Cut]) -> list[Cut]:
    """Of cuts that start at one place only the last; the others hold nothing."""
    return [cut for cut, after in pairwise((*cuts, None)) if cut and (after is None or after[0] != cut[0])]


def _tiles(cuts: Sequence[Cut], length: int) -> tuple[Passage, ...]:
    """Passages that start at the cuts; neighbours of one kind are one passage."""
    kept: list[Cut] = []
    for start, kind in cuts:
        if start < length and not (kept and kept[-1][1] == kind and kind not in _KEPT_APART):
            kept.append((start, kind))
    bounds = [0, *(start for start, _ in kept[1:]), length]
    return tuple(
        Passage(kind, start, end) for (_, kind), (start, end) in zip(kept, pairwise(bounds), strict=True)
    )
