"""What governs an event: the verb, noun or adjective above it, and whether what is above that counts."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lexicon.modality import Effect, Kind, Modifier, modifier
from sayso.lexicon.words import lemmas, plain
from sayso.linguistics.operators import Operator
from sayso.linguistics.syntax import Syntax

_NOMINAL = ("NOUN", "PROPN", "PRON")
_OCCURRING = frozenset("be take happen occur begin start resume come go erupt follow ensue open".split())
_FIRST_OR_LAST = frozenset(
    ("first", "last", "only", "one", "latest", "second", "third", "fourth", "fifth", "man", "woman", "person")
)
# Prepositions whose gerund shares in what the verb above is said to be.
_SHARING = frozenset(
    ("by", "from", "into", "in", "of", "on", "against", "for", "to", "with", "at", "about", "as")
)
_OF = frozenset(("of", "for", "about", "on", "to", "against", "over", "that"))
# "Will travel there for talks", "will answer with an attack".
_MEANT = frozenset(("for", "with"))
_INDEFINITE = frozenset(("a", "an", "any", "another", "no", "some", "more"))
# What may stand in front of an imperative.
_LEADING = frozenset(("punct", "discourse", "vocative", "cc", "advmod"))
_PRONOUNS = frozenset("it i we you he she they".split())
_COPULAS_PAST = frozenset(("was", "were", "had"))


@dataclass(frozen=True, slots=True)
class Step:
    """One step up.

    Attributes:
        operators: what the head itself says about what is below it.
        follows: whether the words beside the head and above it speak of the event too.
        weighed: whether the negators of the head have been weighed already.
        only_to_come: whether of the words beside the head only those count that speak of what is to come.
    """

    operators: tuple[Operator, ...] = ()
    follows: bool = False
    weighed: bool = False
    only_to_come: bool = False

    def passes(self, one: Operator) -> bool:
        """Whether a word beside the head still counts."""
        if self.only_to_come:
            return one.effect == "planned"
        return not (self.weighed and one.kind == "negator")


_STOP = Step()
_ON = Step(follows=True)


class Governing:
    """What governs the words of one analysis."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax

    def head(self, word: int) -> int:
        """The word above; for the subject of "failed to start" the verb that tells of it, "start"."""
        head = self._syntax.head(word)
        if head < 0 or self._syntax.relation(word) != "nsubj" or not self._is_nominal(word):
            return head
        lower = head
        for _ in range(4):
            below = [c for c in self._syntax.dependents(lower, "xcomp") if not self._is_nominal(c)]
            if not below:
                break
            lower = below[0]
        return lower if lower != head and self._tells_of_subject(lower) else head

    def step(self, word: int, head: int) -> Step:
        """From a word to the head above it."""
        full = self._syntax.analysis.deprels[word]
        relation = self._syntax.relation(word)
        if full == "acl:relcl":
            return _ON if self._is_cleft(head) else _STOP
        if full == "nmod:poss":
            return _STOP
        if relation == "conj":
            return self._joined(word, head)
        if self._is_nominal(word) and not self._is_predicate(word):
            return self._over_noun(word, head, relation)
        return self._over_clause(word, head, relation)

    def closing(self, event: int, top: int) -> list[Operator]:
        """What counts only where nothing else has: "any attack", a question mark, an imperative."""
        determiners = self._syntax.dependents(event, "det")
        found = [Operator("planned", "modal", c) for c in determiners if self._word(c) == "any"]
        if self._syntax.head(top) < 0:
            marks = [c for c in self._syntax.dependents(top, "punct") if self._word(c) == "?"]
            found += [Operator("possible", "question", mark) for mark in marks[-1:]]
            found += [Operator("planned", "modal", top)] if self._is_imperative(top) else []
        return found

    # --- clauses --------------------------------------------------------------------------------

    def _over_clause(self, word: int, head: int, relation: str) -> Step:
        if relation in ("ccomp", "xcomp", "csubj"):
            step = self._governed(word, head, noun=False)
            return step if step else Step(follows=relation == "xcomp")
        if relation == "acl":
            return self._under_noun(word, head)
        if relation in ("advcl", "obl"):
            return self._adverbial(word, head)
        return _STOP

    def _joined(self, word: int, head: int) -> Step:
        """What joined words share: "will arrest and expel" all, "did not attack but withdrew" nothing."""
        conjunction = [self._word(c) for c in self._syntax.dependents(word, "cc")]
        turned = any(c in ("but", "rather", "instead", "yet") for c in conjunction)
        if self._is_nominal(word):
            return Step(follows=True, weighed=turned)
        if self._syntax.dependents(word, "nsubj") or self._has_own_form(word, head):
            return _STOP
        return Step(follows=True, weighed=turned)

    def _has_own_form(self, word: int, head: int) -> bool:
        """Whether a joined verb stands on its own: other auxiliaries, or another form."""
        if any(self._syntax.relation(c) == "aux" for c in self._syntax.dependents(word)):
            return True
        return self._form(word) != self._form(head)

    def _form(self, word: int) -> str:
        text = self._word(word)
        if text.endswith("ing"):
            return "ing"
        if text.endswith("ed") or (len(lemmas(text)) > 1 and not text.endswith("s")):
            return "past"
        if self._syntax.analysis.upos[word] != "VERB":
            return "none"
        helped = [self._word(c) for c in self._syntax.dependents(word, "aux")]
        if any(h in ("have", "has", "had", "'ve", "be", "been", "was", "were", "being") for h in helped):
            return "past"
        return "present" if text.endswith("s") and not text.endswith("ss") else "bare"

    def _adverbial(self, word: int, head: int) -> Step:
        marks = [self._word(m) for m in self._syntax.dependents(word, "mark", "case")]
        if self._syntax.dependents(word, "nsubj"):
            return self._governed(word, head, noun=False) or _STOP if self._is_adjective(head) else _STOP
        bound = not _SHARING.isdisjoint(marks) or self._is_adjective(head)
        step = self._governed(word, head, noun=False) if bound else None
        if step is not None:
            return step
        if "to" in marks:
            return self._purpose(word, head)
        # "May have attacked, killing nine"; "will answer by shelling the port".
        return Step(follows=not marks or "by" in marks)

    def _purpose(self, word: int, head: int) -> Step:
        mark = next((m for m in self._syntax.dependents(word, "mark") if self._word(m) == "to"), word)
        if self._is_adjective(head):
            too = [c for c in self._syntax.dependents(head, "advmod") if self._word(c) == "too"]
            return Step((Operator("negated", "governor", too[0]),)) if too else _ON
        return Step((Operator("planned", "purpose", mark),))

    def _under_noun(self, word: int, head: int) -> Step:
        infinitive = [m for m in self._syntax.dependents(word, "mark") if self._word(m) == "to"]
        step = self._governed(word, head, noun=False)
        if step is not None:
            return step
        if not infinitive or self._word(head) in _FIRST_OR_LAST:
            return _STOP
        return Step((Operator("planned", "purpose", infinitive[0]),))

    # --- nouns ----------------------------------------------------------------------------------

    def _over_noun(self, word: int, head: int, relation: str) -> Step:
        prepositional = self._is_nominal(head) and bool(self._syntax.dependents(word, "case"))
        if relation in ("nmod", "compound") or prepositional:
            return self._governed(word, head, noun=True) or _STOP
        if relation == "obl":
            return self._oblique(word, head)
        bare = relation == "advcl" and not self._syntax.dependents(word, "case", "mark")
        if bare or relation in ("obj", "nsubj", "xcomp", "ccomp"):
            return self._argument(word, head, relation)
        return _STOP

    def _oblique(self, word: int, head: int) -> Step:
        step = self._governed(word, head, noun=True)
        if step is not None:
            return step
        cases = [self._word(c) for c in self._syntax.dependents(word, "case")]
        if "with" in cases and "do" in lemmas(self._word(head)):
            return self._involved(self._syntax.head(head))
        meant = self._is_indefinite(word) and not _MEANT.isdisjoint(cases)
        return Step(follows=self._is_carrying(head) or meant)

    def _involved(self, share: int) -> Step:
        """What "had nothing to do with the attack" makes of it: the speaker's own part in it is denied."""
        if share >= 0 and self._word(share) in ("nothing", "little"):
            return Step((Operator("negated", "negator", share),))
        return _STOP

    def _argument(self, word: int, head: int, relation: str) -> Step:
        passive = self._syntax.analysis.deprels[word] == "nsubj:pass"
        subject = relation == "nsubj" and not passive
        if not subject or self._is_adjective(head):
            step = self._governed(word, head, noun=True)
            if step is not None:
                return step
        if self._tells_of_subject(head) if relation == "nsubj" else self._is_carrying(head):
            return _ON
        # "An attack would kill thousands"
        return Step(follows=subject and self._is_indefinite(word), only_to_come=True)

    def _tells_of_subject(self, head: int) -> bool:
        """Whether a verb only says of its subject that it occurs: "began", "were held", "are likely"."""
        if not _OCCURRING.isdisjoint(lemmas(self._word(head))) or self._is_adjective(head):
            return True
        passive = any(self._syntax.analysis.deprels[c] == "aux:pass" for c in self._syntax.dependents(head))
        return passive and (self._is_carrying(head) or self._modifier(head, head, noun=True) is not None)

    # --- the governing word ---------------------------------------------------------------------

    def _governed(self, word: int, head: int, *, noun: bool) -> Step | None:
        """What a governing word itself makes of what it governs; None where it says nothing."""
        found = self._modifier(word, head, noun=noun)
        if found is None:
            return None
        effect = self._effect(found, word, head)
        weighed = found.effect != "actual" or effect != "actual"
        own = () if effect == "actual" else (Operator(effect, "governor", head),)
        return Step(own, follows=effect != "reported", weighed=weighed)

    def _effect(self, found: Modifier, word: int, head: int) -> Effect:
        if self._is_negated(head):
            return found.negated
        if self._is_awaited(word, head):
            return "negated"
        if found.past and self._is_past(head):
            return found.past
        if found.finite and self._is_told_of_the_past(word):
            return found.finite
        return found.effect

    def _modifier(self, word: int, head: int, *, noun: bool) -> Modifier | None:
        particles = [self._word(c) for c in self._syntax.dependents(head, "compound", "advmod")]
        if word != head:
            particles += [self._word(c) for c in self._syntax.dependents(word, "case", "mark")]
        for kind in self._kinds(word, head):
            found = modifier(self._word(head), kind, particles=particles)
            if found is not None:
                break
        else:
            return None
        if noun and found.clauses_only:
            return None
        if kind == "noun" and noun and found.effect in ("planned", "actual") and not self._is_of(word):
            return None
        return found

    def _kinds(self, word: int, head: int) -> tuple[Kind, ...]:
        """What a head may be: as its tag says, and as the word hangs on it where the tag is in doubt."""
        tag = self._syntax.analysis.upos[head]
        hung: Kind = "noun" if self._syntax.relation(word) in ("nmod", "compound", "acl") else "verb"
        if tag in ("NOUN", "PROPN"):
            return ("noun",) if hung == "noun" or word == head else ("noun", hung)
        if tag in ("ADJ", "ADV"):
            return ("adjective", "verb")
        if tag not in ("VERB", "AUX"):
            return ("noun", "verb")
        return ("verb",) if hung == "verb" else ("verb", hung)

    def _is_of(self, word: int) -> bool:
        """Whether a noun hangs on another as what that is about: "threat of", "plan for", "attack plan"."""
        if self._syntax.relation(word) == "compound":
            return True
        return any(self._word(case) in _OF for case in self._syntax.dependents(word, "case", "mark"))

    def _is_told_of_the_past(self, word: int) -> bool:
        """Whether a clause tells of the past: "that the army had left", "to have left"."""
        marks = [self._word(c) for c in self._syntax.dependents(word, "mark")]
        if not self._syntax.dependents(word, "nsubj") and "to" not in marks:
            return False
        helped = [self._word(c) for c in self._syntax.dependents(word, "aux")]
        if helped:
            return helped[0] in ("had", "has", "have", "was", "were", "did", "'ve")
        return "to" not in marks and self._form(word) == "past"

    def _is_past(self, head: int) -> bool:
        """Whether a governing word tells of the past: "was able", "allowed", "had to"."""
        helpers = [self._word(c) for c in self._syntax.dependents(head, "aux", "cop")]
        if helpers:
            return not _COPULAS_PAST.isdisjoint(helpers) or helpers[0] in ("has", "have", "'ve")
        return self._form(head) == "past"

    def _is_awaited(self, word: int, head: int) -> bool:
        """Whether it is still to come: "has yet to sign"."""
        beside = (c for one in (word, head) for c in self._syntax.dependents(one, "advmod"))
        yet = any(self._word(c) == "yet" for c in beside)
        return yet and not {"have", "be", "remain"}.isdisjoint(lemmas(self._word(head)))

    # --- small questions ------------------------------------------------------------------------

    def _is_negated(self, word: int) -> bool:
        for child in self._syntax.dependents(word, "advmod", "det", "cc"):
            text = self._word(child)
            found = modifier(text, "determiner" if self._syntax.relation(child) == "det" else "adverb")
            if found is not None and found.effect == "negated" and text not in ("longer", "nearly", "almost"):
                return True
        return False

    def _is_carrying(self, head: int) -> bool:
        """Whether a verb only carries an event noun or another verb: "carried out an attack"."""
        particles = [self._word(c) for c in self._syntax.dependents(head, "compound")]
        return modifier(self._word(head), "carrier", particles=particles) is not None

    def _is_imperative(self, word: int) -> bool:
        """Whether a bare verb heads its sentence: "let us fight"."""
        text = self._word(word)
        bare = lemmas(text) == (text,) and not text.endswith(("ed", "s"))
        if self._syntax.analysis.upos[word] != "VERB" or not bare:
            return False
        if self._syntax.dependents(word, "nsubj", "aux", "expl"):
            return False
        before = [c for c in self._syntax.dependents(word) if c < word]
        return _LEADING.issuperset(map(self._syntax.relation, before))

    def _is_adjective(self, word: int) -> bool:
        return self._syntax.analysis.upos[word] == "ADJ"

    def _is_indefinite(self, word: int) -> bool:
        determiners = [self._word(c) for c in self._syntax.dependents(word, "det")]
        bare = not determiners and not self._syntax.dependents(word, "nmod")
        return bare or any(d in _INDEFINITE for d in determiners)

    def _is_nominal(self, word: int) -> bool:
        return self._syntax.analysis.upos[word] in _NOMINAL

    def _is_cleft(self, word: int) -> bool:
        """Whether a relative clause tells what its sentence tells: "it was not us who shelled the school"."""
        subjects = [self._word(c) for c in self._syntax.dependents(word, "nsubj", "expl")]
        return self._is_predicate(word) and not _PRONOUNS.isdisjoint(subjects)

    def _is_predicate(self, word: int) -> bool:
        """Whether a noun is the predicate of a clause: "it may have been an attack"."""
        return bool(self._syntax.dependents(word, "cop"))

    def _word(self, index: int) -> str:
        return plain(self._syntax.analysis.word(index))
