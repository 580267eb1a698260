"""The country that the words of a part of a mention name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.resolution.context import Places
from sayso.resolution.knowing import Land, LandKind
from sayso.resolution.mention import Mention
from sayso.resolution.scanning import Match, Part
from sayso.resolution.who import Ground, GroundKind

GROUNDS: dict[LandKind, GroundKind] = {"seat": "seat", "region": "place"}
EQUALS = frozenset(("and", "&", "or", "/"))
WHOLE: tuple[LandKind, ...] = ("name", "people", "seat")
BESIDE = EQUALS | {"the"}


@dataclass(frozen=True, slots=True)
class Found:
    """A country, or that it stays open.

    Attributes:
        code: alpha-3 or PLOVER's word for none, or None.
        why: the words that tell it.
        unsure: whether they could mean several.
        partial: whether they name a partially recognised entity.
    """

    code: str | None
    why: Ground | None
    unsure: bool = False
    partial: bool = False


NOWHERE = Found(None, None)


def lands_in(mention: Mention, part: Part) -> list[tuple[Match, Land]]:
    """Countries of a part that are its own, in order."""
    return [
        (match, match.known.land)
        for match in mention.own(part)
        if match.is_name and match.known.land is not None and not match.known.bodies
    ]


def land_of(mention: Mention, part: Part, *, sent: bool) -> Found:
    """The country of a part; of "the Orenian Velmara envoy", who is `sent`, the first, else the last."""
    lands = lands_in(mention, part)
    sure = [(match, land) for match, land in lands if land.kind != "unsure"]
    if not sure:
        return Found(None, Ground("open", lands[0][1].text), unsure=True) if lands else NOWHERE
    codes = {land.codes[0] for _, land in sure}
    if len(codes) > 1 and _are_equals(mention, [match for match, _ in sure]):
        return Found(None, Ground("open", ", ".join(land.text for _, land in sure)), unsure=True)
    land = sure[0][1] if sent else sure[-1][1]
    why = Ground(GROUNDS.get(land.kind, "country"), land.text)
    return Found(land.codes[0], why, partial=any(one.kind == "partial" for _, one in sure))


def is_list(mention: Mention) -> bool:
    """Whether it is countries and nothing else, several of them: "Orenia, Velmara and Karvia"."""
    if not mention.rest or any(part.lead != "," for part in mention.rest):
        return False
    told = [_only_land(mention, part) for part in (mention.core, *mention.rest)]
    return all(told) and len(set(told)) > 1


def _only_land(mention: Mention, part: Part) -> str | None:
    """The first country of a part that holds nothing but countries, or None."""
    lands = [land for _, land in lands_in(mention, part) if land.kind in WHOLE]
    rest = {mention.words[at].key for at in mention.left_over(part)}
    return lands[0].codes[0] if len(lands) == len(part.matches) > 0 and rest <= BESIDE else None


def _are_equals(mention: Mention, matches: Sequence[Match]) -> bool:
    """Whether "and", a hyphen or a stroke stands between two countries: neither is the other's."""
    return any(
        mention.words[last.start].joined
        or EQUALS & {word.key for word in mention.words[first.end : last.start]}
        for first, last in pairwise(matches)
    )


def place_of(mention: Mention, part: Part, places: Places, *, end: int, whole: bool) -> Found:
    """The country of a place among the capitalised words before `end` that no known phrase covers.

    Args:
        mention: the whole.
        part: of it.
        places: tells countries of places.
        end: where to stop looking.
        whole: whether all such words in a row have to be the place's name: without a preposition before
            them or a noun behind, they may as well be somebody's name.
    """
    loose = [at for at in mention.left_over(part) if at < end and mention.words[at].is_capitalised]
    for start, stop in _runs(loose):
        for last in range(stop, start, -1):
            code = places(mention.phrase(start, last))
            if code is not None:
                return Found(code, Ground("place", mention.phrase(start, last)))
            if whole:
                break
    return NOWHERE


def _runs(indices: Sequence[int]) -> list[tuple[int, int]]:
    """Half-open runs of indices that follow on one another."""
    runs: list[tuple[int, int]] = []
    for at in indices:
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
