"""The imported rows of a ledger in a program or a notebook: records, or a frame of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import func, select

from sayso.ledger.frames import to_pandas, to_polars
from sayso.ledger.imported import Chosen, records
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import imported
from sayso.schema.imported import NOT_TOLD, Imported

COLUMNS = (
    "dataset", "id", "day", "type", "mode", "code", "standing",
    "actor", "actor_countries", "actor_sectors", "recipient", "recipient_countries", "recipient_sectors",
    "place", "country", "lat", "lon", "mentions", "sources", "outlet", "url",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One imported row as a line of a frame, its lists joined with "; ".

    Attributes:
        standing: always "not told": the data set does not say on whose word it stands.
        others: as in `Imported` and `Party`.
    """

    dataset: str
    id: str
    day: str | None
    type: str | None
    mode: str | None
    code: str
    standing: str
    actor: str | None
    actor_countries: str
    actor_sectors: str
    recipient: str | None
    recipient_countries: str
    recipient_sectors: str
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    mentions: int | None
    sources: int | None
    outlet: str | None
    url: str | None


class ImportedRows:
    """The imported rows that are asked for, by data set and id; nothing is read before they are iterated,
    counted or made a frame.
    """

    def __init__(self, ledger: Ledger, chosen: Chosen) -> None:
        self._ledger = ledger
        self._chosen = chosen

    def __len__(self) -> int:
        asked = select(func.count()).select_from(imported).where(*self._chosen.where())
        with self._ledger.transaction() as connection:
            return int(connection.scalar(asked) or 0)

    def __iter__(self) -> Iterator[Imported]:
        return records(self._ledger, self._chosen)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`, a row to an imported row; its standing is "not told"."""
        return to_pandas(map(_line, self), COLUMNS)

    def to_polars(self) -> Any:
        """A `polars.DataFrame`, likewise."""
        return to_polars(map(_line, self), COLUMNS)


def _line(one: Imported) -> ImportedRow:
    own = ("standing", "actor", "recipient")
    sides = {}
    for side, party in (("actor", one.actor), ("recipient", one.recipient)):
        sides[side] = party.name
        sides[f"{side}_countries"] = "; ".join(party.countries)
        sides[f"{side}_sectors"] = "; ".join(party.sectors)
    rest = {name: getattr(one, name) for name in COLUMNS if name not in sides and name not in own}
    return ImportedRow(**rest, **cast(Any, sides), standing=NOT_TOLD)
