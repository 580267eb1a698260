"""Groups called by their kind and things told by number: "the group", "the two leaders"."""

from __future__ import annotations

from sayso.lexicon.agents import agents
from sayso.lexicon.organisations import affiliation_of_name, organisations_in
from sayso.lexicon.persons import body_nouns
from sayso.linguistics.agreement import of_noun
from sayso.linguistics.phrases import Candidate, Phrases
from sayso.linguistics.syntax import Words
from sayso.schema.attribution import Affiliation

# Sentences looked back over.
_REACH = 3


class Generics:
    """Resolves phrases whose noun tells no more than what kind of thing is meant."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def group(self, head: int) -> Words | None:
        """The organisation named last, where only one comes into question."""
        phrases = self._phrases
        noun = phrases.plain[head]
        if noun not in body_nouns():
            return None
        last = phrases.sentence(head)
        for sentence in range(last, max(-1, last - _REACH - 1), -1):
            found = [c for c in phrases.before(head, sentence) if self._may_be(noun, c)]
            subjects = [c for c in found if c.subject]
            for some in (found, subjects):
                if len({c.group for c in some}) == 1:
                    return phrases.naming.full_name(some[0].group)
            if found:
                return None
        return None

    def _may_be(self, noun: str, candidate: Candidate) -> bool:
        """An organisation that is not known to be of another kind than the noun tells."""
        phrases = self._phrases
        if candidate.group < 0 or candidate.quotation:
            return False
        if phrases.naming.groups[candidate.group].kind != "organisation":
            return False
        wanted = agents()[noun].affiliation if noun in agents() else "unknown"
        kind = _kind_of_name(phrases.words[slice(*phrases.naming.full_name(candidate.group))])
        if wanted == "media":
            # whatever is named beside it: a ship is no newspaper
            return kind == wanted
        return "unknown" in (wanted, kind) or wanted == kind

    def joined(self, head: int, number: int) -> Words | None:
        """The last phrase before that joins so many: "the two leaders" for "Dur and Velde"."""
        phrases = self._phrases
        persons = of_noun(phrases.plain[head]).sort in ("person", "people")
        last = phrases.sentence(head)
        for sentence in range(last, max(-1, last - _REACH - 1), -1):
            for candidate in reversed(phrases.before(head, sentence)):
                heads = [candidate.head, *phrases.syntax.dependents(candidate.head, "conj")]
                if heads[-1] < head and self._named(heads, persons) == number:
                    return phrases.core(heads[0])[0], phrases.core(heads[-1])[1]
        return None

    def _named(self, heads: list[int], persons: bool) -> int:
        """How many persons, or how many others, the phrases with these heads name; 0 where they name both."""
        naming = self._phrases.naming
        groups = {group for head in heads if (group := naming.group_at(head)) >= 0}
        fitting = all((naming.groups[group].kind == "person") == persons for group in groups)
        return len(groups) if fitting else 0


def _kind_of_name(words: list[str]) -> Affiliation:
    known = organisations_in(words)
    return known[0].affiliation if known else affiliation_of_name(words) or "unknown"
