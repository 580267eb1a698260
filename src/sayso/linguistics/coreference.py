"""Who is meant: entities of a document, and what pronouns and short forms in it stand for.

A phrase that may stand for two things stands for none: a statement tied to the wrong speaker is
worse than one whose speaker stays "he".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sayso.linguistics.agreement import FIRST_PLURAL, FIRST_SINGULAR, RELATIVE, THIRD_PERSON, of_noun
from sayso.linguistics.antecedents import Antecedents, Pronoun
from sayso.linguistics.descriptions import Descriptions
from sayso.linguistics.entities import as_entity, entity_id
from sayso.linguistics.phrases import Candidate, Phrases
from sayso.linguistics.relatives import relativised
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.analysis import Analysis
from sayso.schema.entity import Entity, EntityKind

# Sentences between a description and the name that goes with it.
_NEXT = 2


class Coreference:
    """The entities of one document, and the referents of its source phrases.

    Attributes:
        entities: in order of first mention.
        kinds: word -> what the name that it stands in is a name of.

    Args:
        analysis: of the document.
        sources: its source phrases as half-open words, in any order; who spoke before tells who goes on.
        syntax: the trees of the analysis, where they are at hand already.
    """

    def __init__(
        self, analysis: Analysis, sources: Iterable[Words] = (), *, syntax: Syntax | None = None
    ) -> None:
        sources = tuple(sources)
        self._syntax = syntax or Syntax(analysis)
        self._phrases = Phrases(analysis, self._syntax)
        for words in sources:
            self._phrases.naming.note(words)
        self._sources = sorted({self._syntax.top(words) for words in sources})
        self._antecedents = Antecedents(self._phrases, self._sources)
        self._descriptions = Descriptions(self._phrases)
        groups = self._phrases.naming.groups
        self.entities: tuple[Entity, ...] = tuple(as_entity(analysis, group) for group in groups)
        self.kinds: dict[int, EntityKind] = {
            word: group.kind
            for group in groups
            for name in group.names
            for word in range(name.first, name.last)
        }

    def entity(self, words: Words) -> str | None:
        """Id of the entity that a phrase names by itself; a pronoun names none, nor do several joined."""
        head = self._syntax.top(words)
        if self._phrases.is_joined(head):
            return None
        group = self._phrases.naming.group_at(head)
        return entity_id(group) if group >= 0 else None

    def descriptions(self, words: Words) -> Iterator[Words]:
        """Where else it is told who a phrase names: "Jari Lehtonen, the harbour minister"."""
        group = self._phrases.naming.group_at(self._syntax.top(words))
        for name, noun in self._phrases.naming.appositions(group) if group >= 0 else ():
            first, last = self._phrases.core(noun)
            if last <= name.first or name.last <= first:
                yield min(first, name.first), max(last, name.last)

    def extent(self, head: int) -> Words:
        """The words of the phrase around a head, without appositions and clauses."""
        return self._phrases.core(head)

    def may_stand_for(self, pronoun: int, words: Words) -> bool:
        """Whether a third-person pronoun fits a phrase, and nothing else before it in its sentence."""
        wanted = THIRD_PERSON.get(self._phrases.plain[pronoun])
        if wanted is None:
            return False
        head = self._syntax.top(words)
        joined = self._phrases.is_joined(head)
        meant = self._phrases.joined(head) if joined else self._phrases.candidate(head)
        before = self._phrases.before(pronoun, self._phrases.sentence(pronoun))
        plural = wanted.plural and of_noun(self._phrases.plain[head]).plural
        rivals = (one for one in before if not words[0] <= one.head < words[1] and one.agreement.speaks)
        fits = plural or wanted.admits(meant.agreement)
        return fits and not any(wanted.admits(one.agreement) for one in rivals)

    def resolve(self, words: Words, *, speaker: Words | None = None) -> Words | None:
        """The fuller mention that a source phrase stands for.

        Args:
            words: the phrase, half-open.
            speaker: the source of the attribution in whose content the phrase stands, if it does.

        Returns:
            Half-open words elsewhere in the document, or None where the phrase is full itself, or
            where nothing or more than one thing fits.
        """
        head = self._syntax.top(words)
        found = self._referent(head, words, speaker)
        if found is None or (words[0] <= found[0] and found[1] <= words[1]):
            return None
        return found

    def _referent(self, head: int, words: Words, speaker: Words | None) -> Words | None:
        text = self._phrases.plain[head]
        if text in FIRST_SINGULAR or text in FIRST_PLURAL:
            return self._speaking(speaker, plural=text in FIRST_PLURAL)
        if text in THIRD_PERSON:
            return self._of_pronoun(head, speaker)
        if text in RELATIVE and words[1] - words[0] == 1:
            return self._of_relative(head, speaker)
        return self._of_phrase(head, words)

    def _speaking(self, speaker: Words | None, *, plural: bool) -> Words | None:
        """The speaker for "I", and for "we" where the speaker is a group."""
        if speaker is None:
            return None
        head = self._syntax.top(speaker)
        if self._agreement_sort(head) == ("person" if plural else "people"):
            return None
        said = self._phrases.joined(head) if self._phrases.is_joined(head) else self._phrases.candidate(head)
        return self.resolve(speaker) or self._full(said)

    def _agreement_sort(self, head: int) -> str:
        wanted = THIRD_PERSON.get(self._phrases.plain[head])
        if self._phrases.is_joined(head):
            return "people"
        return (wanted or self._phrases.candidate(head).agreement).sort

    def _of_pronoun(self, head: int, speaker: Words | None) -> Words | None:
        wanted = THIRD_PERSON[self._phrases.plain[head]]
        above = self._syntax.top(speaker) if speaker else -1
        found = self._antecedents.find(Pronoun(head, wanted, True, above))
        return self._full(found) if found else None

    def _of_relative(self, head: int, speaker: Words | None) -> Words | None:
        """The noun whose relative clause the pronoun opens."""
        over = relativised(self._phrases, head)
        if over < 0:
            return None
        words = self._phrases.core(over)
        return self._referent(over, words, speaker) or words

    def _of_phrase(self, head: int, words: Words) -> Words | None:
        if self._phrases.is_joined(head):
            return self._of_joined(head)
        group = self._phrases.naming.group_at(head)
        if group >= 0:
            return self._phrases.naming.fuller_name(group, words)
        return self._descriptions.find(head) or self._named_next(head)

    def _of_joined(self, head: int) -> Words | None:
        """Full names for "both Dur and Velde", where those stand side by side."""
        naming = self._phrases.naming
        groups = [naming.group_at(word) for word in (head, *self._syntax.dependents(head, "conj"))]
        return naming.joined_names(groups) if min(groups) >= 0 else None

    def _named_next(self, head: int) -> Words | None:
        """The name after a description: a newspaper has "the mayor has said" first, "Ana Dur said" next.

        Only a full name that is new, bare, and the source of the very next statement will do.
        """
        phrases = self._phrases
        described = phrases.candidate(head).agreement
        at = bisect_right(self._sources, head)
        if described.sort != "person" or at == len(self._sources) or phrases.quotation(head):
            return None
        while at < len(self._sources) and phrases.plain[self._sources[at]] in THIRD_PERSON:
            at += 1
        if at == len(self._sources):
            return None
        following = phrases.candidate(self._sources[at])
        near = phrases.sentence(following.head) - phrases.sentence(head) <= _NEXT
        bare = phrases.naming.is_new_bare_name(following.group, following.head)
        if near and bare and described.admits(following.agreement):
            return phrases.naming.full_name(following.group)
        return None

    def _full(self, candidate: Candidate) -> Words:
        """The fullest mention of what a pronoun was found to stand for."""
        if candidate.joined:
            return self._phrases.extent(candidate)
        if candidate.group >= 0:
            return self._phrases.naming.full_name(candidate.group)
        found = self._descriptions.find(candidate.head) or self._named_next(candidate.head)
        return found or self._phrases.core(candidate.head)
