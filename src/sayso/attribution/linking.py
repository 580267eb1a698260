"""Tie sources and contents to their cues: the outermost attributions as the encoder sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.schema.analysis import Analysis, Links

Words = tuple[int, int]

# A tagged word that points nowhere still belongs somewhere; this keeps the logarithm finite.
_FLOOR = 1e-6


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution in words: half-open indices into the analysis.

    Attributes:
        cue: the words that say that it is said; None where only quotation marks say so.
        source: who says it, or None.
        contents: what is said, in reading order; never empty.
    """

    cue: Words | None
    source: Words | None
    contents: tuple[Words, ...]


def link(analysis: Analysis) -> list[Link]:
    """The outermost attributions, in the order of their cues."""
    cues = _spans(analysis, "cue")
    if not cues:
        return []
    sources = _spans(analysis, "source")
    contents: list[list[Words]] = [[] for _ in cues]
    for content in _spans(analysis, "content"):
        best = likeliest_cue(analysis.content_cue, content, cues)
        if best is not None:
            contents[best].append(content)
    return [
        Link(cue, likeliest_source(analysis.cue_source, cue, sources), tuple(joined(found)))
        for cue, found in zip(cues, contents, strict=True)
        if found
    ]


def _spans(analysis: Analysis, kind: str) -> list[Words]:
    return [(first, last) for first, last, name in analysis.roles if name == kind]


def likeliest_cue(links: Links, content: Words, cues: Sequence[Words]) -> int | None:
    """Index of the cue that the words of a content agree on, or None where no cue is in sight."""
    totals = np.zeros(len(cues))
    seen = np.zeros(len(cues))
    words = content[1] - content[0]
    for pointing in links.scores(*content):
        for index, cue in enumerate(cues):
            if pointing.sees(*cue):
                totals[index] += np.log(pointing.mass(*cue) + _FLOOR).sum()
                seen[index] += len(pointing.targets)
    if not seen.any():
        return None
    # words that cannot see a cue do not speak for it
    totals += (words - seen) * np.log(_FLOOR)
    return int(totals.argmax())


def likeliest_source(links: Links, cue: Words, sources: Sequence[Words]) -> Words | None:
    """The source that the words of a cue point to, or None where they point to nothing."""
    best: Words | None = None
    most = 0.0
    for pointing in links.scores(*cue):
        most = max(most, float(pointing.nothing.mean()))
    for source in sources:
        for pointing in links.scores(*cue):
            mass = float(pointing.mass(*source).mean())
            if mass > most:
                best, most = source, mass
    return best


def joined(contents: Sequence[Words]) -> list[Words]:
    """Contents in reading order, those that touch made one."""
    merged: list[Words] = []
    for first, last in sorted(contents):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
