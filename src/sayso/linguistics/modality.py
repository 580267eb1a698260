"""How whoever tells of an event presents it: as having happened, as open, as yet to come, as not so.

Read off the dependency tree: words beside the event ("may", "not", "no"), then what governs it ("plans
to …", "threat of …", "failed to …"), upwards until a clause stands on its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lexicon.modality import Effect, Kind, modifier
from sayso.lexicon.words import lemmas, plain
from sayso.linguistics.syntax import Syntax

# How far up the tree an event can be governed: "was said to be planning to try to seize it".
_DEEPEST = 8
_NOMINAL = ("NOUN", "PROPN", "PRON")
_OCCURRING = frozenset(
    ("be", "take", "happen", "occur", "begin", "start", "resume", "continue", "come", "go", "last")
)
_FIRST_OR_LAST = frozenset(
    ("first", "last", "only", "one", "latest", "second", "third", "man", "woman", "person")
)
_OPEN_TIMES = frozenset(("until", "once", "when", "before", "after", "as"))
_KINDS: dict[str, Kind] = {"det": "determiner", "amod": "adjective", "case": "mark"}
_NAMES = {"negated": "negator", "possible": "hedge"}
_UNREAL = frozenset(("would", "could", "should", "'d"))


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that says how an event is presented.

    Attributes:
        effect: what it makes of the event.
        kind: `negator`, `modal`, `hedge`, `condition`, `purpose`, `governor` or `question`.
        word: its index.
    """

    effect: Effect
    kind: str
    word: int


def operators(syntax: Syntax, event: int) -> tuple[Operator, ...]:
    """Everything that says how the event named by a word is presented, nearest first."""
    return tuple(_Climb(syntax, event).found())


class _Climb:
    """From one event upwards through what governs it."""

    def __init__(self, syntax: Syntax, event: int) -> None:
        self._syntax = syntax
        self._event = event

    def found(self) -> Iterator[Operator]:
        word = self._event
        yield from self._beside(word)
        for _ in range(_DEEPEST):
            head = self._syntax.head(word)
            if head < 0:
                break
            step = self._step(word, head)
            if step is None:
                break
            given, follows = step
            yield from given
            if not follows:
                break
            yield from self._beside(head, below=word)
            word = head
        yield from self._asked(word)

    # --- beside a word --------------------------------------------------------------------------

    def _beside(self, word: int, below: int | None = None) -> Iterator[Operator]:
        """Auxiliaries, adverbs, negators, determiners and conjunctions that belong to a word."""
        for child in self._own(word, below):
            relation, text = self._syntax.relation(child), self._word(child)
            if relation == "aux":
                yield from self._modal(child)
            elif relation in ("advmod", "cc", "case", "det", "amod", "obl", "nmod") or text in (
                "n't",
                "not",
                "no",
            ):
                yield from self._plain_modifier(child, relation)
            elif relation == "mark":
                yield from self._marked(word, child)

    def _own(self, word: int, below: int | None) -> list[int]:
        """The dependents of a word without the one that the climb came from."""
        return [c for c in self._syntax.dependents(word) if c != below]

    def _modal(self, child: int) -> Iterator[Operator]:
        found = modifier(self._word(child), "modal")
        if found is not None:
            kind = "hedge" if found.effect == "possible" else "modal"
            yield Operator("negated" if self._is_counterfactual(child) else found.effect, kind, child)

    def _is_counterfactual(self, child: int) -> bool:
        """Whether it did not happen: "would have attacked"; "may have", "will have" leave that open."""
        others = self._syntax.dependents(self._syntax.head(child), "aux")
        return self._word(child) in _UNREAL and any(self._word(other) in ("have", "'ve") for other in others)

    def _plain_modifier(self, child: int, relation: str) -> Iterator[Operator]:
        found = modifier(self._word(child), _KINDS.get(relation, "adverb"))
        if found is not None and relation not in ("obl", "nmod"):
            yield Operator(found.effect, _NAMES.get(found.effect, "modal"), child)

    def _marked(self, word: int, child: int) -> Iterator[Operator]:
        text = self._word(child)
        found = modifier(text, "mark")
        if found is not None and (text != "should" or found.effect == "planned"):
            yield Operator(found.effect, "negator" if found.effect == "negated" else "condition", child)
        elif text == "to" and self._syntax.relation(word) == "advcl":
            yield Operator("planned", "purpose", child)
        elif text in _OPEN_TIMES and self._is_present(word):
            yield Operator("planned", "condition", child)

    def _is_present(self, word: int) -> bool:
        """Whether a clause stands in the present: "before the army withdraws"."""
        if self._syntax.analysis.upos[word] != "VERB" or self._syntax.dependents(word, "aux"):
            return False
        text = self._word(word)
        bare = text in _own_lemma(text)
        return (
            bool(self._syntax.dependents(word, "nsubj"))
            and (bare or text.endswith("s"))
            and not text.endswith("ss")
        )

    # --- above a word ---------------------------------------------------------------------------

    def _step(self, word: int, head: int) -> tuple[list[Operator], bool] | None:
        """What the head says about a word below it, and whether what governs the head governs it too."""
        relation = self._syntax.analysis.deprels[word]
        nominal = self._is_nominal(word)
        if relation == "acl:relcl":
            return None
        if nominal:
            return self._over_noun(word, head, relation.partition(":")[0])
        return self._over_clause(word, head, relation.partition(":")[0])

    def _over_clause(self, word: int, head: int, relation: str) -> tuple[list[Operator], bool] | None:
        if relation == "conj":
            shares = not self._syntax.dependents(word, "nsubj")
            return ([], True) if shares else None
        if relation in ("ccomp", "xcomp", "csubj"):
            given = self._governed(word, head, noun=False)
            return given, relation == "xcomp" or self._is_carrying(head) or bool(given)
        if relation == "acl":
            return self._under_noun(word, head)
        if relation in ("advcl", "obl"):
            return self._adverbial(word, head)
        return None

    def _adverbial(self, word: int, head: int) -> tuple[list[Operator], bool] | None:
        marks = [self._word(m) for m in self._syntax.dependents(word, "mark", "case")]
        subject = self._syntax.dependents(word, "nsubj")
        if self._syntax.analysis.upos[head] == "ADJ":
            return self._governed(word, head, noun=False), True
        if not marks and not subject:
            # "may have attacked, killing nine"
            return [], True
        if (
            any(mark in ("by", "from", "into", "in", "of", "on", "against", "for", "to") for mark in marks)
            and not subject
        ):
            given = self._governed(word, head, noun=False)
            return given, "by" in marks or bool(given)
        return None

    def _under_noun(self, word: int, head: int) -> tuple[list[Operator], bool] | None:
        infinitive = any(self._word(m) == "to" for m in self._syntax.dependents(word, "mark"))
        if not infinitive:
            marks = self._syntax.dependents(word, "mark")
            return (self._governed(word, head, noun=False), False) if marks else None
        given = self._governed(word, head, noun=False)
        if given or self._word(head) in _FIRST_OR_LAST:
            return given, bool(given)
        mark = self._syntax.dependents(word, "mark")[0]
        return [Operator("planned", "purpose", mark)], False

    def _over_noun(self, word: int, head: int, relation: str) -> tuple[list[Operator], bool] | None:
        if relation == "conj":
            return [], True
        if relation in ("nmod", "compound", "obl"):
            given = self._governed(word, head, noun=True)
            owner = self._syntax.analysis.deprels[word].endswith(":poss")
            if owner or (relation == "obl" and not given and not self._is_carrying(head)):
                return None
            return given, bool(given) or (relation == "obl" and self._is_carrying(head))
        if relation in ("obj", "nsubj", "xcomp", "ccomp", "root", "appos"):
            return self._argument(word, head, relation)
        return None

    def _argument(self, word: int, head: int, relation: str) -> tuple[list[Operator], bool] | None:
        subject = relation == "nsubj"
        passive = self._syntax.analysis.deprels[word] == "nsubj:pass"
        given = (
            self._governed(word, head, noun=True)
            if passive or not subject or self._is_adjective(head)
            else []
        )
        carried = self._is_carrying(head) if not subject or passive else self._is_occurring(head)
        if subject and not passive and not carried and self._is_indefinite(word):
            given = [*given, *(o for o in self._beside(head, below=word) if o.effect == "planned")]
        return given, carried or bool(given)

    def _governed(self, word: int, head: int, *, noun: bool) -> list[Operator]:
        """What a governing word itself makes of what it governs."""
        tag = self._syntax.analysis.upos[head]
        kind: Kind = "noun" if tag in ("NOUN", "PROPN") else "adjective" if tag in ("ADJ", "ADV") else "verb"
        particles = [self._word(c) for c in self._syntax.dependents(head, "compound", "advmod")]
        particles += [self._word(c) for c in self._syntax.dependents(word, "case", "mark")]
        found = modifier(self._word(head), kind, particles=particles)
        if found is None and kind == "adjective":
            found = modifier(self._word(head), "verb", particles=particles)
        if found is None or found.effect == "actual" or (noun and found.clauses_only):
            return []
        if kind == "noun" and noun and found.effect == "planned" and not self._is_of(word):
            return []
        effect = found.negated if self._is_negated(head) else found.effect
        return [Operator(effect, "governor", head)]

    def _is_of(self, word: int) -> bool:
        """Whether a noun hangs on another as what that is about: "threat of", "plan for", "attack plan"."""
        if self._syntax.relation(word) == "compound":
            return True
        cases = [self._word(c) for c in self._syntax.dependents(word, "case")]
        return any(case in ("of", "for", "about", "on", "to", "against") for case in cases)

    # --- small questions ------------------------------------------------------------------------

    def _is_negated(self, word: int) -> bool:
        children = self._syntax.dependents(word, "advmod", "det", "aux", "cc")
        return any(
            (m := modifier(self._word(c), "adverb")) and m.effect == "negated" for c in children
        ) or any(self._word(c) == "no" for c in children)

    def _is_carrying(self, head: int) -> bool:
        """Whether a verb only carries an event noun or another verb: "carried out an attack"."""
        particles = [self._word(c) for c in self._syntax.dependents(head, "compound")]
        return modifier(self._word(head), "carrier", particles=particles) is not None

    def _is_occurring(self, head: int) -> bool:
        return not _OCCURRING.isdisjoint(lemmas(self._word(head))) or self._is_adjective(head)

    def _is_adjective(self, word: int) -> bool:
        return self._syntax.analysis.upos[word] == "ADJ"

    def _is_indefinite(self, word: int) -> bool:
        determiners = [self._word(c) for c in self._syntax.dependents(word, "det")]
        bare = not determiners and not self._syntax.dependents(word, "nmod")
        return bare or any(d in ("a", "an", "any", "another") for d in determiners)

    def _is_nominal(self, word: int) -> bool:
        return self._syntax.analysis.upos[word] in _NOMINAL

    def _asked(self, word: int) -> Iterator[Operator]:
        """A question mark over the clause that the climb ended in."""
        if self._syntax.head(word) >= 0:
            return
        for child in reversed(self._syntax.dependents(word, "punct")):
            if self._word(child) == "?":
                yield Operator("possible", "question", child)
                return

    def _word(self, index: int) -> str:
        return plain(self._syntax.analysis.word(index))


def _own_lemma(text: str) -> tuple[str, ...]:
    """The word where it is no form of another: "withdraw", not "withdrew"."""
    return () if len(lemmas(text)) > 1 else (text,)
