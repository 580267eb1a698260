"""How the innermost teller presents an event: the words of the sentence first, then the encoder's opinion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from sayso.coding.standing import Presented
from sayso.linguistics.modality import presentation
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis
from sayso.schema.event import Reason
from sayso.schema.span import Span

# Where no word of the sentence tells, the encoder has to be this sure that it is told as having happened:
# a plan that passes for a fact does more harm than the other way round.
ACTUAL = 0.7
# In what somebody says it is their word anyway: there the encoder overrules only where it is sure.
SURE = 0.7


def present(
    analysis: Analysis, syntax: Syntax, word: int, *, cues: Sequence[Span] = (), denied: bool = False
) -> Presented:
    """How the event named by a word is presented, leaving aside who tells it.

    What the `cues` of the attributions around it say of its certainty counts there, not here.

    Args:
        denied: whether the innermost of them denies it. "Denied that its forces had fired" looks to the
            encoder as if it had not happened; that is what the denial says, and must not count twice.
    """
    found = presentation(syntax, word, cues=frozenset(_words(analysis, cues)))
    reasons = tuple(Reason(one.kind, analysis.span(one.word, one.word + 1)) for one in found.operators)
    if found.effect != "actual" or found.operators:
        return Presented(found.effect, reasons, found.open)
    seen = _seen(analysis, word, open_=found.open, said=bool(cues))
    return Presented("actual", (), found.open) if denied and seen.effect == "negated" else seen


def _words(analysis: Analysis, cues: Sequence[Span]) -> Iterator[int]:
    """The words of the cues."""
    for cue in cues:
        yield from range(*analysis.within(cue))


def _seen(analysis: Analysis, word: int, *, open_: bool, said: bool) -> Presented:
    """What the encoder makes of a sentence in which no word tells."""
    chances = dict(zip(analysis.events.modalities, np.exp(analysis.events.modality[word]), strict=True))
    effect = max((e for e in chances if e != "actual"), key=lambda e: chances[e], default="actual")
    doubted = chances[effect] >= SURE if said and chances else bool(chances) and chances["actual"] < ACTUAL
    if not doubted:
        return Presented("actual", (), open_)
    return Presented(effect, (Reason("tense", analysis.span(word, word + 1)),))  # type: ignore[arg-type]
