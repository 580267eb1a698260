"""How many were killed, injured or arrested, where the sentence of an event says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.codebook.forms import regular_lemmas
from sayso.lexicon.words import lemmas, plain
from sayso.linguistics.numbers import Bounds, bounds
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.event import Count, Magnitude

Harm = Literal["killed", "injured", "arrested"]

_HARMS: dict[str, Harm] = {
    **dict.fromkeys(
        "kill dead death die dying slay slain slew murder massacre behead execute lynch fatality perish".split(),
        "killed",
    ),
    **dict.fromkeys("injure injury wound hurt maim".split(), "injured"),
    **dict.fromkeys("arrest detain detention jail imprison".split(), "arrested"),
}
# Parts of a phrase that put a number on it or bound it.
_NUMBERING = ("nummod", "advmod", "amod", "det", "nmod")
_OBJECTS = ("obj", "nsubj")
_LEFT = frozenset(("leave", "lie"))
_INTRANSITIVE = frozenset(("die", "dying", "perish"))


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people and the word that says what became of them."""

    harm: Harm
    word: int
    count: Count


class Tolls:
    """The numbers of killed, injured and arrested in one document."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax

    def of(self, anchor: int, others: Sequence[int]) -> Magnitude:
        """The numbers that belong to the event at `anchor` and to none of the `others` in its sentence."""
        found: dict[str, Count] = {}
        for toll in self._near(anchor):
            nearest = min((anchor, *others), key=lambda word: (self._distance(toll.word, word), word))
            if nearest == anchor:
                found.setdefault(toll.harm, toll.count)
        return Magnitude(**found)

    def _near(self, anchor: int) -> Iterator[Toll]:
        for first, last in self._sentence(anchor):
            for word in range(first, last):
                harm = _harm(self._text(word))
                if harm is not None and (count := self._count(word)) is not None:
                    yield Toll(harm, word, count)

    def _sentence(self, anchor: int) -> Iterator[Words]:
        sentences = self._syntax.analysis.sentences
        at = int(sentences[:, 0].searchsorted(anchor, side="right")) - 1
        first, last = sentences[at].tolist()
        yield first, last

    def _count(self, word: int) -> Count | None:
        """The number on whom a word of harm takes: its object, its passive subject, or itself."""
        for phrase in self._victims(word):
            numbered = self._numbered(phrase)
            if numbered is not None:
                found, words = numbered
                return Count(found.low, found.high, self._syntax.analysis.span(*words))
        return None

    def _victims(self, word: int) -> Iterator[int]:
        deprels = self._syntax.analysis.deprels
        if self._syntax.analysis.upos[word] in ("NOUN", "ADJ", "NUM"):
            yield word
            head = self._syntax.head(word)
            if head >= 0 and not _LEFT.isdisjoint(_lemmas(self._text(head))):
                yield from self._syntax.dependents(head, "obj")
            if head >= 0 and deprels[word] in ("amod", "acl", "xcomp", "conj"):
                yield head
            return
        own = word
        if not self._syntax.dependents(own, "nsubj", "obj") and self._syntax.relation(own) == "conj":
            own = self._syntax.head(own)
        passive = [c for c in self._syntax.dependents(own, "nsubj") if deprels[c] == "nsubj:pass"]
        intransitive = self._syntax.dependents(own, "nsubj") if _INTRANSITIVE & _lemmas(self._text(word)) else []
        head = self._syntax.head(own)
        participle = [head] if deprels[own] in ("acl", "amod") and head >= 0 else []
        yield from (*self._syntax.dependents(word, "obj"), *passive, *intransitive, *participle)

    def _numbered(self, phrase: int) -> tuple[Bounds, Words] | None:
        """The bounds on a noun and the words that give them."""
        own = [phrase] if self._syntax.analysis.upos[phrase] in ("NUM", "DET", "PRON", "ADJ", "NOUN") else []
        for child in self._syntax.dependents(phrase, "nummod", "det", "amod"):
            own += self._syntax.subtree(child)
        own += [
            w
            for c in self._syntax.dependents(phrase, "advmod", "case")
            for w in self._syntax.subtree(c)
            if w < phrase
        ]
        words = sorted(set(own))
        plain_words = [self._text(word) for word in words]
        found = bounds([word for word in plain_words if word not in ("a", "an")] or plain_words)
        if found is None:
            return None
        kept = [w for w in words if w != phrase or bounds([self._text(phrase)]) is not None]
        kept = kept or words
        return found, (kept[0], kept[-1] + 1)

    def _distance(self, word: int, event: int) -> int:
        """Steps between two words along the tree, 99 where they hang in different sentences."""
        above = {word: 0}
        for steps, node in enumerate(self._syntax.ancestors(word), 1):
            above[node] = steps
        if event in above:
            return above[event]
        for steps, node in enumerate(self._syntax.ancestors(event), 1):
            if node in above:
                return above[node] + steps
        return 99

    def _text(self, word: int) -> str:
        return plain(self._syntax.analysis.word(word))


def _harm(text: str) -> Harm | None:
    return next((_HARMS[lemma] for lemma in sorted(_lemmas(text)) if lemma in _HARMS), None)


def _lemmas(text: str) -> frozenset[str]:
    return frozenset((*lemmas(text), *regular_lemmas(text)))
