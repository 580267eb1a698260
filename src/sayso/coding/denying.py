"""A denial elsewhere in the document: "Karvia denied the accusation", after Karvia was accused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lexicon.grammar import words_for
from sayso.lexicon.words import has_lemma, lemmas, plain, split_words
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax
from sayso.schema.attribution import Attribution
from sayso.schema.event import Event, Reason, Role
from sayso.schema.span import Span
from sayso.text.words import find_words

# What else is denied without being named: "denied involvement", "denied any role in it", "denied it".
_MATTERS = frozenset(
    "involvement responsibility role part link connection knowledge complicity wrongdoing guilt it this that "
    "all any anything everything them these those accusation attack incident".split()
)
_DENY = frozenset(("deny", "reject", "dispute", "refute", "dismiss", "repudiate", "rebut"))
_DENIABLE = ("reported", "possible")
_LONGEST = 14  # words of a denial that names nothing of its own


@dataclass(frozen=True, slots=True)
class Denial:
    """Somebody denies what was said of them.

    Attributes:
        cue: the word that denies.
        names: what the one who denies is called, in small letters.
        entity: id of the document's entity, or None.
        attribution: id where the denial is an attribution, or None.
    """

    cue: Span
    names: frozenset[str]
    entity: str | None
    attribution: str | None


class Denials:
    """The denials of one document that name no act of their own."""

    def __init__(self, attributions: Sequence[Attribution], syntax: Syntax, coreference: Coreference) -> None:
        self._denials = [*_said(attributions), *_told(syntax, coreference)]

    def of(self, event: Event) -> Reason | None:
        """The denial, by one of the event's actors, of what others say of them; None where there is none."""
        if event.standing not in _DENIABLE:
            return None
        for denial in self._denials:
            if denial.attribution not in event.attributions and any(
                _is_same(a, denial) for a in event.actors
            ):
                return Reason("denial", denial.cue)
        return None


def _said(attributions: Sequence[Attribution]) -> Iterator[Denial]:
    for one in attributions:
        if one.attitude == "denial" and one.cue is not None and _is_general(one.content or (one.cue,)):
            source = one.source
            names = (source.text, source.resolved.text if source.resolved else None)
            yield Denial(one.cue, _folded(names), source.entity, one.id)


def _told(syntax: Syntax, coreference: Coreference) -> Iterator[Denial]:
    """Denials that the tree shows: a subject, a verb of denying, and "it" or "the accusation"."""
    analysis = syntax.analysis
    for word, tag in enumerate(analysis.upos):
        if tag != "VERB" or _DENY.isdisjoint(lemmas(plain(analysis.word(word)))):
            continue
        subjects, objects = syntax.dependents(word, "nsubj"), syntax.dependents(word, "obj")
        if subjects and objects and _names_no_act(plain(analysis.word(objects[0]))):
            phrase = coreference.extent(subjects[0])
            resolved = coreference.resolve(phrase)
            spans = [analysis.span(*words) for words in (phrase, resolved) if words]
            entity = coreference.entity(resolved or phrase)
            yield Denial(analysis.span(word, word + 1), _folded([s.text for s in spans]), entity, None)


def _names_no_act(word: str) -> bool:
    return word in _MATTERS or has_lemma(word, words_for("claim_nouns"))


def _is_general(content: Sequence[Span]) -> bool:
    """Whether a denial names no act of its own, but what was said before."""
    words = split_words(span.text[a:b] for span in content for a, b in find_words(span.text))
    return len(words) <= _LONGEST and any(map(_names_no_act, words))


def _is_same(actor: Role, denial: Denial) -> bool:
    """Whether an actor is the one who denies, as far as the document tells."""
    if actor.entity is not None and actor.entity == denial.entity:
        return True
    names = _folded([actor.text, actor.resolved.text if actor.resolved else None])
    return not names.isdisjoint(denial.names)


def _folded(names: Sequence[str | None]) -> frozenset[str]:
    return frozenset(name.casefold().removeprefix("the ") for name in names if name)
