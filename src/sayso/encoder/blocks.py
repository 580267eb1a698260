"""Cut long texts so that memory stays bounded, and put their analyses together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.encoder.pieces import BREAKS, Ints, Pieces
from sayso.schema.analysis import Analysis, EventScores, Links, Mention, Stretch

# What the network says about a word takes 7 kB until it is decided on.
LONGEST = 12_000  # words


@dataclass(frozen=True, slots=True)
class Block:
    """Words of one text that are analysed at once; a text of usual length is one block.

    Attributes:
        text: the whole text.
        starts, ends: (words,) half-open characters into the text.
        pieces: of these words.
        sentences: (sentences, 2) half-open indices into these words, or None to find them.
    """

    text: str
    starts: Ints
    ends: Ints
    pieces: Pieces
    sentences: Ints | None


def cut_blocks(
    text: str, starts: Ints, ends: Ints, pieces: Pieces, sentences: Ints | None
) -> Iterator[Block]:
    """The blocks of a text: cut where a sentence or a paragraph begins, anywhere if there is none."""
    if sentences is None:
        begins = np.flatnonzero(pieces.breaks == BREAKS.index("paragraph"))
    else:
        begins = sentences[:, 0]
    first = 0
    while first < len(starts):
        last = min(first + LONGEST, len(starts))
        if last < len(starts):
            fitting = begins[(begins > first) & (begins <= last)]
            last = int(fitting[-1]) if len(fitting) else last
        own = None
        if sentences is not None:
            inside = (sentences[:, 0] >= first) & (sentences[:, 1] <= last)
            own = sentences[inside] - first
        yield Block(text, starts[first:last], ends[first:last], pieces.part(first, last), own)
        first = last


def join(text: str, parts: Sequence[Analysis]) -> Analysis:
    """The analysis of a text from those of its blocks, in order."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return _nothing(text)
    shifts = np.cumsum([0, *(len(part) for part in parts)]).tolist()
    shifted = [_shifted(part, by) for part, by in zip(parts, shifts[:-1], strict=True)]
    return Analysis(
        text=text,
        starts=np.concatenate([part.starts for part in shifted]),
        ends=np.concatenate([part.ends for part in shifted]),
        sentences=np.concatenate([part.sentences for part in shifted]),
        upos=tuple(tag for part in shifted for tag in part.upos),
        heads=np.concatenate([part.heads for part in shifted]),
        deprels=tuple(name for part in shifted for name in part.deprels),
        mentions=tuple(mention for part in shifted for mention in part.mentions),
        roles=tuple(span for part in shifted for span in part.roles),
        nested=tuple(span for part in shifted for span in part.nested),
        content=np.concatenate([part.content for part in shifted]),
        content_cue=Links(tuple(s for part in shifted for s in part.content_cue.stretches)),
        cue_source=Links(tuple(s for part in shifted for s in part.cue_source.stretches)),
        events=_events_joined([part.events for part in shifted]),
    )


def _shifted(part: Analysis, by: int) -> Analysis:
    return replace(
        part,
        sentences=part.sentences + by,
        heads=np.where(part.heads < 0, -1, part.heads + by),
        mentions=tuple(Mention(m.kind, m.first + by, m.last + by) for m in part.mentions),
        roles=tuple((first + by, last + by, kind) for first, last, kind in part.roles),
        nested=tuple((first + by, last + by, kind) for first, last, kind in part.nested),
        content_cue=_links_shifted(part.content_cue, by),
        cue_source=_links_shifted(part.cue_source, by),
        events=replace(
            part.events,
            actor=_links_shifted(part.events.actor, by),
            recipient=_links_shifted(part.events.recipient, by),
        ),
    )


def _events_joined(parts: Sequence[EventScores]) -> EventScores:
    return replace(
        parts[0],
        type=np.concatenate([part.type for part in parts]),
        modality=np.concatenate([part.modality for part in parts]),
        factuality=np.concatenate([part.factuality for part in parts]),
        actor=Links(tuple(s for part in parts for s in part.actor.stretches)),
        recipient=Links(tuple(s for part in parts for s in part.recipient.stretches)),
        pairing=replace(
            parts[0].pairing,
            first=np.concatenate([part.pairing.first for part in parts]),
            second=np.concatenate([part.pairing.second for part in parts]),
        ),
    )


def _links_shifted(links: Links, by: int) -> Links:
    return Links(
        tuple(Stretch(s.first + by, s.last + by, s.context + by, s.query, s.key) for s in links.stretches)
    )


def _nothing(text: str) -> Analysis:
    none = np.zeros(0, np.int64)
    sentences = np.zeros((0, 2), np.int64)
    nowhere, nothing = Links(()), np.zeros(0, np.float32)
    return Analysis(
        text, none, none, sentences, (), none, (), (), (), (), nothing, nowhere, nowhere, EventScores.none(0)
    )
