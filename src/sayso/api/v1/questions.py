"""What is asked of claims and events, as the parameters of an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import Annotated, Any

from fastapi import Query
from pydantic import Field

from sayso.ledger.asking import FACETS, Filter
from sayso.ledger.errors import LedgerError
from sayso.ledger.hits import Kind
from sayso.ledger.knowing import CLOSED, ONLY

_LONGEST = 500  # characters of one value
_MOST = 100  # values of one address
_MEANS: Mapping[str, str] = {
    "source": "Who says it: a name, or part of one.",
    "naming": "How the source is named.",
    "identity": "What the source is.",
    "affiliation": "Where the source belongs.",
    "attitude": "Whether it is asserted or denied.",
    "actor": "Who does it: a name, part of one, or a country's three letters.",
    "recipient": "To whom it is done: likewise.",
    "type": "Of the codebook, such as ASSAULT or CONSULT.",
    "mode": "Of the type.",
    "standing": "Whose word an event stands on.",
    "outlet": "The publisher, in full.",
    "country": "Three letters, such as KEN.",
    "sector": "Of who takes part, such as GOV, MIL or REB.",
    "review": "What a person decided; what was rejected is left out unless it is asked for.",
    "entity": "Id of an entity of the ledger, or its name in full.",
}
_SEVERAL = "Given several times, one of the values must hold."


@dataclass(frozen=True, slots=True)
class Question:
    """Words and facets.

    Attributes:
        words: `"two words"` side by side, `attack*` for any ending, `-word` for without; "" for all.
        filter: what else must hold.
    """

    words: str
    filter: Filter


class Questions:
    """`Annotated[Question, Depends(Questions("claims"))]`: the question that an address puts."""

    def __init__(self, kind: Kind) -> None:
        other = ONLY["events" if kind == "claims" else "claims"]
        self._facets = tuple(name for name in FACETS if name not in other)
        # the web framework asks a dependency for its parameters so
        self.__signature__ = Signature([*_PLAIN, *map(_facet, self._facets)])

    def __call__(self, **given: Any) -> Question:
        values = {name: tuple(given[name]) for name in self._facets if given[name]}
        if sum(map(len, values.values())) > _MOST:
            raise LedgerError(f"more than {_MOST} values are given; ask for fewer")
        return Question(
            given["q"] or "",
            Filter(values, since=given["since"], until=given["until"], origins=given["origins"]),
        )


def _plain(name: str, means: str, example: str, *, longest: int) -> Parameter:
    asked = Query(description=means, max_length=longest, examples=[example])
    return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[str | None, asked])


def _facet(name: str) -> Parameter:
    known = {"enum": list(CLOSED[name])} if name in CLOSED else {}
    value = Annotated[str, Field(min_length=1, max_length=_LONGEST, json_schema_extra=known)]
    asked = Query(description=f"{_MEANS[name]} {_SEVERAL}")
    kind = Annotated[list[value], asked]
    return Parameter(name, Parameter.KEYWORD_ONLY, default=[], annotation=kind)


_PLAIN = (
    _plain("q", 'Words; "in quotes" side by side, attack*, -without.', "ferry", longest=_LONGEST),
    _plain("since", "First day, ISO 8601.", "2025-03-14", longest=20),
    _plain("until", "Last day, ISO 8601.", "2025-06-30", longest=20),
    _plain("origins", "How many independent accounts there are: 2, >=2, <=3 or 2-5.", ">=2", longest=20),
)
