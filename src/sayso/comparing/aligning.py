"""Where two texts run together: shared stretches of words, also where a desk changed a word or two.

Exact runs of at least SEED words are found first; runs that follow each other in both texts within a small
gap are one stretch. Paragraphs may stand in another order. Time is near-linear in the words of both texts:
sequences that come back more than OFTEN times in a text begin no run, and no pair of words is looked at
twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

SEED = 3
OFTEN = 6
# Words that may differ between two runs of one stretch, in each text.
GAP = 7
# A stretch has at least so many equal words, and they are at least this share of it in both texts.
LEAST = 7
DENSE = 0.5


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """One shared stretch: words [a_start, a_end) of the one text run with [b_start, b_end) of the other.

    Attributes:
        same: how many words are equal; the others were changed, left out or put in.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    same: int

    @property
    def turned(self) -> Match:
        """The same stretch seen from the other text."""
        return Match(self.b_start, self.b_end, self.a_start, self.a_end, self.same)


@dataclass(frozen=True, slots=True)
class _Run:
    """`length` equal words from a and from b on."""

    a: int
    b: int
    length: int


def align(a: Sequence[str], b: Sequence[str], *, least: int = LEAST) -> tuple[Match, ...]:
    """The shared stretches of two sequences of folded words, in the order of the first.

    No word of either text stands in two of them. `align(b, a)` is the same turned round.
    """
    if tuple(a) == tuple(b):
        return (Match(0, len(a), 0, len(b), len(a)),) if len(a) >= least else ()
    if tuple(a) > tuple(b):
        return tuple(sorted(match.turned for match in align(b, a, least=least)))
    stretches = _stretches(_runs(a, b))
    return tuple(sorted(_disjoint(stretches, len(a), len(b), least)))


def _runs(a: Sequence[str], b: Sequence[str]) -> list[_Run]:
    """Every longest run of equal words that holds a rare sequence, by its place in a."""
    runs: list[_Run] = []
    for at, other, length in _seeded(*_coded(a, b)):
        last = runs[-1] if runs and runs[-1].a - runs[-1].b == at - other else _Run(0, other - at, 0)
        floor = last.a + last.length
        if at >= floor:  # else the last run of this diagonal went on to here
            runs.append(_extended(a, b, _Run(at, other, length), floor))
    return sorted(runs, key=lambda run: (run.a, run.b))


def _coded(a: Sequence[str], b: Sequence[str]) -> tuple[Numbers, Numbers]:
    """For each place of each text, the number of the sequence of SEED words that begins there."""
    numbers: dict[str, int] = {}
    coded = np.array([numbers.setdefault(word, len(numbers)) for word in (*a, *b)], dtype=np.int64)
    return _sequences(coded[: len(a)], coded[len(a) :], words=len(numbers))


def _sequences(a: Numbers, b: Numbers, *, words: int) -> tuple[Numbers, Numbers]:
    """Word numbers to sequence numbers, one word longer at a time, so that none grows out of 64 bits."""
    whole_a, whole_b = a, b
    for step in range(1, SEED):
        whole_a, whole_b = whole_a[:-1] * words + a[step:], whole_b[:-1] * words + b[step:]
        _, numbers = np.unique(np.concatenate([whole_a, whole_b]), return_inverse=True)
        whole_a, whole_b = numbers[: len(whole_a)], numbers[len(whole_a) :]
    return whole_a, whole_b


def _seeded(a: Numbers, b: Numbers) -> list[tuple[int, int, int]]:
    """(place in a, place in b, words) of equal rare sequences, those that touch joined, by diagonal."""
    count = int(max(a.max(initial=-1), b.max(initial=-1))) + 1
    in_a, in_b = np.bincount(a, minlength=count), np.bincount(b, minlength=count)
    shared = (in_a > 0) & (in_b > 0) & (in_a <= OFTEN) & (in_b <= OFTEN)
    order, first = np.argsort(b, kind="stable"), np.concatenate([[0], np.cumsum(in_b)])
    places = np.flatnonzero(shared[a])
    times = in_b[a[places]]
    at = np.repeat(places, times)
    nth = np.arange(len(at)) - np.repeat(np.cumsum(times) - times, times)
    other = order[first[a[at]] + nth]
    return _joined(at, other)


def _joined(at: Numbers, other: Numbers) -> list[tuple[int, int, int]]:
    by = np.lexsort((at, at - other))
    at, other = at[by], other[by]
    breaks = np.ones(len(at), dtype=bool)
    breaks[1:] = (np.diff(at - other) != 0) | (np.diff(at) > SEED)
    starts = np.flatnonzero(breaks)
    ends = np.concatenate([starts[1:], [len(at)]])[: len(starts)] - 1
    lengths = at[ends] - at[starts] + SEED
    return list(zip(at[starts].tolist(), other[starts].tolist(), lengths.tolist(), strict=True))


def _extended(a: Sequence[str], b: Sequence[str], run: _Run, floor: int) -> _Run:
    """The run as far as its words are equal, to the left no further than `floor`."""
    end, shift = run.a + run.length, run.b - run.a
    while end < len(a) and end + shift < len(b) and a[end] == b[end + shift]:
        end += 1
    start = run.a
    while start > floor and start + shift > 0 and a[start - 1] == b[start + shift - 1]:
        start -= 1
    return _Run(start, start + shift, end - start)


def _stretches(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Runs joined that follow each other in both texts; each goes on from the nearest one before it."""
    open_: list[list[_Run]] = []
    done: list[list[_Run]] = []
    for run in runs:
        still = [each for each in open_ if run.a - _ends(each)[0] <= GAP]
        done += [each for each in open_ if run.a - _ends(each)[0] > GAP]
        near = [each for each in still if _follows(each[-1], run)]
        if near:
            min(near, key=lambda each: (_distance(each[-1], run), each[0].a, each[0].b)).append(run)
            open_ = still
        else:
            open_ = [*still, [run]]
    return done + open_


def _ends(stretch: Sequence[_Run]) -> tuple[int, int]:
    last = stretch[-1]
    return last.a + last.length, last.b + last.length


def _follows(before: _Run, run: _Run) -> bool:
    gap_a, gap_b = run.a - before.a - before.length, run.b - before.b - before.length
    return 0 <= gap_a <= GAP and 0 <= gap_b <= GAP


def _distance(before: _Run, run: _Run) -> int:
    return run.a - before.a - before.length + run.b - before.b - before.length


def _disjoint(stretches: Sequence[Sequence[_Run]], length_a: int, length_b: int, least: int) -> list[Match]:
    """The longest stretches first; of a later one only the words that are still free."""
    taken = _Taken(bytearray(length_a), bytearray(length_b))
    found = []
    for stretch in sorted(stretches, key=lambda each: (-sum(r.length for r in each), each[0].a, each[0].b)):
        free = [run for each in stretch if (run := taken.left_of(each)) is not None]
        for match in _dense(free, taken):
            if match.same >= least:
                taken.take(match)
                found.append(match)
    return found


@dataclass(frozen=True, slots=True)
class _Taken:
    """Which words of each text stand in a stretch already."""

    a: bytearray
    b: bytearray

    def take(self, match: Match) -> None:
        self.a[match.a_start : match.a_end] = b"\1" * (match.a_end - match.a_start)
        self.b[match.b_start : match.b_end] = b"\1" * (match.b_end - match.b_start)

    def between(self, match: Match, run: _Run) -> bool:
        """Whether any word between a stretch and a run is taken."""
        return self.a.find(1, match.a_end, run.a) >= 0 or self.b.find(1, match.b_end, run.b) >= 0

    def left_of(self, run: _Run) -> _Run | None:
        """The longest part of a run that is free in both texts; None where it is shorter than a seed.

        Swapped paragraphs often share the word at their border: only that word is lost.
        """
        best, at = _Run(run.a, run.b, 0), 0
        while at < run.length:
            length = self._free(run.a + at, run.b + at, run.length - at)
            if length > best.length:
                best = _Run(run.a + at, run.b + at, length)
            at += length + 1
        return best if best.length >= SEED else None

    def _free(self, a: int, b: int, length: int) -> int:
        """How many words from these places on are free in both texts."""
        ends = self.a.find(1, a, a + length), self.b.find(1, b, b + length)
        return min(length if end < 0 else end - start for end, start in zip(ends, (a, b), strict=True))


def _dense(runs: Sequence[_Run], taken: _Taken) -> Iterator[Match]:
    """The stretches that these runs make, cut where one would grow too thin or run over taken words."""
    current: Match | None = None
    for run in runs:
        if current:
            longer = _with(current, run)
            if longer and _is_dense(longer) and not taken.between(current, run):
                current = longer
                continue
            yield current
        current = Match(run.a, run.a + run.length, run.b, run.b + run.length, run.length)
    if current:
        yield current


def _with(match: Match, run: _Run) -> Match | None:
    if not (0 <= run.a - match.a_end <= GAP and 0 <= run.b - match.b_end <= GAP):
        return None
    return Match(
        match.a_start, run.a + run.length, match.b_start, run.b + run.length, match.same + run.length
    )


def _is_dense(match: Match) -> bool:
    longest = max(match.a_end - match.a_start, match.b_end - match.b_start)
    return match.same >= DENSE * longest
