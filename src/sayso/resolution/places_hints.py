"""What is known of a document's whereabouts besides its toponyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sayso.lexicon.countries import countries_in

# Sold to everybody: a .tv address is not of Tuvalu.
_SOLD = frozenset("ai am cc cd co fm gg io la ly me nu pw sh st tk to tv ws".split())
_OTHER_DOMAINS = {"uk": "GB", "eu": ""}


@dataclass(frozen=True, slots=True)
class Hints:
    """Countries that a document is about, none of them sure.

    Attributes:
        countries: how often each is named, by name or by people; alpha-3.
        outlet: country of the publisher, alpha-3, or None.
        dateline: index of the toponym that stands in the dateline, or None.
    """

    countries: Mapping[str, int] = field(default_factory=dict)
    outlet: str | None = None
    dateline: int | None = None


def countries_of(words: Sequence[str], *, others: Iterable[str] = ()) -> Counter[str]:
    """How often each country is named in the words; `others` are added, such as those of the actors."""
    found = Counter(mention.code for mention in countries_in(words) if mention.code)
    found.update(others)
    return found


def outlet_country(address: str, countries: Mapping[str, Sequence[object]]) -> str | None:
    """The country of a web address by its last domain, alpha-3; None for .com and the like.

    Args:
        countries: of a gazetteer's tables, by alpha-2.
    """
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return None
    last = host.rpartition(".")[2]
    code = _OTHER_DOMAINS.get(last, last.upper())
    row = countries.get(code) if last not in _SOLD else None
    return str(row[0]) if row else None
