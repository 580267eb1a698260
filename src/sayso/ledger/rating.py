"""How reliable sources are, in the letters of the Admiralty code. Only ever said by a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import column, select

from sayso.ledger.asking import Filter, question
from sayso.ledger.correcting import standing_ones
from sayso.ledger.ledger import Ledger
from sayso.ledger.merging import across
from sayso.ledger.tables import claims
from sayso.schema.correction import Correction
from sayso.text.folding import folded_words

MEANINGS: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}


def source_key(name: str) -> str:
    """The same for all spellings of a name that differ in case, accents or marks only."""
    return " ".join(folded_words(name))


def reliability(ledger: Ledger) -> dict[str, str]:
    """The letter of each source that has one, by `source_key` of its name."""
    with ledger.transaction() as connection:
        return letters(across(connection, "source"))


def letters(decided: Iterable[Correction]) -> dict[str, str]:
    """The same from what was decided."""
    rated = standing_ones(one for one in decided if one.kind == "source")
    return {source_key(one.target["source"]): one.value["letter"] for one in rated}


def letter_of(rated: Mapping[str, str], *names: str | None) -> str | None:
    """The letter of a source that goes by these names; the first that has one counts."""
    return next((rated[key] for name in names if name and (key := source_key(name)) in rated), None)


def is_source(ledger: Ledger, name: str) -> bool:
    """Whether some claim of the ledger has a source of this name."""
    key = source_key(name)
    if not key:
        return False
    numbers = ledger.index.numbers("claims", question(filter=Filter({"source": (key,)})))
    asked = numbers.columns(column("number")).subquery()
    names = select(claims.c.source, claims.c.name).where(claims.c.number.in_(select(asked.c.number)))
    with ledger.transaction() as connection:
        rows = connection.execute(names.distinct())
        return any(name and source_key(name) == key for row in rows for name in row)
