"""Analyses written by hand: one string per sentence, each word as form/UPOS/head/relation.

Heads count from 1 within the sentence, 0 is the root, as in CoNLL-U.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from sayso.linguistics.syntax import Words
from sayso.schema.analysis import Analysis, EventScores, Links, Mention

TIGHT = re.compile(r" (?=[.,”)])|(?<=[“(]) ")


def analysis(trees: Sequence[str], names: Mapping[str, str]) -> Analysis:
    """The analysis of these sentences; `names` maps each name, wherever it stands, to its label."""
    rows = [[word.rsplit("/", 3) for word in tree.split()] for tree in trees]
    text = " ".join(TIGHT.sub("", " ".join(word[0] for word in row)) for row in rows)
    starts: list[int] = []
    ends: list[int] = []
    heads: list[int] = []
    bounds = [0]
    for row in rows:
        for form, _, head, _ in row:
            starts.append(text.index(form, ends[-1] if ends else 0))
            ends.append(starts[-1] + len(form))
            heads.append(int(head) - 1 + bounds[-1] if head != "0" else -1)
        bounds.append(len(starts))
    every = [word for row in rows for word in row]
    return Analysis(
        text=text,
        starts=np.array(starts, np.int64),
        ends=np.array(ends, np.int64),
        sentences=np.array(list(pairwise(bounds)), np.int64),
        upos=tuple(word[1] for word in every),
        heads=np.array(heads, np.int64),
        deprels=tuple(word[3] for word in every),
        mentions=_mentions([word[0] for word in every], names),
        roles=(),
        nested=(),
        content=np.zeros(len(every), np.float32),
        content_cue=Links(()),
        cue_source=Links(()),
        events=EventScores.none(len(every)),
    )


def _mentions(words: Sequence[str], names: Mapping[str, str]) -> tuple[Mention, ...]:
    found, at = [], 0
    longest_first = sorted(names, key=lambda name: -len(name.split()))
    while at < len(words):
        name = next((n for n in longest_first if list(words[at : at + len(n.split())]) == n.split()), None)
        if name is not None:
            found.append(Mention(names[name], at, at + len(name.split())))
        at = found[-1].last if name is not None else at + 1
    return tuple(found)


def words_of(source: Analysis, phrase: str) -> Words:
    """The words of a phrase where it first stands."""
    start = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", source.text)
    assert start is not None, phrase
    covered = [at for at, begin in enumerate(source.starts.tolist()) if start.start() <= begin < start.end()]
    return covered[0], covered[-1] + 1


def text_of(source: Analysis, words: Words | None) -> str | None:
    return source.span(*words).text if words else None
