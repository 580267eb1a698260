"""Who is meant by a name among all who are quoted in a ledger, and which claims are that one's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import Connection, column, func, select

from sayso.comparing.contradicting import SURE
from sayso.comparing.naming import named, singular_role
from sayso.comparing.speaker import may_be_same
from sayso.ledger.across.published import kept
from sayso.ledger.across.ties import batches
from sayso.ledger.across.voices import (
    Called,
    Quoted,
    Spelling,
    is_somebody,
    likeness,
    quoted,
    spelling,
)
from sayso.ledger.asking import Phrase, Question
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.merging import across, groups
from sayso.ledger.tables import claims, entities
from sayso.ledger.terms import facet
from sayso.lexicon.persons import gender_of_given_name
from sayso.text.folding import folded_words

_COUNTRY = re.compile(r"\s*\((?P<code>[A-Z]{3})\)\s*$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")  # "ilena brask" is as good as "Ilena Brask"
_LONGEST = 300  # characters of a name
_MOST_SHOWN = 12
_SHORTEST = 3


class SeveralError(LedgerError):
    """A name may be that of any of several.

    Attributes:
        names: (name in full, claims) of each of them, the most quoted first.
    """

    def __init__(self, told: str, names: tuple[tuple[str, int], ...]) -> None:
        super().__init__(told)
        self.names = names


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who is meant.

    Attributes:
        name: the fullest.
        names: all that were taken for this one.
        merged: those of them under which only a person's decision found claims of this one.
        vague: whether none of the names tells this one from others: "the police".
        left: names that fit somebody else as well.
        claims: numbers of the claims that are this one's.
    """

    name: str
    names: tuple[Called, ...]
    merged: tuple[Called, ...]
    vague: bool
    left: tuple[Called, ...]
    claims: list[int]


@dataclass(frozen=True, slots=True)
class _Row:
    """A claim under a name."""

    number: int
    document: int
    called: Called


def chosen(ledger: Ledger, connection: Connection, given: str) -> Chosen:
    """Who is meant by a name.

    Raises:
        SeveralError: several are; the message lists them.
        LedgerError: nobody is.
    """
    asked = _asked(given)
    # what is written without capitals may be a name all the same
    if asked.name != asked.name.lower() and not may_be_same(named(asked.name)):
        raise _nobody(given)
    rows = _under(ledger, connection, _words(asked))
    if not any(likeness(asked, row.called) for row in rows):
        asked = replace(asked, name=_WORD.sub(lambda word: word[0].capitalize(), asked.name))
        rows = _under(ledger, connection, _words(asked))
    everybody = quoted(_counted(rows))
    one = _one(given, asked, everybody)
    others = _merged(ledger, connection, one)
    placing = _Placing(rows, everybody, one, others)
    taken = [row for row in rows if placing(row) == "mine"]
    known = {row.number for row in taken}
    more = [row for row in others if row.number not in known]
    known.update(row.number for row in more)
    merged = [row for row in (*taken, *more) if likeness(one.names[0], row.called) < SURE]
    return Chosen(
        name=one.name,
        names=tuple(_counted([*taken, *more])),
        merged=tuple(_counted(merged)),
        vague=not any(map(is_somebody, one.names)),
        left=tuple(_counted(row for row in rows if placing(row) == "left" and row.number not in known)),
        claims=sorted(known),
    )


def _asked(given: str) -> Called:
    code = _COUNTRY.search(given)
    name = " ".join((given[: code.start()] if code else given).split())
    if len(name) > _LONGEST or not folded_words(name):
        raise LedgerError(f"{given!r:.60} is no name; give that of a person or a body, such as Ilena Brask")
    return Called(name, code["code"] if code else None, 0)


def _words(asked: Called) -> list[tuple[str, ...]]:
    """What must stand in the name of a source: of each of these words one."""
    who = named(asked.name)
    if who.name:
        telling = [word for word in who.name if len(word) >= _SHORTEST and not gender_of_given_name(word)]
        return [tuple(dict.fromkeys((*(telling or who.name), *([who.initials] if who.initials else []))))]
    words = folded_words(asked.name)
    roles: list[tuple[str, ...]] = [(word,) for word in words if singular_role(word) in who.roles]
    return roles or [tuple(words)]


def _under(ledger: Ledger, connection: Connection, words: Sequence[Sequence[str]]) -> list[_Row]:
    """The claims whose source is named by one of each of these words."""
    return _found(ledger, connection, [[Phrase((word,), "source") for word in some] for some in words])


def _found(ledger: Ledger, connection: Connection, asked: Sequence[Sequence[Phrase]]) -> list[_Row]:
    question = Question(groups=tuple(map(tuple, asked)))
    numbers = ledger.index.numbers("claims", question).columns(column("number"))
    return _rows(connection, list(connection.scalars(numbers)))


def _rows(connection: Connection, numbers: Sequence[int]) -> list[_Row]:
    """The claims of others than the author, each under the fullest words that name who makes it."""
    name = func.coalesce(claims.c.name, claims.c.source)
    found: list[_Row] = []
    for some in batches(sorted(numbers)):
        asked = select(claims.c.number, claims.c.document, name, claims.c.country).where(
            claims.c.number.in_(some), claims.c.standing.is_(None), name.is_not(None), kept(claims)
        )
        found += [
            _Row(number, document, Called(" ".join(words.split()), country, 1))
            for number, document, words, country in connection.execute(asked)
        ]
    return found


def _counted(rows: Iterable[_Row]) -> list[Called]:
    """Each name once, with how many claims are made under it; the most frequent first."""
    counts: dict[tuple[str, str | None], int] = defaultdict(int)
    for row in rows:
        counts[row.called.name, row.called.country] += 1
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0][0], each[0][1] or ""))
    return [Called(name, country, count) for (name, country), count in ordered]


def _fits(each: Quoted, called: Called) -> bool:
    return any(likeness(one, called) > 0 for one in each.names)


def _one(given: str, asked: Called, everybody: Sequence[Quoted]) -> Quoted:
    """The only one whom the name fits, or the one who has just this name."""
    fitting = [each for each in everybody if not each.unplaced and _fits(each, asked)]
    if not fitting:
        raise _nobody(given)
    exact = [each for each in fitting if any(_is_just(one, asked) for one in each.names)]
    if len(fitting) == 1 or len(exact) == 1:
        return (exact or fitting)[0]
    told = "; ".join(f"“{_told(each)}” ({each.claims:,})" for each in fitting[:_MOST_SHOWN])
    more = f" and {len(fitting) - _MOST_SHOWN} more" if len(fitting) > _MOST_SHOWN else ""
    raise SeveralError(
        f"{given!r:.60} may be any of several; name one in full: {told}{more}",
        tuple((_told(each), each.claims) for each in fitting),
    )


def _nobody(given: str) -> LedgerError:
    return LedgerError(
        f"nobody who is quoted in this ledger is called {given!r:.60}; `sayso search --source` finds"
        " parts of names"
    )


class _Placing:
    """Whose each claim is.

    A short name is this one's where the article quotes this one in full, and nobody else whom it fits.

    Args:
        rows: claims under names that may be this one's.
        everybody: who is quoted in them.
        one: who is meant.
        merged: claims of those whom a person made one with this one.
    """

    def __init__(
        self, rows: Sequence[_Row], everybody: Sequence[Quoted], one: Quoted, merged: Sequence[_Row]
    ) -> None:
        self._one = one
        self._everybody = [each for each in everybody if not each.unplaced]
        self._owner = {spelling(called): _head(each) for each in self._everybody for called in each.names}
        owners = {self._owner.get(spelling(row.called), _head(one)) for row in merged}
        self._mine = owners | {_head(one)}
        self._among: dict[int, set[Spelling]] = defaultdict(set)
        for row in rows:
            if (owner := self._owner.get(spelling(row.called))) is not None:
                self._among[row.document].add(owner)

    def __call__(self, row: _Row) -> Literal["mine", "left", "others"]:
        owner = self._owner.get(spelling(row.called))
        if owner is not None:
            return "mine" if owner in self._mine else "others"
        if likeness(self._one.names[0], row.called) < SURE:
            return "others"
        fitting = {_head(each) for each in self._everybody if _fits(each, row.called)}
        here = self._among[row.document] & fitting or fitting
        return "mine" if here <= self._mine else "left"


def _head(each: Quoted) -> Spelling:
    return spelling(each.names[0])


def _merged(ledger: Ledger, connection: Connection, one: Quoted) -> list[_Row]:
    """The claims of all entities that a person made one with this one's."""
    ids: set[str] = set()
    for group in set(groups(across(connection, "entity")).values()):
        rows = connection.scalars(select(entities.c.name).where(entities.c.id.in_(sorted(group))))
        if any(likeness(one.names[0], Called(name, None, 0)) >= SURE for name in rows):
            ids |= group
    if not ids:
        return []
    return _found(ledger, connection, [[Phrase((facet("entity", id),), "facets") for id in sorted(ids)]])


def _is_just(one: Called, asked: Called) -> bool:
    mine, theirs = named(one.name), named(asked.name)
    same = (mine.name, mine.owners, mine.roles) == (theirs.name, theirs.owners, theirs.roles)
    return (same or bool(mine.name and mine.name == theirs.name)) and asked.country in (None, one.country)


def _told(each: Quoted) -> str:
    countries = {one.country for one in each.names if one.country}
    code = f" ({min(countries)})" if len(countries) == 1 and not named(each.name).name else ""
    return f"{each.name}{code}"
