"""What persons decided, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger.decided import Decided
from sayso.schema.correction import Correction
from sayso.workbench import addresses
from sayso.workbench.facets import HEADINGS
from sayso.workbench.facets import told as facet_told

DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "merge": "made one",
    "split": "split",
    "rate": "rated",
    "assign": "assigned",
    "verdict": "judged",
    "undo": "undid",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A decision as a row.

    Attributes:
        id: of the decision.
        by, at: who decided and when.
        done: in a word.
        kind: of what it is about.
        about: (name, address or "") of each thing that it is about.
        sets: (field, value) in words.
        words: of the text, or "".
        stands, lost: as in `Decided`.
    """

    id: str
    by: str
    at: str
    done: str
    kind: str
    about: tuple[tuple[str, str], ...]
    sets: tuple[tuple[str, str], ...]
    words: str
    stands: bool
    lost: bool


def changes(made: Sequence[Decided], names: Mapping[str, str]) -> Iterator[Change]:
    """The decisions in words; `names` are those of entities by their ids."""
    for one in made:
        decision = one.correction
        yield Change(
            id=decision.id,
            by=decision.by,
            at=decision.at,
            done=DONE[decision.action],
            kind=decision.kind,
            about=tuple(_about(decision, names)),
            sets=tuple(_sets(decision)),
            words=one.words if decision.document else "",
            stands=one.stands,
            lost=one.lost,
        )


def entities_in(made: Sequence[Decided]) -> set[str]:
    """The ids of the entities that are decided about."""
    return {id for one in made for id in one.correction.target.get("entities", ())}


def _about(one: Correction, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if one.kind == "entity":
        yield from (
            (names.get(id, id), addresses.entity(id) if id in names else "") for id in one.target["entities"]
        )
    elif one.document is None:
        source, outlet = one.target.get("source"), one.target.get("outlet", "")
        yield str(source or outlet), addresses.speaker(source) if source else ""
    else:
        record = f"{one.document}:{one.target['record']}" if "record" in one.target else ""
        yield (
            (record, addresses.record(record)) if record else (one.document, addresses.document(one.document))
        )


def _sets(one: Correction) -> Iterator[tuple[str, str]]:
    for name, value in one.value.items():
        if name in ("quad", "undoes"):
            continue
        shown = ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
        yield HEADINGS.get(name, name).lower(), facet_told(name, str(shown)) if shown else "none"
