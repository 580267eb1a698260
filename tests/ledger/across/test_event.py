"""On whose word an account rests, and who denies it there: no accuser denies, no denier vouches."""

from __future__ import annotations

import pytest

import sayso
from sayso.comparing.account import account_of
from sayso.comparing.testimony import Testimony
from sayso.comparing.vouching import vouched
from sayso.ledger.across.event import testimony as attested  # pytest takes the other name for a test
from sayso.workbench.sides import sides

ACCUSED = "Kestria accused Daluvia of shelling the village of Brevna. Daluvia denied the accusation."
NEGATED = "The army did not shell the village of Brevna, Samira Kell said on Monday."
DENIED = "Daluvia denied on Monday that its army had shelled the village of Brevna."


def told(text: str, anchor: str) -> Testimony:
    reading = sayso.read(text)
    event = next(one for one in reading.events if one.anchor.text == anchor)
    return attested(reading, account_of(reading, event))


def test_whoever_accuses_alleges_and_who_is_accused_denies() -> None:
    accused = told(ACCUSED, "shelling")
    assert (accused.voice and accused.voice.name, accused.denier and accused.denier.name) == (
        "Kestria", "Daluvia",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "anchor", "who"), [(NEGATED, "shell", "Samira Kell"), (DENIED, "shelled", "Daluvia")]
)
def test_whoever_denies_is_nobodys_voice_for_it(text: str, anchor: str, who: str) -> None:
    denied = told(text, anchor)
    assert denied.account.standing == "denied"
    assert denied.voice is None
    assert denied.denier is not None
    assert denied.denier.name == who


def test_a_denial_that_nobody_alleges_there_is_no_origin_for_the_event() -> None:
    found = vouched([told(NEGATED, "shell"), told(DENIED, "shelled")], {})
    assert (len(found.origins_for), len(found.origins_against)) == (0, 2)
    assert found.words == ("disputed", "uncorroborated")


def test_an_accusation_that_is_denied_stands_on_both_sides_each_with_its_own_voice() -> None:
    found = vouched([told(ACCUSED, "shelling")], {})
    assert (len(found.origins_for), len(found.origins_against)) == (1, 1)
    names = {name: [each.voice for each in tellers] for name, _, tellers in sides(found)}
    assert names == {"for": ["Kestria"], "against": ["Daluvia"]}
