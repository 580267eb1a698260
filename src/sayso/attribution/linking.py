"""Tie sources and contents to their cues: the outermost attributions as the encoder sees them.

The encoder answers twice: it tags words as source, cue or content, and it points from each word of a
content to its cue and from each word of a cue to its source. Where the tags miss what the pointers
agree on, the pointers count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.schema.analysis import Analysis, Ints, Links

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

    def parts(self) -> list[Words]:
        """Every stretch of words that belongs to it, whatever its role."""
        return [*(part for part in (self.cue, self.source) if part), *self.contents]


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
    words, _, starts = _flat(pointing)
    settled = np.zeros(len(words), np.bool_)
    for sight in links.sighted(words, tagged):
        settled[sight.words] = sight.into.sum(1) + sight.nothing > AGREED
    for span, begin in zip(pointing, starts.tolist(), strict=True):
        if settled[begin : begin + span[1] - span[0]].all():
            continue
        target = links.pointed(np.arange(*span), agreed=AGREED, shared=SHARED)
        if target is not None and taken.isdisjoint(range(*target)):
            taken.update(range(*target))
            found.append(target)
    return sorted(found)


def _flat(spans: Sequence[Words]) -> tuple[Ints, Ints, Ints]:
    """The words of all spans one after the other, the span of each, and where each span begins among them."""
    lengths = np.array([last - first for first, last in spans], np.int64)
    words = np.concatenate([np.arange(first, last) for first, last in spans] or [lengths])
    return words, np.repeat(np.arange(len(spans)), lengths), np.cumsum(lengths) - lengths


def likeliest_cues(links: Links, contents: Sequence[Words], cues: Sequence[Words]) -> list[int | None]:
    """For each content the index of the cue that its words agree on, or None where no cue is in sight.

    A word that cannot see a cue which another word of the content sees does not speak for it.
    """
    words, of_span, _ = _flat(contents)
    totals: list[dict[int, float]] = [{} for _ in contents]
    for sight in links.sighted(words, cues):
        spans = of_span[sight.words]
        # less a floor, so that a word out of sight counts as one that points elsewhere
        gains = np.log(sight.into + _FLOOR) - np.log(_FLOOR)
        begins = np.flatnonzero(np.diff(spans, prepend=-1))
        for span, row in zip(spans[begins].tolist(), np.add.reduceat(gains, begins, axis=0), strict=True):
            for cue, gain in enumerate(row.tolist(), sight.targets.start):
                totals[span][cue] = totals[span].get(cue, 0.0) + gain
    return [max(total, key=lambda cue: total[cue], default=None) for total in totals]


def likeliest_sources(links: Links, cues: Sequence[Words], sources: Sequence[Words]) -> list[Words | None]:
    """For each cue the source that its words point to, or None where they point to nothing."""
    words, of_span, _ = _flat(cues)
    totals: list[dict[int | None, float]] = [{None: 0.0} for _ in cues]
    for sight in links.sighted(words, sources):
        for span, into, nothing in zip(of_span[sight.words].tolist(), sight.into, sight.nothing, strict=True):
            total = totals[span]
            total[None] += float(nothing)
            for source, mass in enumerate(into.tolist(), sight.targets.start):
                total[source] = total.get(source, 0.0) + mass
    best = (max(total, key=lambda source: total[source]) for total in totals)
    return [None if source is None else sources[source] for source in best]


def joined(contents: Sequence[Words]) -> list[Words]:
    """Contents in reading order, those that touch made one."""
    merged: list[Words] = []
    for first, last in sorted(contents):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
