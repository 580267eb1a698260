"""What the encoder sees in a text, before anybody is asked who says it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.schema.span import Span

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of words that names something.

    Attributes:
        kind: the encoder's label (`Person`, `Organisation`, `Location` …).
        first, last: word indices, half-open.
    """

    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words that were read in one window, and what they could see there.

    Attributes:
        first, last: the words this stretch answers for, half-open.
        context: first word of the window.
        query: (words of the stretch, width) what each word looks for.
        key: (words of the window, width) what each word offers.
    """

    first: int
    last: int
    context: int
    query: Floats
    key: Floats

    def probabilities(self, words: Ints) -> Floats:
        """(words, 1 + words of the window): how probably each points to nothing, and to each word."""
        query = self.query[words - self.first]
        raw = np.concatenate([query[:, -1:], query[:, :-1] @ self.key.T], 1)
        odds: Floats = np.exp(raw - raw.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        return odds


@dataclass(frozen=True, slots=True)
class Sighted:
    """What the words of one stretch see.

    Attributes:
        words, targets: which of those that were asked about.
        into: (words, targets) probability of pointing into each target.
        nothing: (words,) probability of pointing to nothing.
    """

    words: slice
    targets: slice
    into: Floats
    nothing: Floats


@dataclass(frozen=True, slots=True)
class Links:
    """Probabilities that words point to words; the stretches tile the document."""

    stretches: tuple[Stretch, ...]

    def sighted(self, words: Ints, targets: Sequence[tuple[int, int]]) -> Iterator[Sighted]:
        """How probably words point into spans and to nothing, stretch by stretch.

        words are in reading order; targets are half-open, in reading order, without overlaps. A word sees
        only the targets in its window, so the answer grows with the text and not with its square.
        """
        begins, ends = [first for first, _ in targets], [last for _, last in targets]
        for stretch in self._over(words):
            rows = slice(*np.searchsorted(words, (stretch.first, stretch.last)).tolist())
            probable = stretch.probabilities(words[rows])
            seen = slice(
                bisect_right(ends, stretch.context), bisect_left(begins, stretch.context + len(stretch.key))
            )
            inside = np.zeros((probable.shape[1], max(0, seen.stop - seen.start)), np.float32)
            for column, (first, last) in enumerate(targets[seen]):
                inside[max(0, first - stretch.context) + 1 : last - stretch.context + 1, column] = 1.0
            yield Sighted(rows, seen, probable @ inside, probable[:, 0])

    def _over(self, words: Ints) -> Iterator[Stretch]:
        """The stretches that answer for some of the words."""
        at = 0
        while at < len(words):
            stretch = self.stretches[bisect_right(self.stretches, int(words[at]), key=lambda s: s.last)]
            yield stretch
            at = int(np.searchsorted(words, stretch.last))

    def chances(self, word: int, first: int, last: int) -> Iterator[tuple[int, float]]:
        """How probably a word points to each of the words `first` to `last` that its window holds."""
        (stretch,) = self._over(np.array([word]))
        found = stretch.probabilities(np.array([word]))[0, 1:]
        begin, end = max(first, stretch.context), min(last, stretch.context + len(found))
        yield from zip(
            range(begin, end), found[begin - stretch.context : end - stretch.context].tolist(), strict=True
        )

    def pointed(self, words: Ints, *, agreed: float, shared: float) -> tuple[int, int] | None:
        """The span that neighbouring words point to as one, or None where less than `agreed` goes there.

        Words beside the most probable one belong to the span where more than `shared` goes to them.
        """
        best: tuple[float, tuple[int, int]] | None = None
        for stretch in self._over(words):
            own = words[slice(*np.searchsorted(words, (stretch.first, stretch.last)))]
            mass = stretch.probabilities(own).mean(0)[1:]
            top = int(mass.argmax())
            first, last = top, top + 1
            while first and mass[first - 1] > shared:
                first -= 1
            while last < len(mass) and mass[last] > shared:
                last += 1
            total = float(mass[first:last].sum())
            if total > agreed and (best is None or total > best[0]):
                best = total, (stretch.context + first, stretch.context + last)
        return best[1] if best else None


@dataclass(frozen=True, slots=True)
class Pairing:
    """What one phrase is told to do to another.

    Attributes:
        first, second: (words, width) what a word brings as part of the one, and of the other.
        nobody: (2, width) what stands for a phrase that the text leaves out.
        weight, bias: (width, types) and (types,), from both to the types.
    """

    first: Floats
    second: Floats
    nobody: Floats
    weight: Floats
    bias: Floats

    def scores(self, actors: Ints, recipients: Ints) -> Floats:
        """(types,) unnormalised log-probabilities, from the word indices of the two phrases."""
        first = self.first[actors].mean(0) if len(actors) else self.nobody[0]
        second = self.second[recipients].mean(0) if len(recipients) else self.nobody[1]
        found: Floats = np.maximum(first + second, 0.0) @ self.weight + self.bias
        return found


@dataclass(frozen=True, slots=True)
class EventScores:
    """What the encoder makes of every word as the name of an event.

    Attributes:
        types: names of the types the encoder knows.
        type: (words, 1 + types) log-probability of naming no event, and one of each type.
        modalities: names of the ways an event can be presented.
        modality: (words, modalities) log-probability of each, if the word names an event.
        factuality: (words,) how certain the author makes the reader that it happened: -3 (it did not) to 3.
        actor, recipient: from the word to the words of who does it and to whom, or to nothing.
        pairing: what one phrase is told to do to another.
    """

    types: tuple[str, ...]
    type: Floats
    modalities: tuple[str, ...]
    modality: Floats
    factuality: Floats
    actor: Links
    recipient: Links
    pairing: Pairing

    @classmethod
    def none(cls, words: int) -> EventScores:
        """Of a text in which nobody looked for events."""
        empty = np.zeros((words, 0), np.float32)
        nothing = np.zeros(0, np.float32)
        pairing = Pairing(empty, empty, nothing.reshape(2, 0), nothing.reshape(0, 0), nothing)
        return cls(
            types=(),
            type=np.zeros((words, 1), np.float32),
            modalities=(),
            modality=empty,
            factuality=np.zeros(words, np.float32),
            actor=Links(()),
            recipient=Links(()),
            pairing=pairing,
        )


@dataclass(frozen=True, slots=True)
class Analysis:
    """One text as words in sentences with their syntax, names and attribution scores.

    Arrays run over the words of the whole document, in reading order.

    Attributes:
        text: the stored text the offsets refer to.
        starts, ends: (words,) half-open characters of each word.
        sentences: (sentences, 2) half-open word indices, tiling the words.
        upos: (words,) universal part of speech.
        heads: (words,) index of each word's syntactic head in the document, -1 for a root.
        deprels: (words,) universal dependency relation, with subtype where UD English has one.
        mentions: named things, in reading order, without overlaps.
        roles: half-open word spans of the outermost attributions with their kind: source, cue or content.
        nested: the same for sources and cues at any depth.
        content: (words,) how probably each stands in a content, found as one or not.
        content_cue: from a word of a content to the words of its cue.
        cue_source: from a word of a cue to the words of its source, or to nothing.
        events: what each word is as the name of an event.
    """

    text: str
    starts: Ints
    ends: Ints
    sentences: Ints
    upos: tuple[str, ...]
    heads: Ints
    deprels: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[tuple[int, int, str], ...]
    nested: tuple[tuple[int, int, str], ...]
    content: Floats
    content_cue: Links
    cue_source: Links
    events: EventScores
    _words: list[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        bounds = zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        object.__setattr__(self, "_words", [self.text[start:end] for start, end in bounds])

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        return self._words[index]

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` up to but not including word `last`."""
        return Span.cut(self.text, int(self.starts[first]), int(self.ends[last - 1]))

    def within(self, span: Span) -> tuple[int, int]:
        """The words that share characters with a span, half-open; the first is the last where none does."""
        first = int(self.ends.searchsorted(span.start, side="right"))
        return first, max(first, int(self.starts.searchsorted(span.end, side="left")))
