"""The codebook that comes with the package, as `resources/compile.py` wrote and checked it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from sayso.codebook.codebook import Codebook
from sayso.codebook.event_type import EventType, Mode
from sayso.codebook.tables import codebook_of
from sayso.codebook.terms import CameoCode, Context, Sector
from sayso.codebook.trigger import LightVerb, Trigger

COMPILED = "plover.json"


def compiled_codebook() -> Codebook:
    """PLOVER; raises FileNotFoundError naming the generator where the compiled file is missing."""
    data = _data()
    return codebook_of(
        name=data["name"],
        source=COMPILED,
        types=tuple(_type(row) for row in data["types"]),
        contexts=tuple(Context(**_tupled(row)) for row in data["contexts"]),
        sectors=tuple(Sector(**row) for row in data["sectors"]),
        cameo=(CameoCode(code, kind, mode, tuple(about)) for code, kind, mode, about in data["cameo"]),
        light_verbs=tuple(_light_verb(row) for row in data["light_verbs"]),
        triggers=tuple(_trigger(row) for row in data["triggers"]),
        irregular={form: tuple(found.split()) for form, found in data["forms"].items()},
    )


def _data() -> dict[str, Any]:
    path = files("sayso.codebook") / "data" / COMPILED
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FileNotFoundError(
            f"no compiled codebook {COMPILED!r}: run python resources/compile.py"
        ) from None
    return data


def _tupled(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _type(row: dict[str, Any]) -> EventType:
    modes = tuple(Mode(**_tupled(mode)) for mode in row.get("modes", ()))
    return EventType(**_tupled(row) | {"modes": modes})


def _light_verb(row: dict[str, Any]) -> LightVerb:
    particle = tuple(row.get("particle", "").split())
    return LightVerb(lemma=row["verb"], subject=row["subject"], particle=particle, example=row.get("example"))


def _trigger(row: list[Any]) -> Trigger:
    lemma, kind, type_name, mode, weight, before, particle, objects, unless, roles, reciprocal = row
    return Trigger(
        lemma=lemma,
        kind=kind,
        type=type_name,
        mode=mode,
        weight=weight,
        before=tuple(before),
        particle=tuple(particle),
        objects=frozenset(objects),
        unless=frozenset(unless),
        roles=tuple((place, role) for place, role in roles),
        reciprocal=reciprocal,
    )
