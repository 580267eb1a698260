"""The standing of an event across documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.comparing.account import Bounds
from sayso.comparing.testimony import Testimony
from sayso.schema.event import Standing

Word = Literal["disputed", "uncorroborated", "corroborated"]


@dataclass(frozen=True, slots=True)
class Moment:
    """What an outlet said of the event on a day.

    Attributes:
        day: ISO day of publication, or None.
        outlet: name, or None.
        account: id.
        standing: in that document.
        toll: what it tells of killed, injured and arrested.
        before: id of the outlet's account before this one, where standing or toll are others; else None.
    """

    day: str | None
    outlet: str | None
    account: str
    standing: Standing
    toll: Mapping[str, Bounds]
    before: str | None


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people hit, and who gives it.

    Attributes:
        kind: `killed`, `injured` or `arrested`.
        low, high: least and most, None where open.
        testimonies: those that give it, the earliest first.
    """

    kind: str
    low: int | None
    high: int | None
    testimonies: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class Vouched:
    """The standing of an event across documents.

    Attributes:
        asserts: outlets that tell it in their own voice.
        reports: those that tell it on somebody's word.
        hedges: those that leave it open.
        expects: those that tell it as planned or to come.
        denies: those in which it is denied, by whomever.
        silent: outlets that wrote about what is near it and do not tell it.
        earliest: the first account; None where there is none.
        timeline: all accounts by day.
        tolls: for each kind the numbers given, each with those who give it; more than one stand side by side.
        origins_for: ids of the origins from which it is told to have happened.
        origins_against: ids of those from which it is denied; an origin in which one side asserts and the
            other denies is among both.
        one_party: whether every voice for it may be of one party.
        by_actor: whether every voice for it is of those who are said to have done it.
        likely: ids of the accounts that are likely, and not surely, of this event.
        words: `disputed`: somebody denies it; `uncorroborated`: no two origins surely tell it;
            `corroborated`: two or more do and nobody denies. The first two may hold together. Empty where
            nobody tells that it happened or denies it.
    """

    asserts: tuple[Testimony, ...]
    reports: tuple[Testimony, ...]
    hedges: tuple[Testimony, ...]
    expects: tuple[Testimony, ...]
    denies: tuple[Testimony, ...]
    silent: tuple[str, ...]
    earliest: Testimony | None
    timeline: tuple[Moment, ...]
    tolls: tuple[Toll, ...]
    origins_for: tuple[str, ...]
    origins_against: tuple[str, ...]
    one_party: bool
    by_actor: bool
    likely: tuple[str, ...]
    words: tuple[Word, ...]

    @property
    def differing(self) -> tuple[str, ...]:
        """The kinds of toll of which different numbers are given."""
        kinds = [toll.kind for toll in self.tolls]
        return tuple(kind for kind in dict.fromkeys(kinds) if kinds.count(kind) > 1)
