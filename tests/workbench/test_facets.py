"""The facets beside a search."""

from __future__ import annotations

from sayso.ledger.counting import Counts
from sayso.workbench.asking import Asked
from sayso.workbench.facets import chosen, groups, told

COUNTS = Counts(
    {
        "standing": (("denied", 3), ("fact", 2)),
        "year": (("2025", 4), ("2024", 1)),
        "outlet": (("A", 5),),
        "mode": (),
    },
    counted=5,
    capped=False,
)


def test_choices_lead_to_the_search_with_them() -> None:
    (standing, year) = groups(COUNTS, Asked("events", "ferry"))
    assert [(one.told, one.count, one.address) for one in standing.choices] == [
        ("denied", 3, "/events?q=ferry&standing=denied"),
        ("told as fact", 2, "/events?q=ferry&standing=fact"),
    ]
    assert year.choices[0].address == "/events?q=ferry&since=2025-01-01&until=2025-12-31"


def test_what_is_chosen_leads_to_the_search_without_it() -> None:
    question = Asked("events", values={"standing": ("denied",)}, since="2025-01-01", until="2025-12-31")
    standing, year = groups(COUNTS, question)
    assert (standing.choices[0].chosen, standing.choices[0].address) == (
        True,
        "/events?since=2025-01-01&until=2025-12-31",
    )
    assert (year.choices[0].chosen, year.choices[0].address) == (True, "/events?standing=denied")


def test_a_value_that_all_answers_have_is_no_choice_unless_it_was_chosen() -> None:
    assert "outlet" not in [group.name for group in groups(COUNTS, Asked("events"))]
    assert "outlet" in [group.name for group in groups(COUNTS, Asked("events", values={"outlet": ("A",)}))]


def test_everything_that_narrows_is_named_and_can_be_taken_away() -> None:
    question = Asked("events", "ferry", {"type": ("ASSAULT",), "sector": ("REB",)}, since="2025-01-01")
    assert [(one.told, one.address) for one in chosen(question)] == [
        ("What happened: assault", "/events?q=ferry&since=2025-01-01&sector=REB"),
        ("Sector: rebels", "/events?q=ferry&since=2025-01-01&type=ASSAULT"),
        ("from 2025-01-01", "/events?q=ferry&type=ASSAULT&sector=REB"),
    ]


def test_a_value_that_has_no_words_stays_as_it_is() -> None:
    assert told("outlet", "Dorsk Daily") == "Dorsk Daily"
    assert told("standing", "surely") == "surely"
