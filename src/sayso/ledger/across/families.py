"""Which outlets belong to one publisher, as a person said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from sayso.comparing.outlets import outlet_key
from sayso.ledger.correcting import standing_ones
from sayso.ledger.merging import across
from sayso.schema.correction import Correction

Families = Mapping[str, str]  # key of an outlet -> name of its family


def families_in(connection: Connection) -> Families:
    """The families of all outlets that have one."""
    return families_of(across(connection, "outlet"))


def families_of(decided: Iterable[Correction]) -> Families:
    """The same from what was decided; an outlet that was put into "" belongs to nobody but itself."""
    said = standing_ones(one for one in decided if one.kind == "outlet")
    found = {outlet_key(one.target["outlet"]): one.value["family"] for one in said}
    return {key: family for key, family in found.items() if family}
