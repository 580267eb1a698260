"""Where sentences end, and which window answers for which sentence."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from sayso.encoder.pieces import BREAKS, Ints, Pieces
from sayso.encoder.session import Answer

# Nobody writes longer ones; a list or a page without punctuation is cut here.
LONGEST = 200  # words


def find_sentences(pieces: Pieces, ends: np.ndarray) -> Ints:
    """(sentences, 2) half-open word indices from (words,) log-odds that a sentence ends there.

    A paragraph always ends one; a stretch of more than `LONGEST` words is cut at its likeliest place.
    """
    closes = ends > 0
    closes[:-1] |= pieces.breaks[1:] == BREAKS.index("paragraph")
    closes[-1] = True
    bounds = [0, *(np.flatnonzero(closes) + 1).tolist()]
    cuts = [0]
    for begin, end in itertools.pairwise(bounds):
        while end - begin > LONGEST:
            middle = begin + LONGEST // 2
            begin = middle + 1 + int(ends[middle : begin + LONGEST].argmax())
            cuts.append(begin)
        cuts.append(end)
    return np.stack([np.array(cuts[:-1]), np.array(cuts[1:])], 1)


def assign(sentences: Ints, answers: Sequence[Answer]) -> list[tuple[int, int, int]]:
    """Which answer counts where: (answer, first word, last word), tiling the words.

    A sentence belongs to the window that holds all of it with most context on its poorer side; one that
    no window holds is shared out as the windows were cut.
    """
    if len(answers) == 1:
        return [(0, 0, answers[0].window.last)]
    parts: list[tuple[int, int, int]] = []
    for first, last in sentences.tolist():
        for part in _owners(first, last, answers):
            if parts and parts[-1][0] == part[0]:
                parts[-1] = (part[0], parts[-1][1], part[2])
            else:
                parts.append(part)
    return parts


def _owners(first: int, last: int, answers: Sequence[Answer]) -> list[tuple[int, int, int]]:
    best, most = -1, -1
    final = answers[-1].window.last
    for number, answer in enumerate(answers):
        window = answer.window
        if window.first <= first and last <= window.last:
            left = first - window.first if window.first else final
            right = window.last - last if window.last < final else final
            if min(left, right) > most:
                best, most = number, min(left, right)
    if best >= 0:
        return [(best, first, last)]
    shared = [(n, max(first, a.window.kept[0]), min(last, a.window.kept[1])) for n, a in enumerate(answers)]
    return [part for part in shared if part[1] < part[2]]
