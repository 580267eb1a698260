from typing import Any

import pytest

from sayso.comparing.crediting import Credit, credits_of
from sayso.schema.attribution import Attribution, Source
from sayso.schema.span import Span
from tests.comparing.writing import OTHER, document

LATE = f"{OTHER} {OTHER} "


def credits(text: str, known: tuple[str, ...] = (), **fields: Any) -> list[tuple[str, str, bool]]:
    return [
        (each.way, each.outlet, each.carries) for each in credits_of(document(text, **fields), known=known)
    ]


def test_the_wire_field_credits_the_whole_document() -> None:
    assert credits(OTHER, wire="Reuters") == [("wire", "reuters", True)]


def test_an_agency_in_the_byline_credits_the_whole_document() -> None:
    assert credits(OTHER, authors=("Ada Roe", "Associated Press")) == [("byline", "ap", True)]


def test_the_source_of_a_feed_credits_the_whole_document() -> None:
    found = credits_of(document(OTHER, outlet="News Now"), fields={"source": "Harrow Courier"})
    assert [(each.way, each.outlet, each.span) for each in found] == [("feed", "harrowcourier", None)]


@pytest.mark.parametrize(
    ("text", "way", "outlet"),
    [
        ("Karvia will pay, a minister told Reuters on Monday.", "told", "reuters"),
        ("Karvia will pay, officials said, citing the Harrow Courier.", "citing", "harrowcourier"),
        ("According to the Courier, Karvia will pay.", "citing", "courier"),
        ("Karvia will pay, the Ostrand Bulletin newspaper reported.", "citing", "ostrandbulletin"),
        ("Karvia will pay, he said in an interview with Vesper magazine.", "told", "vesper"),
        ("The plan was first reported by the Tesk Mail.", "citing", "teskmail"),
    ],
)
def test_a_credit_in_the_first_sentences_carries_the_account(text: str, way: str, outlet: str) -> None:
    assert credits(text) == [(way, outlet, True)]


def test_a_credit_late_in_the_story_is_one_for_a_detail() -> None:
    assert credits(LATE + "A shop in Dorsk has closed, the Tesk Mail reported.") == [
        ("citing", "teskmail", False)
    ]


def test_whoever_is_told_may_be_a_person() -> None:
    assert credits("Nobody came, she told Vesper. According to Brask it rained.") == []


def test_an_outlet_that_the_ledger_holds_is_known_by_its_bare_name() -> None:
    assert credits("Nobody came, she told Vesper.", known=("The Vesper",)) == [("told", "vesper", True)]


def test_an_outlet_does_not_credit_itself() -> None:
    assert credits("Karvia will pay, she told the Harrow Courier.", outlet="Harrow Courier") == []


def test_the_words_of_the_credit_are_where_they_say() -> None:
    text = "Karvia will pay, a minister told Reuters on Monday."
    (credit,) = credits_of(document(text))
    assert credit.span == Span.cut(text, text.index("told"), text.index(" on Monday"))


def test_what_is_mostly_told_to_an_outlet_is_its_account() -> None:
    said = "The bridge was never sound, the letters were lost and the inspectors went home early"
    told = " and the river did the rest in one night, he told the Tesk Mail."
    opening = "It rained. It blew. It froze. "
    text = opening + said + told
    attribution = Attribution(
        id="a1",
        source=Source(None, None, None, None, None, "none_given", "implicit", "unknown", None, None),
        cue=Span.cut(text, text.index("told the"), text.index("told the") + 4),
        content=(Span.cut(text, len(opening), text.index(", he told")),),
        form="indirect",
        attitude="assertion",
        channel="interview",
        parent=None,
    )

    def carried(*attributions: Attribution) -> list[tuple[bool, tuple[str, ...]]]:
        found: tuple[Credit, ...] = credits_of(document(text), attributions=attributions)
        return [(each.carries, each.attributions) for each in found]

    assert carried() == [(False, ())]
    assert carried(attribution) == [(True, ("a1",))]


def test_hostile_capitals_take_no_time() -> None:
    assert credits("A-" * 50_000) == []
