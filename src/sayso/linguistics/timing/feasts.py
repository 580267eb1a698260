"""Days with a name: "New Year's Eve" stands still, "Ramadan" and "Harbour Day" are left open."""

from __future__ import annotations

from sayso.lexicon.times import fixed_feasts
from sayso.linguistics.timing.calendar import months
from sayso.linguistics.timing.grammar import Found
from sayso.linguistics.timing.moments import Fixed, Moment, Open
from sayso.linguistics.timing.printed import Yearly
from sayso.linguistics.timing.years import LIKELY_YEARS


def feast(found: Found) -> Moment | None:
    """Reads "New Year's Eve"; "Ramadan" and "Harbour Day" are left open, "Ramadan 2015" is that year."""
    words = list(found.words())
    if found.kind_of(words[-1]) == "feast_head":
        return _feast_day(found, words)
    value = found.text.values[words[-1]]
    if found.kind_of(words[-1]) == "year" and int(value) in LIKELY_YEARS:
        return Fixed(months(int(value) * 12, 12, "year"))
    # "Lent" and "Tet" are written with a capital, the verb is not.
    return Open() if any(found.text.word(word)[:1].isupper() for word in words[-1:]) else None


def _feast_day(found: Found, words: list[int]) -> Moment | None:
    """A day with a name: every word of it has a capital."""
    names = [word for word in words if found.text.plain(word) not in ("on", "at", "in", "the", "'s")]
    if len(names) < 2 or not all(found.text.word(word)[:1].isupper() for word in names):
        return None
    said = " ".join(found.text.plain(word) for word in words if found.kind_of(word) not in ("on", "at", "in"))
    fixed = fixed_feasts().get(said)
    return Yearly(*fixed) if fixed else Open()
