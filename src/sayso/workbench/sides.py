"""One event in order: who tells it and who denies it; what each outlet said on which day."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.comparing.testimony import Testimony
from sayso.comparing.vouched import Moment, Vouched
from sayso.workbench.across import Teller, tellers, voice

Side = tuple[str, str, tuple[Teller, ...]]
Day = tuple[str | None, list[tuple[str | None, list[Moment]]]]


def sides(vouched: Vouched) -> list[Side]:
    """(name, heading, who tells it so): for it, against it, left open."""
    told: list[Side] = [
        ("for", "Said to have happened", tellers((*vouched.asserts, *vouched.reports, *_alleged(vouched)))),
        ("against", "Denied", tellers(vouched.denies, denying=True)),
        ("open", "Left open, or yet to come", tellers((*vouched.hedges, *vouched.expects))),
    ]
    return [each for each in told if each[2] or each[0] != "open"]


def _alleged(vouched: Vouched) -> Iterator[Testimony]:
    """Accounts in which somebody denies what somebody else alleges."""
    return (each for each in vouched.denies if voice(each) is not None)


def days(vouched: Vouched) -> list[Day]:
    """What each outlet said on each day of publication, what it said twice once."""
    found: dict[str | None, dict[str | None, list[Moment]]] = {}
    for moment in vouched.timeline:
        same = found.setdefault(moment.day, {}).setdefault(moment.outlet, [])
        if not any((one.standing, one.toll) == (moment.standing, moment.toll) for one in same):
            same.append(moment)
    return [(day, list(by.items())) for day, by in found.items()]
