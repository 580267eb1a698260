"""Who does it and to whom: the encoder points from the event to them, the tree tells how far they reach.

Who is said to answer for an event is its actor, whatever the encoder points to; where it points to nobody,
the tree may tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.codebook import Codebook, Trigger
from sayso.coding.acting import Acting
from sayso.coding.agency import Agency
from sayso.coding.answering import Answer, Answering
from sayso.coding.forces import is_force
from sayso.coding.forms import is_form
from sayso.lexicon.agents import agents
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.analysis import Analysis, Links

# Somebody takes part where this much of the probability goes to the words of their phrase.
AGREED = 0.35
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_STOPS = frozenset(".!?”\"’'")
# "A bomb went off outside the barracks", "an attack against the port": who stands behind these suffers it.
_SCENES = frozenset("at near outside inside against on onto into towards toward beside opposite".split())
# "They came under fire": whose verb this is suffers it.
_COMING = frozenset("come be stay remain live get".split())
# "They boasted that the garrison was overrun": by whom need not be said.
_BOASTING = frozenset("boast brag admit confess acknowledge gloat".split())
_INNER = ("compound", "flat", "fixed", "amod", "det", "nummod", "goeswith", "case")


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who takes part: the head of the phrase, and its words, half-open."""

    head: int
    words: Words


class Roles:
    """The participants of the events of one document.

    Attributes:
        agency: who of them can act.
    """

    def __init__(
        self, analysis: Analysis, syntax: Syntax, coreference: Coreference, codebook: Codebook
    ) -> None:
        self._analysis = analysis
        self._syntax = syntax
        self._coreference = coreference
        self.agency = Agency(analysis, syntax)
        self._acting = Acting(syntax, self.agency, codebook)
        self._answering = Answering(syntax, self.agency, self._acting)
        self._known_heads: dict[int, int] = {}

    def answer(self, word: int) -> Answer | None:
        """Who is said to answer for the event that a word names."""
        return self._answering.of(word)

    def of(
        self, word: int, trigger: Trigger | None, answer: Answer | None
    ) -> tuple[list[Taker], list[Taker]]:
        """The actors and the recipients of the event that a word names."""
        events = self._analysis.events
        if answer is not None and not answer.heads:
            return [], self._pointed(self._analysis.events.recipient, word)
        sure = answer.heads if answer else self._sure(word)
        actors = self._taking(sure, word) if sure else self._pointed(events.actor, word)
        under = [] if sure else self._under(word)
        if not sure:
            silent = {below for one in under for below in self._syntax.subtree(one.head)}
            silent |= set(self._tellers(word))
            actors = [one for one in actors if one.head not in silent]
        recipients = [one for one in self._pointed(events.recipient, word) if one.head not in sure] or under
        if not actors and not recipients and trigger is not None and trigger.reciprocal:
            actors = self._joined(self._syntax.dependents(word, "nsubj")[:1])
        if trigger is not None and trigger.reciprocal and len(actors) > 1 and not recipients:
            recipients = actors
        elif not sure and self._is_suffered(word):
            # "Village shelled": it did not do so itself
            actors = [one for one in actors if one not in recipients]
        return actors or self._told(word, trigger, recipients), recipients

    def _under(self, word: int) -> list[Taker]:
        """Who comes under it: "his men came under mortar fire"."""
        cases = {self._analysis.word(case).casefold() for case in self._syntax.dependents(word, "case")}
        verb = self._syntax.head(word)
        if "under" not in cases or verb < 0 or not is_form(self._analysis.word(verb), _COMING):
            return []
        return self._joined(self._syntax.dependents(verb, "nsubj"))

    def _tellers(self, word: int) -> Iterator[int]:
        """Who tells of what was done by somebody unsaid: "the ministry claimed that two men were killed"."""
        if not self._syntax.dependents(word, "nsubj") or not self._acting.is_passive(word):
            return
        for verb in (word, *self._syntax.ancestors(word)):
            above = self._syntax.head(verb)
            telling = self._syntax.relation(verb) in ("ccomp", "parataxis")
            if telling and not is_form(self._analysis.word(above), _BOASTING):
                yield from self._syntax.dependents(above, "nsubj")

    def _is_suffered(self, word: int) -> bool:
        """Whether a verb is passive, or a headline may have left out "was": no object, no full stop."""
        if self._acting.is_passive(word):
            return True
        last = self._sentence(word)[1] - 1
        return not self._syntax.dependents(word, "obj", "aux") and self._analysis.word(last) not in _STOPS

    def _sure(self, word: int) -> tuple[int, ...]:
        """Who does it by a tree that leaves no doubt."""
        found = self._acting.sure(word)
        return () if found is None else tuple(one.head for one in self._joined([found]))

    def _told(self, word: int, trigger: Trigger | None, recipients: Sequence[Taker]) -> list[Taker]:
        """Who does it by the tree, and is not known to suffer it."""
        found = self._acting.of(word, trigger)
        return [] if found is None or any(found == one.head for one in recipients) else self._joined([found])

    def _taking(self, heads: Sequence[int], word: int) -> list[Taker]:
        return [Taker(head, self._extent(head, word)) for head in heads]

    def _extent(self, head: int, word: int) -> Words:
        """The words of a phrase; of "holds the militia responsible for the raid" up to its head."""
        first, last = self._coreference.extent(head)
        return (first, head + 1) if head < word < last else (first, last)

    def _pointed(self, links: Links, word: int) -> list[Taker]:
        """The phrase of the same sentence that most of the probability goes to, with those joined to it."""
        if not links.stretches:
            return []
        masses: dict[int, float] = {}
        first, last = self._sentence(word)
        for target, chance in links.chances(word, first, last):
            head = self._head(target)
            masses[head] = masses.get(head, 0.0) + chance
        best = max(masses, key=lambda head: (masses[head], -head))
        fits = masses[best] >= AGREED and best != word and self._is_nominal(best)
        scene = links is self._analysis.events.actor and self._is_scene(best, word)
        fits = fits and not scene and not self.agency.is_time(best)
        return self._joined([best]) if fits else []

    def _is_scene(self, head: int, word: int) -> bool:
        """Whether a phrase tells where or against whom it happens."""
        cases = {self._analysis.word(case).casefold() for case in self._syntax.dependents(head, "case")}
        return self._syntax.head(head) == word and not cases.isdisjoint(_SCENES)

    def _sentence(self, word: int) -> Words:
        at = int(self._analysis.sentences[:, 0].searchsorted(word, side="right")) - 1
        first, last = self._analysis.sentences[at].tolist()
        return first, last

    def _head(self, word: int) -> int:
        """The noun that a word belongs to."""
        found = self._known_heads.get(word)
        if found is None:
            above = self._syntax.head(word)
            inner = above >= 0 and (self._is_kin(word) or self._syntax.relation(word) in _INNER)
            found = self._known_heads[word] = self._head(above) if inner else word
        return found

    def _is_kin(self, word: int) -> bool:
        """Whether a pronoun only tells whose somebody is: "her husband" is not she; "its guards" are it."""
        if self._analysis.upos[word] != "PRON" or self._analysis.deprels[word] != "nmod:poss":
            return False
        noun = self._analysis.word(self._syntax.head(word)).casefold()
        agent = agents().get(noun)
        somebody = agent is not None and agent.kind in ("person", "people")
        return somebody and not is_force(noun)

    def _joined(self, heads: Sequence[int]) -> list[Taker]:
        found: list[Taker] = []
        for head in heads:
            first = head
            if (
                self._syntax.relation(head) == "conj"
                and self._analysis.upos[self._syntax.head(head)] in _NOMINAL
            ):
                first = self._syntax.head(head)
            members = [first, *(c for c in self._syntax.dependents(first, "conj") if self._is_nominal(c))]
            found += [Taker(member, self._coreference.extent(member)) for member in members]
        return found

    def _is_nominal(self, word: int) -> bool:
        return self._analysis.upos[word] in _NOMINAL
