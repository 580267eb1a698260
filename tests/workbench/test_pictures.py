"""The addresses under the marks of pictures."""

from __future__ import annotations

from datetime import date

from sayso.workbench.asking import Asked
from sayso.workbench.pictures import between, by_names, in_place, links, pictured, sought, told_so


def test_a_name_of_three_capitals_is_no_country() -> None:
    assert (sought("UNO"), sought("Uno"), sought("Lorn")) == ("uno", "Uno", "Lorn")


def test_what_was_asked_bounds_what_is_under_a_mark() -> None:
    asked = Asked("events", values={"standing": ("reported",)}, since="2031-06-04")
    under = between(told_so(asked, "word"), date(2031, 6, 1), date(2031, 6, 7))
    assert under.address() == "/events?since=2031-06-04&until=2031-06-07&standing=reported"


def test_who_acts_and_on_whom_is_asked_by_all_their_names() -> None:
    under = by_names(Asked("events", "quay"), actor=("Lorn", "Lornia"), recipient=("Sella",))
    assert under.address() == "/events?q=quay&actor=Lorn&actor=Lornia&recipient=Sella"


def test_a_place_is_asked_by_its_words() -> None:
    assert in_place(Asked("events", "ship"), 'Old "Quay"').words == 'ship "Old  Quay "'


def test_a_picture_keeps_the_question_and_forgets_the_page() -> None:
    given = pictured("timeline", [("q", "ship"), ("of", "claims"), ("order", "oldest"), ("after", "//c1")])
    assert given.address() == "/timeline?q=ship&of=claims"
    assert [address for _, address in links(given.asked)] == [
        "/timeline?q=ship&of=claims",
        "/network?q=ship",
        "/map?q=ship",
    ]
