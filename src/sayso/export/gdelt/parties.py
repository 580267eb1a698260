"""Who takes part in an event, in CAMEO's codes: a country, then what it is there ("KENGOV")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.export import words
from sayso.resolution.tables import table
from sayso.schema.event import Role

_CHUNK = 3


def party(side: str, role: Role | None) -> Mapping[str, str]:
    """The columns of `Actor1` or `Actor2`; what CAMEO has no code for is left empty."""
    if role is None:
        return {}
    known: Any = table("actor_gdelt")
    country, kind = role.country or "", ""
    if country in known["types"]:
        country, kind = "", known["types"][country]
    country = known["countries"].get(country, country)
    sector = known["sectors"].get(role.sector, role.sector) or ""
    kinds = [kind[at : at + _CHUNK] for at in range(0, len(kind), _CHUNK)]
    return {
        f"{side}Code": f"{country}{kind}{sector}",
        f"{side}Name": words.name(role).upper(),
        f"{side}CountryCode": country,
        # the United Nations are a body of their own among those between states
        f"{side}KnownGroupCode": "".join(kinds[1:]),
        **_types(side, [*kinds[:1], *([sector] if sector else [])]),
    }


def _types(side: str, codes: list[str]) -> dict[str, str]:
    return {f"{side}Type{number}Code": code for number, code in enumerate(codes, 1)}
