"""Who can do something: persons, bodies and armed units, by name, noun or pronoun."""

from __future__ import annotations

from sayso.coding.forms import is_form
from sayso.lexicon.agents import agent_at
from sayso.lexicon.words import plain
from sayso.linguistics.agreement import FIRST_PLURAL, FIRST_SINGULAR, THIRD_PERSON
from sayso.linguistics.shapes import TIMES
from sayso.linguistics.syntax import Syntax
from sayso.schema.analysis import Analysis

_ACTING = ("person", "people", "body")
_NAMED = frozenset(("Person", "Organisation", "Location", "Nationality", "PER", "ORG", "LOC"))
# "It killed nine": what "it" is, a bomb or a brigade, nobody can tell from here.
_PRONOUNS = (FIRST_SINGULAR | FIRST_PLURAL | set(THIRD_PERSON)) - {"it", "its", "itself"}
# Those who are called by what they do or fight in; none of them is ever a source.
_FIGHTING = frozenset(
    "assailant attacker perpetrator kidnapper captor killer assassin hitman bomber sniper patrol squad"
    " brigade detachment cell column element helicopter plane warplane jet aircraft gunship artillery"
    " tank".split()
)


class Agency:
    """Whether the phrases of one analysis stand for somebody who can act."""

    def __init__(self, analysis: Analysis, syntax: Syntax) -> None:
        self._analysis = analysis
        self._syntax = syntax
        self._named = {
            word
            for mention in analysis.mentions
            if mention.kind in _NAMED
            for word in range(mention.first, mention.last)
        }
        self._inside = set(range(len(analysis))) - set(analysis.sentences[:, 0].tolist())

    def can_act(self, head: int) -> bool:
        """Whether the phrase with this head does."""
        word = plain(self._analysis.word(head))
        tag = self._analysis.upos[head]
        if tag == "PRON":
            return word in _PRONOUNS
        if tag not in ("NOUN", "PROPN") or self.is_time(head):
            return False
        return head in self._named or is_form(word, _FIGHTING) or self._is_agent(head)

    def is_told(self, head: int) -> bool:
        """Whether a phrase tells who did it: a bomb does not, nor do "gunmen" or "the attackers"."""
        return self.may_answer(head) and not self._is_bare(head)

    def may_answer(self, head: int) -> bool:
        """Whether a phrase may be somebody: by its capital too, where no list knows the name."""
        capital = self._analysis.word(head)[:1].isupper()
        tag = self._analysis.upos[head]
        named = tag == "PROPN" or (tag == "NOUN" and capital and head in self._inside)
        return self.can_act(head) or (named and not self.is_time(head))

    def is_time(self, head: int) -> bool:
        """Whether a name is a day's or a month's: "March's attack". May is often a person."""
        word = plain(self._analysis.word(head))
        return word in TIMES and word != "may"

    def _is_bare(self, head: int) -> bool:
        word = plain(self._analysis.word(head))
        described = self._syntax.dependents(head, "nmod", "compound", "appos", "flat")
        return word in _BARE and not described

    def _is_agent(self, head: int) -> bool:
        """By a noun of the lexicon, alone or with the word before it: "death squad"."""
        first = max(0, head - 1)
        words = [plain(self._analysis.word(word)) for word in range(first, head + 1)]
        found = agent_at(words, head - first)
        return found is not None and found.agent.kind in _ACTING


# "Gunmen killed the judge", and three sentences later it is told whose gunmen they are said to be.
_BARE = frozenset(
    "gunman gunmen man men person persons people individual individuals assailant assailants attacker"
    " attackers kidnapper kidnappers killer killers assassin assassins terrorist terrorists perpetrator"
    " perpetrators youth youths someone somebody".split()
)
