"""Which words name events, and of which type: the encoder's opinion weighed with the codebook's triggers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.codebook import Codebook, Trigger
from sayso.codebook.trigger import TriggerKind
from sayso.lexicon.modality import modifier
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis

# How much a trigger's odds count beside the encoder's, and what no trigger counts for.
TRIGGER_SHARE = 0.35
NO_TRIGGER = 0.3
ENOUGH = 0.5
_LEAST = 1e-4
_UNKNOWN_TYPE = 0.5
_KINDS: dict[str, TriggerKind] = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "verb"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that names an event.

    Attributes:
        word: its index.
        type: of the codebook.
        confidence: 0-1.
        trigger: the entry of the codebook for this word and type, or None.
    """

    word: int
    type: str
    confidence: float
    trigger: Trigger | None


def find_anchors(analysis: Analysis, syntax: Syntax, codebook: Codebook) -> list[Anchor]:
    """The words of a document that name events, in reading order."""
    found: list[Anchor] = []
    types = [one.name for one in codebook.types]
    seen = np.exp(analysis.events.type[:, 1:])
    for first, last in analysis.sentences.tolist():
        words = [analysis.word(word) for word in range(first, last)]
        for word in range(first, last):
            kind = _KINDS.get(analysis.upos[word])
            triggers = codebook.find(words, word - first, kind) if kind else ()
            if kind and (triggers or seen[word].sum() > ENOUGH / 2):
                anchor = _anchor(word, _by_type(seen[word], analysis.events.types, types), triggers)
                found += [anchor] if anchor else []
    return list(_without_carriers(syntax, found))


def _by_type(chances: Iterable[float], known: Sequence[str], types: Sequence[str]) -> dict[str, float]:
    """Type of the codebook -> the encoder's probability; types it never learnt stay undecided."""
    seen = dict(zip(known, chances, strict=True))
    return {name: float(seen.get(name, _UNKNOWN_TYPE)) for name in types}


def _anchor(word: int, seen: dict[str, float], triggers: Sequence[Trigger]) -> Anchor | None:
    best: dict[str, Trigger] = {}
    for trigger in triggers:
        best.setdefault(trigger.type, trigger)
    scores = {name: _weighed(chance, best.get(name)) for name, chance in seen.items()}
    name = max(scores, key=lambda name: scores[name])
    total = min(1.0, sum(scores.values()))
    return Anchor(word, name, round(total, 4), best.get(name)) if total >= ENOUGH else None


def _weighed(chance: float, trigger: Trigger | None) -> float:
    weight = trigger.weight if trigger else NO_TRIGGER
    logit = _logit(chance) + TRIGGER_SHARE * _logit(weight)
    return float(1 / (1 + np.exp(-logit)))


def _logit(chance: float) -> float:
    return float(np.log((chance + _LEAST) / (1 - chance + _LEAST)))


def _without_carriers(syntax: Syntax, found: Sequence[Anchor]) -> Iterator[Anchor]:
    """Without the verbs that only carry an event noun: "carried out an attack" is one event."""
    words = {anchor.word: anchor for anchor in found}
    for anchor in found:
        carried = [words[c] for c in syntax.dependents(anchor.word, "obj", "obl") if c in words]
        carried += [words[c] for c in syntax.dependents(anchor.word, "nsubj") if c in words]
        light = modifier(syntax.analysis.word(anchor.word), "carrier") is not None
        if not (light and any(other.type == anchor.type for other in carried)):
            yield anchor
