"""Whether somebody tells of their own act: a claim of responsibility, an admission, a boast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.coding.forces import is_force
from sayso.lexicon.cues import find_cue
from sayso.lexicon.words import plain, split_words
from sayso.linguistics.agreement import FIRST_PLURAL, FIRST_SINGULAR, THIRD_PERSON
from sayso.linguistics.coreference import Coreference
from sayso.linguistics.syntax import Syntax, Words
from sayso.schema.attribution import Attribution, Source
from sayso.schema.event import Role

_VOUCHING = ("assertion", "knowledge", "belief")
_FIRST = FIRST_SINGULAR | FIRST_PLURAL


class Admitting:
    """Who of the actors of an event is the one who tells of it.

    Args:
        coreference: of the document.
    """

    def __init__(self, syntax: Syntax, coreference: Coreference) -> None:
        self._syntax = syntax
        self._coreference = coreference

    def is_own(
        self, actors: Iterable[tuple[Role, int]], chain: Sequence[Attribution], speaker: Words | None
    ) -> bool:
        """Whether the innermost holder vouches for the event and is among its actors.

        Args:
            actors: with the head of each one's phrase.
            chain: the attributions around the event, innermost first.
            speaker: the words of the innermost source.
        """
        if not chain or chain[0].attitude not in _VOUCHING or not _is_saying(chain[0]):
            return False
        source = chain[0].source
        return any(
            _is_same(role, source)
            or (not _differ(role, source) and self._is_inside(head, speaker))
            or self._is_meant(role, head, speaker)
            for role, head in actors
        )

    def _is_inside(self, head: int, speaker: Words | None) -> bool:
        """Whether the encoder points to the words of the source: "Karvia's army said it had withdrawn"."""
        return speaker is not None and speaker[0] <= head < speaker[1]

    def _is_meant(self, role: Role, head: int, speaker: Words | None) -> bool:
        """Whether "it", "its forces" or "our fighters" are said by those who are meant."""
        words = [head, *self._syntax.dependents(head, "nmod", "det")]
        pronouns = [w for w in words if plain(self._syntax.analysis.word(w)) in _FIRST | set(THIRD_PERSON)]
        if not pronouns:
            return False
        if pronouns[0] != head and not is_force(plain(self._syntax.analysis.word(head))):
            return False
        text = plain(self._syntax.analysis.word(pronouns[0]))
        if text in _FIRST:
            return True
        alone = role.resolved is None or pronouns[0] != head
        return alone and any(
            self._coreference.may_stand_for(pronouns[0], words) for words in self._speaking(speaker)
        )

    def _speaking(self, speaker: Words | None) -> Iterator[Words]:
        """The source, and for whom it speaks: "the militia's spokesman" is of the militia."""
        if speaker is not None:
            yield speaker
            for owner in self._syntax.dependents(self._syntax.top(speaker), "nmod"):
                yield self._coreference.extent(owner)


def _is_saying(one: Attribution) -> bool:
    """Whether its cue is known to be one: whoever is "arrested over a plot" says nothing."""
    words = split_words(one.cue.text.split()) if one.cue is not None else []
    return not any(map(str.isalpha, "".join(words))) or find_cue(words) is not None


def _differ(actor: Role, source: Source) -> bool:
    """Whether both are known, and are two: "he said he had left" of two men."""
    return actor.entity is not None and source.entity is not None and actor.entity != source.entity


def _is_same(actor: Role, source: Source) -> bool:
    if actor.entity is not None and source.entity is not None:
        # Two "he" that stand for two people known by name are not one.
        return actor.entity == source.entity
    own = {actor.text.casefold(), *([actor.resolved.text.casefold()] if actor.resolved else [])}
    theirs = {
        (source.text or "").casefold(),
        *([source.resolved.text.casefold()] if source.resolved else []),
    }
    return not own.isdisjoint(theirs - {""})
