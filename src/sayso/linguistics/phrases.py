"""Noun phrases of a document: what may be referred to again, found sentence by sentence when needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.lexicon.wording import titles
from sayso.linguistics.agreement import Agreement, of_noun
from sayso.linguistics.entities import Group, find_groups
from sayso.linguistics.names import plain_words, written
from sayso.linguistics.quotation import quotations
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.analysis import Analysis

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
_NOMINAL = ("NOUN", "PROPN")
_JOINTS = frozenset((",", "and", "&"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that a later phrase may stand for.

    Attributes:
        head: the word that heads it.
        agreement: what it agrees with.
        group: number of the entity that it names, or -1.
        subject: whether it is the subject of its clause.
        quotation: number of the quotation it stands in, 0 for none.
    """

    head: int
    agreement: Agreement
    group: int
    subject: bool
    quotation: int


class Phrases:
    """The noun phrases, entities, sentences and quotations of one analysis."""

    def __init__(self, analysis: Analysis, syntax: Syntax) -> None:
        self.analysis = analysis
        self.syntax = syntax
        self.words = written(analysis)
        self.plain = plain_words(analysis)
        self.groups: list[Group] = find_groups(analysis, self.words)
        self._name_of: dict[int, tuple[int, int, int]] = {}
        for group in self.groups:
            for name in group.names:
                for at in range(name.first, name.last):
                    self._name_of[at] = (group.number, name.first, name.last)
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

    def _find(self, words: range) -> Iterator[Candidate]:
        upos, deprels = self.analysis.upos, self.analysis.deprels
        for word in words:
            if upos[word] in _NOMINAL and deprels[word] not in _INNER:
                yield self.candidate(word)

    def candidate(self, head: int) -> Candidate:
        group = self.group_at(head)
        return Candidate(head, self._agreement(head, group), group, self.is_subject(head), self._quoted[head])

    def group_at(self, head: int) -> int:
        """Number of the entity that the phrase with this head names, itself or in an apposition, or -1."""
        named = self._name_of.get(head)
        if named is not None:
            return named[0]
        for word in self.syntax.dependents(head, "appos", "flat", "compound"):
            named = self._name_of.get(word)
            if named is not None and self.groups[named[0]].kind == "person" and self._is_apposed(head, word):
                return named[0]
        if self.syntax.relation(head) == "appos":
            named = self._name_of.get(self._first_name_word(self.syntax.head(head)))
            return named[0] if named else -1
        return -1

    def _first_name_word(self, head: int) -> int:
        """The word that names in a phrase headed by a title: "General | Ana Dur"."""
        return next((w for w in (head, *self.syntax.dependents(head, "flat", "compound")) if w in self._name_of), head)

    def _is_apposed(self, head: int, name: int) -> bool:
        """ "the minister, Ana Dur" and "general Ana Dur" name somebody; "the Dur plan" does not."""
        if self.syntax.relation(name) != "compound":
            return of_noun(self.plain[head]).sort in ("person", "thing")
        return name > head

    def name_at(self, word: int) -> Words | None:
        """The name that a word stands in."""
        named = self._name_of.get(word)
        return (named[1], named[2]) if named else None

    def full_name(self, group: int) -> Words:
        """The fullest name of an entity where it first stands, with the titles before it."""
        name = self.groups[group].fullest
        first = name.first
        while first > 0 and self._is_title(first - 1, name.first, name.last):
            first -= 1
        return first, name.last

    def _is_title(self, word: int, first: int, last: int) -> bool:
        if self.plain[word] in titles() and self.sentence(word) == self.sentence(first):
            return True
        capital = self.analysis.upos[word] == "PROPN" and self.words[word][:1].isupper()
        return capital and first <= self.syntax.head(word) < last and word not in self._name_of

    def fuller_name(self, group: int, words: Words) -> Words | None:
        """The full name of an entity that `words` call by less, or None where nothing is fuller."""
        if self.groups[group].kind not in ("person", "organisation"):
            return None
        own = [len(n.key) for n in self.groups[group].names if words[0] <= n.first and n.last <= words[1]]
        return self.full_name(group) if len(self.groups[group].fullest.key) > max(own, default=0) else None

    def is_new_bare_name(self, candidate: Candidate) -> bool:
        """Whether a phrase is a person's full name, the first time and without a word on who that is."""
        if candidate.group < 0 or candidate.head not in self._name_of:
            return False
        group = self.groups[candidate.group]
        name = group.names[0]
        if group.kind != "person" or len(name.key) < 2 or name.titled or not name.first <= candidate.head < name.last:
            return False
        described = self.syntax.dependents(candidate.head, "appos", "compound", "nmod")
        return not any(of_noun(self.plain[word]).sort == "person" for word in described)

    def joined_names(self, groups: list[int]) -> Words | None:
        """Where the full names of several entities stand side by side: "Ana Dur and Jan Velde"."""
        spans = sorted(self.full_name(group) for group in groups)
        for (_, last), (first, _) in pairwise(spans):
            if not set(self.plain[last:first]) <= _JOINTS or first - last > len(_JOINTS):
                return None
        return spans[0][0], spans[-1][1]

    def is_subject(self, head: int) -> bool:
        relation = self.syntax.relation(head)
        if relation == "conj":
            relation = self.syntax.relation(self.syntax.head(head))
        return relation == "nsubj"

    def is_joined(self, head: int) -> bool:
        """Whether another noun is joined to it: "the mayor and her deputy"."""
        return any(self.analysis.upos[word] in _NOMINAL for word in self.syntax.dependents(head, "conj"))

    def _agreement(self, head: int, group: int) -> Agreement:
        if self.is_joined(head):
            return _NAMED_PEOPLE if group >= 0 or of_noun(self.plain[head]).speaks else _THINGS
        if group >= 0:
            return self._agreement_of_group(head, self.groups[group])
        if self.analysis.upos[head] == "PROPN":
            noun = of_noun(self.plain[head])
            return noun if noun.speaks else _OTHER
        return of_noun(self.plain[head])

    def _agreement_of_group(self, head: int, group: Group) -> Agreement:
        if group.kind == "person":
            return Agreement("person", gender=group.gender) if group.gender else _PERSON
        if group.kind == "nationality":
            return _NAMED_PEOPLE if self.analysis.upos[head] != "ADJ" else _OTHER
        if group.kind == "organisation" and of_noun(self.plain[head]).plural:
            return _NAMED_PEOPLE
        return _NAMED_BODY if group.kind in ("organisation", "location") else _OTHER

    def core(self, head: int) -> Words:
        """The phrase around a head without appositions and clauses: titles, modifiers, name, "of …"."""
        own = {head}
        for child in self.syntax.dependents(head):
            if self.syntax.relation(child) in _CORE and self.analysis.deprels[child] != "det:predet":
                own.update(self.syntax.subtree(child))
        named = self.name_at(head)
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
            first += 1
        return first, last


def _quotation_numbers(analysis: Analysis) -> list[int]:
    """(words,) number of the outermost quotation each word stands in, 0 for none."""
    numbers = [0] * len(analysis)
    starts = analysis.starts.tolist()
    for number, quotation in enumerate((q for q in quotations(analysis.text) if q.depth == 0), 1):
        first, last = bisect_right(starts, quotation.start - 1), bisect_right(starts, quotation.end - 1)
        numbers[first:last] = [number] * (last - first)
    return numbers


