"""Who makes a claim: the same person or body under a fuller or a shorter name.

"Defence Minister Ilan Marsh", "Marsh" and "Ilan Marsh, who leads the inquiry" name one; "Teo Marsh" is
another. A body is named by what it is and whose it is: "the Teverran health ministry", "Teverra's health
ministry". People without a name are never told to be one person.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.comparing.naming import PAPERS, Speaker, named, singular_role
from sayso.comparing.statement import Statement
from sayso.lexicon.agents import agents

_SUFFIXES = frozenset("jr sr junior senior ii iii iv".split())
# Who speaks for a body or a state has no other voice than its own.
_VOICES = frozenset(
    "spokesman spokeswoman spokesperson representative statement government state official".split()
)
# How sure two names are one: with parts left out, by the last word or initials, by the first word; by a voice
# of it; by what it is and whose.
_FULLER, _SHORTER, _FIRST, _SPEAKS_FOR, _BODY = 0.95, 0.9, 0.7, 0.8, 0.8
# Where only one of them tells whose it is.
_ONE_SIDE = 0.75


def speaker(statement: Statement) -> Speaker:
    """Who makes a statement; nobody is known where it is the author's own, or a pronoun's."""
    return named(statement.name or statement.speaker or "")


def may_share_country(a: Statement, b: Statement) -> bool:
    """Whether who makes one statement is not known to be of another country than who makes the other."""
    return a.country is None or b.country is None or a.country == b.country


def same_name(a: Speaker, b: Speaker) -> float:
    """How sure two are the same by their names alone: 0-1, and 0 where nothing tells."""
    if a.name and b.name:
        return _same_words(a, b)
    if a.name or b.name:
        full, bare = (a, b) if a.name else (b, a)
        return _behind(full, bare)
    return _same_body(a, b)


def may_be_same(who: Speaker) -> bool:
    """Whether anybody could be told to be the same: not "the police chief of Dorsk", who has no name."""
    return bool(who.name) or who.body or not who.roles - _voices()


def _same_words(a: Speaker, b: Speaker) -> float:
    """How sure two names are one: whole, without the given name, by the first word, by initials."""
    if a.name == b.name:
        return 1.0
    if a.held == b.held:
        return _FULLER
    short, long = (a, b) if (len(a.name), a.name) <= (len(b.name), b.name) else (b, a)
    if _SUFFIXES.intersection(short.name) != _SUFFIXES.intersection(long.name):
        return 0.0
    if len(short.name) == 1:
        return _by_one(short.name[0], long)
    return _FULLER if _shortened(short.name, long.name) else 0.0


def _shortened(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether words were left out or cut to initials, but neither the last one nor the first ones."""
    if tuple(short) == tuple(long[: len(short)]):
        return True
    rest = iter(long)
    return short[-1] == long[-1] and all(any(_same_given(word, each) for each in rest) for word in short)


def _by_one(word: str, long: Speaker) -> float:
    if word in (long.name[-1], long.initials):
        return _SHORTER
    return _FIRST if word == long.name[0] and len(long.name) > 1 else 0.0


def _same_given(a: str, b: str) -> bool:
    return a == b or (a[0] == b[0] and min(len(a), len(b)) == 1)


def _may_share(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or not a.isdisjoint(b)


def _behind(full: Speaker, bare: Speaker) -> float:
    """A name against words without one: whether it is a voice of what has the name."""
    return _SPEAKS_FOR if full.held <= bare.owners and not bare.roles - _voices() else 0.0


def _same_body(a: Speaker, b: Speaker) -> float:
    """Bodies without a name: the same by what they are and whose they are."""
    if not (a.body and b.body and a.roles and b.roles):
        return 0.0
    mine, theirs = a.roles - _voices() or a.roles, b.roles - _voices() or b.roles
    if not (mine <= theirs or theirs <= mine) or not _may_share(a.owners, b.owners):
        return 0.0
    whole = mine == theirs and bool(a.owners) == bool(b.owners)
    return _BODY if whole else _BODY * _ONE_SIDE


@cache
def _voices() -> frozenset[str]:
    """Roles that have no voice of their own: a spokesman's, a study's is that of its owner."""
    papers = {each.noun for each in agents().values() if each.kind in PAPERS}
    return frozenset(singular_role(word) for word in _VOICES) | papers
