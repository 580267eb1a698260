"""A row of another event data set, as it stands in a ledger beside what sayso reads.

Such a data set does not say on whose word its rows stand, so they have no standing of their own: not "fact",
and not any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from json import JSONEncoder
from typing import Literal, get_args

Dataset = Literal["polecat", "icews", "gdelt1", "gdelt2", "phoenix"]
DATASETS: tuple[Dataset, ...] = get_args(Dataset)
LONGEST_ID = 100  # characters
LONGEST_PART = 8
_SORTED = JSONEncoder(sort_keys=True, separators=(",", ":"))
# What stands wherever the standing of such a row would be shown.
NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Party:
    """Who does something, or to whom it is done.

    Attributes:
        name: as the data set names it, or None.
        countries: ISO 3166-1 alpha-3, or PLOVER's words for none (IGO, NGO, MNC …), as far as they are known.
        sectors: codes of PLOVER where they are known, and else the data set's own words.
    """

    name: str | None = None
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()


NOBODY = Party()


@dataclass(frozen=True, slots=True)
class Imported:
    """One row of an event data set.

    Attributes:
        dataset: which; the ids of GDELT 1.0 and 2.0 are two countings.
        id: in the data set.
        part: tells apart the rows of one id, where a data set gives an event a row for each pair of actor
            and recipient; "" elsewhere.
        day: ISO, or None.
        type, mode: of PLOVER; None where the row's code has no counterpart there.
        code: of the event as the data set writes it: CAMEO's, or POLECAT's type.
        actor, recipient: who does it and to whom.
        place: name, or None.
        country: ISO 3166-1 alpha-3 of the place, or None.
        lat, lon: degrees, or None.
        mentions, sources: how many the data set counts, or None where it does not.
        outlet: publishers that it names, or None.
        url: of a text that it rests on, or None.
        row: the cells that are not empty, by their columns, as they came.
    """

    dataset: Dataset
    id: str
    code: str
    part: str = ""
    day: str | None = None
    type: str | None = None
    mode: str | None = None
    actor: Party = NOBODY
    recipient: Party = NOBODY
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    mentions: int | None = None
    sources: int | None = None
    outlet: str | None = None
    url: str | None = None
    row: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        """What no two rows have in common."""
        return self.dataset, self.id, self.part

    @property
    def name(self) -> str:
        """As messages call it: `polecat 20310604-1`."""
        return f"{self.dataset} {self.id}" + (f" ({self.part})" if self.part else "")


def part_of(actor: str, recipient: str) -> str:
    """The part of a row among those of one id, from who takes part in it."""
    return sha256(f"{actor}\n{recipient}".encode("utf-8", "surrogatepass")).hexdigest()[:LONGEST_PART]


def row_digest(row: Mapping[str, str]) -> str:
    """The same for the same cells."""
    return sha256(_SORTED.encode(dict(row)).encode("ascii")).hexdigest()[:16]
