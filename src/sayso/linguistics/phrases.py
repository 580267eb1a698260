"""Noun phrases of a document: what may be referred to again, found sentence by sentence when needed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.linguistics.agreement import Agreement, of_noun
from sayso.linguistics.binding import is_subject
from sayso.linguistics.entities import Group
from sayso.linguistics.naming import Naming
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.analysis import Analysis
from sayso.text.quotation import quoted_stretches

_PERSON = Agreement("person")
_NAMED_BODY = Agreement("body")
_NAMED_PEOPLE = Agreement("people", plural=True)
_THINGS = Agreement("thing", plural=True, speaks=False)
_OTHER = Agreement("thing", speaks=False)
# Parts of another phrase, never one of their own.
_INNER = frozenset(
    ("compound", "flat", "fixed", "goeswith", "det", "amod", "nummod", "appos", "nmod:desc", "det:predet")
)
_CORE = frozenset(("det", "amod", "compound", "nmod", "nummod", "flat", "fixed", "goeswith"))
# "At least seven people".
_BOUNDS = frozenset(("least", "most"))
# Phrases of one sentence that are looked at; a longer sentence is a list or none at all.
_MOST = 60
_NOMINAL = ("NOUN", "PROPN")
_NAMELIKE = ("NOUN", "PROPN", "PRON")
_WHERE = frozenset("in at near to from into across outside inside around through throughout".split())
# "One of them", "the ones": they stand for something themselves.
_NOBODY = frozenset(("one", "ones"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that a later phrase may stand for.

    Attributes:
        head: the word that heads it.
        agreement: what it agrees with.
        group: number of the entity that it names, or -1.
        subject: whether it is the subject of its clause.
        quotation: number of the quotation it stands in, 0 for none.
        joined: whether all that is joined to the head is meant, "the mayor and her deputy", not the mayor.
        members: numbers of the entities that are joined, ascending, where all of them are named.
    """

    head: int
    agreement: Agreement
    group: int
    subject: bool
    quotation: int
    joined: bool = False
    members: tuple[int, ...] = ()

    @property
    def named(self) -> bool:
        """Whether its words name what it means."""
        return self.group >= 0 or bool(self.members)


class Phrases:
    """The noun phrases, entities, sentences and quotations of one analysis."""

    def __init__(self, analysis: Analysis, syntax: Syntax) -> None:
        self.analysis = analysis
        self.syntax = syntax
        self.naming = Naming(analysis, syntax)
        self.words, self.plain = self.naming.words, self.naming.plain
        self._sentences: list[int] = analysis.sentences[:, 0].tolist()
        self._quoted = _quotation_numbers(analysis)
        self._cache: dict[int, tuple[Candidate, ...]] = {}

    def sentence(self, word: int) -> int:
        return bisect_right(self._sentences, word) - 1

    def words_of(self, sentence: int) -> range:
        last = self._sentences[sentence + 1] if sentence + 1 < len(self._sentences) else len(self.words)
        return range(self._sentences[sentence], last)

    def quotation(self, word: int) -> int:
        """Number of the quotation around a word, 0 outside of any."""
        return self._quoted[word]

    def candidates(self, sentence: int) -> tuple[Candidate, ...]:
        """The noun phrases of a sentence in reading order."""
        found = self._cache.get(sentence)
        if found is None:
            found = self._cache[sentence] = tuple(self._find(self.words_of(sentence)))
        return found

    def before(self, word: int, sentence: int) -> tuple[Candidate, ...]:
        """The last noun phrases of a sentence whose heads stand before a word, in reading order."""
        found = self.candidates(sentence)
        end = bisect_left(found, word, key=lambda candidate: candidate.head)
        return found[max(0, end - _MOST) : end]

    def _find(self, words: range) -> Iterator[Candidate]:
        for word in words:
            if self._heads_phrase(word):
                yield self.candidate(word)
                if self.is_joined(word):
                    yield self.joined(word)

    def _heads_phrase(self, word: int) -> bool:
        """A noun, or a name whatever its words are taken for: "Orr" need not look like a noun."""
        inner, over = self.analysis.deprels[word] in _INNER, self.syntax.head(word)
        named = self.naming.name_at(word)
        if named is None:
            noun = self.analysis.upos[word] in _NOMINAL and self.plain[word] not in _NOBODY
            return noun and not inner and not self.syntax.dependents(word, "cop")
        alone = over < 0 or self.analysis.upos[over] not in _NAMELIKE
        return word == self.syntax.top(named) and (alone or not inner)

    def candidate(self, head: int) -> Candidate:
        group = self.naming.group_at(head)
        agreement, subject = self._agreement(head, group), is_subject(self.syntax, head)
        return Candidate(head, agreement, group, subject, self._quoted[head])

    def joined(self, head: int) -> Candidate:
        """All that is joined to a head, as one."""
        named = self.naming.group_at(head) >= 0 or of_noun(self.plain[head]).speaks
        people = _NAMED_PEOPLE if named else _THINGS
        groups = sorted(self.naming.group_at(word) for word in (head, *self.syntax.dependents(head, "conj")))
        members = tuple(groups) if groups[0] >= 0 else ()
        subject = is_subject(self.syntax, head)
        return Candidate(head, people, -1, subject, self._quoted[head], joined=True, members=members)

    def is_joined(self, head: int) -> bool:
        """Whether another noun is joined to it: "the mayor and her deputy"."""
        return any(self.analysis.upos[word] in _NOMINAL for word in self.syntax.dependents(head, "conj"))

    def is_nominal(self, word: int) -> bool:
        """Whether a word is a noun, a pronoun or part of a name."""
        return self.analysis.upos[word] in _NAMELIKE or self.naming.name_at(word) is not None

    def is_where(self, candidate: Candidate) -> bool:
        """Whether it is a place that something is in, or goes to: "they met in Tarsk"."""
        if candidate.group < 0 or self.naming.groups[candidate.group].kind != "location":
            return False
        return any(self.plain[word] in _WHERE for word in self.syntax.dependents(candidate.head, "case"))

    def _agreement(self, head: int, group: int) -> Agreement:
        if group >= 0:
            return self._agreement_of_group(head, self.naming.groups[group])
        if self.analysis.upos[head] == "PROPN":
            noun = of_noun(self.plain[head])
            return noun if noun.speaks else _OTHER
        return of_noun(self.plain[head])

    def _agreement_of_group(self, head: int, group: Group) -> Agreement:
        if group.kind == "person":
            return Agreement("person", gender=group.gender) if group.gender else _PERSON
        if group.kind == "nationality":
            return _NAMED_PEOPLE if self.analysis.upos[head] != "ADJ" else _OTHER
        noun = of_noun(self.plain[head])
        if noun.plural and (group.kind == "organisation" or noun.sort == "people"):
            return _NAMED_PEOPLE
        return _NAMED_BODY if group.kind in ("organisation", "location") else _OTHER

    def extent(self, candidate: Candidate) -> Words:
        """The words of a candidate without appositions and clauses."""
        if not candidate.joined:
            return self.core(candidate.head)
        last = self.syntax.dependents(candidate.head, "conj")[-1]
        return self.core(candidate.head)[0], self.core(last)[1]

    def core(self, head: int) -> Words:
        """The phrase around a head without appositions and clauses: titles, modifiers, name, "of …"."""
        own = {head}
        for child in self.syntax.dependents(head):
            if self.syntax.relation(child) in _CORE and self.analysis.deprels[child] != "det:predet":
                own.update(self.syntax.subtree(child))
        named = self.naming.name_at(head)
        if named is not None:
            own.update(range(*named))
        first, last = head, head + 1
        while first - 1 in own:
            first -= 1
        while last in own:
            last += 1
        return self._trimmed(first, last)

    def _trimmed(self, first: int, last: int) -> Words:
        upos = self.analysis.upos
        while last - first > 1 and upos[last - 1] in ("PUNCT", "PART", "ADP"):
            last -= 1
        while last - first > 1 and upos[first] in ("PUNCT", "CCONJ", "ADP"):
            if self.plain[first + 1] in _BOUNDS:
                break
            first += 1
        return first, last


def _quotation_numbers(analysis: Analysis) -> list[int]:
    """(words,) number of the outermost quotation each word stands in, 0 for none."""
    numbers = [0] * len(analysis)
    starts = analysis.starts.tolist()
    for number, (start, end) in enumerate(quoted_stretches(analysis.text), 1):
        first, last = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        numbers[first:last] = [number] * (last - first)
    return numbers
