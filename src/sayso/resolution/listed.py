"""What a user's lists say, on top of what the package knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.resolution.dates import holds
from sayso.resolution.knowing import Body, Known, Noun, Person, Sectors
from sayso.resolution.knowledge import Knowledge, longest_of
from sayso.resolution.wording import Word, key, needs_capitals

LISTED = 0


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An entry with a name: country and sectors in a stretch of time, both ends included, "" where open."""

    name: str
    aliases: tuple[str, ...]
    country: str
    sectors: Sectors
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class ActorList:
    """The entries of one file.

    Attributes:
        source: its name.
        actors: names.
        nouns: agent nouns in singular and plural, with their sectors.
        skipped: what could not be used, with its line.
    """

    source: str
    actors: tuple[ListedActor, ...] = ()
    nouns: tuple[tuple[str, Sectors], ...] = ()
    skipped: tuple[str, ...] = ()


class Listed:
    """Lists over the package's tables; earlier lists before later ones."""

    def __init__(self, base: Knowledge, lists: Sequence[ActorList]) -> None:
        self._base = base
        self._bodies: dict[str, tuple[Body, ...]] = {}
        self._nouns: dict[str, Noun] = {}
        self._capitals: set[str] = set()
        for one in reversed(lists):
            self._add(one)
        self._longest = longest_of((self._bodies, self._nouns))

    def _add(self, one: ActorList) -> None:
        found: dict[str, tuple[Body, ...]] = {}
        for actor in one.actors:
            body = Body(actor.name, actor.country, actor.sectors, LISTED, actor.start, actor.end)
            for alias in dict.fromkeys((actor.name, *actor.aliases)):
                phrase = key(alias)
                found[phrase] = (*found.get(phrase, ()), body)
                (self._capitals.add if needs_capitals(alias) else self._capitals.discard)(phrase)
        self._bodies |= found
        self._nouns |= {key(noun): Noun(noun, sectors, weak=False) for noun, sectors in one.nouns}
        self._bodies.pop("", None)

    def find(self, words: Sequence[Word], at: int, date: str | None) -> list[tuple[int, Known]]:
        """(end, meaning) of every known phrase that begins at a word, the longest first.

        A phrase of the user's means what the user says, on days when the entry holds.
        """
        first = words[at].key
        most = min(max(self._longest.get(first, 0), self._base.reach(first)), len(words) - at)
        if not most:
            return []
        keys = [word.key for word in words[at : at + most]]
        ways = ((at + length, self.get(" ".join(keys[:length]), date)) for length in range(most, 0, -1))
        return [(end, known) for end, known in ways if known is not None]

    def get(self, phrase: str, date: str | None) -> Known | None:
        """What a phrase means on a day."""
        if not self._bodies and not self._nouns:
            return self._base.get(phrase)
        bodies = _holding(self._bodies.get(phrase, ()), date)
        if bodies:
            return Known(None, None, bodies, (), phrase in self._capitals)
        known, noun = self._base.get(phrase), self._nouns.get(phrase)
        if noun is None:
            return known
        return replace(known, noun=noun) if known is not None else Known(noun, None, (), ())

    def spelled(self, phrase: str) -> Known | None:
        """As `Knowledge.spelled`."""
        return self._base.spelled(phrase)

    def surnamed(self, surname: str, *, alone: bool = False) -> list[Person]:
        """As `Knowledge.surnamed`."""
        return self._base.surnamed(surname, alone=alone)


def _holding(bodies: Sequence[Body], date: str | None) -> tuple[Body, ...]:
    """The first entry whose years hold on a day, or one without years; undated, the latter or all."""
    open_ended = tuple(body for body in bodies if not body.start and not body.end)
    if date is None:
        return open_ended[:1] or tuple(bodies)
    held = tuple(body for body in bodies if body not in open_ended and holds(body, date))
    return held[:1] or open_ended[:1]
