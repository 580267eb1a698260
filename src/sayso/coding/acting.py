"""Who does what an event is, as the tree tells: the subject, "by …", the owner, or who carries it out.

Asked where the encoder points to nobody. What stands there is taken only where it can act at all: in "a
bomb killed nine" nobody is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.codebook import Codebook, Trigger
from sayso.codebook.trigger import LightVerb
from sayso.coding.agency import Agency
from sayso.coding.forms import forms, is_form
from sayso.lexicon.words import plain
from sayso.linguistics.agreement import RELATIVE
from sayso.linguistics.syntax import Syntax

# What its owner suffers: "the senator's kidnapping".
_SUFFERED = frozenset(
    "murder killing assassination kidnapping abduction death slaying execution arrest detention capture"
    " beating imprisonment expulsion rape lynching disappearance shooting massacre torture wounding".split()
)
_VERBAL = ("VERB", "AUX")
_LONGEST_CLIMB = 4


class Acting:
    """The actors of the events of one document by the tree."""

    def __init__(self, syntax: Syntax, agency: Agency, codebook: Codebook) -> None:
        self._syntax = syntax
        self._agency = agency
        self._light: dict[str, list[LightVerb]] = {}
        for verb in codebook.light_verbs:
            self._light.setdefault(verb.lemma, []).append(verb)

    def of(self, word: int, trigger: Trigger | None) -> int | None:
        """The head of the phrase that names the actor, None where none does."""
        verbal = self._syntax.analysis.upos[word] in _VERBAL
        found = self._of_verb(word, trigger) if verbal else self._of_noun(word, trigger)
        return found if found is not None and self._agency.can_act(found) else None

    def sure(self, word: int) -> int | None:
        """The actor where the tree leaves no doubt: "was killed by rebels", "rebels carried out the raid"."""
        agent = self.agent(word)
        if agent is not None or self._syntax.analysis.upos[word] in _VERBAL:
            return agent
        carrying = self._carrying(word)
        return carrying if carrying is not None and self._agency.can_act(carrying) else None

    def agent(self, word: int) -> int | None:
        """Who stands behind "by": "was killed by rebels", "an attack by rebels"; None for what cannot act."""
        for child in self._syntax.dependents(word, "obl", "nmod"):
            cases = [self._word(case) for case in self._syntax.dependents(child, "case")]
            if "by" in cases and self._agency.can_act(child):
                return child
        return None

    def subject(self, verb: int) -> int | None:
        """Who does what a verb says, also where it stands higher up: "tried to seize", "came and burned"."""
        for _ in range(_LONGEST_CLIMB):
            own = self._syntax.dependents(verb, "nsubj")
            if own:
                return None if self.is_passive(verb) else self._antecedent(own[0], verb)
            above, relation = self._syntax.head(verb), self._syntax.relation(verb)
            if above < 0 or self.is_passive(verb):
                return None
            if relation == "xcomp":
                ordered = self._syntax.dependents(above, "obj") or self._passive_subject(above)
                if ordered:
                    return ordered[0]
            elif relation == "acl":
                return self._modified(verb, above)
            elif relation not in ("conj", "advcl") or self._is_participle(verb, above):
                return None
            verb = above
        return None

    # --- verbs and nouns ------------------------------------------------------------------------

    def _of_verb(self, word: int, trigger: Trigger | None) -> int | None:
        agent = self.agent(word)
        if agent is not None:
            return agent if trigger is None or trigger.role("by") == "actor" else None
        if trigger is not None and trigger.role("subject") != "actor":
            return None
        return self.subject(word)

    def _of_noun(self, word: int, trigger: Trigger | None) -> int | None:
        agent = self.agent(word)
        if agent is not None:
            return agent
        carrying = self._carrying(word)
        if carrying is not None:
            return carrying
        owners = [d for d in self._syntax.dependents(word) if self._deprel(d) == "nmod:poss"]
        owned = trigger is not None and trigger.role("owner") == "actor"
        return owners[0] if owners and owned and not is_form(self._word(word), _SUFFERED) else None

    def _carrying(self, word: int) -> int | None:
        """Who carries out, stages or launches what a noun names."""
        verb, relation = self._syntax.head(word), self._deprel(word)
        if verb >= 0 and self._is_light(verb):
            if relation == "nsubj:pass":
                return self.agent(verb)
            if self._syntax.relation(word) in ("obj", "obl"):
                return self.subject(verb)
        for clause in self._syntax.dependents(word, "acl"):
            if self._is_light(clause):
                return self.agent(clause)
        return None

    def _is_light(self, verb: int) -> bool:
        """Whether a verb makes its subject the actor of the noun that it carries."""
        after = " ".join(self._word(verb + n) for n in range(1, 3) if verb + n < len(self._syntax.analysis))
        for lemma in forms(self._word(verb)):
            for light in self._light.get(lemma, ()):
                if light.subject in ("actor", "both") and after.startswith(" ".join(light.particle)):
                    return True
        return False

    # --- small questions ------------------------------------------------------------------------

    def _modified(self, verb: int, noun: int) -> int | None:
        """Of a clause under a noun: "rebels attacking the post", "an attempt by rebels to seize it"."""
        if "to" in [self._word(mark) for mark in self._syntax.dependents(verb, "mark")]:
            owners = [d for d in self._syntax.dependents(noun) if self._deprel(d) == "nmod:poss"]
            agent = self.agent(noun)
            return agent if agent is not None else owners[0] if owners else None
        return noun if self._word(verb).endswith("ing") else None

    def _antecedent(self, subject: int, verb: int) -> int | None:
        """For "who" the noun that the clause tells of."""
        if self._word(subject) not in RELATIVE:
            return subject
        noun = self._syntax.head(verb)
        return noun if self._deprel(verb) == "acl:relcl" and noun >= 0 else None

    def _passive_subject(self, verb: int) -> Sequence[int]:
        return [d for d in self._syntax.dependents(verb, "nsubj") if self._deprel(d) == "nsubj:pass"]

    def is_passive(self, verb: int) -> bool:
        """Whether a verb tells what is done to its subject: "was killed"."""
        return any(self._deprel(d) in ("nsubj:pass", "aux:pass") for d in self._syntax.dependents(verb))

    def _is_participle(self, verb: int, above: int) -> bool:
        """Whether a verb shares its helping verb with a passive one: "was kidnapped and murdered"."""
        return self._syntax.relation(verb) == "conj" and self.is_passive(above)

    def _deprel(self, word: int) -> str:
        return self._syntax.analysis.deprels[word]

    def _word(self, index: int) -> str:
        return plain(self._syntax.analysis.word(index))
