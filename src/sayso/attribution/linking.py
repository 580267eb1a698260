"""Tie sources and contents to their cues: the outermost attributions as the encoder sees them.

The encoder answers twice: it tags words as source, cue or content, and it points from each word of a
content to its cue and from each word of a cue to its source. Where the tags miss what the pointers
agree on, the pointers count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.schema.analysis import Analysis, Floats, Ints, Links

Words = tuple[int, int]

# A tagged word that points nowhere still belongs somewhere; this keeps the logarithm finite.
_FLOOR = 1e-6
# What the pointers must agree on to overrule the tags, and to stretch over a neighbouring word.
AGREED = 0.5
SHARED = 0.05


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution in words: half-open indices into the analysis.

    Attributes:
        cue: the words that say that it is said; None where only the layout says so.
        source: who says it, or None.
        contents: what is said, in reading order; never empty.
    """

    cue: Words | None
    source: Words | None
    contents: tuple[Words, ...]


def link(analysis: Analysis) -> list[Link]:
    """The outermost attributions, in the order of their cues."""
    contents = _spans(analysis, "content")
    cues = _with_pointed(_spans(analysis, "cue"), contents, analysis.content_cue)
    sources = _with_pointed(_spans(analysis, "source"), cues, analysis.cue_source)
    told: list[list[Words]] = [[] for _ in cues]
    for content, cue in zip(contents, likeliest_cues(analysis.content_cue, contents, cues), strict=True):
        if cue is not None:
            told[cue].append(content)
    speakers = likeliest_sources(analysis.cue_source, cues, sources)
    return [
        Link(cue, source, tuple(joined(found)))
        for cue, source, found in zip(cues, speakers, told, strict=True)
        if found
    ]


def _spans(analysis: Analysis, kind: str) -> list[Words]:
    return [(first, last) for first, last, name in analysis.roles if name == kind]


def _with_pointed(tagged: Sequence[Words], pointing: Sequence[Words], links: Links) -> list[Words]:
    """The tagged spans, and those that others point to although no tag says so."""
    taken = {word for first, last in tagged for word in range(first, last)}
    found = list(tagged)
    into, nothing, starts = _masses(links, pointing, tagged)
    settled = np.nansum(into, axis=1) + nothing > AGREED
    for span, begin in zip(pointing, starts, strict=True):
        if settled[begin : begin + span[1] - span[0]].all():
            continue
        target = links.pointed(np.arange(*span), agreed=AGREED, shared=SHARED)
        if target is not None and taken.isdisjoint(range(*target)):
            taken.update(range(*target))
            found.append(target)
    return sorted(found)


def _masses(links: Links, spans: Sequence[Words], targets: Sequence[Words]) -> tuple[Floats, Floats, Ints]:
    """Where the words of all spans point, word by word, and at which row each span begins."""
    lengths = np.array([last - first for first, last in spans], np.int64)
    words = np.concatenate([np.arange(first, last) for first, last in spans] or [lengths])
    return *links.masses(words, targets), np.cumsum(lengths) - lengths


def likeliest_cues(links: Links, contents: Sequence[Words], cues: Sequence[Words]) -> list[int | None]:
    """For each content the index of the cue that its words agree on, or None where no cue is in sight."""
    if not contents or not cues:
        return [None] * len(contents)
    into, _, starts = _masses(links, contents, cues)
    unseen = np.isnan(into)
    # words that cannot see a cue do not speak for it
    totals = np.add.reduceat(np.log(np.where(unseen, 0.0, into) + _FLOOR), starts, axis=0)
    blind = np.logical_and.reduceat(unseen.all(1), starts)
    return [None if dark else int(best) for dark, best in zip(blind, totals.argmax(1), strict=True)]


def likeliest_sources(links: Links, cues: Sequence[Words], sources: Sequence[Words]) -> list[Words | None]:
    """For each cue the source that its words point to, or None where they point to nothing."""
    if not cues or not sources:
        return [None] * len(cues)
    into, nothing, starts = _masses(links, cues, sources)
    totals = np.add.reduceat(np.where(np.isnan(into), 0.0, into), starts, axis=0)
    empty = np.add.reduceat(nothing, starts)
    best = totals.argmax(1)
    return [
        sources[source] if totals[row, source] > empty[row] else None
        for row, source in enumerate(best.tolist())
    ]


def joined(contents: Sequence[Words]) -> list[Words]:
    """Contents in reading order, those that touch made one."""
    merged: list[Words] = []
    for first, last in sorted(contents):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
