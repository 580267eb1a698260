"""What a person asks the ledger for, as a value that both stores can answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.ledger.errors import LedgerError
from sayso.ledger.terms import facet, time_facet
from sayso.text.folding import folded_words

_PART = re.compile(r'(?P<without>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')

_ORIGINS = re.compile(r"(?P<sign>>=?|<=?|=)?(?P<first>\d{1,6})(?:[-–](?P<last>\d{1,6}))?")
_LEAST_OPEN = 2
_MOST_WORDS = 1_000  # of one question; the days of a stretch of time count as well


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side.

    Attributes:
        words: folded.
        field: where they stand, None for anywhere but the facets.
        open: the last of them may go on ("attack*").
        without: they must not be there.
    """

    words: tuple[str, ...]
    field: str | None = None
    open: bool = False
    without: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """All phrases, and of each group of facets at least one.

    Attributes:
        phrases: of the words that are searched.
        groups: of each group one must be there.
    """

    phrases: tuple[Phrase, ...] = ()
    groups: tuple[tuple[Phrase, ...], ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing is asked: all records answer."""
        return not self.groups and not self.phrases


# What is asked by words that stand in one field; everything else is a value as a whole.
BY_WORDS = ("source", "actor", "recipient")


@dataclass(frozen=True, slots=True)
class Filter:
    """The facets of a search: each a list of values of which one must hold.

    Attributes:
        source, actor, recipient: names, or parts of names; for actor and recipient a country
            (`TUR`) as well.
        naming, identity, affiliation, attitude, type, mode, standing, outlet, country, sector, review,
            entity: as in the records.
        since, until: ISO days, both included.
        origins: how many independent accounts there are: `2`, `>=2`, `<=3`, or `2-5`.
    """

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: str | None = None
    until: str | None = None
    origins: str | None = None


FACETS = (
    "source", "naming", "identity", "affiliation", "attitude", "actor", "recipient", "type", "mode",
    "standing", "outlet", "country", "sector", "review", "entity",
)  # fmt: skip


def question(words: str = "", filter: Filter | None = None, *, narrowed: bool = False) -> Question:
    """The question that words and a filter put.

    Args:
        words: `"two words"` side by side, `attack*` for any ending, `-word` for without.
        filter: what else must hold.
        narrowed: something else is asked for besides.

    Raises:
        LedgerError: there is no such facet, a day is none, or the words leave nothing to look for.
    """
    chosen = filter or Filter()
    phrases = list(_phrases(words))
    if words.strip() and not phrases:
        raise LedgerError(f"{words.strip()!r:.60} has no letter or digit to look for; give words")
    groups: list[tuple[Phrase, ...]] = []
    for name, values in chosen.values.items():
        if name not in FACETS:
            raise LedgerError(f"{name!r:.40} is no facet; expected some of {', '.join(FACETS)}")
        if values:
            groups.append(tuple(_value(name, value) for value in values))
    stretch = days_between(chosen.since, chosen.until)
    if stretch:
        groups.append(tuple(Phrase((day,), "facets") for day in stretch))
    if sum(len(phrase.words) for some in (phrases, *groups) for phrase in some) > _MOST_WORDS:
        raise LedgerError(f"that asks for more than {_MOST_WORDS} words at once; ask for fewer")
    if phrases and all(phrase.without for phrase in phrases) and not groups and not narrowed:
        raise LedgerError(f"{words!r:.60} names only what must not be there; add a word to look for")
    return Question(tuple(phrases), tuple(groups))


def _phrases(words: str) -> Iterator[Phrase]:
    for part in _PART.finditer(words):
        given = part["phrase"] if part["phrase"] is not None else part["word"]
        found = tuple(folded_words(given))
        if found:
            yield Phrase(found, open=_is_open(given, found), without=part["without"] is not None)


def _value(name: str, value: str) -> Phrase:
    """A name is looked for among names; for actors and recipients a country stands for its own."""
    country = name != "source" and len(value) == 3 and value.isupper()
    if name not in BY_WORDS or country:
        return Phrase((facet(name, value),), "facets")
    words = tuple(folded_words(value))
    # what has no word is nobody's name
    return Phrase(words or (facet("no", "name"),), name, open=_is_open(value, words))


def _is_open(given: str, words: tuple[str, ...]) -> bool:
    """Whether the last word may go on; of what begins with one letter there is too much to be looked for."""
    if not given.endswith("*") or not words:
        return False
    if len(words[-1]) < _LEAST_OPEN:
        raise LedgerError(f"{given!r:.40} may be too many words; expected two letters or more before the *")
    return True


def days_between(since: str | None, until: str | None) -> tuple[str, ...]:
    """The facets of all years, months and days from one day to another; a year at a time where it is whole.

    Raises:
        LedgerError: one is no day, they are more than 400 years apart, or the second is the earlier.
    """
    if since is None and until is None:
        return ()
    first, last = _day(since or "1800-01-01"), _day(until or "2199-12-31")
    if last < first:
        raise LedgerError(f"{first} is later than {last}; give the first day and then the last")
    if last.year - first.year > 400:
        raise LedgerError(f"from {first} to {last} are more than 400 years; narrow the dates")
    return tuple(_stretch(first, last))


def _stretch(at: date, last: date) -> Iterator[str]:
    while at <= last:
        if (at.month, at.day) == (1, 1) and at.replace(month=12, day=31) <= last:
            yield time_facet(f"{at.year:04}")
            at = at.replace(month=12, day=31)
        elif at.day == 1 and _month_end(at) <= last:
            yield time_facet(f"{at.year:04}-{at.month:02}")
            at = _month_end(at)
        else:
            yield time_facet(at.isoformat())
        at += timedelta(days=1)


def origins_between(given: str | None) -> tuple[int | None, int | None]:
    """How many origins at least and at most; None where that is open.

    Raises:
        LedgerError: it is no number and no stretch of numbers.
    """
    if given is None:
        return None, None
    found = _ORIGINS.fullmatch(given.replace(" ", ""))
    if found is None:
        raise LedgerError(f"{given!r:.40} is no number of origins; expected such as 2, >=2, <=3 or 2-5")
    first, last = int(found["first"]), int(found["last"] or found["first"])
    sign = found["sign"] or ""
    if found["last"] and (sign or last < first):
        raise LedgerError(f"{given!r:.40} is no stretch of numbers; give the lower and then the higher")
    least = None if sign.startswith("<") else first + (sign == ">")
    most = None if sign.startswith(">") else last - (sign == "<")
    return least, most


def iso_day(given: str | None) -> str | None:
    """The day as 2026-11-22, however ISO 8601 lets it be written; raises LedgerError where it is none."""
    return None if given is None else _day(given).isoformat()


def _month_end(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise LedgerError(f"{given!r:.40} is no day; write year, month and day as in 2026-11-22") from None
