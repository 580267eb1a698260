"""A denial elsewhere in the document: "Karvia denied the accusation", after Karvia was accused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.lexicon.grammar import words_for
from sayso.lexicon.words import has_lemma, split_words
from sayso.schema.attribution import Attribution, Source
from sayso.schema.event import Event, Reason, Role
from sayso.text.words import find_words

# What else is denied without being named: "denied involvement", "denied any role in it", "denied it".
_MATTERS = frozenset(
    "involvement responsibility role part link connection knowledge complicity wrongdoing guilt it this that "
    "all any anything everything them these those accusation".split()
)
_DENIABLE = ("reported", "possible")
_LONGEST = 14  # words of a denial that names nothing of its own


class Denials:
    """The denials of one document and who makes them."""

    def __init__(self, text: str, attributions: Sequence[Attribution]) -> None:
        self._denials = [one for one in attributions if one.attitude == "denial" and one.cue is not None]
        self._words = {one.id: _words(text, one) for one in self._denials}

    def of(self, event: Event) -> Reason | None:
        """The denial, by one of the event's actors, of what others say of them; None where there is none."""
        if event.standing not in _DENIABLE:
            return None
        for denial in self._denials:
            if denial.id in event.attributions or denial.cue is None:
                continue
            if self._is_general(denial) and any(_is_same(actor, denial.source) for actor in event.actors):
                return Reason("denial", denial.cue)
        return None

    def _is_general(self, denial: Attribution) -> bool:
        """Whether a denial names no act of its own, but what was said before."""
        words = self._words[denial.id]
        claims = words_for("claim_nouns")
        return len(words) <= _LONGEST and any(w in _MATTERS or has_lemma(w, claims) for w in words)


def _words(text: str, one: Attribution) -> list[str]:
    spans = one.content or ((one.cue,) if one.cue else ())
    return split_words(span.text[start:end] for span in spans for start, end in find_words(span.text))


def _is_same(actor: Role, source: Source) -> bool:
    """Whether an actor is the source of the denial, as far as the document tells."""
    if actor.entity is not None and actor.entity == source.entity:
        return True
    return not set(_names(actor)).isdisjoint(_names(source))


def _names(who: Role | Source) -> Iterator[str]:
    for words in (who.text, who.resolved.text if who.resolved else None):
        if words:
            yield words.casefold().removeprefix("the ")
