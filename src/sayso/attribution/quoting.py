"""What quotation marks and layout say where no words say it.

A quotation over several paragraphs has one speaker; one that is signed ("“…” — Mira Tolan, director")
has the speaker who signs; one that nobody is named for is still somebody's words, never the author's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.attribution.linking import Link, Words
from sayso.linguistics.syntax import runs
from sayso.schema.analysis import Analysis
from sayso.text.quotation import Quotation

# “Every party acknowledged it.” — Mira Tolan, director, Open Roads Relief
_SIGNED = re.compile(r"[ \t]*\n?[ \t]*(?P<dash>—|–|--|-)[ \t]*(?P<name>[A-Z][^\n“”\"]{2,120}?)[ \t]*(?=\n|$)")
# Shorter quotations are names, titles and words that the author holds at arm's length.
SENTENCE = 5  # words
_FINAL = frozenset(".!?…")


def with_quotations(analysis: Analysis, links: Sequence[Link], quoted: Sequence[Quotation]) -> list[Link]:
    """The links, completed and joined by those that only quotation marks or a signature tell of."""
    starts: list[int] = analysis.starts.tolist()
    told = _Told(analysis, links)
    for quotation in quoted:
        if quotation.depth:
            continue
        words = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        signed = _signature(analysis, starts, quotation)
        if signed is not None and not told.introduced(words):
            told.take(words)
            told.add(*signed, words)
        elif words[1] - words[0] >= SENTENCE + 2:
            told.hear(words)
            if not quotation.closed:
                told.stop(words)
    return list(told.links())


class _Told:
    """Who says which words, while quotations are shared out; no word is said by two."""

    def __init__(self, analysis: Analysis, links: Sequence[Link]) -> None:
        self._analysis = analysis
        self._cues = [(one.cue, one.source) for one in links]
        self._of_word = {w: n for n, one in enumerate(links) for part in one.contents for w in range(*part)}
        self._sentences = frozenset(analysis.sentences[:, 0].tolist())
        self._aside = {w for pair in self._cues for part in pair if part for w in range(*part)}

    def links(self) -> Iterator[Link]:
        said: dict[int, list[int]] = {}
        for word, number in self._of_word.items():
            said.setdefault(number, []).append(word)
        for number in sorted(said):
            yield Link(*self._cues[number], contents=tuple(runs(said[number])))

    def add(self, cue: Words | None, source: Words | None, words: Words) -> None:
        self._of_word.update(dict.fromkeys(range(*words), len(self._cues)))
        self._cues.append((cue, source))

    def take(self, words: Words) -> None:
        for word in range(*words):
            self._of_word.pop(word, None)

    def introduced(self, words: Words) -> bool:
        """Whether a cue in the same paragraph says who speaks: what follows the dash is no signature then."""
        cues = (self._cues[self._of_word[word]][0] for word in range(*words) if word in self._of_word)
        text, starts = self._analysis.text, self._analysis.starts
        return any(
            cue is not None
            and "\n" not in text[starts[min(cue[0], words[0])] : starts[max(cue[0], words[0])]]
            for cue in set(cues)
        )

    def hear(self, words: Words) -> None:
        """One quotation: all of it belongs to whoever says most of it, or to nobody named."""
        said = Counter(self._of_word[word] for word in range(*words) if word in self._of_word)
        if not said:
            begins = words[0] in self._sentences
            if begins and self._aside.isdisjoint(range(*words)) and _is_statement(self._analysis, words):
                self.add((words[0], words[0] + 1), None, words)
        elif _is_broken(self._analysis, words):
            owner = said.most_common(1)[0][0]
            for word in range(*words):
                if word not in self._aside:
                    self._of_word.setdefault(word, owner)

    def stop(self, words: Words) -> None:
        """A quotation that nobody closed ends with its paragraph; what follows is the author's again."""
        owner = self._of_word.get(words[1] - 1)
        after = words[1]
        while owner is not None and self._of_word.get(after) == owner:
            del self._of_word[after]
            after += 1


def _signature(analysis: Analysis, starts: Sequence[int], quotation: Quotation) -> tuple[Words, Words] | None:
    """The dash and the name that sign a quotation."""
    match = _SIGNED.match(analysis.text, quotation.end) if quotation.closed else None
    if match is None:
        return None
    dash, name = (
        (bisect_left(starts, match.start(part)), bisect_left(starts, match.end(part)))
        for part in ("dash", "name")
    )
    verbs = any(analysis.upos[word] in ("VERB", "AUX") for word in range(*name))
    named = any(analysis.upos[word] == "PROPN" for word in range(*name))
    return (dash, name) if named and not verbs and dash[0] < dash[1] else None


def _is_broken(analysis: Analysis, words: Words) -> bool:
    """Whether a line ends inside: the quotation runs over several paragraphs."""
    return "\n" in analysis.text[analysis.starts[words[0]] : analysis.starts[words[1] - 1]]


def _is_statement(analysis: Analysis, words: Words) -> bool:
    """A sentence of its own: it ends with a full stop, and something happens in it."""
    final = any(analysis.word(word) in _FINAL for word in range(words[1] - 2, words[1]))
    return final and any(analysis.upos[word] in ("VERB", "AUX") for word in range(*words))
