"""Kinds of attribution that are told from the text alone, for gold and predicted ones alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from sayso.evaluation.agreement import pair, who_said_what
from sayso.evaluation.counts import Counts
from sayso.evaluation.wordsets import WORD, Said, Stretch, Words
from sayso.text.quotation import quoted_stretches

KINDS = (
    *("direct", "mixed", "indirect"),
    *("named", "pronoun", "common", "none"),
    *("inside", "outside"),
)
# 'They fled." The army …': the sentence ends after the closing mark.
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])|\n+")
PRONOUNS = frozenset(
    "i me you he him she her it we us they them who whom that which this these those one himself "
    "herself itself themselves myself ourselves everyone everybody someone somebody anyone anybody "
    "nobody others another some many most both all none".split()
)


class Strata:
    """The text of one document, ready to say what kind of attribution one is."""

    def __init__(self, text: str) -> None:
        matches = list(WORD.finditer(text))
        self._words = [match[0] for match in matches]
        starts = [match.start() for match in matches]
        ends = [match.end() for match in SENTENCE_END.finditer(text)]
        self._sentences = [bisect_right(ends, start) for start in starts]
        self._quoted = _covered(starts, quoted_stretches(text))
        self._lower = {word for word in self._words if word[0].islower()}
        self._first = _firsts(self._sentences)

    def of(self, said: Said) -> tuple[str, ...]:
        """One of direct/mixed/indirect, one of named/pronoun/common/none, inside/outside if sourced."""
        kinds = (self._form(said.content), self._naming(said.source))
        return (*kinds, self._place(said)) if said.source and said.content else kinds

    def _form(self, content: Words) -> str:
        quoted = len(content & self._quoted)
        if not quoted:
            return "indirect"
        return "direct" if quoted == len(content) else "mixed"

    def _naming(self, source: Words) -> str:
        if not source:
            return "none"
        if all(self._words[word].lower() in PRONOUNS for word in source):
            return "pronoun"
        return "named" if any(self._is_name(word) for word in source) else "common"

    def _is_name(self, word: int) -> bool:
        """Capitalised, and not only because a sentence begins here."""
        form = self._words[word]
        if not form[0].isupper():
            return False
        return word not in self._first or form.lower() not in self._lower

    def _place(self, said: Said) -> str:
        inside = {self._sentences[word] for word in said.content}
        return "inside" if self._sentences[min(said.source)] in inside else "outside"


def count_strata(text: str, gold: Sequence[Said], predicted: Sequence[Said]) -> dict[str, Counts]:
    """Who-said-what by kind: a pair counts where its gold is, an unmatched prediction where it is itself."""
    strata = Strata(text)
    pairs = dict(pair(gold, predicted, who_said_what))
    partner = {j: i for i, j in pairs.items()}
    found = {f"who_said_what/{kind}": Counts() for kind in KINDS}
    for i, one in enumerate(gold):
        _add(found, strata.of(one), Counts(int(i in pairs), 0, 1))
    for j, one in enumerate(predicted):
        _add(found, strata.of(gold[partner[j]] if j in partner else one), Counts(0, 1, 0))
    return found


def _add(found: dict[str, Counts], kinds: tuple[str, ...], counts: Counts) -> None:
    for kind in kinds:
        name = f"who_said_what/{kind}"
        found[name] += counts


def _covered(starts: Sequence[int], stretches: Sequence[Stretch]) -> frozenset[int]:
    """The words that begin inside one of the stretches, sorted and disjoint."""
    edges = [edge for stretch in stretches for edge in stretch]
    return frozenset(word for word, start in enumerate(starts) if bisect_right(edges, start) % 2)


def _firsts(sentences: Sequence[int]) -> frozenset[int]:
    """The words that begin a sentence."""
    changes = (i + 1 for i, (before, after) in enumerate(pairwise(sentences)) if before != after)
    return frozenset([0, *changes])
