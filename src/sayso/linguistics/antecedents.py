"""What a third-person pronoun stands for: candidates before it, weighed; a tie is left unresolved.

The weights follow Lappin and Leass (1994): how near, subjects before objects, and whoever has
just been speaking before all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.linguistics.agreement import THIRD_PERSON, Agreement
from sayso.linguistics.phrases import Candidate, Phrases

# Sentences looked back over, and how many candidates are weighed at most.
REACH = 10
_MOST = 60
# Beyond this many sentences nothing is looked for once something is found.
_ENOUGH = 2

_SENTENCE = -0.7
_SUBJECT = 1.0
_OWN_CLAUSE_SUBJECT = 1.0
_SOURCE = 0.5
_LAST_SOURCE = 1.2
_NAMED = 0.3
_GENDER_KNOWN = 0.2
_AGAIN = 0.25
_MOST_AGAIN = 0.5
_BODY_AS_THEY = -0.8
_MARGIN = 0.35

# Clauses above a pronoun that are looked at.
_DEEPEST = 12
# Pronouns that hand on what they stand for; an "it" that is nobody's subject mostly stands for nothing.
_KEPT = frozenset(("nsubj", "nsubj:pass"))
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a pronoun beyond the text.

    Attributes:
        source: whether somebody is quoted by this phrase; then only what can speak is considered.
        previous: head of the source phrase before it, or -1.
        speaker: head of the source in whose content it stands, or -1.
    """

    source: bool = False
    previous: int = -1
    speaker: int = -1


class Antecedents:
    """Resolves the third-person pronouns of a document."""

    def __init__(self, phrases: Phrases, sources: Sequence[int]) -> None:
        """`sources` are the heads of the document's source phrases, ascending."""
        self._phrases = phrases
        self._sources = frozenset(sources)
        self._known: dict[int, Candidate | None] = {}
        self._by_sentence: dict[int, list[int]] = {}
        self._resolve_all(sources)

    def _resolve_all(self, sources: Sequence[int]) -> None:
        """Every pronoun in reading order, so that a chain of them is followed one link at a time."""
        previous, rest = -1, iter(sources)
        upcoming = next(rest, None)
        relations = self._phrases.analysis.deprels
        for word, text in enumerate(self._phrases.plain):
            wanted = THIRD_PERSON.get(text)
            if wanted is None or not (word in self._sources or (wanted.sort != "body" and relations[word] in _KEPT)):
                continue
            while upcoming is not None and upcoming < word:
                previous, upcoming = upcoming, next(rest, None)
            self._known[word] = self.find(word, wanted, Context(word in self._sources, previous))
            self._by_sentence.setdefault(self._phrases.sentence(word), []).append(word)

    def known(self, pronoun: int) -> Candidate | None:
        """What a pronoun of the document stands for when nothing is known beyond the text."""
        return self._known.get(pronoun)

    def find(self, word: int, wanted: Agreement, context: Context) -> Candidate | None:
        """The noun phrase that the pronoun at `word` stands for, or None where that is open."""
        best: dict[int, tuple[float, int, Candidate]] = {}
        last = self._phrases.sentence(word)
        for back in range(REACH + 1):
            if last - back < 0 or (best and back > _ENOUGH):
                break
            for candidate, chained in self._before(word, last - back):
                if self._fits(word, wanted, candidate, chained, context):
                    score = back * _SENTENCE + self._weight(word, wanted, candidate, chained, context)
                    _enter(best, score, candidate)
        return _clear_winner(best)

    def _before(self, word: int, sentence: int) -> Iterator[tuple[Candidate, int]]:
        """Noun phrases before the pronoun, and earlier pronouns with what they stand for (their word, else -1)."""
        for candidate in self._phrases.candidates(sentence)[-_MOST:]:
            if candidate.head < word:
                yield candidate, -1
        for pronoun in self._by_sentence.get(sentence, ())[-_MOST:]:
            known = self._known[pronoun]
            if pronoun < word and known is not None:
                yield known, pronoun

    def _fits(self, word: int, wanted: Agreement, candidate: Candidate, chained: int, context: Context) -> bool:
        agreement = candidate.agreement
        if not wanted.admits(agreement) or (context.source and not agreement.speaks):
            return False
        at = chained if chained >= 0 else candidate.head
        if chained >= 0 and THIRD_PERSON[self._phrases.plain[chained]].gender != wanted.gender:
            return False
        quotation = self._phrases.quotation(at)
        if quotation and quotation != self._phrases.quotation(word):
            return False
        if context.speaker >= 0 and self._phrases.quotation(word) and self._is(candidate, context.speaker):
            return False
        return not self._is_bound(word, at)

    def _is(self, candidate: Candidate, head: int) -> bool:
        if candidate.head == head:
            return True
        group = self._phrases.group_at(head)
        known = self._known.get(head)
        other = known.group if known is not None else group
        return other >= 0 and other == candidate.group

    def _is_bound(self, word: int, other: int) -> bool:
        """Two arguments of one verb are two: in "Dur told her" she is not Dur; nor is "his" in "his aide"."""
        syntax = self._phrases.syntax
        head = syntax.head(word)
        if head == other or syntax.head(other) == word:
            return True
        if syntax.relation(word) not in _ARGUMENTS:
            return False
        while syntax.relation(other) == "conj":
            other = syntax.head(other)
        return head >= 0 and syntax.head(other) == head

    def _weight(self, word: int, wanted: Agreement, candidate: Candidate, chained: int, context: Context) -> float:
        at = chained if chained >= 0 else candidate.head
        subject = self._phrases.is_subject(at) if chained >= 0 else candidate.subject
        score = _SUBJECT * subject + _NAMED * (candidate.group >= 0)
        score += _GENDER_KNOWN * (wanted.gender is not None and candidate.agreement.gender == wanted.gender)
        if wanted.sort == "people" and candidate.agreement.sort == "body" and not candidate.agreement.plural:
            score += _BODY_AS_THEY
        if at in self._sources:
            score += _SOURCE + _LAST_SOURCE * (context.source and at == context.previous)
        if subject and self._rules(at, word):
            score += _OWN_CLAUSE_SUBJECT
        if context.speaker >= 0 and self._is(candidate, context.speaker):
            score += _OWN_CLAUSE_SUBJECT
        return score

    def _rules(self, subject: int, word: int) -> bool:
        """Whether the pronoun stands in a clause below the subject's own: "Dur said that he …"."""
        verb = self._phrases.syntax.head(subject)
        return verb >= 0 and any(node == verb for node in islice(self._phrases.syntax.ancestors(word), _DEEPEST))

    def following(self, word: int, wanted: Agreement) -> Candidate | None:
        """The subject after "When he arrived, Dur said …": the one place where a pronoun comes first."""
        syntax = self._phrases.syntax
        verb = syntax.head(word)
        if verb < 0 or syntax.relation(verb) != "advcl" or syntax.head(verb) < word:
            return None
        for subject in syntax.dependents(syntax.head(verb), "nsubj"):
            candidate = self._phrases.candidate(subject)
            if subject > word and wanted.admits(candidate.agreement):
                return candidate
        return None


def _cluster(candidate: Candidate) -> int:
    """What all mentions of one referent share: its entity, else the phrase itself."""
    return -1 - candidate.group if candidate.group >= 0 else candidate.head


def _enter(best: dict[int, tuple[float, int, Candidate]], score: float, candidate: Candidate) -> None:
    """Keeps the best mention of each referent, and how often there was another."""
    cluster = _cluster(candidate)
    if cluster not in best:
        best[cluster] = (score, 0, candidate)
        return
    before, times, kept = best[cluster]
    best[cluster] = (max(before, score), times + 1, candidate if score > before else kept)


def _clear_winner(best: dict[int, tuple[float, int, Candidate]]) -> Candidate | None:
    scores = [(score + min(_MOST_AGAIN, times * _AGAIN), candidate) for score, times, candidate in best.values()]
    scores.sort(key=lambda entry: -entry[0])
    if not scores or (len(scores) > 1 and scores[0][0] - scores[1][0] < _MARGIN):
        return None
    return scores[0][1]
