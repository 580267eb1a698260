"""The counts of a profile, which follow from the records that they count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sayso.ledger.packed.streams import MisfitError
from sayso.schema.reading import Reading

_NAMES = ("identity", "naming", "affiliation", "form", "events")


def without_tallies(reading: Reading) -> Reading:
    """The same with those counts left empty that can be told again.

    Raises:
        MisfitError: a count is empty though there is something to be counted.
    """
    told = {name: getattr(reading.profile, name) for name in _NAMES}
    known = _tallies(reading)
    if any(known[name] and not told[name] for name in _NAMES):
        raise MisfitError(told)
    return _told(reading, {name: {} for name in _NAMES if [*told[name].items()] == [*known[name].items()]})


def with_tallies(reading: Reading) -> Reading:
    """The same with the counts that were left empty."""
    known = _tallies(reading)
    return _told(reading, {name: known[name] for name in _NAMES if not getattr(reading.profile, name)})


def _tallies(reading: Reading) -> dict[str, dict[str, int]]:
    said = reading.attributions
    return {
        "identity": _tally(one.source.identity for one in said),
        "naming": _tally(one.source.naming for one in said),
        "affiliation": _tally(one.source.affiliation for one in said),
        "form": _tally(one.form for one in said),
        "events": _tally(one.standing for one in reading.events),
    }


def _tally(values: Iterable[str]) -> dict[str, int]:
    """Most frequent first, then by name."""
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _told(reading: Reading, counts: dict[str, Any]) -> Reading:
    return replace(reading, profile=replace(reading.profile, **counts))
