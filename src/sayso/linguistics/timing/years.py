"""What the patterns for months, seasons, years and longer times mean."""

from __future__ import annotations

from sayso.lexicon.times import word_set
from sayso.linguistics.timing.calendar import months
from sayso.linguistics.timing.compounds import Within
from sayso.linguistics.timing.grammar import Found
from sayso.linguistics.timing.moments import Fixed, Moment
from sayso.linguistics.timing.printed import Weekend, Yearly
from sayso.linguistics.timing.turns import turn, years_of

# "19 of 30" and "page 1066": a number this old or young is a year only where words say so.
LIKELY_YEARS = range(1800, 2100)
_HYPHENS = ("-", "–", "/", "+", "=")


def month_of_year(found: Found) -> Moment | None:
    """Reads "March 2018", "October last year"."""
    month = found.number("month")
    if found.has("year"):
        return Fixed(months(found.number("year") * 12 + month - 1, 1, "month"))
    years = years_of(found)
    return Within(Yearly(month), years) if years else None


def turned_month(found: Found) -> Moment | None:
    return Yearly(found.number("month"), turn=turn(found))


def month(found: Found) -> Moment | None:
    return Yearly(found.number("month"))


def season(found: Found) -> Moment | None:
    """Reads "last summer", "the winter"."""
    turned = turn(found) if "turn" in found.match.groupdict() else None
    if turned is None and found.kind("season") == "doubtful_season":
        return None
    return Yearly(season=found.number("season"), turn=turned)


def season_of_year(found: Found) -> Moment | None:
    return Fixed(Yearly(season=found.number("season")).of(found.number("year")))


def weekend_of(found: Found) -> Moment | None:
    return Weekend(turn(found) if "turn" in found.match.groupdict() else None)


def decade(found: Found) -> Moment | None:
    return Fixed(months(found.number("decade") * 12, 120, "year"))


def century(found: Found) -> Moment | None:
    if str(found.value("unit")) != "century":
        return None
    first = found.number("number") * 1200 - 1200 + 12
    return Fixed(months(first, 1200, "year"))


def printed_year(found: Found) -> Moment | None:
    """Reads "the year 2014"."""
    return Fixed(months(found.number("year") * 12, 12, "year"))


def year(found: Found) -> Moment | None:
    """A bare "2014" that numbers nothing and counts nothing."""
    value, at = found.number("year"), found.match.start("year")
    before, after = found.text.plain(at - 1), found.text.plain(at + 1)
    if value not in LIKELY_YEARS or before in word_set("numbered") or after in word_set("counted"):
        return None
    # "2000 villages", but "the 2014 elections"
    counts = (
        value % 50 == 0 and after.endswith("s") and not after.startswith("'") and after not in ("was", "is")
    )
    return None if counts else printed_year(found)


def year_alone(found: Found) -> Moment | None:
    """Reads "2014" without a preposition; beside a hyphen or dot a number may be anything else."""
    return None if found.after() in _HYPHENS or found.before() in (*_HYPHENS, ".") else year(found)


def doubled_year(found: Found) -> Moment | None:
    return two_years(found.number("first"), found.number("last"))


def two_years(first: int, second: int) -> Moment | None:
    """Reads "2014/15", "2014-15"."""
    if first not in LIKELY_YEARS or second != (first + 1) % 100:
        return None
    return Fixed(months(first * 12, 24, "year"))
