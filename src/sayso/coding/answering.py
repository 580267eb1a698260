"""Who is to answer for an event: "claimed responsibility for the attack", "blamed the killing on the rebels".

What somebody is accused of is no fact, whoever tells of the accusation; the word that accuses is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from sayso.coding.acting import Acting
from sayso.coding.agency import Agency
from sayso.coding.forms import is_form
from sayso.lexicon.modality import Effect
from sayso.lexicon.words import plain
from sayso.linguistics.modality import level, presentation
from sayso.linguistics.operators import beside
from sayso.linguistics.syntax import Syntax

Stance = Literal["accused", "claimed", "denied"]

_ANSWERABLE = frozenset("responsible accountable guilty culpable liable answerable".split())
_MATTERS = frozenset("responsibility credit blame guilt authorship culpability".split())
# "Took responsibility for the raid", "denied any responsibility for it".
_OWNING = frozenset(
    "claim take accept admit assume acknowledge deny reject disclaim bear share shoulder own".split()
)
_DENYING = frozenset(("deny", "reject", "disclaim"))
# "Put the blame for the raid on the militia"
_LAYING = frozenset("put lay place pin attribute assign ascribe give".split())
# "Holds them responsible for the raid"
_HOLDING = frozenset("hold find deem consider declare believe call think".split())
# "Accused them of the raid", "blamed them for the raid", "linked them to the raid"
_ACCUSING = frozenset(
    "accuse charge blame suspect indict convict implicate link tie connect fault prosecute try".split()
)
# "Acquitted them of the raid"
_CLEARING = frozenset("acquit clear exonerate absolve".split())
# "Attributed the raid to them", "blamed the raid on them"
_ASCRIBING = frozenset("attribute ascribe impute credit trace blame pin".split())
# "The raid was claimed by the militia", "confessed to the raid"
_CLAIMING = frozenset("claim admit confess acknowledge own".split())
_AUTHORS = frozenset("author perpetrator mastermind culprit planner organiser organizer instigator".split())
_OF = ("for", "of", "in", "with", "to", "behind")
_TOWARDS = ("to", "on", "upon", "at", "with")
_NOMINAL = ("NOUN", "PROPN", "PRON")
_HIGHEST = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is to answer for an event.

    Attributes:
        heads: of the phrases that name them; none where somebody is expressly not accused.
        cue: the word that holds it against them or claims it for them, None where the text itself says it.
        stance: what that word does; `accused` without any meaning where there is none.
    """

    heads: tuple[int, ...]
    cue: int | None
    stance: Stance = "accused"


class Answering:
    """Who is held, or holds themselves, answerable for the events of one document."""

    def __init__(self, syntax: Syntax, agency: Agency, acting: Acting) -> None:
        self._syntax = syntax
        self._agency = agency
        self._acting = acting

    def of(self, word: int) -> Answer | None:
        """The answer for the event that a word names, None where nobody is named."""
        node = word
        for _ in range(_HIGHEST):
            head = self._syntax.head(node)
            found = self._behind(node) or self._below(node) or (self._at(node, head) if head >= 0 else None)
            if found is not None:
                unsaid = self._unsaid(found)
                if unsaid and found.stance == "claimed":
                    return None
                if unsaid == "negated":
                    # whom nobody accuses did nothing, and yet the event is no fact by this
                    return replace(found, heads=())
                heads = tuple(one for one in found.heads if one != word and self._agency.may_answer(one))
                return Answer(heads, found.cue, found.stance) if heads else None
            if head < 0 or not self._goes_on(node, head):
                return None
            node = head
        return None

    def _goes_on(self, node: int, head: int) -> bool:
        """Whether what is above an event is still about it: "the mastermind of the raid", joined nouns."""
        relation = self._syntax.relation(node)
        author = is_form(self._word(node), _AUTHORS) and relation in ("advcl", "xcomp", "ccomp", "obl")
        upos = self._syntax.analysis.upos
        nouns = upos[node] in _NOMINAL and upos[head] in _NOMINAL
        return author or (relation in ("nmod", "conj") and nouns)

    def _at(self, node: int, head: int) -> Answer | None:
        """What the word above an event makes of it."""
        cases = self._cases(node)
        if self._syntax.analysis.upos[head] in ("VERB", "ADJ"):
            return self._under_verb(node, head, cases)
        verb = self._syntax.head(head)
        if verb >= 0 and self._syntax.relation(node) == "acl" and not cases.isdisjoint(_OF):
            # "acquitted the sergeant of beating a man": the tree hangs the deed on the man
            held = is_form(self._word(verb), _ACCUSING | _CLEARING) and self._is_object(head)
            return Answer((head,), verb, self._stance(verb)) if held else None
        return None if cases.isdisjoint(_OF) else self._under_noun(head)

    def _under_noun(self, head: int) -> Answer | None:
        word = self._word(head)
        if is_form(word, _MATTERS):
            return self._owning(head)
        if is_form(word, _AUTHORS):
            return self._author(head)
        return self._answerable(head) if is_form(word, _ANSWERABLE) else None

    def _under_verb(self, node: int, head: int, cases: Set[str]) -> Answer | None:
        word, of = self._word(head), not cases.isdisjoint(_OF)
        if of and is_form(word, _ANSWERABLE):
            return self._answerable(head)
        if is_form(word, _OWNING) and "for" in cases and self._owns_matter(head):
            return self._claimed(node, head)
        if is_form(word, _ASCRIBING) and self._is_object(node):
            return self._towards(head, node)
        if of and (self._holds_answerable(head) or is_form(word, _ACCUSING | _CLEARING)):
            return Answer(tuple(self._joined(self._accused(head))), head, self._stance(head))
        if is_form(word, _CLAIMING) and (self._is_object(node) or "to" in cases):
            return self._claimed(node, head)
        return None

    def _unsaid(self, found: Answer) -> Effect | None:
        """How far nobody claims or accuses here: "no group has claimed the raid", "will blame them"."""
        if found.cue is None:
            return None
        # "an officer said that no group had claimed it": whoever passes that on leaves nobody to claim it
        own = level(beside(self._syntax, found.cue))
        if any(one.effect == "negated" for one in own):
            return "negated"
        effect = presentation(self._syntax, found.cue).effect
        return effect if effect in ("negated", "planned") else None

    # --- the ways of answering ------------------------------------------------------------------

    def _stance(self, verb: int) -> Stance:
        return "denied" if is_form(self._word(verb), _CLEARING) else "accused"

    def _below(self, node: int) -> Answer | None:
        """Of "a raid attributed to the militia", "the killing, claimed by the militia"."""
        for clause in self._syntax.dependents(node, "acl"):
            if self._deprel(clause) == "acl:relcl":
                continue
            if is_form(self._word(clause), _ASCRIBING):
                return self._towards(clause, clause)
            agent = self._acting.agent(clause) if is_form(self._word(clause), _CLAIMING) else None
            if agent is not None:
                return Answer(tuple(self._joined([agent])), clause, "claimed")
        return None

    def _answerable(self, word: int) -> Answer | None:
        """Of "responsible": its subject, whom somebody holds to be it, or the noun that it describes."""
        above, relation = self._syntax.head(word), self._syntax.relation(word)
        held = above >= 0 and relation in ("xcomp", "ccomp", "obj", "advcl")
        held = held and self._syntax.analysis.upos[above] == "VERB"
        own = self._syntax.dependents(word, "nsubj")
        if own:
            return Answer(tuple(self._joined(own)), above if held else None)
        if held:
            return Answer(tuple(self._joined(self._accused(above))), above)
        if relation in ("amod", "acl", "appos") and above >= 0:
            return self._described(above)
        return None

    def _described(self, noun: int) -> Answer:
        """Of "the groups responsible"; the tree may take so what somebody is held to be."""
        first = self._syntax.head(noun) if self._syntax.relation(noun) == "conj" else noun
        verb = self._syntax.head(first) if self._syntax.relation(first) == "obj" else -1
        if verb >= 0 and is_form(self._word(verb), _HOLDING):
            return Answer(tuple(self._joined([first])), verb)
        return Answer(tuple(self._joined([noun])), None)

    def _owning(self, matter: int) -> Answer | None:
        """Of "responsibility": who claims or denies it, on whom it is laid, or whose it is."""
        verb = self._syntax.head(matter)
        if verb >= 0 and is_form(self._word(verb), _LAYING):
            found = self._towards(verb, matter)
            if found is not None:
                return found
        if verb >= 0 and is_form(self._word(verb), _OWNING):
            return self._claimed(matter, verb)
        owners = [d for d in self._syntax.dependents(matter) if self._deprel(d) == "nmod:poss"]
        return Answer(tuple(owners), matter) if owners else None

    def _author(self, word: int) -> Answer | None:
        """Of "the mastermind of the raid": of whom that is said."""
        own = self._syntax.dependents(word, "nsubj")
        if own:
            return Answer(tuple(self._joined(own)), None)
        above = self._syntax.head(word)
        if self._syntax.relation(word) == "appos" and above >= 0:
            return Answer((above,), None)
        if "as" in self._cases(word) and above >= 0 and self._accused(above):
            return Answer(tuple(self._joined(self._accused(above))), above)
        return None

    def _behind(self, node: int) -> Answer | None:
        """Of "the militia is behind the raid": the militia."""
        own = self._syntax.dependents(node, "nsubj")
        return Answer(tuple(self._joined(own)), None) if own and "behind" in self._cases(node) else None

    def _holds_answerable(self, verb: int) -> bool:
        """Whether a verb holds somebody responsible: "held the militia responsible for the raid"."""
        beside = self._syntax.dependents(verb, "xcomp", "obj", "advcl", "obl")
        return any(is_form(self._word(d), _ANSWERABLE) for d in beside)

    def _towards(self, verb: int, node: int) -> Answer | None:
        """To whom something is ascribed; the tree may hang them on that, or on what that is of."""
        below = (d for d in self._syntax.dependents(node, "nmod") if d > node)
        places = (verb, node, *below)
        for child in (d for place in places for d in self._syntax.dependents(place, "obl", "nmod")):
            if not self._cases(child).isdisjoint(_TOWARDS) and self._agency.may_answer(child):
                return Answer(tuple(self._joined([child])), verb)
        return None

    def _claimed(self, node: int, verb: int) -> Answer | None:
        """Who claims what `node` names: the subject, or in the passive who stands behind "by"."""
        passive = self._deprel(node) == "nsubj:pass"
        found = self._acting.agent(verb) if passive else self._acting.subject(verb)
        stance: Stance = "denied" if is_form(self._word(verb), _DENYING) else "claimed"
        return None if found is None else Answer(tuple(self._joined([found])), verb, stance)

    def _accused(self, verb: int) -> Sequence[int]:
        """Whom a verb accuses: its object, its subject in the passive, or the noun it describes."""
        passive = [d for d in self._syntax.dependents(verb, "nsubj") if self._deprel(d) == "nsubj:pass"]
        found = self._syntax.dependents(verb, "obj") or passive
        if found:
            return found[:1]
        described = self._deprel(verb) == "acl" and not self._syntax.dependents(verb, "nsubj")
        return [self._syntax.head(verb)] if described else []

    # --- small questions ------------------------------------------------------------------------

    def _owns_matter(self, verb: int) -> bool:
        """Whether the object of a verb is "responsibility": "claimed credit at the time for both raids"."""
        return any(is_form(self._word(d), _MATTERS) for d in self._syntax.dependents(verb, "obj"))

    def _joined(self, heads: Iterable[int]) -> Iterable[int]:
        for head in heads:
            yield head
            yield from (d for d in self._syntax.dependents(head, "conj") if self._agency.can_act(d))

    def _is_object(self, node: int) -> bool:
        """Of a verb; some trees take "blamed the bombing of …" for a clause."""
        bare = self._syntax.relation(node) == "ccomp" and self._syntax.analysis.upos[node] == "NOUN"
        return self._syntax.relation(node) == "obj" or self._deprel(node) == "nsubj:pass" or bare

    def _cases(self, node: int) -> set[str]:
        return {self._word(case) for case in self._syntax.dependents(node, "case", "mark")}

    def _deprel(self, word: int) -> str:
        return self._syntax.analysis.deprels[word]

    def _word(self, index: int) -> str:
        return plain(self._syntax.analysis.word(index))
