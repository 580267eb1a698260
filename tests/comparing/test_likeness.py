"""When an imported row and an account may be of one event."""

from __future__ import annotations

import pytest

from sayso.comparing.likeness import Ground, Likeness, Marks, grounds, likeness_of, likeness_of_row
from sayso.schema.imported import Imported, Party
from tests.conftest import made_reading


def marks(text: str) -> Marks:
    words = text.split()
    codes = {word for word in words if word.isupper()}
    return Marks(frozenset(codes), frozenset(words) - codes)


def likeness(actor: str, recipient: str = "", place: str = "") -> Likeness:
    return Likeness(marks(actor), marks(recipient), marks(place))


CASES: dict[str, tuple[Likeness, Likeness, tuple[Ground, ...]]] = {
    "both countries": (
        likeness("NOR", "CHE"), likeness("NOR army", "CHE"), ("actor by country", "recipient by country"),
    ),
    "both names": (
        likeness("kestr", "daluv"), likeness("kestr", "daluv"), ("actor by name", "recipient by name"),
    ),
    "another country on one side": (likeness("NOR", "CHE"), likeness("NOR", "ISL"), ()),
    "another country, though a name is the same": (
        likeness("NOR front", "CHE"), likeness("ISL front", "CHE"), (),
    ),
    "one side, and nothing told of the other": (
        likeness("NOR", "CHE"), likeness("NOR"), ("actor by country",),
    ),
    "one side, another name on the other": (likeness("kestr", "daluv"), likeness("kestr", "orvan"), ()),
    "one side and the place, another name on the other": (
        likeness("kestr", "daluv", "brevn"), likeness("kestr", "orvan", "brevn"), ("actor by name", "place"),
    ),
    "one side, in another country": (likeness("NOR", "", "CHE"), likeness("NOR", "", "ISL"), ()),
    "the place alone, and nothing told of who": (
        likeness("", "kestr", "brevn"), likeness("", "", "brevn"), ("place",),
    ),
    "the place alone, and others": (likeness("kestr", "", "brevn"), likeness("daluv", "", "brevn"), ()),
    "the place in the name of whom it hit": (
        likeness("kestr", "", "brevn"), likeness("kestr", "brevn"), ("actor by name", "place"),
    ),
    "sides changed": (likeness("kestr", "daluv"), likeness("daluv", "kestr"), ()),
    "nothing told": (likeness(""), likeness(""), ()),
}  # fmt: skip


@pytest.mark.parametrize(("row", "account", "expected"), CASES.values(), ids=CASES)
def test_grounds(row: Likeness, account: Likeness, expected: tuple[Ground, ...]) -> None:
    assert grounds(row, account) == expected
    assert grounds(account, row) == expected, "whichever is asked first"


def test_peoples_and_their_countries_are_one_name_however_they_are_written() -> None:
    event = made_reading().events[0]  # Karvia accuses Ostrand
    row = Imported("icews", "1", "112", actor=Party("Government (Karvia)"), recipient=Party("OSTRAND"))
    found = grounds(likeness_of_row(row), likeness_of(event))
    assert found == ("actor by name", "recipient by name")


def test_offices_alone_tell_nobody() -> None:
    row = Imported("gdelt2", "1", "190", actor=Party("POLICE"), recipient=Party("MINISTER"))
    assert likeness_of_row(row).words == frozenset()


def test_a_country_in_a_name_is_the_country() -> None:
    row = Imported("polecat", "1", "ASSAULT", actor=Party("the Norwegian navy"))
    assert likeness_of_row(row).actor == Marks(frozenset(("NOR",)))
