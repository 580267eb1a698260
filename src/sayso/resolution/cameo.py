"""CAMEO's codes of actors in PLOVER's terms: "AFGGOVMIL" is Afghanistan's government and military."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.resolution.codes import country_codes
from sayso.resolution.knowing import Sectors
from sayso.resolution.tables import table

CHUNK = 3
MEDIA = "MED"
JOURNALISTS = "JRN"


@dataclass(frozen=True, slots=True)
class Cameo:
    """A reading of codes; `media` is what MED means: JRN in CAMEO's files, MED in PLOVER's."""

    media: str

    def read(self, code: str) -> tuple[str, Sectors]:
        """(country, sectors) of a code, "" and () for what it does not tell; both empty for nobody."""
        data: Any = table("actor_cameo")
        chunks = [code[at : at + CHUNK] for at in range(0, len(code), CHUNK)]
        if set(chunks) & set(data["nobody"]):
            return "", ()
        country = ""
        sectors: list[str] = []
        for chunk in chunks:
            place = data["countries"].get(chunk) or (chunk if chunk in country_codes() else "")
            # "SUN" is the Soviet Union at the head of a code and Sunni behind a country.
            if place and (not country or chunk in data["special"]):
                country = place
                continue
            sector = self.media if chunk == MEDIA else data["sectors"].get(chunk)
            if sector and sector not in sectors:
                sectors.append(sector)
        return country, tuple(sectors)


def cameo_of(text: str) -> Cameo:
    """The reading that fits a dictionary: only PLOVER's know journalists as JRN."""
    media: dict[str, str] = table("actor_cameo")["media"]
    return Cameo(media["PLOVER" if f"{JOURNALISTS}]" in text else "CAMEO"])
