"""Documents to write in a format: one that sayso read, and one made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import sayso
from sayso.export.exported import Exported
from sayso.schema.attribution import Source
from sayso.schema.correction import Action, Correction, CorrectionKind
from sayso.schema.entity import Entity
from sayso.schema.location import location_of
from sayso.schema.reading import Reading
from tests.conftest import made_reading, span

ROOT = Path(__file__).parents[3]
PAGE = "https://courier.example/convoy?a=1&b=“2”"
PAGE_AS_URI = "https://courier.example/convoy?a=1&b=%E2%80%9C2%E2%80%9D"
# Of the event that hearsay tells and somebody denies.
TITLE = "denied by Ostrand; alleged by drivers, as told by The minister, Ilena Brask: assault"
CHECKED = "https://checks.example/convoy"


@cache
def border() -> Exported:
    """The article that the pages of docs/exports show, as a ledger has it."""
    name = "examples/border-convoy.txt"
    reading = sayso.read(ROOT / name)
    return Exported(reading, (location_of(reading.document, name=name),))


@cache
def made() -> Exported:
    """Hearsay, an interrupted quotation, a denial, a hedge without a source; found on a page, and edited."""
    reading = _named(made_reading())
    document = replace(reading.document, url=PAGE, authors=("Ana Orsk",), outlet="The Telmara Courier")
    places = [
        location_of(document, name=PAGE),
        location_of(replace(document, outlet="Dorsk Daily", url=None), name="a folder/a file.txt"),
    ]
    decided = [judged("c1", "Not shown"), edited("v2"), accepted("c2")]
    return Exported(
        replace(reading, document=document),
        tuple(places),
        reviews={"v2": "edited", "c2": "accepted"},
        corrections=tuple(decided),
        about={one.id: str(one.target["record"]) for one in decided},
    )


def _named(reading: Reading) -> Reading:
    """Its named sources are entities of the document."""
    ostrand = Entity("e2", "organisation", "Ostrand", (span("Ostrand"),))

    def known(source: Source) -> Source:
        entity = {"named_person": "e1", "named_group": "e2"}.get(source.identity)
        return replace(source, entity=entity)

    return replace(
        reading,
        entities=(*reading.entities, ostrand),
        attributions=tuple(replace(one, source=known(one.source)) for one in reading.attributions),
        claims=tuple(replace(one, source=known(one.source)) for one in reading.claims),
    )


def judged(record: str, verdict: str, *, by: str = "Ada Lind", at: str = "05") -> Correction:
    value = {"verdict": verdict, "url": CHECKED}
    return _decision("claim", "verdict", record, value, by=by, at=at)


def edited(record: str) -> Correction:
    return _decision("event", "edit", record, {"standing": "denied"}, at="06")


def accepted(record: str) -> Correction:
    return _decision("claim", "accept", record, {}, at="07")


def _decision(
    kind: CorrectionKind, action: Action, record: str, value: dict[str, str], *, at: str, by: str = "Bo Tarn"
) -> Correction:
    target = {"record": record, "content": [[0, 4]], "cue": None, "anchor": [0, 4], "type": "ASSAULT"}
    document, when = made_reading().document.id, f"2025-04-{at}T10:00:00.000000Z"
    return Correction(kind, action, document, target, value, by, when)


def whole(write: Callable[[Iterable[Exported]], Iterator[bytes]], *documents: Exported) -> str:
    """The file."""
    return b"".join(write(documents)).decode("utf-8")
