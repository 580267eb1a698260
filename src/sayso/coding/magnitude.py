"""How many were killed, injured or arrested, where the sentence of an event says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sayso.codebook.forms import regular_lemmas
from sayso.lexicon.words import lemmas, plain
from sayso.linguistics.numbers import Bounds, bounds
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.event import Count, Magnitude

Harm = Literal["killed", "injured", "arrested"]

_HARMS: dict[str, Harm] = {
    **dict.fromkeys(
        (
            "kill dead death die dying slay slain slew murder massacre behead execute lynch fatality perish"
        ).split(),
        "killed",
    ),
    **dict.fromkeys("injure injury wound hurt maim".split(), "injured"),
    **dict.fromkeys("arrest detain detention jail imprison".split(), "arrested"),
}
# Prepositions that bound a number, and those that only join its phrase to the rest.
_BOUNDING = ("between", "up", "around", "about", "over", "under", "near", "at", "above", "below", "close")
_PLAIN = frozenset(("to", "of", "in", "with", "by", "for", "from", "on", "into", "against"))
# Words before a number that bound it, and the most words of such a phrase.
_BEFORE = frozenset(
    "at least more than up to about around some nearly almost over fewer less as many no most".split()
)
_INNER = frozenset(("to", "than", "least", "most", "many"))
_LONGEST = 7
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
            nearest = min((anchor, *others), key=lambda word: (self._syntax.steps(toll.word, word), word))
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
        """Words that may carry the number of those hit, the likeliest first."""
        both = self._of_noun(word), self._of_verb(word)
        noun = self._syntax.analysis.upos[word] in ("NOUN", "ADJ", "NUM")
        yield from self._counted_before(word)
        for found in both if noun else reversed(both):
            yield from found

    def _counted_before(self, word: int) -> Iterator[int]:
        """A number that stands before the word and counts nothing else: "nine were killed and 20 wounded"."""
        if not word or self._syntax.analysis.upos[word - 1] != "NUM":
            return
        counts = self._syntax.relation(word - 1) in ("nummod", "compound")
        if not counts or self._syntax.head(word - 1) == word:
            yield word - 1

    def _of_noun(self, word: int) -> Iterator[int]:
        """As in "nine dead", "the killing of nine guards", "dozens of injuries", "left nine guards dead"."""
        yield word
        yield from (c for c in self._syntax.dependents(word, "nmod") if self._has_case(c, "of"))
        head, relation = self._syntax.head(word), self._syntax.relation(word)
        if head < 0:
            return
        counts = bounds([self._text(head)]) is not None
        if relation in ("amod", "acl", "conj") or (relation == "nmod" and counts):
            yield head
        if relation == "compound" and self._text(head) == "toll":
            yield from (*self._numerals(head), *self._numerals(self._syntax.head(head)))
        if relation == "xcomp" or not _LEFT.isdisjoint(_lemmas(self._text(head))):
            yield from (*self._syntax.dependents(head, "obj"), *self._passive_subjects(head))

    def _of_verb(self, word: int) -> Iterator[int]:
        """As in "killed nine guards", "nine guards were killed", "nine guards died"."""
        yield from self._syntax.dependents(word, "obj")
        yield from (c for c in self._syntax.dependents(word, "obl") if self._has_case(c, *_BOUNDING))
        own = word
        if not self._syntax.dependents(own, "nsubj", "obj") and self._syntax.relation(own) == "conj":
            own = self._syntax.head(own)
        yield from self._passive_subjects(own)
        if _INTRANSITIVE & _lemmas(self._text(word)):
            yield from self._syntax.dependents(own, "nsubj")
        if self._syntax.relation(own) in ("acl", "amod") and self._syntax.head(own) >= 0:
            yield self._syntax.head(own)

    def _passive_subjects(self, word: int) -> list[int]:
        """The subjects of a passive, also of one that shares its auxiliary: "and three others arrested"."""
        deprels = self._syntax.analysis.deprels
        head = self._syntax.head(word)
        shared = self._syntax.relation(word) == "conj" and any(
            deprels[c] == "aux:pass" for c in self._syntax.dependents(head)
        )
        alone = shared and not self._syntax.dependents(word, "aux", "obj")
        return [c for c in self._syntax.dependents(word, "nsubj") if alone or deprels[c] == "nsubj:pass"]

    def _numerals(self, word: int) -> list[int]:
        """Bare numbers that hang on a word: "a toll of 14", "rose to 14"."""
        below = self._syntax.dependents(word, "nmod", "obl", "obj") if word >= 0 else []
        return [c for c in below if self._syntax.analysis.upos[c] == "NUM"]

    def _has_case(self, word: int, *cases: str) -> bool:
        return any(self._text(c) in cases for c in self._syntax.dependents(word, "case"))

    def _numbered(self, phrase: int) -> tuple[Bounds, Words] | None:
        """The bounds on a noun and the words that give them."""
        own = [phrase] if self._syntax.analysis.upos[phrase] in ("NUM", "DET", "PRON", "ADJ", "NOUN") else []
        for child in self._syntax.dependents(phrase, "nummod", "det", "amod"):
            own += self._syntax.subtree(child)
        own += [
            w
            for c in self._syntax.dependents(phrase, "advmod", "case", "nmod")
            for w in self._syntax.subtree(c)
            if w < phrase and self._text(c) not in _PLAIN
        ]
        words = sorted(set(own))
        plain_words = [self._text(word) for word in words]
        found = bounds([word for word in plain_words if word not in ("a", "an")] or plain_words)
        if found is None:
            return None
        kept = [w for w in words if w != phrase or bounds([self._text(phrase)]) is not None]
        return self._widened(kept or words, phrase) or (found, ((kept or words)[0], (kept or words)[-1] + 1))

    def _widened(self, words: Sequence[int], phrase: int) -> tuple[Bounds, Words] | None:
        """The bounds with the words before them that belong to them, wherever the tree hangs those."""
        first, last = words[0], words[-1] + 1
        while first and last - first < _LONGEST and self._text(first - 1) in _BEFORE:
            first -= 1
        while first < words[0] and self._text(first) in _INNER:
            first += 1
        found = bounds(
            [self._text(word) for word in range(first, last) if word != phrase or last - 1 == phrase]
        )
        return (found, (first, last)) if found is not None else None

    def _text(self, word: int) -> str:
        return plain(self._syntax.analysis.word(word))


@lru_cache(maxsize=65_536)
def _harm(text: str) -> Harm | None:
    return next((_HARMS[lemma] for lemma in sorted(_lemmas(text)) if lemma in _HARMS), None)


def _lemmas(text: str) -> frozenset[str]:
    return frozenset((*lemmas(text), *regular_lemmas(text)))
