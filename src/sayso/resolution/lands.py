"""The country of a part of a mention."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.resolution.knowing import Land
from sayso.resolution.mention import Mention
from sayso.resolution.scanning import Match, Part
from sayso.resolution.who import Ground

#: Name of a place -> ISO 3166-1 alpha-3, or None where it is no place or could be in several countries.
Places = Callable[[str], str | None]

# Behind these stands where somebody belongs.
BELONGING = (
    "of",
    "from",
    "in",
    "at",
    "across",
    "inside",
    "within",
    "throughout",
    "around",
    "near",
    "for",
    "outside",
    ",",
    "(",
    "on",
)
# Of those who are sent abroad, only these tell who sent them.
SENDING = ("of", "from")


@dataclass(frozen=True, slots=True)
class Found:
    """A country, or what the candidates leave open."""

    code: str | None
    why: Ground | None
    unsure: bool = False
    partial: bool = False
    land: Land | None = None


NOWHERE = Found(None, None)


def lands_in(mention: Mention, part: Part) -> list[tuple[Match, Land]]:
    """Countries of a part that are its own, in order."""
    return [
        (match, match.known.land)
        for match in mention.own(part)
        if match.is_name and match.known.land is not None and not match.known.bodies
    ]


def country_of(mention: Mention, part: Part, *, sent: bool) -> Found:
    """The country that the words of a part name.

    Args:
        mention: the whole.
        part: the part.
        sent: whether the head is one who is sent abroad: then the first country is whose, the last is where.
    """
    lands = lands_in(mention, part)
    sure = [(match, land) for match, land in lands if land.kind != "unsure"]
    if not sure:
        return _open(lands)
    codes = {land.codes[0] for _, land in sure}
    if len(codes) > 1 and _are_joined(mention, [match for match, _ in sure]):
        return Found(None, Ground("open", " / ".join(land.text for _, land in sure)), unsure=True)
    _, land = sure[0] if sent else sure[-1]
    kinds = {"seat": "seat", "region": "place"}
    ground = Ground(
        "seat" if land.kind == "seat" else "place" if kinds.get(land.kind) == "place" else "country",
        land.text,
    )
    return Found(land.codes[0], ground, partial=any(one.kind == "partial" for _, one in sure), land=land)


def _open(lands: Sequence[tuple[Match, Land]]) -> Found:
    """Words that could mean several countries: told as such."""
    if not lands:
        return NOWHERE
    return Found(None, Ground("open", lands[0][1].text), unsure=True, land=lands[0][1])


def _are_joined(mention: Mention, matches: Sequence[Match]) -> bool:
    """Whether "and", a hyphen or a stroke stands between two countries: they have equal right."""
    for first, last in zip(matches, matches[1:], strict=False):
        between = [word.key for word in mention.words[first.end : last.start]]
        if mention.words[last.start].joined or {"and", "/", "&", "or"} & set(between):
            return True
    return False


def place_of(mention: Mention, part: Part, places: Places, *, end: int) -> Found:
    """The country of a place among the capitalised words that no known phrase covers, the longest first."""
    loose = [at for at in mention.left_over(part) if at < end and mention.words[at].is_capitalised]
    for run in _runs(loose):
        for length in range(len(run), 0, -1):
            for first in range(len(run) - length + 1):
                name = mention.phrase(run[first], run[first] + length)
                code = places(name)
                if code is not None:
                    return Found(code, Ground("place", name))
    return NOWHERE


def _runs(indices: Sequence[int]) -> list[list[int]]:
    """Indices that follow on one another."""
    runs: list[list[int]] = []
    for at in indices:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs
