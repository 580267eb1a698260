"""Lookups made from a codebook's records, however they were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.codebook.codebook import Codebook
from sayso.codebook.event_type import EventType
from sayso.codebook.phrases import Phrases, phrases
from sayso.codebook.terms import CameoCode, Context, Sector
from sayso.codebook.trigger import KINDS, LightVerb, Trigger, TriggerKind

Irregular = Mapping[str, tuple[str, ...]]


def codebook_of(
    *,
    name: str,
    source: str,
    types: tuple[EventType, ...],
    contexts: tuple[Context, ...],
    sectors: tuple[Sector, ...],
    cameo: Iterable[CameoCode],
    light_verbs: tuple[LightVerb, ...],
    triggers: tuple[Trigger, ...],
    irregular: Irregular,
) -> Codebook:
    """The codebook of these records; `irregular` is form -> lemmas."""
    return Codebook(
        name=name,
        source=source,
        types=types,
        contexts=contexts,
        sectors=sectors,
        entries=triggers,
        light_verbs=light_verbs,
        _types={kind.name: kind for kind in types},
        _triggers=_by_lemma(triggers),
        _mode_words={kind.name: _mode_words(kind, irregular) for kind in types if kind.modes},
        _keywords=phrases(((word, one.name) for one in contexts for word in one.keywords), irregular),
        _hints=phrases(((word, one.name) for one in contexts for word in one.hints), irregular),
        _cameo={one.code: one for one in cameo},
        irregular=irregular,
    )


def _by_lemma(triggers: Iterable[Trigger]) -> dict[TriggerKind, dict[str, tuple[Trigger, ...]]]:
    table: dict[TriggerKind, dict[str, list[Trigger]]] = {kind: {} for kind in KINDS}
    for trigger in triggers:
        table[trigger.kind].setdefault(trigger.lemma, []).append(trigger)
    return {kind: {lemma: _ranked(found) for lemma, found in rows.items()} for kind, rows in table.items()}


def _ranked(found: list[Trigger]) -> tuple[Trigger, ...]:
    return tuple(sorted(found, key=_rank) if len(found) > 1 else found)


def _rank(trigger: Trigger) -> tuple[int, float]:
    """What asks for more comes first, then what weighs more."""
    asked = len(trigger.before) + len(trigger.particle) + bool(trigger.objects)
    return -asked, -trigger.weight


def _mode_words(kind: EventType, irregular: Irregular) -> Phrases:
    return phrases(((word, mode.name) for mode in kind.modes for word in mode.words), irregular)
