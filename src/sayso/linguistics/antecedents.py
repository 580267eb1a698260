"""What a third-person pronoun stands for: candidates before it, weighed; a tie is left unresolved.

What is weighed follows Lappin and Leass (1994): how near, subjects before objects, and whoever has
just been speaking before all others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.linguistics.agreement import THIRD_PERSON, Agreement
from sayso.linguistics.binding import (
    commands,
    following_subjects,
    is_aside,
    is_bound,
    is_subject,
    is_told_by,
)
from sayso.linguistics.phrases import Candidate, Phrases
from sayso.linguistics.weighing import Weighing

# Sentences looked back over, and how many pronouns in each are weighed at most.
_REACH = 10
_MOST = 20
# How deep hearsay is followed.
_NESTED = 3
# Beyond this many sentences nothing is looked for once something is found.
_ENOUGH = 2

_SENTENCE = -0.7
_SUBJECT = 1.0
_COMMANDING = 1.0
_SPEAKER = 1.0
_SOURCE = 0.5
_LAST_SOURCE = 1.2
_NAMED = 0.3
_GENDER_KNOWN = 0.2
_BODY_AS_THEY = -1.2

# Pronouns that hand on what they stand for; an "it" that is nobody's subject mostly stands for nothing.
_KEPT = frozenset(("nsubj", "nsubj:pass"))


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person pronoun and what is known about it.

    Attributes:
        word: where it stands.
        wanted: what it agrees with.
        source: whether somebody is quoted by it; then only what can speak is considered.
        speaker: head of the source in whose content it stands, or -1.
    """

    word: int
    wanted: Agreement
    source: bool
    speaker: int = -1


@dataclass(frozen=True, slots=True)
class _Mention:
    """A candidate where it is mentioned: by itself, or by a pronoun found to stand for it."""

    at: int
    candidate: Candidate
    pronoun: bool


class Antecedents:
    """Resolves the third-person pronouns of a document."""

    def __init__(self, phrases: Phrases, sources: Sequence[int]) -> None:
        """`sources` are the heads of the document's source phrases, ascending."""
        self._phrases = phrases
        self._syntax = phrases.syntax
        self._ordered = sources
        self._sources = frozenset(sources)
        self._known: dict[int, Candidate | None] = {}
        self._by_sentence: dict[int, list[int]] = {}
        self._resolve_all()

    def _resolve_all(self) -> None:
        """Every pronoun in reading order, so that a chain of them is followed one link at a time."""
        for word, text in enumerate(self._phrases.plain):
            wanted = THIRD_PERSON.get(text)
            if wanted is None or not self._is_kept(word, wanted):
                continue
            self._known[word] = self.find(Pronoun(word, wanted, word in self._sources))
            self._by_sentence.setdefault(self._phrases.sentence(word), []).append(word)

    def _is_kept(self, word: int, wanted: Agreement) -> bool:
        if word in self._sources:
            return True
        return wanted.sort != "body" and self._phrases.analysis.deprels[word] in _KEPT

    def find(self, pronoun: Pronoun) -> Candidate | None:
        """The noun phrase that a pronoun stands for, or None where that is open."""
        as_known = pronoun.speaker < 0 and pronoun.source == (pronoun.word in self._sources)
        if as_known and pronoun.word in self._known:
            return self._known[pronoun.word]
        weighing = Weighing()
        previous = self._previous(pronoun.word) if pronoun.source else -1
        last = self._phrases.sentence(pronoun.word)
        for back in range(min(_REACH, last) + 1):
            if weighing and back > _ENOUGH:
                break
            for mention in self._before(pronoun.word, last - back):
                if self._fits(pronoun, mention):
                    weight = self._weight(pronoun, mention) + _LAST_SOURCE * (mention.at == previous)
                    weighing.enter(mention.candidate, weight + back * _SENTENCE)
        return weighing.winner() or self._following(pronoun)

    def _previous(self, word: int) -> int:
        """Head of the source phrase before a word, or -1; hearsay is passed over for whoever tells it.

        In "The Herald wrote that Dur had told Kell so. It said …" the Herald goes on.
        """
        at = bisect_left(self._ordered, word) - 1
        first = max(0, at - _MOST)
        while at >= first and self._is_told_by(word, self._ordered[at]):
            at -= 1
        if at < 0:
            return -1
        found = self._ordered[at]
        for earlier in reversed(self._ordered[max(0, at - _NESTED) : at]):
            if commands(self._syntax, earlier, found) and not is_aside(self._syntax, earlier):
                found = earlier
        return -1 if is_aside(self._syntax, found) else found

    def _before(self, word: int, sentence: int) -> Iterator[_Mention]:
        """Noun phrases before a pronoun, and earlier pronouns with what they stand for."""
        for candidate in self._phrases.before(word, sentence):
            yield _Mention(candidate.head, candidate, False)
        pronouns = self._by_sentence.get(sentence, [])
        end = bisect_left(pronouns, word)
        for pronoun in pronouns[max(0, end - _MOST) : end]:
            known = self._known[pronoun]
            if known is not None:
                yield _Mention(pronoun, known, True)

    def _fits(self, pronoun: Pronoun, mention: _Mention) -> bool:
        phrases, candidate = self._phrases, mention.candidate
        speaks = candidate.agreement.speaks or not pronoun.source
        if not speaks or not pronoun.wanted.admits(candidate.agreement):
            return False
        if mention.pronoun and THIRD_PERSON[phrases.plain[mention.at]].gender != pronoun.wanted.gender:
            return False
        if pronoun.source and not mention.pronoun and self._is_no_speaker(pronoun, candidate):
            return False
        here, there = phrases.quotation(pronoun.word), phrases.quotation(mention.at)
        if there and there != here:
            return False
        if here and pronoun.speaker >= 0 and self._is(candidate, pronoun.speaker):
            return False
        return not is_bound(self._syntax, pronoun.word, mention.at)

    def _is_no_speaker(self, pronoun: Pronoun, candidate: Candidate) -> bool:
        """Nobody in what is said says it ("Dur will win, he said"), and no place that something is in."""
        return self._phrases.is_where(candidate) or self._is_told_by(pronoun.word, candidate.head)

    def _is_told_by(self, pronoun: int, word: int) -> bool:
        """A sentence that begins with "Although" tells circumstances first, not what is said."""
        opening = self._phrases.words_of(self._phrases.sentence(pronoun))[0]
        if self._phrases.analysis.upos[opening] == "SCONJ":
            return False
        return is_told_by(self._syntax, pronoun, word)

    def _is(self, candidate: Candidate, head: int) -> bool:
        """Whether the phrase or pronoun with this head stands for the candidate."""
        known = self._known.get(head)
        group = known.group if known is not None else self._phrases.naming.group_at(head)
        return candidate.head == head or 0 <= group == candidate.group

    def _weight(self, pronoun: Pronoun, mention: _Mention) -> float:
        wanted, candidate, at = pronoun.wanted, mention.candidate, mention.at
        agreement = candidate.agreement
        subject = is_subject(self._syntax, at) if mention.pronoun else candidate.subject
        score = _SUBJECT * subject + _NAMED * candidate.named
        score += _GENDER_KNOWN * (wanted.gender is not None and agreement.gender == wanted.gender)
        if wanted.sort == "people" and agreement.sort == "body" and not agreement.plural:
            score += _BODY_AS_THEY
        score += _SOURCE * (at in self._sources and not is_aside(self._syntax, at))
        score += _COMMANDING * (subject and commands(self._syntax, at, pronoun.word))
        return score + _SPEAKER * (pronoun.speaker >= 0 and self._is(candidate, pronoun.speaker))

    def _following(self, pronoun: Pronoun) -> Candidate | None:
        if pronoun.wanted.sort == "body":
            return None
        found = map(self._phrases.candidate, following_subjects(self._syntax, pronoun.word))
        return next((candidate for candidate in found if pronoun.wanted.admits(candidate.agreement)), None)
