"""Attributions made by hand, one inside another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.schema.attribution import Attitude, Attribution
from tests.attribution.records import said

TEXT = "A B C D E F said said said said said said shelled ."


def chain(*attitudes: Attitude) -> tuple[Attribution, ...]:
    """Attributions of these attitudes, innermost first, each inside the next."""
    last = len(attitudes) - 1
    return tuple(
        said(
            TEXT,
            TEXT.split()[number],
            "said",
            "shelled .",
            id=f"a{number + 1}",
            attitude=attitude,
            parent=f"a{number + 2}" if number < last else None,
        )
        for number, attitude in enumerate(attitudes)
    )


def without_cue(one: Attribution) -> Attribution:
    return replace(one, cue=None)


def ids(found: Sequence[Attribution]) -> list[str]:
    return [one.id for one in found]
