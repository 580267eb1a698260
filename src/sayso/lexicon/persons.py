"""Whether a person is "he" or "she", as titles, nouns and given names tell, and nouns for groups."""

from __future__ import annotations

from functools import cache
from typing import Literal

from sayso.lexicon.table import table

Gender = Literal["masculine", "feminine"]

GENDERS: tuple[Gender, Gender] = ("masculine", "feminine")


@cache
def _genders(kind: str) -> dict[str, Gender]:
    return {word: gender for gender in GENDERS for word in table("persons")[kind][gender]}


def gender_of_title(word: str) -> Gender | None:
    """What a title before a name tells ("mrs"); the word is plain."""
    return _genders("titles").get(word)


def gender_of_noun(word: str) -> Gender | None:
    """What a singular noun tells ("spokeswoman"); the word is plain."""
    return _genders("nouns").get(word)


def gender_of_given_name(word: str) -> Gender | None:
    """What a given name tells; None where it is unknown or borne by both. The word is plain."""
    return _genders("given_names").get(word)


@cache
def body_nouns() -> frozenset[str]:
    """Nouns by which a group named before is called ("the group", "the paper")."""
    return frozenset(table("persons")["bodies"])
