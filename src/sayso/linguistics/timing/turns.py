"""Which of many: "last", "the following", "that", as a turn or as a number of units."""

from __future__ import annotations

from sayso.linguistics.timing.grammar import Found
from sayso.linguistics.timing.moments import Moment, Turned
from sayso.linguistics.timing.printed import Turn

_TURNS: dict[str, Turn] = {
    "last": "last",
    "past": "last",
    "next": "next",
    "coming": "next",
    "this": "this",
    "previous": "previous",
    "following": "following",
}


def turn(found: Found, group: str = "turn") -> Turn | None:
    """Which of many: "last", "the following"; "this coming" is the next, "that" and "the same" no turn."""
    said = [word for word in found.said(group).split() if word not in ("the", "of")]
    return next((_TURNS[kind] for kind in map(_role, reversed(said)) if kind in _TURNS), None)


def _role(word: str) -> str:
    return {"upcoming": "coming", "forthcoming": "coming", "current": "this", "these": "this"}.get(
        word, {"preceding": "previous", "prior": "previous", "ensuing": "following"}.get(word, word)
    )


def steps(found: Found, group: str = "turn") -> tuple[int, bool]:
    """How many units on, and whether from the date told before: "last" (-1), "that" (0, anaphoric)."""
    kinds = {_role(word) for word in found.said(group).split()}
    if kinds & {"previous", "following", "same", "that"}:
        return (-1 if "previous" in kinds else 1 if "following" in kinds else 0), True
    return -1 if "last" in kinds else 1 if kinds & {"next", "coming"} else 0, False


def years_of(found: Found) -> Moment | None:
    """The year of "last year" in a group `turn`, None where another unit stands there."""
    if str(found.text.values[found.words("turn").stop - 1]) != "year":
        return None
    count, anaphoric = steps(found)
    return Turned("year", count, count, anaphoric)
