"""Who can act at all."""

from __future__ import annotations

import pytest

from sayso.coding.agency import Agency
from sayso.linguistics.syntax import Syntax
from tests.linguistics.trees import analysis


@pytest.mark.parametrize(
    ("name", "acts"), [("March", False), ("Monday", False), ("May", True), ("Marr", True)]
)
def test_a_month_or_a_day_does_nothing(name: str, acts: bool) -> None:
    """'The Kremlin has denied involvement in March's attack': of whom an encoder may think as of somebody."""
    found = analysis([f"{name}/PROPN/3/nmod:poss 's/PART/1/case attack/NOUN/0/root"], {name: "Organisation"})
    agency = Agency(found, Syntax(found))
    assert (agency.can_act(0), agency.may_answer(0)) == (acts, acts)
