"""Words beside a verb or noun that say how it is presented: auxiliaries, adverbs, negators, conjunctions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lexicon.modality import Effect, Kind, modifier
from sayso.lexicon.words import is_past_form, lemmas, plain
from sayso.linguistics.negatives import negators
from sayso.linguistics.syntax import Syntax

_KINDS: dict[str, Kind] = {"det": "determiner", "amod": "adjective", "case": "mark"}
_NAMES = {"negated": "negator", "possible": "hedge"}
_HAVE = frozenset(("have", "'ve", "had"))
_UNREAL = frozenset(("would", "should", "'d"))
# "May not have" and "must not" leave it open; "could not" and "will not" do not.
_OUTWEIGHING = frozenset(("may", "might", "must", "should", "ought", "shall"))
_ONLY = frozenset(("only", "just", "merely", "simply", "necessarily"))
_OPEN_TIMES = frozenset(("until", "till", "once", "when", "before", "after", "as"))
_COMING = frozenset(("next", "coming"))
_TIMES = frozenset(
    "week month year weekend monday tuesday wednesday thursday friday saturday sunday january february march"
    " april may june july august september october november december spring summer autumn winter".split()
)


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that says how an event is presented.

    Attributes:
        effect: what it makes of the event.
        kind: `negator`, `modal`, `hedge`, `condition`, `purpose`, `governor` or `question`.
        word: its index.
        outweighs: whether a negator beside it negates less than the event: "may not have", "must not".
    """

    effect: Effect
    kind: str
    word: int
    outweighs: bool = False


def beside(syntax: Syntax, word: int, *, below: int | None = None) -> list[Operator]:
    """The operators that hang on a word, without those of the dependent `below`."""
    return list(_Beside(syntax, word).found(below))


class _Beside:
    def __init__(self, syntax: Syntax, word: int) -> None:
        self._syntax = syntax
        self._word = word

    def found(self, below: int | None) -> Iterator[Operator]:
        for child in self._syntax.dependents(self._word):
            if child != below:
                yield from self._from(child, self._syntax.relation(child))

    def _from(self, child: int, relation: str) -> Iterator[Operator]:
        if relation == "aux":
            yield from self._modal(child)
        elif relation == "mark":
            yield from self._marked(child)
        elif relation in ("nsubj", "obj"):
            # "No prisoners were exchanged" may be read as if "no" were the subject
            if self._text(child) == "no":
                yield Operator("negated", "negator", child)
            yield from self._negators(child)
        elif relation in ("obl", "nmod", "iobj"):
            yield from self._negators(child) if relation != "nmod" else ()
            yield from self._coming(child)
        elif relation in ("advmod", "cc", "case", "det", "amod"):
            yield from self._modifier(child, relation)
        elif relation == "compound":
            # "a suspected bomb attack"
            for word in self._syntax.dependents(child, "amod"):
                yield from self._modifier(word, "amod")

    def _modifier(self, child: int, relation: str) -> Iterator[Operator]:
        # "came close to seizing the port"
        particles = [self._after(child)] if relation == "advmod" else []
        found = modifier(self._text(child), _KINDS.get(relation, "adverb"), particles=particles)
        if found is None and (relation == "cc" or self._syntax.dependents(child, "fixed")):
            # "withdrew rather than attack"
            found = modifier(self._text(child), "mark")
        if found is None or self._is_void(child):
            return
        effect = found.effect
        if relation == "amod" and self._syntax.analysis.upos[self._word] not in ("NOUN", "PROPN", "VERB"):
            return
        if effect != "actual" and self._text(child) != "any":
            kind = _NAMES.get(effect, "modal")
            yield Operator(effect, kind, child, outweighs=relation == "advmod" and effect == "possible")

    def _is_void(self, child: int) -> bool:
        """Whether a negator negates nothing: "not only shelled the port but …"; "longer" without "no"."""
        text = self._text(child)
        if text == "longer":
            return "no" not in [self._text(c) for c in self._syntax.dependents(child)] + [self._before(child)]
        return text in ("not", "n't") and self._after(child) in _ONLY

    def _modal(self, child: int) -> Iterator[Operator]:
        text = self._text(child)
        found = modifier(text, "modal")
        if text == "'d" and self._is_past_form(self._word):
            return
        if found is None:
            yield from self._inverted(child)
        elif text in _UNREAL and self._has_perfect():
            yield Operator("negated", "modal", child)
        else:
            kind = "hedge" if found.effect == "possible" else "modal"
            yield Operator(found.effect, kind, child, outweighs=text in _OUTWEIGHING)

    def _inverted(self, child: int) -> Iterator[Operator]:
        """Conditions without "if": "had the rebels attacked", "were the army to attack"."""
        subject = self._syntax.dependents(self._word, "nsubj")
        before = bool(subject) and child < subject[0] and child == self._first()
        if before and self._text(child) in ("had", "were") and not self._asks():
            yield Operator("negated" if self._text(child) == "had" else "planned", "condition", child)

    def _marked(self, child: int) -> Iterator[Operator]:
        text = self._text(child)
        fixed = [self._text(c) for c in self._syntax.dependents(child, "fixed")]
        found = modifier(text, "mark", particles=fixed)
        if text == "due" and self._text(self._word).endswith("ing"):
            return
        if found is not None:
            yield Operator(found.effect, "negator" if found.effect == "negated" else "condition", child)
        elif text == "to" and self._is_awaited():
            yield Operator("negated", "modal", child)
        elif text == "to" and self._before(child) == "order":
            yield Operator("planned", "purpose", child)
        elif text == "to" and self._is_infinitive_of_plan():
            yield from self._to_come(child)
        elif text in _OPEN_TIMES and (self._is_present() or self._is_under_will(text)):
            yield Operator("planned", "condition", child)

    def _to_come(self, child: int) -> Iterator[Operator]:
        """What "are to meet" tells; those who "were to have met" or "are yet to meet" have not met."""
        past = any(
            self._text(c) in ("was", "were") for c in self._syntax.dependents(self._word, "aux", "cop")
        )
        gone = past and self._has_perfect()
        yield Operator("negated" if gone else "planned", "modal", child)

    def _is_awaited(self) -> bool:
        """Whether it has not come about: "are yet to meet"; what governs "has yet to sign" tells it there."""
        return self._syntax.relation(self._word) != "xcomp" and any(
            self._text(c) == "yet" for c in self._syntax.dependents(self._word, "advmod")
        )

    def _is_infinitive_of_plan(self) -> bool:
        """Whether an infinitive is its own clause: "are to meet", "Army to cross river"."""
        auxiliaries = [self._text(c) for c in self._syntax.dependents(self._word, "aux")]
        forms = ("is", "are", "was", "were", "am", "'s", "'re", "been")
        if any(a in forms and self._syntax.relation(self._word) != "xcomp" for a in auxiliaries):
            return True
        return self._syntax.head(self._word) < 0 and bool(self._syntax.dependents(self._word, "nsubj"))

    def _negators(self, child: int) -> Iterator[Operator]:
        return (Operator("negated", "negator", word) for word in negators(self._syntax, child))

    def _coming(self, child: int) -> Iterator[Operator]:
        """Times to come: "talks begin next week"; "the next week" is told from the past."""
        words = [self._text(c) for c in self._syntax.dependents(child)]
        if not _TIMES.isdisjoint(lemmas(self._text(child))) and "the" not in words:
            if not _COMING.isdisjoint(words) and not self._is_past_form(self._word):
                yield Operator("planned", "modal", child)
        elif self._text(child) == "tomorrow" and not self._is_past_form(self._word):
            yield Operator("planned", "modal", child)

    # --- small questions ------------------------------------------------------------------------

    def _has_perfect(self) -> bool:
        return any(self._text(c) in _HAVE for c in self._syntax.dependents(self._word, "aux"))

    def _is_past_form(self, word: int) -> bool:
        return is_past_form(self._text(word))

    def _is_present(self) -> bool:
        """Whether a clause stands in the present: "before the army withdraws"."""
        subject = self._syntax.dependents(self._word, "nsubj")
        if self._syntax.analysis.upos[self._word] != "VERB" or not subject:
            return False
        auxiliaries = [self._text(c) for c in self._syntax.dependents(self._word, "aux")]
        if auxiliaries:
            return auxiliaries[0] in ("is", "are", "has", "have", "do", "does")
        text = self._text(self._word)
        return not self._is_past_form(self._word) and not text.endswith(("ss", "ing"))

    def _is_under_will(self, text: str) -> bool:
        """Whether the clause tells when something will be done: "would leave once the army left"."""
        if text in ("after", "as") or self._syntax.relation(self._word) != "advcl":
            return False
        above = self._syntax.head(self._word)
        modals = [self._text(c) for c in self._syntax.dependents(above, "aux")]
        return any(m in ("will", "would", "'ll", "wo") for m in modals) and not _HAVE & set(modals)

    def _asks(self) -> bool:
        return any(self._text(c) == "?" for c in self._syntax.dependents(self._word, "punct"))

    def _first(self) -> int:
        return self._syntax.subtree(self._word)[0]

    def _before(self, word: int) -> str:
        return self._text(word - 1) if word else ""

    def _after(self, word: int) -> str:
        return self._text(word + 1) if word + 1 < len(self._syntax.analysis) else ""

    def _text(self, index: int) -> str:
        return plain(self._syntax.analysis.word(index))
