"""Articles of three invented outlets about a dam, a strike and a flood, read and put into a ledger."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

import sayso
from sayso.ledger.across.bringing import bring_up
from sayso.ledger.ledger import Ledger
from sayso.schema.location import location_of
from sayso.schema.reading import Reading

_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
COURIER, HERALD, POST = "The Harrow Courier", "Telmara Herald", "Sella Post"


@dataclass(frozen=True)
class Article:
    """A text, and where and when it was published."""

    outlet: str
    day: str
    text: str


WIRE = """Nine die as ferry sinks off Sella

SELLA - A ferry carrying market traders sank off the harbour of Sella on Tuesday, and nine people drowned
before fishermen could reach them, the coast guard said. The vessel had left the quay with twice the number
of passengers that its papers allow, according to a clerk at the ticket office, and the wind was rising when
the captain turned back. Divers searched the hull until dusk and found nobody alive inside."""

ABRIDGED = """Ferry sinks off Sella

SELLA - A ferry carrying market traders sank off the harbour of Sella on Tuesday, and nine people drowned
before fishermen could reach them, the coast guard said. The vessel had left the quay with twice the number
of passengers that its papers allow, according to a clerk at the ticket office."""

ARTICLES = (
    Article(COURIER, "2031-03-12", WIRE),
    Article(HERALD, "2031-03-12", ABRIDGED),
    Article(
        COURIER,
        "2031-04-02",
        """Strikers killed in Dorsk

Police killed three strikers in Dorsk on Tuesday, the port union said. The
interior ministry of Velmora denied that officers had fired at the crowd. "They aimed at our chests," said
Ulla Brand, the head of the port union.""",
    ),
    Article(
        HERALD,
        "2031-04-02",
        """Deaths at the Dorsk docks

Police killed five strikers in Dorsk on Tuesday. A doctor at the harbour
clinic said that she had counted five bodies.""",
    ),
    Article(
        POST,
        "2031-04-03",
        """Strike goes on in Dorsk

Police killed three strikers in Dorsk on Tuesday, witnesses said. The
strike went on all Wednesday, and no crane moved.""",
    ),
    Article(
        HERALD,
        "2031-04-20",
        """Court jails two editors in Velmora

A court in Lorn sentenced two editors to six years in prison on Thursday over a report on the army. Their
lawyer, Petra Quill, said that she would appeal.""",
    ),
    Article(
        POST,
        "2031-04-20",
        """Editors sentenced in Lorn

A court in Lorn sentenced two editors to six years in prison on Thursday. The newspaper said that it would
print on.""",
    ),
    Article(
        COURIER,
        "2031-05-02",
        """Dam is safe, minister says

Water Minister Ilan Marsh said on Friday that the Kessel dam would hold through the spring floods. Marsh said
that engineers had found no cracks in the wall of the Kessel dam.""",
    ),
    Article(
        POST,
        "2031-05-03",
        """Kessel dam will hold

Ilan Marsh, the water minister, said that the Kessel dam would hold through the spring floods.""",
    ),
    Article(
        HERALD,
        "2031-05-09",
        """Minister warns of floods

Ilan Marsh told the Sella Post that the Kessel dam would not hold through the spring floods.""",
    ),
    Article(
        HERALD,
        "2031-05-11",
        """Cracks found

Engineers found cracks in the Kessel dam, said Teo Marsh, a farmer who lives below it.""",
    ),
    Article(
        POST,
        "2031-05-14",
        """Money for the dam

Marsh said that the repair of the wall would cost forty million crowns.""",
    ),
    Article(
        COURIER,
        "2031-05-15",
        """Minister under pressure

Ilan Marsh denied that he had hidden a report about the Kessel dam. Marsh said that the report
had been lost.""",
    ),
)


@cache
def readings() -> tuple[Reading, ...]:
    """The articles as sayso reads them."""
    return tuple(_placed(sayso.read(_LINE_END.sub(" ", each.text)), each) for each in ARTICLES)


def fill(ledger: Ledger) -> None:
    """Puts them into a ledger, each laid beside the others."""
    add(ledger)
    bring_up(ledger)


def add(ledger: Ledger) -> None:
    """Puts them into a ledger; they are due."""
    for at, reading in enumerate(readings()):
        ledger.add(reading, location_of(reading.document, name=f"{at}.txt"), mark="one")


def _placed(reading: Reading, article: Article) -> Reading:
    return replace(reading, document=replace(reading.document, outlet=article.outlet, published=article.day))
