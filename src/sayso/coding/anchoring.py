"""Which words name events, and of which type: the encoder's opinion weighed with the codebook's triggers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.codebook import Codebook, Trigger
from sayso.codebook.trigger import TriggerKind
from sayso.lexicon.modality import modifier
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis, Floats

# How much the odds of a trigger count beside the encoder's, and the weight of a word that is none.
TRIGGER_SHARE = 1.6
NO_TRIGGER = 0.2
ENOUGH = 0.5
# What a trigger for a type adds to the encoder's log-probability of it.
TYPE_SHARE = 1.0
# Below this the encoder has to see an event without any trigger to be asked at all.
_GLIMPSED = 0.2
_LEAST = 1e-3
_ATTRIBUTIVE = ("amod", "compound", "acl", "flat")
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
    words = [analysis.word(word) for word in range(len(analysis))]
    chances = np.exp(analysis.events.type)
    for first, last in analysis.sentences.tolist():
        for word, triggers in _candidates(analysis, codebook, words, chances, first, last):
            anchor = _anchor(word, _seen(chances[word], analysis.events.types, codebook), triggers)
            found += [anchor] if anchor else []
    names = {word for mention in analysis.mentions for word in range(mention.first, mention.last)}
    told = [one for one in found if analysis.upos[one.word] != "PROPN" or one.word not in names]
    return list(_without_carriers(syntax, told))


def _candidates(
    analysis: Analysis, codebook: Codebook, words: Sequence[str], chances: Floats, first: int, last: int
) -> Iterator[tuple[int, list[Trigger]]]:
    """The words of a sentence that a trigger or the encoder points at, with their triggers."""
    named: dict[int, list[Trigger]] = {}
    for at, trigger in codebook.scan(words[first:last]):
        if _KINDS.get(analysis.upos[first + at]) == trigger.kind:
            named.setdefault(first + at, []).append(trigger)
    for word in range(first, last):
        seen = chances[word, 0] < 1 - _GLIMPSED and analysis.upos[word] in _KINDS
        if (word in named or seen) and not _is_label(analysis, words, word):
            yield word, named.get(word, [])


def _is_label(analysis: Analysis, words: Sequence[str], word: int) -> bool:
    """Whether a word only labels something else: "Karvia-backed rebels", "ground-attack jets"."""
    attributive = analysis.deprels[word].partition(":")[0] in _ATTRIBUTIVE
    hyphens = "-" in words[word - 1 : word] or "-" in words[word + 1 : word + 2]
    return attributive and hyphens


def _seen(chances: Floats, known: Sequence[str], codebook: Codebook) -> dict[str, float]:
    """Type -> the encoder's probability, for the types of the codebook that it learnt."""
    seen = dict(zip(known, chances[1:].tolist(), strict=True))
    return {one.name: seen[one.name] for one in codebook.types if one.name in seen}


def _anchor(word: int, seen: dict[str, float], triggers: Sequence[Trigger]) -> Anchor | None:
    best: dict[str, Trigger] = {}
    for trigger in triggers:
        if trigger.type not in best or trigger.weight > best[trigger.type].weight:
            best[trigger.type] = trigger
    own = {name: trigger.weight for name, trigger in best.items() if name not in seen}
    weight = max((trigger.weight for name, trigger in best.items() if name in seen), default=NO_TRIGGER)
    chance = max(_both(sum(seen.values()), weight) if seen else 0.0, *own.values(), 0.0)
    if chance < ENOUGH:
        return None
    scores = {name: _typed(share, best.get(name)) for name, share in seen.items()}
    scores |= {name: _typed(weight, best[name]) for name, weight in own.items()}
    name = max(scores, key=lambda name: scores[name])
    return Anchor(word, name, round(chance, 4), best.get(name))


def _both(seen: float, weight: float) -> float:
    """The probability of an event from what the encoder sees and what the trigger weighs."""
    return float(1 / (1 + np.exp(-_logit(seen) - TRIGGER_SHARE * _logit(weight))))


def _typed(seen: float, trigger: Trigger | None) -> float:
    return float(np.log(seen + _LEAST)) + TYPE_SHARE * float(np.log((trigger.weight if trigger else 0) + 0.1))


def _logit(chance: float) -> float:
    chance = min(max(chance, _LEAST), 1 - _LEAST)
    return float(np.log(chance / (1 - chance)))


def _without_carriers(syntax: Syntax, found: Sequence[Anchor]) -> Iterator[Anchor]:
    """Without the verbs that only carry an event noun: "carried out an attack" is one event."""
    words = {anchor.word: anchor for anchor in found}
    for anchor in found:
        carried = [words[c] for c in syntax.dependents(anchor.word, "obj", "obl") if c in words]
        carried += [words[c] for c in syntax.dependents(anchor.word, "nsubj") if c in words]
        light = modifier(syntax.analysis.word(anchor.word), "carrier") is not None
        if not (light and any(other.type == anchor.type for other in carried)):
            yield anchor
