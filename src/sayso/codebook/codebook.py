"""The codebook: what a coder may look up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.codebook.errors import CodebookError
from sayso.codebook.event_type import EventType, Mode, Quad
from sayso.codebook.forms import lemmas, plain
from sayso.codebook.matching import REACH, fits
from sayso.codebook.phrases import Phrases
from sayso.codebook.terms import CameoCode, Context, Sector
from sayso.codebook.trigger import KINDS, LightVerb, Trigger, TriggerKind

HINTS_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Codebook:
    """Types, modes, contexts, sectors and trigger words; built by `load_codebook`.

    Attributes:
        name: what the codebook calls itself.
        source: the file it was read from.
        entries: every trigger in the order of the file, one per spelling.
        light_verbs: verbs that only carry an event noun ("carried out an attack").
        irregular: form -> lemmas, for what regular endings do not give.
    """

    name: str
    source: str
    types: tuple[EventType, ...]
    contexts: tuple[Context, ...]
    sectors: tuple[Sector, ...]
    entries: tuple[Trigger, ...]
    light_verbs: tuple[LightVerb, ...]
    irregular: Mapping[str, tuple[str, ...]] = field(repr=False)
    _types: Mapping[str, EventType] = field(repr=False)
    _triggers: Mapping[TriggerKind, Mapping[str, tuple[Trigger, ...]]] = field(repr=False)
    _mode_words: Mapping[str, Phrases] = field(repr=False)
    _keywords: Phrases = field(repr=False)
    _hints: Phrases = field(repr=False)
    _cameo: Mapping[str, CameoCode] = field(repr=False)

    def type(self, name: str) -> EventType:
        """The type of this name; CodebookError where there is none."""
        try:
            return self._types[name]
        except KeyError:
            known = ", ".join(self._types)
            raise CodebookError(f"{self.source}: there is no type {name!r}; the types are {known}") from None

    def quad(self, type_name: str) -> Quad | None:
        """The quad category of a type, None where the codebook has none."""
        return self.type(type_name).quad

    def modes(self, type_name: str) -> tuple[Mode, ...]:
        """The modes of a type; empty where it has none."""
        return self.type(type_name).modes

    def triggers(self, lemma: str, kind: TriggerKind) -> tuple[Trigger, ...]:
        """Triggers whose head is this lemma: the most constrained first, then the heaviest."""
        return self._triggers[kind].get(lemma, ())

    def triggers_of(self, word: str, kind: TriggerKind) -> tuple[Trigger, ...]:
        """Triggers whose head this word may be a form of: "shot" gives those of "shoot"."""
        return tuple(self._headed(lemmas(plain(word), self.irregular), kind))

    def find(self, words: Sequence[str], at: int, kind: TriggerKind) -> tuple[Trigger, ...]:
        """Triggers at the word `at` whose particle, object and neighbours fit the words around it.

        Goes by the words alone; who has a tree can do better with the triggers' fields. The most
        constrained come first.
        """
        start = max(0, at - REACH)
        near = [lemmas(plain(word), self.irregular) for word in words[start : at + REACH + 1]]
        at -= start
        return tuple(trigger for trigger in self._headed(near[at], kind) if fits(trigger, near, at))

    def scan(self, words: Sequence[str]) -> Iterator[tuple[int, Trigger]]:
        """(index of the head, trigger) for every trigger that `find` finds in a sentence, verbs first."""
        known = [lemmas(plain(word), self.irregular) for word in words]
        for at, forms in enumerate(known):
            for kind in KINDS:
                for trigger in self._headed(forms, kind):
                    if fits(trigger, known, at):
                        yield at, trigger

    def _headed(self, forms: Sequence[str], kind: TriggerKind) -> Iterator[Trigger]:
        table = self._triggers[kind]
        for lemma in forms:
            if lemma in table:
                yield from table[lemma]

    def mode_for(self, type_name: str, words: Sequence[str]) -> str | None:
        """The mode that the words around an event of this type tell, None where they tell none.

        The mode with most words of its phrases among them wins ("tear gas" against "fire"), at a tie the
        one that stands first in the codebook.
        """
        table = self._mode_words.get(self.type(type_name).name)
        if table is None:
            return None
        votes = Counter({mode.name: 0 for mode in self.modes(type_name)})
        for mode, phrase in table.found([plain(word) for word in words]):
            votes[mode] += phrase.count(" ") + 1
        name, count = max(votes.items(), key=lambda vote: vote[1])
        return name if count else None

    def contexts_for(self, words: Iterable[str]) -> tuple[str, ...]:
        """The contexts of a passage in the codebook's order: one keyword is enough, or two hints."""
        plain_words = [plain(word) for word in words]
        sure = {name for name, _ in self._keywords.found(plain_words)}
        hinted = Counter(name for name, _ in set(self._hints.found(plain_words)))
        return tuple(
            one.name for one in self.contexts if one.name in sure or hinted.get(one.name, 0) >= HINTS_NEEDED
        )

    def cameo(self, type_name: str, mode: str | None = None) -> str | None:
        """The CAMEO code to write for a type and mode; None where the codebook has none."""
        kind = self.type(type_name)
        for one in kind.modes:
            if one.name == mode and one.cameo is not None:
                return one.cameo
        return kind.cameo

    def intensity(self, type_name: str, mode: str | None = None) -> float | None:
        """From -10 (conflict) to 10 (cooperation); None where the codebook has none, or no such type."""
        kind = self._types.get(type_name)
        found = next((one for one in kind.modes if one.name == mode), None) if kind else None
        if found is not None and found.intensity is not None:
            return found.intensity
        return kind.intensity if kind else None

    def from_cameo(self, code: str) -> CameoCode | None:
        """What a CAMEO code is here; None for what PLOVER dropped (statements, appeals) and no codes."""
        return self._cameo.get(code)

    def sector(self, code: str) -> Sector | None:
        """The sector of this code, or None."""
        return next((one for one in self.sectors if one.code == code), None)
