"""A question to its picture: what is found, and the shapes."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.across.relations import Network, relations
from sayso.ledger.across.sites import Sites, sites
from sayso.ledger.across.spread import Spread, spread
from sayso.ledger.ledger import Ledger
from sayso.workbench.drawing import map as maps
from sayso.workbench.drawing import network as networks
from sayso.workbench.drawing import timeline as timelines
from sayso.workbench.pictures import Pictured


@dataclass(frozen=True, slots=True)
class Picture:
    """What a question finds, and its drawing, so wide."""

    found: Spread | Network | Sites
    drawing: timelines.Drawing | networks.Drawing | maps.Drawing
    width: int


def picture(ledger: Ledger, given: Pictured) -> Picture:
    """The picture of a question; raises LedgerError where it cannot be understood."""
    asked = given.asked
    if given.picture == "timeline":
        when = spread(ledger, asked.words, asked.filter, kind=asked.kind, step=given.step)
        return Picture(when, timelines.drawn(when, asked), timelines.WIDTH)
    if given.picture == "network":
        who = relations(ledger, asked.words, asked.filter)
        return Picture(who, networks.drawn(who, asked), networks.WIDTH)
    where = sites(ledger, asked.words, asked.filter)
    return Picture(where, maps.drawn(where, asked), maps.WIDTH)
