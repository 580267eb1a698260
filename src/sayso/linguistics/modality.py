"""How whoever tells of an event presents it: as having happened, as open, as yet to come, as not so.

Read off the dependency tree: words beside the event ("may", "not", "no"), then what governs it ("plans
to …", "threat of …", "failed to …"), upwards until a clause stands on its own. Each adds to what the words
below it made of the event: "failed to prevent the attack" tells of an attack.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.lexicon.modality import Effect, modifier
from sayso.lexicon.words import plain
from sayso.linguistics.governing import Governing
from sayso.linguistics.operators import Operator, beside
from sayso.linguistics.syntax import Syntax

__all__ = ["Operator", "Presentation", "presentation"]

# How far up the tree an event can be governed: "was said to be planning to try to seize it".
_DEEPEST = 12
# What counts for more where several words beside one word speak.
_STRENGTH: tuple[Effect, ...] = ("negated", "planned", "reported", "possible")


@dataclass(frozen=True, slots=True)
class Presentation:
    """How an event is presented.

    Attributes:
        effect: what all words together make of it.
        operators: the words that decide it, nearest first; all that were heard where they cancel each other.
        open: whether nothing on the way up takes the event for granted, as "after the attack" does.
    """

    effect: Effect
    operators: tuple[Operator, ...]
    open: bool


def presentation(syntax: Syntax, event: int, *, cues: Collection[int] = ()) -> Presentation:
    """How the event named by a word is presented.

    Args:
        cues: words that say that somebody tells it; what they and the words above them do is left out.
    """
    climb = _Climb(syntax, cues)
    climb.run(event)
    climb.look_before(event)
    deciding = tuple(one for one in climb.heard if one.effect == climb.effect)
    return Presentation(climb.effect, deciding or tuple(climb.heard), climb.open)


class _Climb:
    """From one event upwards through what governs it."""

    def __init__(self, syntax: Syntax, cues: Collection[int]) -> None:
        self._syntax = syntax
        self._governing = Governing(syntax)
        self._cues = cues
        self.effect: Effect = "actual"
        self.heard: list[Operator] = []
        self.open = True

    def run(self, event: int) -> None:
        self._hear(level(beside(self._syntax, event)))
        word, told = event, False
        for _ in range(_DEEPEST):
            head = self._governing.head(word)
            told = head in self._cues
            if head < 0 or told:
                break
            step = self._governing.step(word, head)
            self._hear(step.operators)
            if not step.follows:
                self.open = bool(step.operators)
                break
            heard = beside(self._syntax, head, below=word)
            self._hear([one for one in level(heard) if step.passes(one)])
            word = head
        self._close(event, word, told=told)

    def look_before(self, event: int) -> None:
        """The words right before the event still tell where the tree hangs "due to meet" apart."""
        before = [plain(self._syntax.analysis.word(w)) for w in range(max(0, event - 3), event)]
        if self.heard or event < 2 or before[-1] != "to" or not {"not", "n't"}.isdisjoint(before):
            return
        text = self._syntax.analysis.word(event - 2)
        found = modifier(text, "adjective") or modifier(text, "verb")
        told = found is None or found.past or event - 2 in self._cues
        if found is not None and not told and found.effect != "actual":
            self._hear([Operator(found.effect, "governor", event - 2)])

    def _close(self, event: int, top: int, *, told: bool) -> None:
        """What only counts where nothing else has been heard: "any", a question mark, an imperative."""
        if self.effect == "actual" and not (told and event == top):
            self._hear(self._governing.closing(event, top)[:1])

    def _hear(self, operators: Sequence[Operator]) -> None:
        for one in operators:
            self.effect = after(self.effect, one.effect)
            self.heard.append(one)


def after(below: Effect, effect: Effect) -> Effect:
    """What an operator makes of what the words below it made of an event."""
    if effect == "actual" or below == "planned":
        return below
    if effect == "planned":
        return effect
    if below == "reported":
        return below
    if effect == "negated":
        return "actual" if below == "negated" else "negated"
    return effect


def level(operators: Sequence[Operator]) -> list[Operator]:
    """The words beside one word as one operator: "may not have", "must not", "will not".

    Two negators count once: "never … no shots".
    """
    negated = any(one.effect == "negated" for one in operators)
    outweighing = [one for one in operators if one.outweighs]
    if negated and outweighing:
        return outweighing[:1]
    for effect in _STRENGTH:
        if found := [one for one in operators if one.effect == effect]:
            return found[:1]
    return []
