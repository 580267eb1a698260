"""How the innermost teller presents an event: the words of the sentence first, then the encoder's opinion."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.coding.standing import Presented
from sayso.lexicon.modality import Effect
from sayso.linguistics.modality import Operator, operators
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.event import Reason
from sayso.schema.span import Span

# What counts for more where several words speak: what did not happen, what is yet to, what is only told.
_ORDER: tuple[Effect, ...] = ("negated", "planned", "reported", "possible")
# The encoder alone overrules a sentence without any such word from here on.
SURE = 0.7


def present(analysis: Analysis, syntax: Syntax, word: int, *, cues: Sequence[Span] = ()) -> Presented:
    """How the event named by a word is presented, leaving aside who tells it.

    What the `cues` of the attributions around it say of its certainty counts there, not here.
    """
    found = [one for one in operators(syntax, word) if not _is_cue(analysis, one, cues)]
    for effect in _ORDER:
        deciding = [one for one in found if one.effect == effect]
        if deciding:
            return Presented(effect, _reasons(analysis, deciding))
    return _seen(analysis, word)


def _is_cue(analysis: Analysis, one: Operator, cues: Sequence[Span]) -> bool:
    at = int(analysis.starts[one.word])
    return one.effect in ("reported", "possible") and any(cue.start <= at < cue.end for cue in cues)


def _reasons(analysis: Analysis, deciding: Sequence[Operator]) -> tuple[Reason, ...]:
    return tuple(Reason(one.kind, analysis.span(one.word, one.word + 1)) for one in deciding)


def _seen(analysis: Analysis, word: int) -> Presented:
    chances = np.exp(analysis.events.modality[word])
    best = int(chances.argmax())
    effect = analysis.events.modalities[best]
    if effect != "actual" and chances[best] >= SURE:
        return Presented(effect, (Reason("tense", analysis.span(word, word + 1)),))  # type: ignore[arg-type]
    return Presented("actual", ())
