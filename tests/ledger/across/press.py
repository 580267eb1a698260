"""What a fictional press wrote about two events in March 2031, read once a session."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import select

from sayso import pipeline
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.across.ties import TIES
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import documents, links, stories
from sayso.reading import read_document
from sayso.schema.location import location_of
from sayso.schema.reading import Reading

WIRE = """Blast destroys bridge over the Tarn

A bomb destroyed the railway bridge over the Tarn near Belmar on Monday and killed four soldiers of \
the Velmoran army, police said.

The bridge carried the only line between the capital and the coast, and freight trains were held at \
three stations through the night. Engineers said that it would take a year to build another one.

Nobody claimed the attack. Velmora's interior ministry blamed the Tesk Front, which has fought for \
the valley since 2019.

Farmers on the northern bank heard two explosions shortly before five in the morning, and saw a \
lorry leave without lights."""

OWN = """Four dead at Belmar bridge

Police say that a bomb killed four soldiers on Monday when it brought down the bridge at Belmar, on \
the river Tarn.

Our reporter counted nine coffins at the barracks gate. "They told us four," said a woman who waited \
there, "and then they stopped counting."

Shops in Belmar stayed shut."""

DENIAL = """Front: we did not do it

The Tesk Front denied on Tuesday that it had bombed the bridge at Belmar, in which four soldiers of \
the Velmoran army were killed on Monday.

A spokesman, Aro Venn, told the Dorsk Argus that the movement had no people within fifty kilometres \
of the Tarn."""

CREDITING = """No people near the river, Front says

Aro Venn, who speaks for the Tesk Front, told the Dorsk Argus that his movement had nobody near the \
Tarn when the bridge fell at Belmar.

Traders in the capital shrugged."""

STRIKE = """Dockers walk out in Port Aldane

Some two thousand dockers in Port Aldane went on strike on Wednesday over pay, the harbour office said.

Ships waited in the roads. The union said that it would talk when the owners did."""


def _edited() -> str:
    return WIRE.replace("Engineers said that", "Engineers believed").replace("Farmers on", "People living on")


def _abridged() -> str:
    return "\n\n".join(WIRE.split("\n\n")[:3])


ARTICLES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("wire", "Nordan Press Agency", "2031-03-10", {"text": WIRE}),
    ("edited", "Harrow Courier", "2031-03-11", {"text": _edited()}),
    ("abridged", "Lorn Herald", "2031-03-11", {"text": _abridged()}),
    ("own", "Tesk Mail", "2031-03-11", {"text": OWN}),
    ("denial", "Dorsk Argus", "2031-03-12", {"text": DENIAL}),
    ("crediting", "Lorn Herald", "2031-03-12", {"text": CREDITING}),
    ("strike", "Tesk Mail", "2031-03-13", {"text": STRIKE}),
)


@cache
def press() -> dict[str, Reading]:
    """The readings by the names above."""
    given = {
        name: replace(read_document(told["text"], kind="plain"), outlet=outlet, published=day)
        for name, outlet, day, told in ARTICLES
    }
    return dict(zip(given, pipeline.read_batch(given.values()), strict=True))


@cache
def copies(count: int) -> tuple[Reading, ...]:
    """Copies of the wire story, each with another sentence of its own at the end, on days after it."""
    given = [
        replace(
            read_document(f"{WIRE}\n\nThe {word} bell rang for an hour.", kind="plain"),
            outlet=f"{word.title()} Post",
            published=f"2031-03-{11 + number % 3}",
        )
        for number, word in enumerate(WORDS[:count])
    ]
    return tuple(pipeline.read_batch(given))


WORDS = "abbey bronze castle dome evening ferry guild harbour iron jubilee kirk lantern".split()


def put(ledger: Ledger, *readings: Reading, laid: bool = True) -> None:
    """Ingests these, one after the other, and lays them beside each other."""
    for reading in readings:
        place = location_of(reading.document, name=f"{reading.document.id}.txt")
        ledger.add(reading, place, mark="one")
    if laid:
        bring_up(ledger)


def standing(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """All that is said across documents, without the numbers of this ledger."""
    with ledger.transaction() as connection:
        ids = {row.number: row.id for row in connection.execute(select(documents.c.number, documents.c.id))}
        told: dict[str, list[tuple[Any, ...]]] = {
            "origins": [
                (ids[row.document], ids.get(row.origin), row.due)
                for row in connection.execute(select(stories))
            ],
            "links": [
                (ids[row.later], ids[row.earlier], row.likeness) for row in connection.execute(select(links))
            ],
        }
        for kind, ties in TIES.items():
            table = ties.records.c
            rows = connection.execute(select(table.number, table.document, table.record))
            name = {row.number: f"{ids[row.document]}:{row.record}" for row in rows}
            tied = connection.execute(select(ties.ties)).all()
            told[f"{kind} tied"] = [(name[row[0]], name[row[1]], name[row[2]], row[3]) for row in tied]
            counted = connection.execute(select(ties.clusters)).all()
            told[f"{kind} counted"] = [(name[row[0]], *row[1:]) for row in counted]
    return {what: sorted(rows) for what, rows in told.items()}
