"""Who agrees that something happened, and who denies it, as opinions of STIX on the note of the event; and
what the author tells in their own voice, as a sighting of the note by the outlet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.export import words
from sayso.export.eventwords import FACT_VALUE
from sayso.export.exported import Exported
from sayso.export.speakers import Speaker, publisher, writers
from sayso.export.stix.identities import identity, references, speaking
from sayso.export.stix.shared import SAYSO, Object, created, extended, key, made, modified
from sayso.export.telling import NEVER, called, ended, flat, in_marks
from sayso.export.vouched import denying
from sayso.schema.attribution import Attribution
from sayso.schema.event import Event, FactValue

# Of FactBank; Uu leaves it open, and is no opinion.
_OPINIONS: Mapping[FactValue, str] = {
    "CT+": "strongly-agree",
    "PR+": "agree",
    "PS+": "agree",
    "PS-": "disagree",
    "PR-": "disagree",
    "CT-": "strongly-disagree",
}
_DENIES: FactValue = "CT-"
_NEGATIVE = ("CT-", "PR-", "PS-")


def opinions(one: Exported, event: Event, said: Mapping[str, Attribution], note: str) -> Iterator[Object]:
    """An opinion of each who holds that it happened or that it did not, behind their identity."""
    told = (fact for fact in event.factuality if fact.holder and fact.value in _OPINIONS)
    held = {fact.holder[0]: fact.value for fact in told}
    held |= {each.id: _DENIES for each in denying(one.reading, event) if held.get(each.id) not in _NEGATIVE}
    for id, value in held.items():
        if id in said:
            who = speaking(one, said[id])
            yield from who
            yield _opinion(one, event, said[id], value, {"note": note, "who": references(who)})


def _opinion(
    one: Exported, event: Event, said: Attribution, value: FactValue, refs: Mapping[str, Any]
) -> Object:
    who, cue = called(said), f" (“{flat(said.cue.text)}”)" if said.cue else ""
    held = f"{FACT_VALUE[value].capitalize()} for {who}, as the text has it{cue}"
    return made(
        "opinion",
        key(one, event.id, said.id),
        created(one),
        modified(one),
        created_by_ref=SAYSO["id"],
        explanation=f"{held}: {ended(in_marks(words.content(said)))} {NEVER}",
        authors=[who],
        opinion=_OPINIONS[value],
        object_refs=[refs["note"]],
        extensions=extended(
            record=f"{one.reading.document.id}:{said.id}", value=value, holder_refs=refs["who"]
        ),
    )


def sightings(one: Exported, event: Event, note: str) -> Iterator[Object]:
    """What the author says did happen (once) or did not (0 times), behind the identity of the outlet or of
    the authors. Where neither is known nobody is told to have seen it.
    """
    where = [identity(who, one) for who in _seers(one)]
    if event.standing not in ("fact", "negated") or not where:
        return
    yield from where
    day = created(one)
    yield made(
        "sighting",
        key(one, event.id),
        day,
        modified(one),
        created_by_ref=SAYSO["id"],
        description=f"{words.STANDING_MEANS[event.standing]} {NEVER}",
        sighting_of_ref=note,
        where_sighted_refs=references(where),
        count=int(event.standing == "fact"),
    )


def _seers(one: Exported) -> tuple[Speaker, ...]:
    outlet = publisher(one.reading.document.outlet)
    return (outlet,) if outlet is not None else writers(one.reading.document)
