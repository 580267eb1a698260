"""The rows of other event data sets that a ledger holds, as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, literal, or_, select

from sayso.ledger.asking import iso_day
from sayso.ledger.errors import LedgerError
from sayso.ledger.importedrow import unpack_row
from sayso.ledger.ledger import Ledger
from sayso.ledger.tables import imported
from sayso.schema.imported import DATASETS, NOT_TOLD, Dataset, Imported, Party
from sayso.schema.plain import to_plain

_AT_ONCE = 1_000
_FAMILIES = {"gdelt": ("gdelt1", "gdelt2")}
_KEY = (imported.c.dataset, imported.c.id, imported.c.part)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which rows are asked for; what is None or empty chooses all.

    Attributes:
        datasets: some of DATASETS, or `gdelt` for both of its versions.
        types: of PLOVER.
        countries: of actor, recipient or place.
        since, until: ISO days, both included.
    """

    datasets: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def where(self) -> list[ColumnElement[bool]]:
        """What holds for a row that is chosen.

        Raises:
            LedgerError: there is no such data set, or no such day.
        """
        asked: list[ColumnElement[bool]] = []
        if self.datasets:
            asked.append(imported.c.dataset.in_(_known(self.datasets)))
        if self.types:
            asked.append(imported.c.type.in_([each.upper() for each in self.types]))
        if self.countries:
            asked.append(or_(*(_has(code.upper()) for code in self.countries)))
        if self.since:
            asked.append(imported.c.day >= iso_day(self.since))
        if self.until:
            asked.append(imported.c.day <= iso_day(self.until))
        return asked


def _known(datasets: Iterable[str]) -> list[str]:
    found: list[str] = []
    for name in datasets:
        several = _FAMILIES.get(name.casefold(), (name.casefold(),))
        if not set(several) <= set(DATASETS):
            expected = ", ".join((*DATASETS, *_FAMILIES))
            raise LedgerError(f"{name!r:.40} is no data set that sayso imports; expected some of {expected}")
        found += several
    return found


def _has(code: str) -> ColumnElement[bool]:
    told = literal(" ") + imported.c.actor_countries + " " + imported.c.recipient_countries + " "
    return or_(imported.c.country == code, told.contains(f" {code} ", autoescape=True))


def records(ledger: Ledger, chosen: Chosen) -> Iterator[Imported]:
    """The chosen rows by data set, id and part; no transaction stays open between them.

    Raises:
        LedgerError: there is no such data set or day, or a row cannot be read.
    """
    yield from matching(ledger, chosen.where())


def matching(
    ledger: Ledger, where: Sequence[ColumnElement[bool]], *, cells: bool = True
) -> Iterator[Imported]:
    """The rows for which all of this holds, likewise.

    Args:
        cells: with the row as it came; without, it is empty.
    """
    columns = [column for column in imported.c if cells or column.name not in ("row", "digest")]
    after: tuple[str, str, str] | None = None
    while True:
        rows = select(*columns).where(*where).order_by(*_KEY).limit(_AT_ONCE)
        if after is not None:
            rows = rows.where(_beyond(after))
        with ledger.transaction() as connection:
            some = connection.execute(rows).all()
        yield from map(record, some)
        if len(some) < _AT_ONCE:
            return
        after = (some[-1].dataset, some[-1].id, some[-1].part)


def _beyond(after: tuple[str, str, str]) -> ColumnElement[bool]:
    dataset, id, part = after
    same = imported.c.dataset == dataset
    return or_(
        imported.c.dataset > dataset,
        same & (imported.c.id > id),
        same & (imported.c.id == id) & (imported.c.part > part),
    )


def record(row: Row[Any]) -> Imported:
    """The record of a row of the table; without the cells as they came, where they were not asked for."""
    cells: dict[str, str] = {}
    try:
        cells = unpack_row(row.row) if "row" in row._fields else cells
    except ValueError as error:
        raise LedgerError(
            f"{row.dataset} {row.id}: its row cannot be read ({error}); import it again with --renew"
        ) from None
    return Imported(
        dataset=cast(Dataset, row.dataset),
        id=row.id,
        part=row.part,
        day=row.day,
        type=row.type,
        mode=row.mode,
        code=row.code,
        actor=_party(row.actor, row.actor_countries, row.actor_sectors),
        recipient=_party(row.recipient, row.recipient_countries, row.recipient_sectors),
        place=row.place,
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        mentions=row.mentions,
        sources=row.sources,
        outlet=row.outlet,
        url=row.url,
        row=cells,
    )


def _party(name: str | None, countries: str, sectors: str) -> Party:
    return Party(name, tuple(countries.split()), tuple(sectors.split("; ")) if sectors else ())


def plain_json(one: Imported) -> dict[str, Any]:
    """As JSON, with the word that stands for its standing."""
    plain: dict[str, Any] = to_plain(one)
    return {"dataset": plain.pop("dataset"), "id": plain.pop("id"), "standing": NOT_TOLD, **plain}
