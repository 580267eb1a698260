"""Which of a document's groups fighters without a name are: "the guerrillas", "the Karvian-led force"."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.lexicon.words import plain
from sayso.linguistics.agreement import singular
from sayso.resolution.listed import Listed
from sayso.resolution.tables import word_list
from sayso.resolution.wording import key, words
from sayso.schema.span import Span

# Common nouns that a newspaper uses again and again for the one armed group that it has named ...
_FIGHTERS = frozenset(
    "guerrilla rebel insurgent militant terrorist extremist fighter commando subversive militiaman gunman "
    "separatist jihadist attacker assassin group organisation organization".split()
)
# ... and those that need a word on whose they are: an army is a force as well.
_FORCES = frozenset("force militia alliance coalition faction army paramilitary troop".split())
_DEFINITE = frozenset("the this these those both".split())


class UnnamedGroups:
    """The armed groups of a document as those that its common nouns may mean.

    Args:
        named: usual name of each group that the document names -> its first mention.
        knowledge: the lists, which say of some groups who leads or backs them.
        date: of publication, ISO, or None.
    """

    def __init__(self, named: Mapping[str, Span], knowledge: Listed, date: str | None) -> None:
        self.named = named
        self._knowledge = knowledge
        self._date = date

    def meant(self, phrase: str) -> tuple[str, ...]:
        """Names of the groups that a phrase may mean; several only for one that says "the"."""
        if not self.named:
            return ()
        backed = backing(phrase)
        if backed and is_noun_of(phrase, _FIGHTERS | _FORCES):
            found = tuple(name for name in self.named if self._is_so_called(backed, name))
        elif is_noun_of(phrase, _FIGHTERS):
            found = tuple(self.named)
        else:
            return ()
        return found if len(found) == 1 or is_definite(phrase) else ()

    def _is_so_called(self, backed: str, name: str) -> bool:
        """Whether the lists know "the Karvian-led Valley Front" beside "the Valley Front"."""
        known = self._knowledge.get(f"{backed} {key(name)}", self._date)
        return known is not None and any(body.name == name for body in known.bodies)


def backing(phrase: str) -> str:
    """The key of what a phrase says on who leads, backs or arms somebody: "karvian led"; "" for nothing."""
    row = words(phrase)
    for at in range(1, len(row)):
        if row[at].joined and row[at].key in word_list("sponsor"):
            return f"{row[at - 1].key} {row[at].key}"
    return ""


def is_definite(phrase: str) -> bool:
    """Whether it points to somebody told of before: "the rebels", not "two rebels"."""
    first = phrase.partition(" ")[0].casefold()
    return first in _DEFINITE


def are_fighters(phrase: str) -> bool:
    """Whether a phrase is a common noun for fighters, without a name in it."""
    return is_noun_of(phrase, _FIGHTERS)


def is_noun_of(phrase: str, nouns: frozenset[str]) -> bool:
    """Whether a phrase ends in one of some nouns, in singular or plural."""
    last = plain(phrase.rpartition(" ")[2])
    return last in nouns or singular(last) in nouns
